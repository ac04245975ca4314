import DocumentParsing
import DomainLexicon
import JapaneseText

/// A statement that may speak of the fee, with what stands above and beside it.
struct FeeCell {
  /// The statement, its words closed up where their characters stood apart.
  var statement: ReadStatement
  /// Whether its labels or the head of its column announce a charge.
  let isFee: Bool
  /// The innermost words that say what the cell holds: the label, the head of the column, and the
  /// remarks in other cells of its row.
  let label: FoldedText
  /// The head of the column.
  let head: FoldedText
  /// Remarks in other cells of the row that hold no sum.
  let remarks: FoldedText
  /// When the sum is to be paid, by another cell of the row.
  var payment = FoldedText("")
  /// What numbers without a currency are.
  let bare: MoneyReader.Bare

  /// The sums of the cell.
  var sums: [MoneyMention] {
    MoneyReader(bare: bare).sums(in: statement.text).filter { $0.greatest > 0 }
  }
}

/// Puts the cells of tables together: heads of columns, remarks of rows, units of money.
struct FeeCells {
  let lexicon: Lexicon
  /// Whether the charges are those of an examination.
  private let isExamination: Bool
  private let statements: [ReadStatement]
  /// The heads of tables with two columns and no marked head, by the place of each cell below.
  private let heads: [Int: String]
  private let labels = FoldedLabels()

  /// Reads what stands above and beside the statements of a program.
  init(_ statements: [ReadStatement], lexicon: Lexicon, isExamination: Bool = false) {
    self.lexicon = lexicon
    self.isExamination = isExamination
    self.statements = statements
    heads = Self.heads(of: statements, lexicon)
  }

  /// The statements that are taken as cells, heads of columns left out.
  ///
  /// What stands around a statement is looked for only where it is taken.
  func cells(where isTaken: (ReadStatement, _ isFee: Bool) -> Bool) -> [FeeCell] {
    statements.indices.compactMap { cell(at: $0, isTaken) }
  }

  private func cell(at place: Int, _ isTaken: (ReadStatement, Bool) -> Bool) -> FeeCell? {
    var statement = statements[place]
    let spaced = statement.text.withoutSpacing
    let head = statement.statement.column ?? heads[place] ?? ""
    let known = topic(lexicon.labels.topic(of: head), of: head)
    let headTopic = known == .unrelated || known == .contact ? nil : known
    let isFee =
      isFee(topic(statement.topic, of: statement.label), headTopic) || isChargeLabel(statement)
      || known == nil && isPeriodBesideCharge(statement, at: place, head)
    statement = ReadStatement(
      statement: statement.statement, text: spaced,
      topic: isFee ? .fee : statement.topic == .fee ? nil : statement.topic,
      label: headTopic == .fee && statement.topic != .fee ? head : statement.label,
      kinds: statement.kinds, order: statement.order)
    guard isTaken(statement, isFee) else { return nil }
    return FeeCell(
      statement: statement, isFee: isFee,
      label: withoutMeans(labels[statement.statement.labels.last ?? ""].withoutSpacing),
      head: labels[head].withoutSpacing,
      remarks: FoldedText(remarks(at: place)), payment: FoldedText(payment(at: place)),
      bare: bare(at: place, head, isFee))
  }

  /// 検定料: what applicants pay is the charge of an examination.
  private func topic(_ topic: LabelTopic?, of label: String) -> LabelTopic? {
    guard isExamination, topic == .otherMoney else { return topic }
    let words = labels[label].withoutSpacing
    return words.scalars.contains(where: \.isJapanese)
      && lexicon.concepts.says(.applicantCharge, asAllOf: words.scalars.indices, in: words)
      ? .fee : topic
  }

  /// 筆記試験 | 口述試験: columns of parts that are paid for one by one.
  private static let parts: Set<LabelTopic> = [.selection, .selectionDay, .examDate]

  /// A head that announces another matter takes its column out; one that announces a charge makes a
  /// row fee that its label leaves open.
  private func isFee(_ topic: LabelTopic?, _ head: LabelTopic?) -> Bool {
    if let head, head != .fee {
      return topic == .fee && (head == .application || isExamination && Self.parts.contains(head))
    }
    return topic == .fee || (head == .fee && topic == nil)
  }

