/// Turns a term's collected postings into blocks.
struct PostingsWriter {
  /// What tells how much a posting weighs.
  let weights: PostingWeights

  private(set) var bytes: [UInt8] = []
  private var first: [UInt8] = []
  private var second: [UInt8] = []
  private var blocks: [UInt8] = []
  /// The greatest weight in the block.
  private var heaviest = 0.0

  init(weights: PostingWeights) { self.weights = weights }

  /// Puts the blocks of `documents` postings into `bytes`, in place of what is there.
  ///
  /// `collected` must be whole postings as the builder makes them.
  mutating func encode(_ collected: UnsafeRawBufferPointer, documents: Int) {
    bytes.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    let count = PostingsFormat.blockCount(documents: documents)
    // A varint is read without looking behind each byte, so the bytes given are whole postings.
    guard var pointer = collected.baseAddress else { return }
    let end = pointer + collected.count
    var document: Int64 = -1
    for block in 0..<count {
      let length = min(
        PostingsFormat.blockLength, documents - block * PostingsFormat.blockLength)
      let offset = blocks.count
      for _ in 0..<length { copyPosting(&pointer, end: end, document: &document) }
      closeBlock()
      if count > 1 { appendEntry(last: document, offset: offset) }
    }
    bytes.append(contentsOf: blocks)
  }

  private mutating func copyPosting(
    _ pointer: inout UnsafeRawPointer, end: UnsafeRawPointer, document: inout Int64
  ) {
    let start = pointer
    document += 1 + Int64(Varint.read(&pointer, end: end))
    let code = pointer.load(as: UInt8.self)
    pointer += 1
    var positions = Int(FrequencyCode.frequency(code))
    var weight = 0.0
    if code >= FrequencyCode.wide {
      var mask = UInt16(littleEndian: pointer.loadUnaligned(as: UInt16.self))
      pointer += 2
      positions = 0
      while mask != 0 {
        let frequency = Int(Varint.read(&pointer, end: end))
        positions += frequency
        weight += weights.weight(Int(document), field: mask.trailingZeroBitCount, frequency)
        mask &= mask - 1
      }
    } else {
      weight = weights.weight(Int(document), field: FrequencyCode.field(code), positions)
    }
    heaviest = max(heaviest, weight)
    first.append(contentsOf: UnsafeRawBufferPointer(start: start, count: pointer - start))
    let split = pointer
    Varint.skip(positions, &pointer, end: end)
    second.append(contentsOf: UnsafeRawBufferPointer(start: split, count: pointer - split))
  }

  private mutating func closeBlock() {
    blocks.appendVarint(UInt32(truncatingIfNeeded: first.count))
    blocks.append(contentsOf: first)
    blocks.append(contentsOf: second)
    first.removeAll(keepingCapacity: true)
    second.removeAll(keepingCapacity: true)
  }

  private mutating func appendEntry(last: Int64, offset: Int) {
    bytes.appendFixed(UInt32(truncatingIfNeeded: last))
    // The next number above, so that rounding never makes the bound too small.
    bytes.appendFixed(Float(weights.saturated(heaviest)).nextUp.bitPattern)
    heaviest = 0
    bytes.appendFixed(UInt64(offset))
  }
}
