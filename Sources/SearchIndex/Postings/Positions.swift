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
  private let block: PostingsBlock
  private var number: Int
  private let end: Int

  /// Reads so many positions of a block from one on.
  @inline(__always)
  init(_ block: PostingsBlock, from number: Int, count: Int) {
    self.block = block
    self.number = number
    end = block.end(ofPlaces: number, count: count)
  }

  @inline(__always)
  mutating func next() -> UInt32? {
    guard number < end else { return nil }
    defer { number += 1 }
    return block.place(number)
  }
}
