#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the environment says, asked name by name: a query asks for few, and a dictionary of all takes longer.
public struct ProcessEnvironment: Sendable {
  private let given: [String: String]?

  /// Takes the environment of the process, or another one.
  public init(_ given: [String: String]? = nil) {
    self.given = given
  }

  /// The value of a name; nil where it has none.
  public subscript(name: String) -> String? {
    if let given { return given[name] }
    return getenv(name).map { String(cString: $0) }
  }
}
