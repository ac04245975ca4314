import DocumentParsing
import DomainLexicon
import JapaneseText

/// Reads where the training takes place: in which departments.
struct DepartmentReader {
  let lexicon: Lexicon

  /// The departments that a page lists under a label of theirs, or through which, in a sentence, a trainee goes.
  func departments(in statements: [ReadStatement]) -> Finding<[String]>? {
    listed(in: statements) ?? rotated(in: statements)
  }

  private func listed(in statements: [ReadStatement]) -> Finding<[String]>? {
    var found: [String] = []
    var quotes: [Quote] = []
    for statement in statements where statement.topic == .departments {
      let names = ListReader.pieces(statement, separators: "\n。、,・/ ").flatMap(names)
      guard !names.isEmpty else { continue }
      found += names.filter { !found.contains($0) }
      quotes.append(Quote(statement))
    }
    return found.isEmpty
      ? nil : Finding(Array(found.prefix(ListReader.mostEntries)), quotes: quotes)
  }

  /// The names in an entry of a list: two in 産婦人科及び精神科, one in 救急科のほか.
  private func names(in entry: String) -> [String] {
    let text = FoldedText(String(entry.prefix { $0 != "(" && $0 != "（" }))
    let all = text.scalars.indices
    let joints = lexicon.signs.ranges(of: .betweenDepartments, in: text)
    let starts = [all.lowerBound] + joints.map(\.upperBound)
    let ends = joints.map(\.lowerBound) + [all.upperBound]
    return zip(starts, ends).compactMap { start, end in
      guard start < end else { return nil }
      let isName = lexicon.signs.says(.departmentsEnding, before: end, from: start, in: text)
      if isName, end - start <= Self.longestName { return text.original(of: start..<end) }
      return lexicon.departments.mentions(in: text, range: start..<end).first {
        $0.lowerBound == start
      }.map(text.original)
    }
  }

  /// `内科、外科、小児科を順に回ります`: two departments at least, in one sentence.
  private func rotated(in statements: [ReadStatement]) -> Finding<[String]>? {
    for statement in statements where statement.topic.map(Self.mayTell) ?? true {
      let text = statement.text
      for sentence in statement.sentences {
        guard let names = rotation(text, sentence), names.count > 1 else { continue }
        return Finding(
          names.map(text.original), quotes: [Quote(statement, exactly: text.trimmed(sentence))],
          confidence: Confidence.sentence)
      }
    }
    return nil
  }

  /// The departments before a Japanese verb of going round, or behind an English one.
  private func rotation(_ text: FoldedText, _ sentence: Range<Int>) -> [Range<Int>]? {
    guard
      let verb = lexicon.signs.ranges(of: .rotating, in: text, range: sentence).last,
      !lexicon.signs.says(.notRotating, in: text, range: sentence)
    else { return nil }
    let isJapanese = text.scalars[verb].contains(where: \.isJapanese)
    let side =
      isJapanese
      ? sentence.lowerBound..<verb.upperBound : verb.lowerBound..<sentence.upperBound
    return lexicon.departments.mentions(in: text, range: side)
  }

  /// Whether what stands under a label may tell what the training is like.
  private static func mayTell(_ topic: LabelTopic) -> Bool {
    ![.documents, .eligibility, .recommendation, .contact, .selection, .obligation].contains(topic)
  }

  /// The most characters of a name.
  private static let longestName = 16
}
