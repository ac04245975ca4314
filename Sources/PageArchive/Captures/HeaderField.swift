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

extension Sequence<HeaderField> {
  /// The first value of a field, whatever the case of its name.
  public func firstValue(of name: String) -> String? {
    first { $0.name.lowercased() == name.lowercased() }?.value
  }
}
