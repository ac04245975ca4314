import DocumentParsing
import DomainLexicon
import JapaneseText

/// Tells at little cost of most pages that they state no program.
///
/// A page is about what it names: where no word for a kind of program stands on it, nor one for the way to a
/// licence, no part of it is read. Here words count wherever they stand and however they are spaced, so
/// that no page is sieved out from which a record would be read.
struct KindSieve: Sendable {
  /// Made when a page is first asked about.
  private let sieve: Deferred<WordSieve>

  /// Makes a sieve of the words of the tables.
  init(_ lexicon: Lexicon) {
    sieve = Deferred {
      WordSieve(
        lexicon.kinds.pageWords + lexicon.concepts.words(for: .pathway)
          + lexicon.concepts.words(for: .licence) + lexicon.concepts.words(for: .namedExamination)
          + lexicon.signs.words(for: .examinationTitle))
    }
  }

  /// Whether a page with these words may state a program.
  func lets(_ words: PageWords) -> Bool {
    var sieve = sieve.value
    words.forEach { sieve.add($0) }
    return sieve.hasWord
  }
}
