/// Reads character references as HTML has them: `&yen;`, `&#165;`, `&#xA5;`.
enum CharacterReference {
  /// The most bytes of a reference behind its `&`.
  private static let longest = 32

  /// The character that the reference at a place stands for, and where the reference ends.
  static func read(
    _ source: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    let body = source[(place + 1)...].prefix(longest)
    let isNumber = body.first == UInt8(ascii: "#")
    let name = body.dropFirst(isNumber ? 1 : 0).prefix { $0.isLetterOrDigit }
    guard !name.isEmpty else { return nil }
    let isClosed = name.endIndex < source.count && source[name.endIndex] == UInt8(ascii: ";")
    // A name needs its semicolon; the parser of pages takes a number without one.
    guard isNumber || isClosed else { return nil }
    let word = String(decoding: name, as: UTF8.self)
    let scalar = isNumber ? scalar(numbered: word) : LibXML2.shared?.character(named: word)
    return scalar.map { ($0, name.endIndex + (isClosed ? 1 : 0)) }
  }

  private static func scalar(numbered digits: String) -> Unicode.Scalar? {
    let isHexadecimal = digits.first == "x" || digits.first == "X"
    return (isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits))
      .flatMap(Unicode.Scalar.init)
  }
}

extension UInt8 {
  /// Whether it is a letter of ASCII.
  var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  /// Whether it is a letter or a digit of ASCII.
  var isLetterOrDigit: Bool { isLetter || (0x30...0x39).contains(self) }
  /// The letter in lower case.
  var lowered: UInt8 { (0x41...0x5A).contains(self) ? self + 32 : self }
}
