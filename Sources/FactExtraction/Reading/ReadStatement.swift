import DocumentParsing
import DomainLexicon
import JapaneseText

/// A statement of a page, folded, with what its labels announce.
final class ReadStatement: Sendable {
  /// The statement as the page has it.
  let statement: Statement
  /// Its words, folded.
  let text: FoldedText
  /// What its labels or headings announce; nil where nothing does.
  let topic: LabelTopic?
  /// The label or heading that announces it.
  let label: String
  /// The kinds named in its labels and words.
  let kinds: [NamedKind]
  /// Its place on the page.
  let order: Int

  /// Makes a statement; it is an object since readers hand it on all the time.
  init(
    statement: Statement, text: FoldedText, topic: LabelTopic?, label: String,
    kinds: [NamedKind], order: Int
  ) {
    self.statement = statement
    self.text = text
    self.topic = topic
    self.label = label
    self.kinds = kinds
    self.order = order
  }

  /// The parts of the words between full stops and line ends.
  var sentences: [Range<Int>] { text.pieces { $0 == "。" || $0 == "\n" || $0 == "※" } }

  /// The parts of the words between any marks that end a thought.
  var clauses: [Range<Int>] {
    text.pieces { scalar in
      switch scalar {
      case "。", "\n", "※", "、", ",", ";": true
      default: false
      }
    }
  }

  /// The same statement, read for another matter.
  func with(topic: LabelTopic) -> ReadStatement {
    ReadStatement(
      statement: statement, text: text, topic: topic, label: label, kinds: kinds, order: order)
  }

  /// All labels and headings that it stands under, the column's too.
  var path: String {
    (statement.section + statement.labels + [statement.column ?? ""]).joined(separator: " ")
  }

  /// The labels and headings above, for evidence.
  var section: String? {
    let (headings, labels) = (statement.section, statement.labels)
    guard let inner = labels.last ?? headings.last else { return nil }
    let outer =
      labels.count > 1
      ? labels[labels.count - 2]
      : labels.isEmpty ? headings.dropLast().last : headings.last
    return outer.map { $0 + " > " + inner } ?? inner
  }
}

/// A kind that a statement names, in its words or in its labels: its place in either says nothing.
struct NamedKind: Sendable {
  /// What is named.
  let name: KindName
  /// Whether people or a program that is recruited for are named, not only a subject.
  let isFirm: Bool

  /// The kinds that stand in a text.
  static func all(in text: FoldedText, _ kinds: KindTable) -> [NamedKind] {
    kinds.mentions(in: text).map { NamedKind(name: $0.name, isFirm: $0.isFirm) }
  }
}

extension FoldedText {
  /// The stretches between separators, without blank ones.
  ///
  /// A comma between digits separates nothing, nor does a stop at the end of a bracket.
  func pieces(separatedBy isSeparator: (Unicode.Scalar) -> Bool) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    for index in 0...scalars.count where index == scalars.count || isSeparator(scalars[index]) {
      if index < scalars.count, scalars[index] == ",", index > 0, scalars[index - 1].isDigit {
        continue
      }
      if index < scalars.count, scalars[index] == "\n", isInsideRange(at: index) { continue }
      // 県内の病院(本院を含む。)で: a stop right before the end of a bracket ends no sentence.
      if index + 1 < scalars.count, scalars[index] == "。", scalars[index + 1] == ")" { continue }
      if scalars[start..<index].contains(where: { !$0.isBlank }) { pieces.append(start..<index) }
      start = index + 1
    }
    return pieces
  }

  /// Whether a line ends inside a range of days: `11月9日から⏎11月20日まで`, `11月1日⏎～⏎11月29日⏎必着`.
  private func isInsideRange(at lineEnd: Int) -> Bool {
    var before = ScalarReader(self)
    before.position = lineEnd
    while let previous = before.previous, previous.isBlank { before.position -= 1 }
    let end = before.position
    let opens = ["から", "より", "~", "-"].contains {
      hasWord($0, before: end)
    }
    var after = ScalarReader(self)
    after.position = lineEnd
    after.skipBlanks(lineEnds: true)
    let isDigit = after.next?.isDigit == true || after.sees(any: ["令和", "平成", "同", "翌"])
    let goesOn = after.sees(any: ["~", "から", "まで", "必着", "消印"])
    let behindDay = end > 0 && (scalars[end - 1] == "日" || scalars[end - 1] == ")")
    return (opens && isDigit) || (goesOn && (behindDay || opens))
  }
}
