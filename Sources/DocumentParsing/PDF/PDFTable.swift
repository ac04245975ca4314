import JapaneseText

/// Makes a grid of records: tells the row of heads and the columns of labels.
struct PDFTable {
  /// The records with the words of their cells; all have the same number.
  var records: [[String]]
  /// Heads above the heads, each over several columns; empty where there are none.
  var upperHeads: [String] = []
  /// A label of the layout around the table, to its left.
  var outerLabel = ""

  /// The most characters of a label.
  private static let longestLabel = 24

  /// The grid; nil where the records are too few to be a table.
  func grid() -> TableGrid? {
    let hasHeads = hasHeads
    guard let width = records.first?.count, records.count >= (hasHeads ? 2 : 3) || takesTurns,
      width > 1
    else { return nil }
    let labels = labelColumns(hasHeads)
    let body = withoutRepeatedHeads(hasHeads)
    var origin = 0
    var carried: [TableGrid.Cell?] = Array(repeating: nil, count: width)
    var rows: [[TableGrid.Cell]] = []
    for (index, record) in body.enumerated() {
      let isHeadRow = hasHeads && index == 0
      var row: [TableGrid.Cell] = []
      for (column, text) in record.enumerated() {
        origin += 1
        let isLabel = labels.contains(column)
        if text.isEmpty, isLabel, let above = carried[column], !isHeadRow,
          isCarried(record, column, labels)
        {
          row.append(above)
          continue
        }
        let isHead = isHeadRow || isLabel
        let cell = TableGrid.Cell(
          text: isHead ? Self.onOneLine(text) : text, isHead: isHead, origin: origin)
        carried[column] = isHeadRow && !isOuter(column) ? nil : cell
        row.append(cell)
      }
      rows.append(row)
    }
    return TableGrid(rows: withOuterLabel(rows))
  }

  private static func onOneLine(_ text: String) -> String {
    text.split(separator: "\n").reduce("") { PDFText.joined($0, String($1)) }
  }

  /// An empty label belongs to the one above if more labels or values stand on its row.
  private func isCarried(_ record: [String], _ column: Int, _ labels: Set<Int>) -> Bool {
    column == 0 && record.dropFirst().contains { !$0.isEmpty }
  }

  private func withOuterLabel(_ rows: [[TableGrid.Cell]]) -> [[TableGrid.Cell]] {
    guard !outerLabel.isEmpty else { return rows }
    let label = TableGrid.Cell(text: outerLabel, isHead: true, origin: -2)
    return rows.map { [label] + $0 }
  }

