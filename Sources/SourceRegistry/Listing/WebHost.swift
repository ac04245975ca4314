/// The host that an address names.
enum WebHost {
  /// The host in small letters, with the port where one is written; nil where the address is not
  /// one of the web, or carries a user's name.
  static func host(of address: String) -> String? {
    let prefix = ["https://", "http://"].first { address.lowercased().hasPrefix($0) }
    guard let prefix else { return nil }
    let host = address.dropFirst(prefix.count).prefix { !"/?#".contains($0) }.lowercased()
    return isHost(host) ? host : nil
  }

  /// Whether a text is a host such as `www.example.jp` or `127.0.0.1:8080`.
  static func isHost(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty, parts.count <= 2 else { return false }
    let isNamed = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    return isNamed && (parts.count == 1 || UInt16(parts[1]) != nil)
  }
}
