import JapaneseText

/// Finds what stands on pages without belonging to the text: page numbers, running heads and feet.
struct PDFFurniture {
  /// The rows of each page.
  private let rows: [[PDFRow]]
  private let pages: [PDFPage]
  /// The texts of heads and feet that stand on several pages, figures left out.
  private let repeated: Set<String>
  /// The upper rows of the first page, where its title stands.
  private let opening: String

  /// The part of a page's height above and below that can hold heads and feet.
  private static let zone = 0.13
  /// The most rows in such a zone that are looked at.
  private static let mostRows = 3

  /// Looks at all pages for what they share.
  init(_ pages: [PDFPage], rows: [[PDFRow]]) {
    self.pages = pages
    self.rows = rows
    var count: [String: Int] = [:]
    for (page, rows) in zip(pages, rows) {
      for key in Set(Self.outer(rows, of: page).flatMap(Self.keys)) { count[key, default: 0] += 1 }
    }
    repeated = Set(count.filter { $0.value > 1 && $0.key.count > 1 }.keys)
    opening = rows.first.map { PDFText.key($0.prefix(6).map(\.text).joined()) } ?? ""
  }

  /// The pages without heads, feet and numbers.
  func removed() -> [PDFPage] {
    zip(pages, rows).enumerated().map { index, page in
      let places = furniture(on: page.0, page.1, isFirst: index == 0)
      var kept = page.0
      kept.words.removeAll { word in
        let token = PDFToken(word)
        return places.contains {
          $0.left - 1 <= token.left && token.right <= $0.right + 1
            && abs($0.middle - token.middle) < token.height
        }
      }
      return kept
    }
  }

  /// The places of heads, feet and numbers on one page.
  private func furniture(on page: PDFPage, _ rows: [PDFRow], isFirst: Bool) -> [PDFToken] {
    var places: [PDFToken] = []
    for row in Self.outer(rows, of: page) {
      let isRepeated = repeated.contains(Self.rowKey(row)) || (!isFirst && isTitleAgain(row, rows))
      for piece in row.pieces {
        let text = PDFText.joined(piece)
        let isAlone = row.pieces.count == 1
        if isRepeated || repeated.contains(Self.pieceKey(piece, in: row))
          || Self.isPageNumber(text, isAlone: isAlone || Self.standsFarOff(piece, in: row))
        {
          places.append(Self.extent(of: piece))
        }
      }
    }
    return places
  }

  /// `令和9年度 見本病院 募集要項` above the second page: the first one's title in small.
  private func isTitleAgain(_ row: PDFRow, _ rows: [PDFRow]) -> Bool {
    let key = PDFText.key(row.text)
    return row == rows.first && key.count >= 6 && opening.contains(key)
  }

  private static func standsFarOff(_ piece: [PDFToken], in row: PDFRow) -> Bool {
    let others = row.tokens.filter { !piece.contains($0) }
    let place = extent(of: piece)
    return others.allSatisfy {
      max($0.left - place.right, place.left - $0.right) > place.height * 5
    }
  }

  /// The rows near the upper and the lower edge.
  private static func outer(_ rows: [PDFRow], of page: PDFPage) -> [PDFRow] {
    let above = rows.prefix(mostRows).filter { $0.middle < page.height * zone }
    let below = rows.suffix(mostRows).filter { $0.middle > page.height * (1 - zone) }
    return above + below.filter { !above.contains($0) }
  }

  private static func keys(_ row: PDFRow) -> [String] {
    [rowKey(row)] + row.pieces.map { pieceKey($0, in: row) }
  }

  /// A row with its height on the page, so that only what stands at one place is the same.
  private static func rowKey(_ row: PDFRow) -> String {
    isOwnMatter(row.text) ? "" : withoutFigures(row.text) + "@\(Int(row.middle / 6))"
  }

  private static func pieceKey(_ piece: [PDFToken], in row: PDFRow) -> String {
    let text = PDFText.joined(piece)
    let key = withoutFigures(text)
    guard key.count > 3, !isOwnMatter(text) else { return "" }
    return key + "@\(Int(row.middle / 6)),\(Int(extent(of: piece).left / 6))"
  }

  /// Forms are numbered, and so alike on several pages; they are matter.
  private static func isOwnMatter(_ text: String) -> Bool {
    BlankForm.isMarker(text)
  }

  private static func withoutFigures(_ text: String) -> String {
    var key = ""
    for scalar in FoldedText(text).scalars where !scalar.isBlank {
      if !scalar.isDigit {
        key.unicodeScalars.append(scalar)
      } else if key.last != "#" {
        key += "#"
      }
    }
    return key
  }

  private static func extent(of piece: [PDFToken]) -> PDFToken {
    var extent = piece[0]
    for token in piece {
      extent.right = max(extent.right, token.right)
      extent.top = min(extent.top, token.top)
      extent.bottom = max(extent.bottom, token.bottom)
    }
    return extent
  }

  /// Whether words number a page: `- 2 -`, `2/3`, `Page 1 of 3`, `1204`, `三`.
  static func isPageNumber(_ text: String, isAlone: Bool) -> Bool {
    let dashes = "-‐‑‒–—―−~〜・.|()[]<>"
    var key = PDFText.key(text)
    let isDecorated = key.unicodeScalars.contains { dashes.unicodeScalars.contains($0) }
    key.unicodeScalars.removeAll { dashes.unicodeScalars.contains($0) }
    for word in ["pages", "page", "ページ", "頁", "pg", "p"] {
      key = key.replacing(word, with: "")
    }
    let parts = key.replacing("of", with: "/").split(
      separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), isAlone || isDecorated || parts.count == 2 else {
      return false
    }
    return parts.allSatisfy { part in
      let scalars = Array(part.unicodeScalars)
      guard !scalars.isEmpty else { return false }
      return (scalars.count <= 4 && scalars.allSatisfy(\.isDigit))
        || (scalars.count <= 3 && scalars.allSatisfy { "一二三四五六七八九十".unicodeScalars.contains($0) })
        || (scalars.count <= 5 && scalars.allSatisfy { "ivx".unicodeScalars.contains($0) })
    }
  }
}
