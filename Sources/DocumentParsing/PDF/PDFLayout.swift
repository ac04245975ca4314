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
  private var remarks: [String] = []

  /// The content of a document; page numbers, running heads and blank forms are left out.
  static func content(of pages: [PDFPage]) -> PDFContent {
    let rows = pages.map { PDFText.rows(of: $0.words) }
    var layout = PDFLayout(PDFFurniture(pages, rows: rows).removed())
    return layout.read()
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

  private mutating func read() -> PDFContent {
    var regions = pages.flatMap {
      PDFRegions.regions(of: $0.words, unit: unit, left: left, right: right)
    }
    var content = PDFContent(remarks: remarks)
    let title = takeTitle(from: &regions)
    content.title = title.joined(separator: " ")
    if !title.isEmpty { content.items.append(.heading(level: 1, text: content.title)) }
    content.items += PDFFlow.items(of: flow(of: regions), unit: unit)
    return content
  }

  /// The rows of the title, taken out of the text.
  private func takeTitle(from regions: inout [PDFRegion]) -> [String] {
    var above: [PDFTextReader.Word] = []
    for region in regions.prefix(3) { above += region.words }
    let firstPage = above.filter { $0.page == above.first?.page }
    let rows = PDFText.rows(of: firstPage)
    let found = PDFTitle.rows(in: rows, unit: unit, left: left, right: right).map { rows[$0] }
    for index in regions.indices {
      regions[index].words.removeAll { word in
        word.page == firstPage.first?.page
          && found.contains { row in
            row.left - 1 <= word.left && row.right + 1 >= word.left + word.width
              && row.top - 0.5 <= word.top + word.height / 2
              && word.top + word.height / 2 <= row.bottom + 0.5
          }
      }
    }
    regions.removeAll { $0.words.isEmpty }
    return found.map(\.text)
  }

  /// The rows of all regions, one region after the other, each from its own left edge on.
  private func flow(of regions: [PDFRegion]) -> [PDFRow] {
    var rows: [PDFRow] = []
    var bottom = 0.0
    for region in regions {
      let own = PDFText.rows(of: region.words)
      guard let first = own.first else { continue }
      let down = bottom - first.top
      for (index, row) in own.enumerated() {
        var row = row
        row.startsRegion = index == 0 && !rows.isEmpty
        row.limit = region.right - region.left
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
    }
    return rows
  }
}
