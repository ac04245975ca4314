/// Where the blocks of a term's postings stand, and with which document each ends.
///
/// It does not hold the index, so it lives only inside a cursor, which does.
struct BlockTable {
  /// One block, ready to be entered.
  struct Place {
    /// The bytes from the block's first to the last of the term.
    let bytes: UnsafeRawBufferPointer
    /// The last document before the block, -1 before the first.
    let before: Int
    /// The last document of the block; for the last block any number not below it.
    let last: Int
    let documents: Int
  }

  /// The number of blocks.
  let count: Int
  private let documents: Int
  private let bytes: UnsafeRawBufferPointer

  init(_ region: ByteRegion, documents: Int) {
    bytes = region.bytes
    self.documents = documents
    let blocks = PostingsFormat.blockCount(documents: documents)
    // A table that does not fit its bytes is damage, and then there is no block.
    count = PostingsFormat.tableLength(blocks: blocks) <= bytes.count ? blocks : 0
  }

  /// Returns a block, nil behind the last or where its bytes lie outside the postings.
  func place(of block: Int) -> Place? {
    guard block < count else { return nil }
    let table = PostingsFormat.tableLength(blocks: count)
    let offset = count > 1 ? offset(of: block) : 0
    guard offset < bytes.count - table else { return nil }
    let length = PostingsFormat.blockLength
    return Place(
      bytes: UnsafeRawBufferPointer(rebasing: bytes[(table + offset)...]),
      before: block > 0 ? last(of: block - 1) : -1,
      last: block + 1 < count ? last(of: block) : Int.max,
      documents: min(length, documents - block * length))
  }

  /// Returns a block ready to be read, nil where there is none.
  func block(at number: Int) -> PostingsBlock? {
    place(of: number).flatMap {
      PostingsBlock($0.bytes, base: $0.before + 1, count: $0.documents)
    }
  }

  /// Returns the first block behind `block` that may have a document not before `target`.
  ///
  /// It looks near before far, in steps that double, then halves what is left.
  func block(with target: Int, after block: Int) -> Int {
    var step = 1
    var low = block + 1
    while low + step < count, last(of: low + step) < target {
      low += step + 1
      step *= 2
    }
    var high = min(low + step, count - 1)
    while low < high {
      let middle = (low + high) / 2
      if last(of: middle) < target { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What no score in a block exceeds before it is multiplied by how rare the term is; infinite where
  /// that was not computed.
  func bound(of block: Int) -> Float {
    guard count > 1, block < count else { return .infinity }
    let place = block * PostingsFormat.entryLength + 4
    let bits = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    return bits == 0 ? .infinity : Float(bitPattern: bits)
  }

  /// The last document of a block as far as it is known.
  func end(of block: Int) -> Int { block + 1 < count ? last(of: block) : Int.max }

  /// The last document of a block, where there are several.
  @inline(__always)
  func last(of block: Int) -> Int {
    let place = block * PostingsFormat.entryLength
    return Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
  }

  private func offset(of block: Int) -> Int {
    let place = block * PostingsFormat.entryLength + 8
    return Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
  }
}
