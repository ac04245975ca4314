/// Reads the parts of a date or a time from the bytes of its writing, one after the other.
struct DigitReader<Bytes: Sequence<UInt8>> {
  private var rest: Bytes.Iterator

  /// Starts at the first byte.
  init(_ bytes: Bytes) { rest = bytes.makeIterator() }

  /// The next byte; nil at the end.
  mutating func next() -> UInt8? { rest.next() }

  /// Takes a mark; false where something else stands there.
  mutating func take(_ mark: Unicode.Scalar) -> Bool { rest.next() == UInt8(ascii: mark) }

  /// Takes so many digits; nil where something else stands there.
  mutating func number(digits: Int) -> Int? {
    var number = 0
    for _ in 0..<digits {
      guard let byte = rest.next(), (0x30...0x39).contains(byte) else { return nil }
      number = 10 * number + Int(byte - 0x30)
    }
    return number
  }
}
