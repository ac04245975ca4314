import JapaneseText

/// A part of a page that is read from top to bottom.
struct PDFRegion {
  /// Its words, letters set apart closed up.
  var words: [PDFToken]
  /// The left edge of its text.
  var left: Double
  /// The right edge of its text.
  var right: Double
  /// Whether it is a column beside another one.
  var isColumn = false
  /// Whether it is a box beside the text, and no column in which the text goes on.
  var isBox = false

  /// Whether a table or a layout of labels can go on from one into the other.
  func goesOn(with next: PDFRegion) -> Bool {
    let widths = (right - left, next.right - next.left)
    return isColumn == next.isColumn && abs(widths.0 - widths.1) < max(widths.0, widths.1) * 0.1
  }
}

/// Cuts a page into columns of text, and into what stands above, between and below them.
struct PDFRegions {
  /// The usual height of letters.
  private let unit: Double

  /// The regions of a page in reading order; `left` and `right` bound the text of the document.
  static func regions(of words: [PDFToken], unit: Double, left: Double, right: Double)
    -> [PDFRegion]
  {
    let whole = PDFRegion(words: words, left: left, right: right)
    return PDFRegions(unit: unit).split(whole, depth: 0)
  }

  private func split(_ region: PDFRegion, depth: Int) -> [PDFRegion] {
    guard depth < 6, let cut = bestCut(of: region) else { return [region] }
    var above: [PDFToken] = []
    var below: [PDFToken] = []
    var sides: [[PDFToken]] = [[], []]
    for word in region.words {
      if word.middle < cut.top {
        above.append(word)
      } else if word.middle > cut.bottom {
        below.append(word)
      } else {
        sides[(word.left + word.right) / 2 < cut.x ? 0 : 1].append(word)
      }
    }
    var columns = sides.map { words in
      PDFRegion(
        words: words, left: words.map(\.left).min() ?? 0,
        right: words.map(\.right).max() ?? 0, isColumn: true)
    }
    if !columns[0].goesOn(with: columns[1]) {
      for index in columns.indices { columns[index].isBox = true }
    }
    let outer = [above, below].map {
      PDFRegion(
        words: $0, left: region.left, right: region.right, isColumn: region.isColumn,
        isBox: region.isBox)
    }
    return ([outer[0]] + columns + [outer[1]]).filter { !$0.words.isEmpty }
      .flatMap { split($0, depth: depth + 1) }
  }

  /// A white strip from top to bottom with text on both sides.
  private struct Cut {
    let x: Double
    let top: Double
    let bottom: Double
    let sides: [[PDFRow]]

    /// How high it is.
    var height: Double { bottom - top }
  }

  private func bestCut(of region: PDFRegion) -> Cut? {
    let width = region.right - region.left
    guard region.words.count >= 8, width > unit * 16 else { return nil }
    let titles = titles(of: region.words)
    var best: Cut?
    let step = max(unit * 0.4, width / 150)
    var x = region.left + width * 0.22
    while x < region.left + width * 0.8 {
      if let cut = cut(of: region, at: x, titles),
        best.map({ $0.height + unit < cut.height }) ?? true,
        areColumns(cut, within: width)
      {
        best = cut
      }
      x += step
    }
    return best
  }

  /// The stretches of rows in large letters, gaps between their words filled: a title has no columns.
  private func titles(of words: [PDFToken]) -> [PDFToken] {
    PDFText.rows(of: words.filter { $0.height > unit * 1.2 }).flatMap { row in
      zip(row.tokens, row.tokens.dropFirst()).compactMap { one, next in
        guard PDFText.gap(one, next) < 2.5 else { return nil }
        var gap = one
        gap.left = one.right - 1
        gap.right = next.left + 1
        return gap
      }
    }
  }

  /// The highest strip at a place that no word crosses.
  private func cut(of region: PDFRegion, at x: Double, _ titles: [PDFToken]) -> Cut? {
    let crossing = (region.words + titles).filter {
      $0.left < x + unit * 0.3 && $0.right > x - unit * 0.3
    }.sorted { $0.top < $1.top }
    var strip: (top: Double, bottom: Double)?
    func look(from top: Double, to bottom: Double) {
      guard bottom - top > unit * 5 else { return }
      let content = region.words.filter { $0.top >= top - 0.1 && $0.top < bottom - 0.1 }
      let upper = content.map(\.top).min() ?? 0
      let lower = content.map(\.bottom).max() ?? 0
      if lower - upper > (strip.map { $0.bottom - $0.top } ?? unit * 5) { strip = (upper, lower) }
    }
    var top = -Double.infinity
    for word in crossing {
      look(from: top, to: word.top)
      top = max(top, word.bottom)
    }
    look(from: top, to: .infinity)
    guard let strip else { return nil }
    let inside = region.words.filter { $0.top >= strip.top && $0.top < strip.bottom }
    let sides = [inside.filter { $0.left < x }, inside.filter { $0.left >= x }]
    guard sides.allSatisfy({ $0.count > 2 }) else { return nil }
    return Cut(x: x, top: strip.top, bottom: strip.bottom, sides: sides.map(PDFText.rows))
  }

