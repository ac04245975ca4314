import DocumentParsing
import DomainLexicon
import JapaneseText

/// Labels that begin a line and are parted from their value by neither a colon nor a wide gap.
extension LabelLines {
  /// What parts a label from its value beside blanks and colons.
  private static let parting = ScalarSet("|→⇒➡/=-―─…>")
  /// How many lines of a section must be parted alike before words that the table does not know are labels.
  private static let leastAlike = 3

  /// Words before a sign, or set apart from the rest of their line, and what follows them.
  private struct Cut {
    let label: String
    let value: String
    /// The sign between the two; nil where an element of the page parts them.
    let sign: Unicode.Scalar?
  }

  /// How the lines of one section are parted.
  struct Parting: Hashable {
    fileprivate let section: [String]
    fileprivate let sign: Unicode.Scalar?
  }

  /// How several lines of a section are parted: `面接の日｜1月9日` is a label with its value as those around it are.
  func repeatedPartings(in statements: [Statement]) -> Set<Parting> {
    var counts: [Parting: Int] = [:]
    for statement in statements {
      guard let cut = cut(statement), isNoun(cut.label) else { continue }
      counts[Parting(section: statement.section, sign: cut.sign), default: 0] += 1
    }
    return Set(counts.filter { $0.value >= Self.leastAlike }.keys)
  }

  /// `<b>定員</b>2名`, `定員｜2名`: words that the page sets apart or a sign parts from their value, where the table has
  /// them as a label or the lines around are parted so too.
  func cutBehindLabel(_ statement: Statement, _ repeated: Set<Parting>) -> Statement? {
    guard let cut = cut(statement) else { return nil }
    let parting = Parting(section: statement.section, sign: cut.sign)
    guard isLabel(cut.label) || repeated.contains(parting) && isNoun(cut.label) else { return nil }
    // 募集/採用 is a pair of words.
    guard cut.sign == nil || !isLabel(cut.value) else { return nil }
    return labelled(statement, cut.label, cut.value)
  }

  private func cut(_ statement: Statement) -> Cut? {
    guard statement.shape == .paragraph, statement.labels.isEmpty else { return nil }
    if let lead = statement.lead {
      let value = String(statement.text.dropFirst(lead.count)).trimmingBlanks
      if isValue(value) { return Cut(label: Self.bare(lead), value: value, sign: nil) }
    }
    let text = FoldedText(statement.text)
    let start = text.scalars.prefix(Self.longestLabel + 4)
    guard let place = start.firstIndex(where: Self.parting.contains) else { return nil }
    let sign = text.scalars[place]
    var end = place
    while end < text.scalars.count, Self.parting.contains(text.scalars[end]) { end += 1 }
    // 見学 → 応募 → 面接 are steps.
    guard end < text.scalars.count, !text.scalars[end...].contains(sign) else { return nil }
    return Cut(
      label: Self.bare(text.original(of: 0..<place)),
      value: text.original(of: end..<text.scalars.count).trimmingBlanks, sign: sign)
  }

  private func isLabel(_ words: String) -> Bool {
    guard words.unicodeScalars.first.map({ $0.isJapanese || $0.isLatin }) == true else {
      return false
    }
    let text = FoldedText(words).withoutLetterSpacing
    return text.scalars.count > 1 && lexicon.labels.exactTopic(of: text.string) != nil
  }

  /// Whether words look like a label: short, without a figure, a stop or a particle at the end.
  private func isNoun(_ words: String) -> Bool {
    let text = FoldedText(words)
    guard (2...Self.longestLabel).contains(text.scalars.count), let last = text.scalars.last else {
      return false
    }
    return (!last.isHiragana || last == "き" || last == "み" || last == "り" || last == "先")
      && text.scalars.contains(where: \.isJapanese)
      && !text.scalars.contains { "。、,:?()".unicodeScalars.contains($0) || $0.isDigit }
  }

  /// Whether words can be the value of a label right before them: they begin with no particle and no stop.
  private func isValue(_ words: String) -> Bool {
    guard let first = words.unicodeScalars.first else { return false }
    return !"はがをにのでもとへや:：、。・)）」』】".unicodeScalars.contains(first)
  }

  private func labelled(_ statement: Statement, _ label: String, _ value: String) -> Statement {
    var piece = statement
    piece.labels = [label]
    piece.text = value
    piece.shape = .labelledLine
    piece.line = statement.text
    return piece
  }

  private static func bare(_ label: String) -> String {
    undecorated(Numbering.stripped(label.trimmingBlanks))
  }

  /// The signs that dress a label up on both sides or before it: `～定員～`, `『定員』`, `〇定員`.
  private static let decoration = ScalarSet("~～〜『』「」“”\"*＊○〇◯-―◆◇■□●◎▼★☆▶▷◼")

  /// A label without such signs.
  static func undecorated(_ label: String) -> String {
    var words = Substring(label).unicodeScalars
    while let first = words.first, decoration.contains(first) || first.isBlank {
      words.removeFirst()
    }
    while let last = words.last, decoration.contains(last) || last.isBlank { words.removeLast() }
    return words.isEmpty ? label : String(words)
  }

  /// `Places. One or two.`: an English label that a full stop sets before its value.
  func cutAtFullStop(_ statement: Statement) -> Statement? {
    let words = Numbering.stripped(statement.text)
    guard words.unicodeScalars.first?.isLatin == true, let stop = words.firstRange(of: ". ") else {
      return nil
    }
    let (label, value) = (words[..<stop.lowerBound], words[stop.upperBound...])
    guard label.count <= Self.longestLabel * 2, !value.isEmpty,
      lexicon.labels.exactTopic(of: String(label)) != nil
    else { return nil }
    return labelled(statement, String(label), String(value))
  }
}