  /// 実地修練生 | 入学金 | 月額: a column headed by a period only, in a row that has a charge in another column.
  private func isPeriodBesideCharge(
    _ statement: ReadStatement, at place: Int, _ head: String
  ) -> Bool {
    let text = labels[head].withoutBlanks
    let name = 0..<(text.scalars.firstIndex(of: "(") ?? text.scalars.count)
    guard statement.topic == nil,
      [Concept.perMonth, .perYear, .perSemester].contains(where: {
        lexicon.concepts.says($0, asAllOf: name, in: text)
      })
    else { return false }
    return statements[max(0, place - 3)..<min(statements.count, place + 4)].contains { other in
      other.order != statement.order && other.statement.column != nil
        && other.statement.labels == statement.statement.labels
        && lexicon.labels.topic(of: other.statement.column ?? "") == .fee
    }
  }

  /// Whether the label is a charge's name that the table of labels has not (機器使用料, Enrolment charge).
  private func isChargeLabel(_ statement: ReadStatement) -> Bool {
    let source = statement.statement
    guard source.shape != .heading, let label = source.labels.last ?? source.section.last else {
      return false
    }
    let text = withoutMeans(labels[label].withoutSpacing)
    if statement.topic == nil, text.scalars.count <= 40,
      !text.scalars.contains(where: \.isJapanese),
      lexicon.concepts.says(.feeTopic, in: text)
    {
      return true
    }
    guard !source.labels.isEmpty, text.scalars.count <= 24,
      let noun = ChargeNouns(text, lexicon).last(in: text.scalars.indices)
    else { return false }
    // 書類審査料 is a charge, though 書類審査 is none.
    let isWhole = noun.range.count == text.scalars.count
    return noun.meaning != .excluded
      && (statement.topic == nil || (isWhole && statement.topic != .otherMoney))
  }

  /// 手数料（収入印紙）: how a charge is paid is no other charge.
  private func withoutMeans(_ label: FoldedText) -> FoldedText {
    guard label.hasWord(")", before: label.scalars.count),
      let open = label.scalars.lastIndex(of: "("), open > 0,
      case let inner = open + 1..<label.scalars.count - 1, !inner.isEmpty,
      lexicon.concepts.says(.meansOfPayment, asAllOf: inner, in: label)
    else { return label }
    return FoldedText(label.original(of: 0..<open))
  }

  // MARK: Heads

  /// The heads of runs of cells with one label each: a first cell that names money and holds none.
  private static func heads(of statements: [ReadStatement], _ lexicon: Lexicon) -> [Int: String] {
    var heads: [Int: String] = [:]
    var head: String?
    var section: [String] = []
    for (place, statement) in statements.enumerated() {
      let source = statement.statement
      guard source.shape == .tableCell, source.labels.count == 1, source.column == nil else {
        head = nil
        continue
      }
      let isFirst =
        place == 0 || statements[place - 1].statement.shape != .tableCell
        || statements[place - 1].statement.section != source.section
      if isFirst || source.section != section {
        section = source.section
        head = isMoneyHead(statement.text, lexicon) ? source.text : nil
        continue
      }
      if let head { heads[place] = head }
    }
    return heads
  }

  private static func isMoneyHead(_ text: FoldedText, _ lexicon: Lexicon) -> Bool {
    guard text.scalars.count <= 24, !text.scalars.contains(where: \.isDigit) else { return false }
    return lexicon.labels.topic(of: text.string) == .fee || unit(in: text) != nil
      || text.contains("額") || text.contains("amount")
  }

  // MARK: Remarks

  /// Matters of their own beside the charges of a row: 期間 | 1年 says nothing of how often 18,500円 is paid.
  private static let ownMatters: Set<LabelTopic> = [
    .training, .eligibility, .application, .capacity, .documents, .recommendation,
  ]

  /// The other cells of a row that hold no sum; when it is to be paid says nothing of the period.
  private func remarks(at place: Int) -> String {
    (row(of: place).compactMap { index -> String? in
      let other = statements[index].statement
      guard index != place, let head = other.column,
        !lexicon.signs.says(.paymentHead, in: FoldedText(head))
          || lexicon.signs.says(.periodOfSum, in: FoldedText(other.text)),
        !Self.ownMatters.contains(lexicon.labels.topic(of: head) ?? .fee)
          || lexicon.signs.says(.periodOfSum, in: FoldedText(other.text)),
        MoneyReader(bare: bare(at: index, head, false)).sums(in: statements[index].text).isEmpty
      else { return nil }
      return unit(head, other.text) ?? other.text
    } + unitBelow(place)).joined(separator: "\n")
  }

