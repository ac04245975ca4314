/// One header field of an HTTP message.
public struct HeaderField: Hashable, Sendable {
  /// The name, in the case in which it came.
  public let name: String
  /// The value.
  public let value: String

  /// Makes a header field.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

extension HeaderField {
  /// Whether the field has a name, whatever its case.
  public func hasName(_ other: String) -> Bool {
    name.utf8.count == other.utf8.count
      && zip(name.utf8, other.utf8).allSatisfy { $0 == $1 || Self.lower($0) == Self.lower($1) }
  }

  private static func lower(_ letter: UInt8) -> UInt8 {
    (0x41...0x5A).contains(letter) ? letter | 0x20 : letter
  }
}

extension Sequence<HeaderField> {
  /// The first value of a field, whatever the case of its name.
  public func firstValue(of name: String) -> String? {
    first { $0.hasName(name) }?.value
  }
}
