/// The values of one JSON text in the order in which they stand, each with where it ends.
///
/// It reads what progsearch writes: strict JSON without `null`, keys ascending in every object. Anything
/// else, right or wrong, is not taken, and left to the decoder of Foundation.
final class JSONTape {
  /// What a value is.
  enum Kind: UInt8 {
    case object
    case array
    /// A text, or the key of an object.
    case text
    /// A text with a backslash in it.
    case escapedText
    case number
    case yes
    case no
  }

  /// One value.
  struct Value {
    let kind: Kind
    /// Where its bytes stand; those of a text without the quotation marks.
    let start: Int
    var end: Int
    /// The number of the first value behind it and all that it holds.
    var next: Int
  }

  let values: [Value]
  private let bytes: [UInt8]

  /// Reads a text; nil where it is not of the kind that is read here.
  init?(_ bytes: [UInt8]) {
    var reader = JSONTapeReader(bytes)
    guard let values = reader.values() else { return nil }
    self.values = values
    self.bytes = bytes
  }

  /// The text of a value; nil where it is none, or no UTF-8.
  func text(of value: Value) -> String? {
    switch value.kind {
    case .text: withBytes(of: value) { String(validating: $0, as: UTF8.self) }
    case .escapedText: unescaped(bytes[value.start..<value.end])
    default: nil
    }
  }

  /// What a function makes of the bytes of a text; nil where the value is none, or has an escape.
  func plainText<Found>(
    of value: Value, _ read: (UnsafeBufferPointer<UInt8>) -> Found?
  ) -> Found? {
    value.kind == .text ? withBytes(of: value, read) : nil
  }

  /// Whether a value is true; nil where it is neither true nor false.
  func boolean(of value: Value) -> Bool? {
    value.kind == .yes ? true : value.kind == .no ? false : nil
  }

  @inline(__always)
  private func withBytes<Result>(
    of value: Value, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[value.start..<value.end]))
    }
  }

  /// A whole number without fraction and exponent; nil where it is none.
  func integer(of value: Value) -> Int? {
    guard value.kind == .number else { return nil }
    var number = 0
    let isNegative = bytes[value.start] == UInt8(ascii: "-")
    for byte in bytes[(value.start + (isNegative ? 1 : 0))..<value.end] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      let (product, isLost) = number.multipliedReportingOverflow(by: 10)
      let (sum, isOver) = product.addingReportingOverflow(Int(byte) - 0x30)
      if isLost || isOver { return nil }
      number = sum
    }
    return isNegative ? -number : number
  }

  /// Any number; nil where it is none.
  func double(of value: Value) -> Double? {
    guard value.kind == .number else { return nil }
    // 1e999 is left to Foundation, which refuses it and says where it stands.
    return Double(String(decoding: bytes[value.start..<value.end], as: UTF8.self)).flatMap {
      $0.isFinite ? $0 : nil
    }
  }

  /// Whether a text without backslashes is the one given.
  @inline(__always)
  func isEqual(_ value: Value, _ text: StaticString) -> Bool {
    guard value.kind == .text, value.end - value.start == text.utf8CodeUnitCount else {
      return false
    }
    return withBytes(of: value) { bytes in
      for place in bytes.indices where bytes[place] != text.utf8Start[place] { return false }
      return true
    }
  }

  /// Whether a text without backslashes is the one given.
  func isEqual(_ value: Value, _ text: String) -> Bool {
    value.kind == .text && value.end - value.start == text.utf8.count
      && bytes[value.start..<value.end].elementsEqual(text.utf8)
  }
}

// MARK: Escapes

extension JSONTape {
  /// A text with its escapes resolved; nil where one is wrong.
  private func unescaped(_ text: ArraySlice<UInt8>) -> String? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var rest = text
    while let backslash = rest.firstIndex(of: UInt8(ascii: "\\")) {
      result += rest[..<backslash]
      rest = rest[(backslash + 1)...]
      switch rest.popFirst() {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case .some(let mark) where [0x22, 0x2F, 0x5C].contains(mark): result.append(mark)
      case UInt8(ascii: "u"):
        guard let scalar = Self.scalar(&rest) else { return nil }
        result += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      default: return nil
      }
    }
    result += rest
    return String(validating: result, as: UTF8.self)
  }

  private static func scalar(_ rest: inout ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let first = unit(&rest) else { return nil }
    guard UTF16.isLeadSurrogate(first) else { return Unicode.Scalar(UInt32(first)) }
    guard rest.popFirst() == UInt8(ascii: "\\"), rest.popFirst() == UInt8(ascii: "u"),
      let second = unit(&rest), UTF16.isTrailSurrogate(second)
    else { return nil }
    return UTF16.decode(UTF16.EncodedScalar([first, second]))
  }

  private static func unit(_ rest: inout ArraySlice<UInt8>) -> UInt16? {
    let digits = rest.prefix(4)
    rest = rest.dropFirst(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
      return nil
    }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
