/// Reads metadata from the front of a region; nil where the bytes do not suffice.
struct ByteReader {
  private let region: ByteRegion
  private var pointer: UnsafeRawPointer

  init(_ region: ByteRegion) {
    self.region = region
    pointer = region.start
  }

  /// Whether every byte has been read.
  var isAtEnd: Bool { pointer == region.end }

  /// Reads a number of fixed width.
  mutating func fixed<Number: FixedWidthInteger & BitwiseCopyable>(_: Number.Type) -> Number? {
    let width = Number.bitWidth / 8
    guard region.end - pointer >= width else { return nil }
    defer { pointer += width }
    return Number(littleEndian: pointer.loadUnaligned(as: Number.self))
  }

  /// Reads a double as its 64 bits.
  mutating func double() -> Double? {
    fixed(UInt64.self).map(Double.init(bitPattern:))
  }

  /// Reads a text with its length before it.
  mutating func text() -> String? {
    guard let length = count(), region.end - pointer >= length else { return nil }
    defer { pointer += length }
    return String(
      decoding: UnsafeRawBufferPointer(start: pointer, count: length), as: UTF8.self)
  }

  /// Reads a varint that counts things of at least one byte each.
  mutating func count() -> Int? {
    guard pointer < region.end else { return nil }
    let value = Int(Varint.read(&pointer, end: region.end))
    return value <= region.end - pointer ? value : nil
  }

  /// Reads a counted list.
  mutating func list<Element>(_ element: (inout ByteReader) -> Element?) -> [Element]? {
    guard let length = count() else { return nil }
    var elements: [Element] = []
    for _ in 0..<length {
      guard let next = element(&self) else { return nil }
      elements.append(next)
    }
    return elements
  }
}
