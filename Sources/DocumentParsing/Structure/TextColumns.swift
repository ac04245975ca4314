import JapaneseText

/// Puts the two columns of a text one under the other: they come from a page whose lines were printed across both.
///
/// Cells of a table stand so, too. So the numbers of the headings decide: 1 to 3 on the left and 4 to 7 on the right.
struct TextColumns {
  private let lines: [String]
  /// How many places a wide letter takes: programs that print pages as text count letters, people see widths.
  private let wide: Int
  /// The places of each line that hold no blank.
  private let places: [[Place]]

  /// A letter and where it stands.
  private struct Place {
    let column: Int
    let index: String.UnicodeScalarView.Index
  }

  private init(_ lines: [String], wide: Int) {
    self.lines = lines
    self.wide = wide
    places = lines.map { line in
      var column = 0
      return line.unicodeScalars.indices.compactMap { index in
        let scalar = line.unicodeScalars[index]
        let start = column
        column += scalar.value < 0x2000 || (0xFF61...0xFF9F).contains(scalar.value) ? 1 : wide
        let isBlank = scalar == " " || scalar == "\t" || scalar.value == 0x3000
        return isBlank ? nil : Place(column: start, index: index)
      }
    }
  }

  /// The lines with columns put under one another, as they are where there are none.
  static func unfolded(_ lines: [String]) -> [String] {
    for wide in [1, 2] {
      let columns = TextColumns(lines, wide: wide)
      for gutter in columns.gutters() {
        guard let block = columns.block(at: gutter) else { continue }
        return Array(lines[..<block.lines.lowerBound]) + block.left + block.right
          + unfolded(Array(lines[block.lines.upperBound...]))
      }
    }
    return lines
  }

  /// The fewest blanks between both columns, and the fewest lines that have both.
  private static let widestGap = 3
  private static let leastLines = 4
  /// The leftmost place of a right column.
  private static let leastLeft = 15

  /// The places at which words begin behind a wide gap, in lines enough, from left to right.
  private func gutters() -> [Int] {
    var counts: [Int: Int] = [:]
    for line in places {
      for (one, next) in zip(line, line.dropFirst())
      where next.column - one.column > Self.widestGap && next.column >= Self.leastLeft {
        counts[next.column, default: 0] += 1
      }
    }
    return counts.filter { $0.value > 1 }.keys.sorted()
  }

  private typealias Block = (lines: Range<Int>, left: [String], right: [String])

  /// The lines around a gutter that no letter stands in, where headings are numbered on from the left to the right.
  private func block(at gutter: Int) -> Block? {
    let isFree = places.map { line in
      !line.contains { $0.column < gutter && $0.column > gutter - Self.widestGap }
    }
    let hasRight = places.map { $0.contains { $0.column >= gutter } }
    guard
      let first = places.indices.first(where: { place in
        isFree[place] && hasRight[place]
          && number(places[place], place, from: gutter) != nil
      })
    else { return nil }
    var end = first
    while end < lines.count, isFree[end] { end += 1 }
    guard let last = (first..<end).last(where: { hasRight[$0] }) else { return nil }
    let right = (first...last).compactMap { number(places[$0], $0, from: gutter) }
    guard let least = right.first else { return nil }
    var upper = last + 1
    while upper < end {
      if let number = number(places[upper], upper, from: 0), number >= least { break }
      upper += 1
    }
    let left = (first..<upper).compactMap { number(places[$0], $0, from: 0, until: gutter) }
    guard left.count > 1, right.count > 1, left.last.map({ $0 + 1 }) == least,
      isCounted(left), isCounted(right),
      (first...last).count(where: { hasRight[$0] }) >= Self.leastLines
    else { return nil }
    return (
      first..<upper, joined((first..<upper).map { words(of: $0, until: gutter) }),
      joined((first...last).map { words(of: $0, from: gutter) })
    )
  }

  private func isCounted(_ numbers: [Int]) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }

  /// The words of a line on one side, with the blanks before them.
  private func words(of line: Int, from start: Int = 0, until end: Int = .max) -> String {
    let own = places[line].filter { $0.column >= start && $0.column < end }
    guard let first = own.first, let last = own.last else { return "" }
    let blanks = String(repeating: " ", count: first.column - start)
    return blanks + String(lines[line].unicodeScalars[first.index...last.index])
  }

  /// The number of the heading that one side of a line is: `４　試験の費用`, `Ⅴ　費用`.
  private func number(
    _ line: [Place], _ index: Int, from start: Int, until end: Int = .max
  ) -> Int? {
    let own = line.filter { $0.column >= start && $0.column < end }
    guard let first = own.first, first.column - start <= 1, own.count > 2 else { return nil }
    let scalars = lines[index].unicodeScalars
    let head = scalars[first.index].value
    if (0x2160...0x216B).contains(head), own[1].column > first.column + 1 {
      return Int(head - 0x2160) + 1
    }
    let digits = own.prefix { FoldedText.digit(scalars[$0.index]) != nil }
    guard (1...2).contains(digits.count), digits.count < own.count,
      let value = Int(
        digits.compactMap { FoldedText.digit(scalars[$0.index]).map(String.init) }.joined())
    else { return nil }
    let next = own[digits.count]
    let isMark = ".．、）)".unicodeScalars.contains(scalars[next.index])
    let isApart = next.column > digits[digits.count - 1].column + wideOf(scalars[first.index])
    return isMark || isApart ? value : nil
  }

  private func wideOf(_ scalar: Unicode.Scalar) -> Int { scalar.value < 0x2000 ? 1 : wide }

  /// Behind what a sentence goes on, however short its line is.
  private static let particles = "、をはがにの"

  private static func indent(of line: String) -> Int { line.prefix(while: \.isWhitespace).count }

  /// Joins lines that fill their column with those that carry them on.
  private func joined(_ lines: [String]) -> [String] {
    let lines = lines.filter { !$0.isEmpty }
    let widest = lines.map(\.unicodeScalars.count).max() ?? 0
    var result: [String] = []
    var lastWidth = 0
    for line in lines {
      let words = String(line.drop(while: \.isWhitespace))
      let isFull = Double(lastWidth) >= Double(widest) * PlainText.fullWidth
      lastWidth = line.unicodeScalars.count
      guard let last = result.last, let end = last.last, let first = words.first,
        Self.indent(of: line) >= Self.indent(of: last),
        isFull && !PlainText.ends.contains(end) || Self.particles.contains(end)
          || first.unicodeScalars.allSatisfy(\.isHiragana),
        !PlainText.ends.contains(end), !LineShape.beginsItem(words), !"※・（(".contains(first)
      else {
        result.append(line)
        continue
      }
      result[result.count - 1] = last + words
    }
    return result
  }
}

extension FoldedText {
  /// The value of a digit, wide or narrow.
  fileprivate static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
    default: nil
    }
  }
}
