/// The layout of an index file: a header, a table of sections, the sections, zeros behind them.
///
/// All numbers are little endian; every section begins at a multiple of eight bytes, and the file's
/// length is a multiple of the checksum's stripe.
///
/// | bytes | header |
/// | --- | --- |
/// | 0–3 | `PGSX` |
/// | 4–7 | version of the layout |
/// | 8–15 | length of the whole file |
/// | 16–23 | checksum over the body, then over header and table with this field zero |
/// | 24–27 | number of sections |
/// | 28–31 | zero |
enum IndexFileFormat {
  /// The first four bytes.
  static let magic: [UInt8] = Array("PGSX".utf8)
  /// The layout that this code writes and reads; raise it with every change.
  static let version: UInt32 = 4
  /// Bytes before the section table.
  static let headerLength = 32
  /// Bytes of one row of the section table: kind, number, offset, length.
  static let rowLength = 24
  /// Where the checksum stands.
  static let checksumRange = 16..<24
  /// Zeros behind the last section, so that what is read in words of eight bytes, and a varint cut off by damage, lies inside the file.
  static let margin = 32
  /// Every section begins at a multiple of this.
  static let alignment = 8
  /// More sections than any schema needs; a larger count is damage.
  static let sectionLimit = 1 << 17

  /// Bytes of header and table together, rounded up to whole stripes.
  static func preambleLength(sections: Int) -> Int {
    rounded(headerLength + sections * rowLength, to: Checksum.stripe)
  }

  /// Rounds up to a multiple.
  static func rounded(_ length: Int, to multiple: Int) -> Int {
    (length + multiple - 1) / multiple * multiple
  }
}

/// What a section holds: its kind, and the number of the field or column that it belongs to.
struct SectionName: Hashable {
  /// The kinds; the numbers stand in files and never change their meaning.
  enum Kind: UInt32 {
    case metadata = 1
    case termBlocks = 2
    case terms = 3
    case postings = 4
    case fieldLengths = 5
    case integerStarts = 6
    case integerValues = 7
    case keywordStarts = 8
    case keywordOrdinals = 9
    case keywordTextStarts = 10
    case keywordTexts = 11
    case storedStarts = 12
    case storedBytes = 13
    case attachment = 14
    case shapes = 15
    case keywordWindows = 16
  }

  let kind: Kind
  var number: UInt32 = 0

  init(_ kind: Kind, _ number: Int = 0) {
    self.kind = kind
    self.number = UInt32(truncatingIfNeeded: number)
  }

  /// The part to name when this section is damaged.
  var part: IndexFilePart {
    let number = Int(number)
    return switch kind {
    case .metadata: .metadata
    case .termBlocks, .terms: .terms
    case .postings, .shapes: .postings
    case .fieldLengths: .fieldLengths(field: number)
    case .integerStarts, .integerValues: .integerColumn(number)
    case .keywordStarts, .keywordOrdinals, .keywordTextStarts, .keywordTexts,
      .keywordWindows:
      .keywordColumn(number)
    case .storedStarts, .storedBytes: .stored
    case .attachment: .attachment(number)
    }
  }
}
