import JapaneseText

/// Puts the words of a PDF into lines and columns.
enum PDFLayout {
  /// The lines of a document in reading order; page numbers and repeated headers are left out.
  static func lines(of words: [PDFTextReader.Word]) -> [TextLine] {
    let pages = Dictionary(grouping: words, by: \.page).sorted { $0.key < $1.key }
    let lines = pages.map { Self.lines(ofPage: $0.value) }
    let repeated = repeatedTexts(lines)
    return lines.flatMap { page in
      page.filter { !isPageNumber($0.text) && !repeated.contains($0.text) }
    }
  }

  /// Words without a wide gap between them, with both ends in half letter heights from the margin.
  private struct Placed {
    let start: Double
    var end: Double
    var text: String
  }

  private static func lines(ofPage words: [PDFTextReader.Word]) -> [TextLine] {
    let rows = Self.rows(of: words)
    guard let gutter = columnGutter(of: rows) else {
      return PlainText.joined(rows.compactMap { line($0) })
    }
    // What reaches over both columns, such as a title, stands before them.
    let across = rows.filter { $0.contains { crosses(gutter, $0) } }
    let columns = rows.filter { row in !row.contains { crosses(gutter, $0) } }
    let left = columns.compactMap { line($0.filter { $0.start < gutter }) }
    let right = columns.compactMap { line($0.filter { $0.start >= gutter }, shiftedBy: gutter) }
    return across.compactMap { line($0) } + PlainText.joined(left) + PlainText.joined(right)
  }

  private static func line(_ pieces: [Placed], shiftedBy shift: Double = 0) -> TextLine? {
    pieces.isEmpty
      ? nil : TextLine(pieces: pieces.map { .init(start: $0.start - shift, text: $0.text) })
  }

  private static func crosses(_ gutter: Double, _ piece: Placed) -> Bool {
    piece.start < gutter - 1 && piece.end > gutter + 1
  }

  /// Words at one height make a row; gaps wider than a letter and a half part its pieces.
  private static func rows(of words: [PDFTextReader.Word]) -> [[Placed]] {
    var rows: [[PDFTextReader.Word]] = []
    for word in words.sorted(by: { ($0.top, $0.left) < ($1.top, $1.left) }) {
      if let last = rows.last?.first, abs(last.top - word.top) < min(last.height, word.height) * 0.5
      {
        rows[rows.count - 1].append(word)
      } else {
        rows.append([word])
      }
    }
    let margin = words.map(\.left).min() ?? 0
    let heights = words.map(\.height).sorted()
    let unit = max((heights.isEmpty ? 2 : heights[heights.count / 2]) / 2, 1)
    return rows.map { pieces(of: $0.sorted { $0.left < $1.left }, margin: margin, unit: unit) }
  }

  private static func pieces(of words: [PDFTextReader.Word], margin: Double, unit: Double)
    -> [Placed]
  {
    var pieces: [Placed] = []
    var end = -Double.infinity
    for word in words {
      if word.left - end < unit * 2.4, !pieces.isEmpty {
        pieces[pieces.count - 1].text += " " + word.text
        pieces[pieces.count - 1].end = (word.left + word.width - margin) / unit
      } else {
        pieces.append(
          Placed(
            start: (word.left - margin) / unit, end: (word.left + word.width - margin) / unit,
            text: word.text))
      }
      end = word.left + word.width
    }
    return pieces
  }

  /// Where the right one of two columns of running text begins; nil for one column or a table.
  ///
  /// Many pieces begin there, hardly any reaches over it, and those on the left are sentences: in a
  /// table they are labels, and so short.
  private static func columnGutter(of rows: [[Placed]]) -> Double? {
    let pieces = rows.flatMap { $0 }
    let width = pieces.map(\.end).max() ?? 0
    var starts: [Int: Int] = [:]
    for piece in pieces where piece.start > width * 0.3 && piece.start < width * 0.7 {
      starts[Int(piece.start.rounded()), default: 0] += 1
    }
    guard let best = starts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    let gutter = Double(best.key) - 1
    let right = pieces.count { $0.start >= gutter }
    let crossing = pieces.count { crosses(gutter, $0) }
    guard best.value >= 4, best.value * 2 >= right, crossing * 8 <= pieces.count else { return nil }
    let left = pieces.filter { $0.start < gutter && !crosses(gutter, $0) }.map(\.text.count)
      .sorted()
    guard let longest = left.last else { return nil }
    return left[left.count / 2] >= 8 && longest > 14 ? gutter : nil
  }

  private static func isPageNumber(_ text: String) -> Bool {
    let kept = FoldedText(text).scalars.filter {
      !$0.isBlank && $0 != "-" && $0 != "/" && $0 != "p" && $0 != "."
    }
    return kept.count <= 3 && kept.allSatisfy(\.isDigit)
  }

  private static func repeatedTexts(_ pages: [[TextLine]]) -> Set<String> {
    guard pages.count >= 3 else { return [] }
    var count: [String: Int] = [:]
    for page in pages {
      for text in Set([page.first?.text, page.last?.text].compactMap { $0 }) {
        count[text, default: 0] += 1
      }
    }
    return Set(count.filter { $0.value * 2 > pages.count }.keys)
  }
}
