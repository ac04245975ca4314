/// Hosts as they stand in addresses.
enum HostName {
  /// The canonical host and the port of an authority; nil where it is malformed.
  ///
  /// Credentials are refused: no public page needs them, and they serve to disguise hosts.
  static func split(_ authority: Substring) -> (host: String, port: Int?)? {
    guard !authority.contains("@") else { return nil }
    var name = authority
    var port: Int?
    if let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") {
      let digits = authority[authority.index(after: colon)...]
      name = authority[..<colon]
      if !digits.isEmpty {
        guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits),
          (1...65_535).contains(number)
        else { return nil }
        port = number
      }
    }
    return canonical(name).map { ($0, port) }
  }

  /// A host in lower case without its final dot; nil where it cannot be one.
  static func canonical(_ name: Substring) -> String? {
    if name.hasPrefix("["), name.hasSuffix("]") {
      guard let address = IPAddress(String(name.dropFirst().dropLast())),
        case .version6 = address
      else { return nil }
      return address.description
    }
    var host = name.lowercased()
    if !host.utf8.allSatisfy({ $0 < 0x80 }) {
      guard let ascii = InternationalHost.ascii(host) else { return nil }
      host = ascii
    }
    if host.hasSuffix(".") { host.removeLast() }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    guard host.utf8.count <= 253, labels.allSatisfy({ (1...63).contains($0.utf8.count) }),
      host.utf8.allSatisfy(isHostOctet)
    else { return nil }
    return host
  }

  private static func isHostOctet(_ octet: UInt8) -> Bool {
    switch octet {
    case 0x30...0x39, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}
