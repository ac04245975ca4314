import DomainLexicon
import JapaneseText

/// Tells at little cost of most pages that they state no program.
///
/// A page is about what it names: where no word for a kind of program stands on it, nor one for the way to a
/// licence, no part of it is read. Here words count wherever they stand and however they are spaced, so
/// that no page is sieved out from which a record would be read.
struct KindSieve: Sendable {
  /// The words without blanks, by what they begin with.
  private let words: [Unicode.Scalar: [[Unicode.Scalar]]]
  private let beginnings: ScalarSet

  /// Makes a sieve of the words of the tables.
  init(_ lexicon: Lexicon) {
    let squeezed =
      (lexicon.kinds.pageWords + lexicon.concepts.words(for: .pathway)
      + lexicon.signs.words(for: .examinationTitle))
      .map { FoldedText($0).withoutBlanks.scalars }.filter { !$0.isEmpty }
    words = Dictionary(grouping: squeezed) { $0[0] }
    var first = String.UnicodeScalarView()
    first.append(contentsOf: words.keys)
    beginnings = ScalarSet(String(first))
  }

  /// Whether a page with these words, which follow one another, may state a program.
  func lets(_ pieces: [String]) -> Bool {
    var text: [Unicode.Scalar] = []
    for piece in pieces {
      text += FoldedText.scalars(of: piece).lazy.filter { !$0.isBlank }
    }
    return text.indices.contains { place in
      beginnings.contains(text[place])
        && words[text[place], default: []].contains { text[place...].starts(with: $0) }
    }
  }
}