  private func withoutRepeatedHeads(_ hasHeads: Bool) -> [[String]] {
    guard hasHeads, let heads = records.first else { return records }
    let whole = heads.indices.map { index in
      let upper = index < upperHeads.count ? upperHeads[index] : ""
      return [upper, heads[index]].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return [whole] + records.dropFirst().filter { $0 != heads }
  }

  // MARK: Heads

  /// Whether the first record heads the columns.
  private var hasHeads: Bool {
    guard let first = records.first, records.count > 1 else { return false }
    let named = first.filter { !$0.isEmpty }
    guard named.count >= max(2, first.count - 1), named.allSatisfy(Self.isHeadLike) else {
      return false
    }
    let corner = PDFText.key(first[0])
    if corner.isEmpty || Self.corners.contains(corner) { return true }
    if isOuter(0), Self.corners.contains(PDFText.key(first[1])) { return true }
    if takesTurns { return false }
    // Figures or sentences below, none in the first record.
    return first.indices.dropFirst().contains { column in
      records.dropFirst().contains { Self.isValueLike($0[column]) }
    }
  }

  /// Heads of a column of labels: they name no column of values, but rows.
  private static let corners: Set<String> = [
    "区分", "項目", "箇所", "名称", "種別", "種類", "事項", "内容", "費目", "期別", "回", "日程", "年度", "対象", "対象者", "科目",
    "品目",
    "no", "no.", "item", "items", "category", "kind", "type", "charge", "fee", "round",
  ]

  /// Whether the first column labels the rows around an inner table: it stands on the first row only.
  private func isOuter(_ column: Int) -> Bool {
    column == 0 && records.count > 1 && records[0].count > 2 && !records[0][0].isEmpty
      && records.dropFirst().allSatisfy { $0[0].isEmpty }
  }

  private static func isHeadLike(_ text: String) -> Bool {
    let folded = FoldedText(text.replacing("\n", with: "")).withoutBlanks
    guard (1...longestLabel).contains(folded.scalars.count), !folded.contains("。") else {
      return false
    }
    return !isValueLike(text)
  }

  /// Whether words are a value: a sum, a day, a number of people, a bare number, or a sentence.
  static func isValueLike(_ text: String) -> Bool {
    let scalars = FoldedText(text).withoutBlanks.scalars
    if scalars.contains("。") || scalars.count > longestLabel { return true }
    if !scalars.isEmpty, scalars.allSatisfy({ $0.isDigit || ".,-~%".unicodeScalars.contains($0) }) {
      return true
    }
    for (index, scalar) in scalars.enumerated() where scalar.isDigit && index + 1 < scalars.count {
      let next = scalars[index + 1]
      if "円日時分名人割%".unicodeScalars.contains(next) { return true }
      if next == "/" || next == ":" || next == ",", index + 2 < scalars.count,
        scalars[index + 2].isDigit
      {
        return true
      }
    }
    let key = String(String.UnicodeScalarView(scalars))
    return key.hasPrefix("jpy") || key.hasPrefix("¥") || key.hasPrefix("yen")
  }

  // MARK: Labels

  /// Label, value, label, value: two tables of labels side by side.
  private var takesTurns: Bool {
    guard let width = records.first?.count, width >= 4, width.isMultiple(of: 2) else {
      return false
    }
    let labels = stride(from: 0, to: width, by: 2)
    let areLabels = labels.allSatisfy { column in
      records.allSatisfy { $0[column].count <= 16 && !Self.isValueLike($0[column]) }
        && records.contains { !$0[column].isEmpty }
    }
    let corner = PDFText.key(records[0][0])
    return areLabels && !corner.isEmpty && !Self.corners.contains(corner)
      && labels.allSatisfy { column in
        records.contains { Self.isValueLike($0[column + 1]) }
      }
  }

  private func labelColumns(_ hasHeads: Bool) -> Set<Int> {
    if takesTurns { return Set(stride(from: 0, to: records[0].count, by: 2)) }
    let body = hasHeads ? records.dropFirst() : records[...]
    func areLabels(_ column: Int) -> Bool {
      body.allSatisfy { $0[column].count <= Self.longestLabel * 2 }
        && !body.contains { Self.isValueLike($0[column]) }
    }
    var labels: Set<Int> = []
    let isCounted = records[0].count > 2 && areLabels(1) && body.allSatisfy { isCount($0[0]) }
    if isCounted { return [0, 1] }
    guard areLabels(0) else { return labels }
    labels.insert(0)
    // A label over several rows, each with a label of its own.
    let carried = zip(body, body.dropFirst()).count { above, record in
      (record[0].isEmpty || record[0] == above[0]) && !record[1].isEmpty
    }
    if records[0].count > 2, isOuter(0) || carried > 0, areLabels(1) { labels.insert(1) }
    return labels
  }
}

extension PDFTable {
  /// Whether a cell only counts the rows or names a page.
  private func isCount(_ text: String) -> Bool {
    let key = PDFText.key(text)
    return key.count <= 4
      && key.unicodeScalars.allSatisfy { $0.isDigit || "p.()".unicodeScalars.contains($0) }
  }
}

extension TableGrid {
  /// A grid whose cells are known already.
  init(rows: [[Cell]]) {
    self.rows = rows.filter { row in row.contains { !$0.text.isEmpty } }
  }
}
