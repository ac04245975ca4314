/// Decides to which addresses a connection may be made.
///
/// It is asked about what a name was resolved to, never about the name, and again about the other
/// end of every connection that was made.
struct AddressGuard: Sendable {
  /// Whether hosts of an own network may be asked; other special addresses never are.
  let allowPrivateNetwork: Bool
  /// Whether hosts of the public network may be asked: not by a crawl whose pace or name are none for them.
  var allowsPublicNetwork = true

  /// Why no connection may be made to an address; nil where one may.
  func objection(to address: IPAddress) -> AddressKind? {
    let kind = AddressKind(of: address)
    if kind == .global, !allowsPublicNetwork { return kind }
    return kind == .global || allowPrivateNetwork && kind.isOwnNetwork ? nil : kind
  }

  /// The first address that is objected to, and why.
  ///
  /// One bad address spoils all: a name that leads both to the Internet and into a private network
  /// is the mark of an attempt to get there.
  func objection(toAny addresses: [IPAddress]) -> (address: IPAddress, kind: AddressKind)? {
    for address in addresses {
      if let kind = objection(to: address) { return (address, kind) }
    }
    return nil
  }
}

extension AddressGuard {
  /// The guard of a crawl.
  init(_ settings: CrawlSettings) {
    self.init(
      allowPrivateNetwork: settings.allowPrivateNetwork,
      allowsPublicNetwork: settings.allowsPublicNetwork)
  }
}