  /// 登録料 | 修練料 over 金額 and 単位: where the charges head the columns, the row that says what each is paid for.
  private func unitBelow(_ place: Int) -> [String] {
    let own = statements[place].statement
    guard own.shape == .tableCell, let column = own.column,
      !ChargeNouns(labels[column], lexicon).all(in: labels[column].scalars.indices).isEmpty
    else { return [] }
    return statements.filter { other in
      other.statement.column == column && other.statement.section == own.section
        && other.statement.labels.last.map { label in
          let text = labels[label].withoutBlanks
          return lexicon.signs.says(.unitRow, asAllOf: text.scalars.indices, in: text)
        } ?? false
    }.map { unit("単位", $0.statement.text) ?? $0.statement.text }
  }

  /// When a sum is to be paid, by the column that says so.
  private func payment(at place: Int) -> String {
    row(of: place).filter { index in
      index != place
        && statements[index].statement.column.map {
          lexicon.signs.says(.paymentHead, in: FoldedText($0))
        } == true
        && MoneyReader().sums(in: statements[index].text).isEmpty
    }.map { statements[$0].statement.text }.joined(separator: "\n")
  }

  /// What a sum is paid for, where a column says its unit: 1月 is January elsewhere.
  private func unit(_ head: String, _ text: String) -> String? {
    let words = FoldedText(head).withoutBlanks
    guard lexicon.signs.says(.unitHead, asExactly: words.scalars.indices, in: words) else {
      return nil
    }
    return switch FoldedText(text).withoutBlanks.string {
    case "1月", "1か月", "1ヶ月", "1ヵ月", "1箇月", "一月", "1人1月", "月": "月額"
    case "1年", "年": "年額"
    case "6月", "6か月", "6ヶ月", "6箇月", "半年": "半期"
    default: nil
    }
  }

  /// The cells of a place's row: those of the same labels around it, each of another column.
  private func row(of place: Int) -> Range<Int> {
    let own = statements[place].statement
    guard own.shape == .tableCell, own.column != nil else { return place..<place }
    let isBeside = { (index: Int) in
      let other = statements[index].statement
      return other.shape == .tableCell && other.labels == own.labels && other.section == own.section
    }
    var first = place
    while first > 0, isBeside(first - 1) { first -= 1 }
    var start = first
    var columns: Set<String> = []
    for index in first..<statements.count where isBeside(index) {
      guard let column = statements[index].statement.column else { break }
      if !columns.insert(column).inserted {
        if index > place { return start..<index }
        start = index
        columns = [column]
      }
      if index + 1 == statements.count || !isBeside(index + 1) { return start..<index + 1 }
    }
    return start..<place + 1
  }

  // MARK: Units

  private func bare(at place: Int, _ head: String, _ isFee: Bool) -> MoneyReader.Bare {
    let source = statements[place].statement
    for words in [head] + source.labels.reversed() + source.section.reversed() {
      if let unit = Self.unit(in: labels[words]) { return .unit(unit) }
    }
    if isFee, source.shape != .paragraph || !head.isEmpty, let unit = unitAbove(place) {
      return .unit(unit)
    }
    return isFee && (source.shape != .paragraph || !head.isEmpty) ? .grouped : .nothing
  }

  /// The unit that stands alone above a table: （単位：千円）.
  private func unitAbove(_ place: Int) -> Int? {
    let own = statements[place].statement
    for statement in statements[max(0, place - 8)..<place].reversed() {
      guard statement.statement.section == own.section else { return nil }
      let text = statement.text.withoutBlanks
      if text.scalars.count <= 40, lexicon.signs.says(.unitHead, in: text),
        let unit = Self.unit(in: text)
      {
        return unit
      }
    }
    return nil
  }

  private static let units: [(word: String, unit: Int)] = [
    ("千円", 1000), ("万円", 10_000), ("円", 1), ("jpy", 1), ("yen", 1), ("¥", 1),
  ]

  /// Whether it is a letter that one of every unit's words has.
  private static func isInUnit(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "円" || scalar == "y" || scalar == "¥"
  }

  /// The unit that a head states: 金額（円）, （単位：千円）, Amount (JPY).
  private static func unit(in text: FoldedText) -> Int? {
    guard text.scalars.count <= 60, text.scalars.contains(where: isInUnit) else { return nil }
    let text = text.withoutBlanks
    for (word, unit) in units {
      guard let range = text.range(of: word) else { continue }
      let before = range.lowerBound > 0 ? text.scalars[range.lowerBound - 1] : "("
      let behind = range.upperBound < text.scalars.count ? text.scalars[range.upperBound] : ")"
      let isAlone =
        "(:・/,、[".unicodeScalars.contains(before) && ")・/,、].".unicodeScalars.contains(behind)
      if isAlone { return unit }
    }
    return nil
  }
}