  /// Whether both sides of a strip are texts of their own, and not the cells of one table.
  private func areColumns(_ cut: Cut, within width: Double) -> Bool {
    let right = cut.sides[0].map(\.right).max() ?? 0
    let left = cut.sides[1].map(\.left).min() ?? 0
    guard left - right >= unit, cut.sides.allSatisfy({ $0.count >= 4 }) else { return false }
    let widths = cut.sides.map { side in
      (side.map(\.right).max() ?? 0) - (side.map(\.left).min() ?? 0)
    }
    guard widths.allSatisfy({ $0 >= width * 0.2 && $0 >= unit * 10 }) else { return false }
    return standApart(cut.sides) || (areTexts(cut.sides) && !areCells(cut.sides))
  }

  /// Whether hardly a line of one side stands at the height of one of the other.
  private func standApart(_ sides: [[PDFRow]]) -> Bool {
    let (few, many) = sides[0].count < sides[1].count ? (sides[0], sides[1]) : (sides[1], sides[0])
    let middles = many.map(\.middle)
    let aligned = few.map(\.middle).count { middle in
      middles.contains { abs($0 - middle) < unit * 0.2 }
    }
    return Double(aligned) <= Double(few.count) * 0.4 && !areCentred(sides)
  }

  /// Whether white bands go through both sides and what stands between two of them is centred on
  /// both: so stand the records of a table.
  private func areCentred(_ sides: [[PDFRow]]) -> Bool {
    let rows = sides.enumerated().flatMap { side, rows in rows.map { (side: side, row: $0) } }
      .sorted { $0.row.top < $1.row.top }
    var bands: [[ClosedRange<Double>?]] = []
    var bottom = -Double.infinity
    for (side, row) in rows {
      if row.top > bottom + unit * 0.4 { bands.append([nil, nil]) }
      bottom = max(bottom, row.bottom)
      let last = bands[bands.count - 1][side]
      bands[bands.count - 1][side] =
        min(last?.lowerBound ?? row.top, row.top)...max(last?.upperBound ?? row.bottom, row.bottom)
    }
    let centred = bands.count { band in
      guard let left = band[0], let right = band[1] else { return false }
      let off = left.lowerBound + left.upperBound - right.lowerBound - right.upperBound
      return abs(off) < unit * 0.6
    }
    return centred >= 3 && centred * 5 >= bands.count * 3
  }

  /// Whether both sides are running text; on the last page one side may have but a few lines.
  private func areTexts(_ sides: [[PDFRow]]) -> Bool {
    let goingOn = sides.map(linesGoingOn)
    if sides.allSatisfy({ $0.count >= 6 }) {
      return sides.indices.allSatisfy { side in
        goingOn[side] >= 2 || goingOn[side] >= 1 && headings(of: sides[side]) >= 2
      }
    }
    return sides.contains { $0.count >= 12 } && goingOn.allSatisfy { $0 >= 1 }
      && goingOn.contains { $0 >= 5 }
  }

  /// How many lines of a side fill its width and end within a sentence.
  private func linesGoingOn(_ side: [PDFRow]) -> Int {
    let right = side.map(\.right).max() ?? 0
    let width = right - (side.map(\.left).min() ?? 0)
    return side.indices.dropLast().count { index in
      let row = side[index]
      let end = row.text.last ?? "。"
      return row.right > right - unit * 2.2 && row.pieces.count == 1
        && row.right - row.left > max(width * 0.7, unit * 10) && !"。．.！!？?：:".contains(end)
        && !LineShape.beginsItem(side[index + 1].text) && !beginsAnew(side[index + 1])
        && side[index + 1].top - row.bottom < unit * 1.5
    }
  }

  /// Whether a line of Latin letters begins with a capital, as labels and sentences do.
  private func beginsAnew(_ row: PDFRow) -> Bool {
    row.text.first.map { $0.isASCII && $0.isUppercase } ?? false
  }

  private func headings(of side: [PDFRow]) -> Int {
    let left = side.map(\.left).min() ?? 0
    return side.count { $0.left < left + unit && LineShape.beginsItem($0.text) }
  }

  /// Whether both sides are cells of a table: what stands together on one side begins at the same
  /// height as what stands together on the other, and only the left side has numbers or labels.
  private func areCells(_ sides: [[PDFRow]]) -> Bool {
    if headings(of: sides[0]) >= 2, headings(of: sides[1]) >= 2 { return false }
    let starts = sides.map(groupStarts)
    guard starts.allSatisfy({ $0.count >= 3 }) else { return false }
    let same = starts[1].count { start in
      starts[0].contains { abs($0 - start) < unit * 0.4 }
    }
    return Double(same) >= Double(starts[1].count) * 0.7
  }

  private func groupStarts(_ side: [PDFRow]) -> [Double] {
    let gaps = zip(side, side.dropFirst()).map { $1.top - $0.bottom }
    let usual = gaps.sorted().dropFirst(gaps.count / 4).first ?? 0
    var starts = side.first.map { [$0.middle] } ?? []
    for (index, gap) in gaps.enumerated() where gap > usual + unit * 0.3 {
      starts.append(side[index + 1].middle)
    }
    return starts
  }
}
