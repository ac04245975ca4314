/// The address of a page in canonical form, so that equal pages have equal addresses.
///
/// Scheme and host are in lower case, the host has no final dot, a default port and the fragment are
/// dropped, `.` and `..` are resolved, and percent-encoding is used where it must be and only there.
public struct WebAddress: Hashable, Sendable {
  /// The schemes that are fetched.
  public enum Scheme: String, Sendable {
    case http, https

    /// The port that is meant where none is stated.
    var defaultPort: Int { self == .http ? 80 : 443 }
  }

  /// No address that is longer is asked for; servers refuse such addresses too.
  static let longest = 2048

  /// The scheme.
  public let scheme: Scheme
  /// The host: a name, an IPv4 address, or an IPv6 address without its brackets.
  public let host: String
  /// The port, stated or not.
  public let port: Int
  /// The path and the query, beginning with `/`.
  public let target: String

  /// Reads an absolute address; nil where it is none of `http` or `https`, or is malformed.
  public init?(_ text: String) {
    self.init(text, base: nil)
  }

  /// Reads an address as it stands on a page, relative to that of the page.
  public init?(_ reference: String, relativeTo base: WebAddress) {
    self.init(reference, base: base)
  }

  private init?(_ text: String, base: WebAddress?) {
    guard text.utf8.count <= Self.longest, let parts = AddressParts(text) else { return nil }
    guard let scheme = parts.scheme.map(Scheme.init(rawValue:)) ?? base?.scheme else { return nil }
    self.scheme = scheme
    if let authority = parts.authority {
      guard let (host, port) = HostName.split(authority) else { return nil }
      self.host = host
      self.port = port ?? scheme.defaultPort
      target = AddressParts.canonicalTarget(path: parts.path, query: parts.query)
    } else {
      // `http:path` without an authority is an oddity that no page needs.
      guard let base, parts.scheme == nil else { return nil }
      host = base.host
      port = base.port
      target = parts.target(relativeTo: base.target)
    }
    guard target.utf8.count <= Self.longest else { return nil }
  }

  /// The host as it stands in an address, with its port unless that is the default.
  public var authority: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return port == scheme.defaultPort ? name : "\(name):\(port)"
  }

  /// The address of the robots.txt that holds for this address.
  var robots: WebAddress? { WebAddress("\(scheme.rawValue)://\(authority)/robots.txt") }

  /// Whose patience is at stake: the host, whatever scheme and port.
  ///
  /// Behind an address in figures each port may be another machine.
  var gateKey: String {
    port == 80 || port == 443 || IPAddress(host) == nil ? host : "\(host) \(port)"
  }
}

extension WebAddress: CustomStringConvertible {
  /// The address as text.
  public var description: String { "\(scheme.rawValue)://\(authority)\(target)" }
}
