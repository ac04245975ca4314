/// Turns the collected postings of terms into blocks.
struct PostingsWriter {
  /// What tells how much a posting weighs.
  private let weights: PostingWeights
  private let shapes: ShapeTable
  private let ranks: [UInt32]

  /// The postings of all terms so far, one behind the other.
  private(set) var bytes: [UInt8] = []
  /// For the rank of each shape the greatest weight of its postings so far.
  private(set) var greatest: [Double]
  private var blocks: [UInt8] = []
  // One block; kept so that their memory is used again.
  private var documents: [Int] = []
  private var codes: [UInt32] = []
  private var places: [UInt32] = []
  private var packer = BitPacker()

  /// Takes weights, and the shapes with the rank of each.
  init(weights: PostingWeights, shapes: ShapeTable, ranks: [UInt32]) {
    self.weights = weights
    self.shapes = shapes
    self.ranks = ranks
    greatest = ranks.map { _ in 0 }
  }

  /// Appends the blocks of `count` postings to `bytes`; returns how many bytes they take.
  ///
  /// `collected` must be whole postings as the builder makes them.
  mutating func append(
    _ collected: UnsafeRawBufferPointer, documents count: Int, hasPlaces: Bool
  ) -> Int {
    let start = bytes.count
    blocks.removeAll(keepingCapacity: true)
    let blockCount = PostingsFormat.blockCount(documents: count)
    // A varint is read without looking behind each byte, so the bytes given are whole postings.
    guard var pointer = collected.baseAddress else { return 0 }
    let end = pointer + collected.count
    var last = -1
    for block in 0..<blockCount {
      let length = min(PostingsFormat.blockLength, count - block * PostingsFormat.blockLength)
      let base = last + 1
      let heaviest = read(length, &pointer, end: end, &last, hasPlaces: hasPlaces)
      if blockCount > 1 {
        bytes.appendFixed(UInt32(truncatingIfNeeded: last))
        // The next number above, so that rounding never makes the bound too small.
        bytes.appendFixed(Float(weights.saturated(heaviest)).nextUp.bitPattern)
        bytes.appendFixed(UInt32(truncatingIfNeeded: blocks.count))
      }
      appendBlock(base: base, hasPlaces: hasPlaces)
    }
    bytes.append(contentsOf: blocks)
    return bytes.count - start
  }

  /// Reads the postings of a block; returns the greatest weight.
  private mutating func read(
    _ count: Int, _ pointer: inout UnsafeRawPointer, end: UnsafeRawPointer, _ last: inout Int,
    hasPlaces: Bool
  ) -> Double {
    documents.removeAll(keepingCapacity: true)
    codes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    var heaviest = 0.0
    let (shapes, weights) = (shapes, weights)
    for _ in 0..<count {
      last += 1 + Int(Varint.read(&pointer, end: end))
      documents.append(last)
      let shape = Int(Varint.read(&pointer, end: end))
      codes.append(ranks[shape])
      var weight = 0.0
      shapes.forEachField(of: shape) { field, frequency in
        weight += weights.weight(last, field: field, Int(frequency))
        if hasPlaces { readPlaces(frequency, &pointer, end: end) }
      }
      heaviest = max(heaviest, weight)
      greatest[Int(ranks[shape])] = max(greatest[Int(ranks[shape])], weight)
    }
    return heaviest
  }

  private mutating func readPlaces(
    _ count: UInt32, _ pointer: inout UnsafeRawPointer, end: UnsafeRawPointer
  ) {
    var place: UInt32 = 0
    for _ in 0..<count {
      place &+= Varint.read(&pointer, end: end)
      places.append(place)
    }
  }

  private mutating func appendBlock(base: Int, hasPlaces: Bool) {
    let span = (documents.last ?? base) - base
    let share = span / max(documents.count, 1)
    let lowerWidth = share > 0 ? Int.bitWidth - 1 - share.leadingZeroBitCount : 0
    let codeWidth = BitRow.width(of: codes)
    let placeWidth = BitRow.width(of: places)
    let marksLength = (documents.count + span >> lowerWidth + 7) / 8
    blocks.append(UInt8(truncatingIfNeeded: lowerWidth))
    blocks.append(UInt8(truncatingIfNeeded: marksLength))
    blocks.append(UInt8(truncatingIfNeeded: codeWidth))
    blocks.append(hasPlaces ? UInt8(truncatingIfNeeded: placeWidth) : PostingsFormat.noPlaces)
    let marks = blocks.count
    blocks.append(contentsOf: repeatElement(0, count: marksLength))
    let mask = 1 << lowerWidth - 1
    for (place, document) in documents.enumerated() {
      let mark = (document - base) >> lowerWidth + place
      blocks[marks + mark >> 3] |= 1 << UInt8(truncatingIfNeeded: mark & 7)
      packer.append(
        UInt32(truncatingIfNeeded: (document - base) & mask), width: lowerWidth, to: &blocks)
    }
    packer.finish(&blocks)
    for code in codes { packer.append(code, width: codeWidth, to: &blocks) }
    packer.finish(&blocks)
    for place in places { packer.append(place, width: placeWidth, to: &blocks) }
    packer.finish(&blocks)
  }
}
