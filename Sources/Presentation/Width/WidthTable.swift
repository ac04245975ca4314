/// The characters that are not one column wide, from widths.tsv.
///
/// The table is read byte by byte: an answer that has a mark in it needs it at once.
struct WidthTable: Sendable {
  enum Class: Sendable {
    case none
    case wide
    case ambiguous
  }

  private struct Row: Sendable {
    let first: UInt32
    let last: UInt32
    let width: Class
  }

  private let rows: [Row]

  /// The table that comes with the program.
  static let shared = WidthTable(PackageResources.widths_tsv)

  private init(_ bytes: [UInt8]) {
    var rows: [Row] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let cells = line.split(separator: UInt8(ascii: "\t"))
      guard cells.count == 3, let first = Self.number(cells[0]), let last = Self.number(cells[1]),
        let width = Self.widths[cells[2].first ?? 0]
      else { continue }
      rows.append(Row(first: first, last: last, width: width))
    }
    self.rows = rows
  }

  private static let widths: [UInt8: Class] = [
    UInt8(ascii: "n"): .none, UInt8(ascii: "w"): .wide, UInt8(ascii: "a"): .ambiguous,
  ]

  private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
    digits.reduce(0) { number, byte in
      let digit = Character(UnicodeScalar(byte)).hexDigitValue
      return number.flatMap { sum in digit.map { sum << 4 | UInt32($0) } }
    }
  }

  /// What a character is; nil for one that takes one column.
  func width(of scalar: Unicode.Scalar) -> Class? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].last < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && rows[low].first <= scalar.value ? rows[low].width : nil
  }
}
