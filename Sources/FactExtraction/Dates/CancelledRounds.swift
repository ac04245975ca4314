import DocumentParsing
import DomainLexicon
import JapaneseText

/// Finds the rounds that a page calls off by their numbers: `上記(2)の区分による募集は行いません`.
struct CancelledRounds {
  /// The numbers as headings have them: (2).
  private let marks: [String]

  /// Reads what a program's statements call off.
  init(_ statements: [ReadStatement], lexicon: Lexicon) {
    marks = statements.flatMap { statement -> [String] in
      let text = statement.text
      guard lexicon.concepts.says(.takingTopic, in: text),
        lexicon.concepts.says(.deniedTaking, in: text)
      else { return [] }
      return statement.sentences.flatMap { sentence -> [String] in
        guard
          let taking = lexicon.concepts.ranges(of: .takingTopic, in: text, range: sentence).last,
          lexicon.concepts.says(
            .deniedTaking, in: text, range: taking.upperBound..<sentence.upperBound)
        else { return [] }
        return Self.numbers(in: text, sentence.lowerBound..<taking.lowerBound, lexicon)
      }
    }
  }

  /// The statements without those that stand under the heading of such a round, or behind an entry of a list
  /// that begins with its number, up to the next entry or heading.
  func removed(from statements: [ReadStatement]) -> [ReadStatement] {
    guard !marks.isEmpty else { return statements }
    var isInside = false
    return statements.filter { statement in
      let words = statement.statement
      if let number = Self.leadingNumber(statement.text) {
        isInside = marks.contains(number)
      } else if words.shape == .heading {
        isInside = false
      }
      let headings = (words.section + words.labels).compactMap {
        Self.leadingNumber(FoldedText($0))
      }
      return !isInside && !headings.contains(where: marks.contains)
    }
  }

  /// `(2) 令和9年10月1日開始`: the number that a text begins with.
  private static func leadingNumber(_ text: FoldedText) -> String? {
    var reader = ScalarReader(text)
    reader.skipBlanks()
    guard reader.take("(" as Unicode.Scalar), let number = NumberReader.digits(&reader, atMost: 2),
      reader.take(")" as Unicode.Scalar)
    else { return nil }
    return "(\(number))"
  }

  /// `(2)` with the words that say that it is a round of the page.
  private static func numbers(
    in text: FoldedText, _ range: Range<Int>, _ lexicon: Lexicon
  ) -> [String] {
    range.compactMap { start in
      var reader = ScalarReader(text, in: start..<range.upperBound)
      guard reader.take("(" as Unicode.Scalar),
        let number = NumberReader.digits(&reader, atMost: 2),
        reader.take(")" as Unicode.Scalar),
        let words = lexicon.signs.range(of: .roundOfNumber, at: reader.position, in: text),
        words.upperBound <= range.upperBound
      else { return nil }
      return "(\(number))"
    }
  }
}
