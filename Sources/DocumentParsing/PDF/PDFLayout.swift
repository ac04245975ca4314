import JapaneseText

/// What a PDF holds, in reading order.
struct PDFContent {
  /// The lines of the title as one; empty where there is none.
  var title = ""
  /// The matter.
  var items: [FlowItem] = []
  /// What was left out.
  var remarks: [String] = []
}

/// Puts the words of a PDF into headings, lines and tables.
struct PDFLayout {
  private let pages: [PDFPage]
  /// The usual height of letters.
  private let unit: Double
  private let left: Double
  private let right: Double
  private let remarks: [String]

  /// The content of a document; page numbers, running heads and blank forms are left out.
  static func content(of pages: [PDFPage]) -> PDFContent {
    let rows = pages.map { PDFText.rows(of: $0.words) }
    return PDFLayout(PDFFurniture(pages, rows: rows).removed()).read()
  }

  private init(_ pages: [PDFPage]) {
    var remarks: [String] = []
    self.pages = Self.withoutForms(pages, &remarks)
    self.remarks = remarks
    let words = self.pages.flatMap(\.words)
    unit = PDFText.letterHeight(of: words)
    left = words.map(\.left).min() ?? 0
    right = words.map { $0.left + $0.width }.max() ?? 0
  }

  private static func withoutForms(_ pages: [PDFPage], _ remarks: inout [String]) -> [PDFPage] {
    pages.enumerated().map { number, page in
      let rows = PDFText.rows(of: page.words)
      guard let start = BlankForm.start(in: rows), number > 0 || start > 0 else { return page }
      remarks.append("the blank form on page \(number + 1) was left out: \(rows[start].text)")
      var kept = page
      kept.words.removeAll { $0.top + $0.height / 2 >= rows[start].top - 0.5 }
      return kept
    }
  }

  private func read() -> PDFContent {
    var regions = pages.map { page in
      PDFRegions.regions(
        of: PDFText.rows(of: page.words).flatMap(\.tokens), unit: unit, left: left, right: right)
    }
    var content = PDFContent(remarks: remarks)
    if let first = regions.indices.first(where: { !regions[$0].isEmpty }) {
      content.title = takeTitle(from: &regions[first]).joined(separator: " ")
    }
    if !content.title.isEmpty { content.items.append(.heading(level: 1, text: content.title)) }
    content.items += PDFFlow.items(of: flow(of: Array(regions.joined())), unit: unit)
    return content
  }

  /// The rows of the title, taken out of the upper regions of the first page.
  private func takeTitle(from regions: inout [PDFRegion]) -> [String] {
    let rows = PDFText.rows(of: regions.prefix(3).flatMap(\.words))
    let found = PDFTitle.rows(in: rows, unit: unit, left: left, right: right).map { rows[$0] }
    let words = Set(found.flatMap(\.tokens))
    for index in regions.indices { regions[index].words.removeAll { words.contains($0) } }
    return found.map(\.text)
  }

  /// The rows of all regions, one region after the other, each from its own left edge on.
  private func flow(of regions: [PDFRegion]) -> [PDFRow] {
    var rows: [PDFRow] = []
    var bottom = 0.0
    var last: PDFRegion?
    for (number, region) in regions.enumerated() {
      let own = PDFText.rows(of: region.words)
      guard let first = own.first else { continue }
      let limit = Self.limit(of: own, in: region, amid: regions)
      let down = bottom - first.top
      for (index, row) in own.enumerated() {
        var row = row
        row.startsRegion = index == 0 && !rows.isEmpty
        row.startsPart = row.startsRegion && last.map { !$0.goesOn(with: region) } ?? false
        row.box = region.isBox ? number + 1 : 0
        row.limit = limit - region.left
        for token in row.tokens.indices {
          row.tokens[token].left -= region.left
          row.tokens[token].right -= region.left
          row.tokens[token].top += down
          row.tokens[token].bottom += down
        }
        rows.append(row)
        bottom = max(bottom, row.bottom)
      }
      bottom += unit
      last = region
    }
    return rows
  }

  /// The right edge at which lines break: that of most long ones, for some letters reach beyond.
  private static func limit(
    of rows: [PDFRow], in region: PDFRegion, amid regions: [PDFRegion]
  ) -> Double {
    let long = rows.map(\.right).filter { $0 - region.left > (region.right - region.left) * 0.8 }
    if long.count >= 4 { return long.sorted()[long.count * 7 / 10] }
    // The last page of a text in columns may have but the left one.
    let right = rows.map(\.right).max() ?? 0
    let column = regions.first { $0.isColumn && $0.left < rows[0].left + 20 }
    if long.isEmpty, !region.isColumn, let column, right <= column.right + 10 {
      return column.right
    }
    return region.right
  }
}
