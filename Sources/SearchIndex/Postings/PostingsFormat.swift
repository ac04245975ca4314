/// The layout of one term's postings.
///
/// Up to one block of postings is that block alone. More are a table with one entry for each block,
/// then the blocks. A block is the length of its first part as a varint, the first part, the second:
///
/// - first part, for each document: varint of the gap to the document before it, less one;
///   a frequency code; after a wide code the mask and the frequencies.
/// - second part, for each document, for each of its fields: positions, the first as it is, then
///   the gaps, as varints.
///
/// A cursor that needs no positions never touches a second part.
enum PostingsFormat {
  /// Documents in a block, except the last.
  static let blockLength = 128

  /// Bytes of one entry of the table of blocks: the block's last document (32 bits), what no
  /// saturated frequency in the block exceeds (a 32-bit float, 0 = not computed), the block's offset behind the table (64 bits).
  static let entryLength = 16

  /// Returns the number of blocks for so many documents.
  static func blockCount(documents: Int) -> Int {
    (documents + blockLength - 1) / blockLength
  }

  /// Returns the bytes of the table of blocks; a single block needs none.
  static func tableLength(blocks: Int) -> Int {
    blocks > 1 ? blocks * entryLength : 0
  }
}

/// Which fields of a document have the term, and how often, in one byte where that is possible.
///
/// The common case, one field and up to eight occurrences, is the field in bits 0–3 and the frequency
/// less one in bits 4–6. Anything else is `wide`, then the mask in two bytes, then a varint for each
/// bit of the mask, the lowest first.
enum FrequencyCode {
  /// Announces mask and frequencies.
  static let wide: UInt8 = 0x80
  /// The largest frequency that fits one byte.
  static let narrowLimit: UInt32 = 8

  /// Returns the one-byte code; `frequency` is from 1 to the limit.
  static func narrow(field: Int, frequency: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: field) & 0x0f | UInt8(truncatingIfNeeded: frequency - 1) << 4
  }

  /// Returns the field of a one-byte code.
  @inline(__always)
  static func field(_ code: UInt8) -> Int { Int(code & 0x0f) }

  /// Returns the frequency of a one-byte code.
  @inline(__always)
  static func frequency(_ code: UInt8) -> UInt32 { UInt32(code >> 4 & 0x07) + 1 }
}
