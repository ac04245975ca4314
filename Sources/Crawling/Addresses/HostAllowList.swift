/// The hosts that a target consists of; nothing else is fetched for it.
struct HostAllowList: Sendable {
  private let hosts: Set<String>

  /// Takes hosts, as `host` or, where the port is no default, `host:port`.
  ///
  /// The hosts of the start pages are allowed as well. An entry that is no host allows nothing.
  init(hosts: [String], startPages: [WebAddress]) {
    let named = hosts.compactMap { HostName.split($0[...]) }.map { host, port in
      Self.key(host: host, port: port ?? 80)
    }
    self.hosts = Set(named + startPages.map { Self.key(host: $0.host, port: $0.port) })
  }

  /// Whether an address lies on one of the hosts.
  func contains(_ address: WebAddress) -> Bool {
    hosts.contains(Self.key(host: address.host, port: address.port))
  }

  /// The default ports of both schemes count as one.
  private static func key(host: String, port: Int) -> String {
    port == 80 || port == 443 ? host : "\(host) \(port)"
  }
}
