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
    rows.reserveCapacity(700)
    bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while place < bytes.count {
        if let first = Self.number(bytes, &place), let last = Self.number(bytes, &place),
          place < bytes.count, let width = Self.width(bytes[place])
        {
          rows.append(Row(first: first, last: last, width: width))
        }
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
        place += 1
      }
    }
    self.rows = rows
  }

  private static func width(_ letter: UInt8) -> Class? {
    switch letter {
    case UInt8(ascii: "n"): Class.none
    case UInt8(ascii: "w"): .wide
    case UInt8(ascii: "a"): .ambiguous
    default: nil
    }
  }

  /// The number in hexadecimal digits that ends with a tab, behind which the place stands then; nil for anything else.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> UInt32? {
    let start = place
    var number: UInt32 = 0
    while place < bytes.count {
      let digit: UInt8
      switch bytes[place] {
      case let byte where byte >= 0x30 && byte <= 0x39: digit = byte - 0x30
      case let byte where byte >= 0x41 && byte <= 0x46: digit = byte - 0x41 + 10
      case let byte where byte >= 0x61 && byte <= 0x66: digit = byte - 0x61 + 10
      case UInt8(ascii: "\t") where place > start:
        place += 1
        return number
      default: return nil
      }
      number = number << 4 | UInt32(digit)
      place += 1
    }
    return nil
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
