/// Numbers of 32 bits in one to five bytes: seven bits each, the lowest first.
enum Varint {
  /// The bytes that a number may take; every region that is read has as many readable bytes behind.
  static let longest = 5

  /// Reads a number and moves `pointer` behind it; zero at the end of the bytes.
  @inline(__always)
  static func read(_ pointer: inout UnsafeRawPointer, end: UnsafeRawPointer) -> UInt32 {
    guard pointer < end else { return 0 }
    let byte = pointer.load(as: UInt8.self)
    pointer += 1
    return byte < 0x80 ? UInt32(byte) : rest(&pointer, low: UInt32(byte & 0x7f))
  }

  @inline(__always)
  private static func rest(_ pointer: inout UnsafeRawPointer, low: UInt32) -> UInt32 {
    var value = low
    var shift: UInt32 = 7
    while shift < 35 {
      let byte = pointer.load(as: UInt8.self)
      pointer += 1
      value |= UInt32(byte & 0x7f) &<< shift
      if byte < 0x80 { break }
      shift += 7
    }
    return value
  }

  /// Writes a number at a place, where there must be room, and moves the place behind it.
  @inline(__always)
  static func write(
    _ value: UInt32, to bytes: UnsafeMutableBufferPointer<UInt8>, at place: inout Int
  ) {
    var rest = value
    while rest >= 0x80 {
      bytes[place] = UInt8(truncatingIfNeeded: rest) | 0x80
      place += 1
      rest >>= 7
    }
    bytes[place] = UInt8(truncatingIfNeeded: rest)
    place += 1
  }

  /// Moves `pointer` behind the next `count` numbers, or to the end of the bytes.
  @inline(__always)
  static func skip(_ count: Int, _ pointer: inout UnsafeRawPointer, end: UnsafeRawPointer) {
    var left = count
    // Eight bytes end at most eight numbers; the last number must be met byte by byte.
    while left > 8, end - pointer >= 8 {
      let word = pointer.loadUnaligned(as: UInt64.self)
      left -= (~word & 0x8080_8080_8080_8080).nonzeroBitCount
      pointer += 8
    }
    while left > 0, pointer < end {
      if pointer.load(as: UInt8.self) < 0x80 { left -= 1 }
      pointer += 1
    }
  }
}

extension [UInt8] {
  /// Appends a number as a varint.
  @inline(__always)
  mutating func appendVarint(_ value: UInt32) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends a number in its fixed width, lowest byte first.
  mutating func appendFixed(_ value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }

  /// Appends a text with its length in bytes before it.
  mutating func appendText(_ text: String) {
    appendVarint(UInt32(truncatingIfNeeded: text.utf8.count))
    append(contentsOf: text.utf8)
  }
}
