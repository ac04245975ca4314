import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Names the parts of an examination that are held on a day.
struct ExaminationParts {
  let lexicon: Lexicon
  /// The statements of the examination; cells of one row tell what the other is of.
  let statements: [ReadStatement]

  /// The longest name of a part.
  private static let longestName = 20

  /// The parts of a day: several where its lines give each an hour, none where nothing names one.
  func parts(of phrase: DatedPhrase, in statement: ReadStatement) -> [String] {
    let hourly = hourlyParts(statement)
    if hourly.count > 1 { return hourly }
    let before = statement.text.string(in: phrase.before).trimmingBlanks
      .trimmingSuffix { ":( はが".contains($0) }
    // 実技試験はその翌週の, 第一部試験は筆記により、: the name ends at its particle.
    let subject = before.firstIndex { "はを、".contains($0) }.map { String(before[..<$0]) } ?? before
    // 口 頭 試 問: letters that stand apart are one word.
    let name = FoldedText(Numbering.stripped(subject)).withoutLetterSpacing.string.trimmingBlanks
    if (2...Self.longestName).contains(name.count), isName(name) { return [name] }
    if let name = nameInRow(of: statement) { return [name] }
    let head = statement.statement.labels.last.flatMap(nameOfLabel)
    // `Part I: written paper` over a list with its date.
    return
      (head ?? statement.statement.column.flatMap(nameOfLabel)
      ?? statement.statement.section.last.flatMap(nameOfHeading)).map { [$0] } ?? []
  }

  /// Whether words before a day name something, not only that a day follows: 日時, Sunday.
  private func isName(_ words: String) -> Bool {
    let topic = lexicon.labels.topic(of: words)
    let isDayWord = topic == .examDate || topic == .selectionDay
    let text = FoldedText(words)
    let isHead =
      lexicon.signs.says(.dayHead, atEndOf: text.scalars.indices, in: text)
      || lexicon.signs.says(.wholeExamination, asAllOf: text.scalars.indices, in: text)
    let isEnglish = !words.unicodeScalars.contains(where: \.isJapanese)
    // 会場の都合により: a name does not end in a particle.
    let isNoun = text.scalars.last.map { !$0.isHiragana } ?? false
    return !isDayWord && !isHead && isNoun
      && (!isEnglish || !SelectionMethods(lexicon: lexicon).methods(ofLabel: words).isEmpty)
  }

  /// `10時~12時 筆記試験⏎13時半~ 面接試験` below one day.
  private func hourlyParts(_ statement: ReadStatement) -> [String] {
    let text = statement.text
    guard DateReader().spans(in: text).count == 1 else { return [] }
    return text.pieces(separatedBy: { $0 == "\n" || $0 == "、" }).compactMap { line in
      TimeReader.times(in: text, range: line).isEmpty ? nil : way(in: text, line)
    }
  }

  /// The word for a way of examining in a part of a text, with 試験 if that follows.
  private func way(in text: FoldedText, _ range: Range<Int>) -> String? {
    for (concept, method) in SelectionMethods.all where method != .documents {
      guard let word = lexicon.concepts.ranges(of: concept, in: text, range: range).first else {
        continue
      }
      let noun = lexicon.concepts.range(of: .examinationWord, at: word.upperBound, in: text)
      return text.string(in: word.lowerBound..<(noun ?? word).upperBound)
    }
    return nil
  }

  /// 第一次 | 筆記試験 | 1月31日: the cell of the same row that names a way of examining and nothing else.
  private func nameInRow(of statement: ReadStatement) -> String? {
    guard statement.statement.column != nil else { return nil }
    for other in statements
    where other.statement.column != nil && other.order != statement.order
      && other.statement.labels == statement.statement.labels
      && other.statement.section == statement.statement.section
    {
      let name = Self.outsideBrackets(other.text.string)
      guard name.count <= Self.longestName, way(in: other.text, other.text.scalars.indices) != nil,
        DateReader().dates(in: other.text).isEmpty
      else { continue }
      return name
    }
    return nil
  }

  /// A heading that names a part and nothing else: `Part I: written paper`.
  private func nameOfHeading(_ heading: String) -> String? {
    let name = String(heading.prefix { !":：(（".contains($0) }).trimmingBlanks
    let text = FoldedText(name)
    guard (2...Self.longestName).contains(name.count), !"か。?？".contains(heading.last ?? " "),
      lexicon.signs.says(.examinationPart, atStartOf: text.scalars.indices, in: text),
      !lexicon.signs.says(.wholeExamination, asAllOf: text.scalars.indices, in: text)
    else { return nil }
    return text.scalars.contains { $0.isDigit || $0.isLatin || "一二三前後".unicodeScalars.contains($0) }
      ? name : nil
  }

  /// A label that names a part (前半, 第一部試験), not the matter (試験日, 日時).
  private func nameOfLabel(_ label: String) -> String? {
    let name = Self.outsideBrackets(FoldedText(Numbering.stripped(label)).string)
    guard (1...Self.longestName).contains(name.count) else { return nil }
    if !SelectionMethods(lexicon: lexicon).methods(ofLabel: name).isEmpty { return name }
    let text = FoldedText(name)
    return lexicon.labels.exactTopic(of: name) == nil
      && lexicon.signs.says(.partEnding, atEndOf: text.scalars.indices, in: text) ? name : nil
  }

  private static func outsideBrackets(_ words: String) -> String {
    var depth = 0
    let kept = words.filter { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return depth <= 0 && character != ")"
    }
    return kept.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
