/// The layout of one term's postings.
///
/// Up to one block of postings is that block alone. More are a table with one entry for each block, then
/// the blocks. A block is four bytes and four rows of bits, each row beginning at a byte:
///
/// | row | holds | bits each |
/// | --- | --- | --- |
/// | marks | the documents' upper parts: for the *n*-th document, the bit at upper part + *n* is set | – |
/// | lower parts | the documents' lower parts | first byte |
/// | codes | for each document the number of its shape, see ``OccurrenceShapes`` | third byte |
/// | places | for each document, for each of its fields: the places, ascending | fourth byte |
///
/// What is split into parts is the distance to the first number that the block can have (Elias and Fano's
/// way of writing ascending numbers). The second byte is the length of the marks in bytes. Terms that have no places
/// have ``noPlaces`` as the fourth byte, and no fourth row.
enum PostingsFormat {
  /// Documents in a block, except the last.
  static let blockLength = 128

  /// Bytes before the rows of a block.
  static let headLength = 4

  /// Instead of a width: the term has no places.
  static let noPlaces: UInt8 = 0xff

  /// Bytes of one entry of the table of blocks: the block's last document, what no saturated frequency in
  /// the block exceeds (a float, 0 = not computed), the block's offset behind the table; 32 bits each.
  static let entryLength = 12

  /// Returns the number of blocks for so many documents.
  static func blockCount(documents: Int) -> Int {
    (documents + blockLength - 1) / blockLength
  }

  /// Returns the bytes of the table of blocks; a single block needs none.
  static func tableLength(blocks: Int) -> Int {
    blocks > 1 ? blocks * entryLength : 0
  }
}
