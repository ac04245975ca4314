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
  /// What stands second in the words; most of what begins like a word goes on like none.
  private let seconds: ScalarSet
  private let hasShortWords: Bool

  /// Makes a sieve of the words of the tables.
  init(_ lexicon: Lexicon) {
    let squeezed =
      (lexicon.kinds.pageWords + lexicon.concepts.words(for: .pathway)
      + lexicon.concepts.words(for: .licence) + lexicon.concepts.words(for: .namedExamination)
      + lexicon.signs.words(for: .examinationTitle))
      .map { FoldedText($0).withoutBlanks.scalars }.filter { !$0.isEmpty }
    words = Dictionary(grouping: squeezed) { $0[0] }
    beginnings = Self.set(of: squeezed.map { $0[0] })
    seconds = Self.set(of: squeezed.compactMap { $0.dropFirst().first })
    hasShortWords = squeezed.contains { $0.count < 2 }
  }

  private static func set(of scalars: [Unicode.Scalar]) -> ScalarSet {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return ScalarSet(String(text))
  }

  /// Whether a page with these words, which follow one another, may state a program.
  func lets(_ pieces: [String]) -> Bool {
    var text: [Unicode.Scalar] = []
    text.reserveCapacity(pieces.reduce(0) { $0 + $1.utf8.count } / 2)
    for piece in pieces { FoldedText.appendScalars(of: piece, to: &text) }
    return text.withUnsafeBufferPointer { text in
      text.indices.contains { place in
        guard beginnings.contains(text[place]) else { return false }
        let goesOn = place + 1 < text.count && seconds.contains(text[place + 1])
        return (goesOn || hasShortWords)
          && words[text[place], default: []].contains { text[place...].starts(with: $0) }
      }
    }
  }
}
