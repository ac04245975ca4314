/// The positions of a term in one field of one document, ascending, read as they are asked for.
public struct Positions: Sequence, IteratorProtocol {
  private let owner: IndexStorage
  private var reader: PositionReader

  init(owner: IndexStorage, reader: PositionReader) {
    self.owner = owner
    self.reader = reader
  }

  /// Returns the next position, nil behind the last.
  public mutating func next() -> UInt32? {
    reader.next()
  }
}

/// Reads positions without holding the index; only for use while a cursor holds it.
struct PositionReader {
  var pointer: UnsafeRawPointer
  let end: UnsafeRawPointer
  var remaining: UInt32
  private var last: UInt32 = 0

  init(pointer: UnsafeRawPointer, end: UnsafeRawPointer, count: UInt32) {
    self.pointer = pointer
    self.end = end
    remaining = count
  }

  @inline(__always)
  mutating func next() -> UInt32? {
    guard remaining > 0, pointer < end else { return nil }
    remaining -= 1
    last &+= Varint.read(&pointer, end: end)
    return last
  }
}

extension PostingsCursor {
  /// Returns the term's positions in a field of the current document.
  ///
  /// Positions are found by passing over those of earlier documents in the block, once.
  public mutating func positions(of field: Int) -> Positions {
    Positions(owner: owner, reader: positionReader(of: field))
  }

  /// Returns a reader of the positions in a field of the current document.
  @inline(__always)
  mutating func positionReader(of field: Int) -> PositionReader {
    Varint.skip(pendingPositions, &positionsPointer, end: end)
    pendingPositions = 0
    var start = positionsPointer
    let count = frequency(of: field)
    if count > 0 { skipLowerFields(than: field, from: &start) }
    return PositionReader(pointer: start, end: end, count: count)
  }

  @inline(__always)
  private func skipLowerFields(than field: Int, from pointer: inout UnsafeRawPointer) {
    var lower = fieldMask & (1 << FieldMask(field) - 1)
    while lower != 0 {
      let other = lower.trailingZeroBitCount
      Varint.skip(Int(frequency(of: other)), &pointer, end: end)
      lower &= lower - 1
    }
  }
}
