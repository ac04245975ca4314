/// What an address is for, as far as it matters to whether a crawler may connect to it.
///
/// The blocks are those of the IANA registries of special-purpose addresses (RFC 6890).
enum AddressKind: String, Sendable {
  case global = "global"
  case loopback = "loopback"
  case privateUse = "private"
  case linkLocal = "link-local"
  case carrierShared = "carrier-grade NAT"
  case uniqueLocal = "unique local"
  case unspecified = "unspecified"
  case multicast = "multicast"
  case documentation = "documentation"
  case benchmarking = "benchmarking"
  /// An IPv4 address within an IPv6 one: mapped, compatible, NAT64, 6to4, Teredo.
  case translated = "translated IPv4"
  case reserved = "reserved"

  /// Whether hosts of an own network may have such an address.
  var isOwnNetwork: Bool {
    switch self {
    case .loopback, .privateUse, .linkLocal, .carrierShared, .uniqueLocal: true
    default: false
    }
  }

  /// The kind of an address: that of the first block that it lies in.
  ///
  /// Of IPv6 only `2000::/3` is given out for use on the Internet, so all else is refused.
  init(of address: IPAddress) {
    if let block = Self.blocks.first(where: { address.hasPrefix($0.base, bits: $0.bits) }) {
      self = block.kind
    } else {
      self = if case .version4 = address { .global } else { .reserved }
    }
  }

  private struct Block {
    let base: IPAddress
    let bits: Int
    let kind: AddressKind
  }

  private static let blocks: [Block] = (version4 + version6).compactMap { text, bits, kind in
    IPAddress(text).map { Block(base: $0, bits: bits, kind: kind) }
  }

  private static let version4: [(String, Int, AddressKind)] = [
    ("0.0.0.0", 8, .unspecified),
    ("10.0.0.0", 8, .privateUse),
    ("100.64.0.0", 10, .carrierShared),
    ("127.0.0.0", 8, .loopback),
    ("169.254.0.0", 16, .linkLocal),
    ("172.16.0.0", 12, .privateUse),
    ("192.0.0.0", 24, .reserved),
    ("192.0.2.0", 24, .documentation),
    ("192.88.99.0", 24, .translated),
    ("192.168.0.0", 16, .privateUse),
    ("198.18.0.0", 15, .benchmarking),
    ("198.51.100.0", 24, .documentation),
    ("203.0.113.0", 24, .documentation),
    ("224.0.0.0", 4, .multicast),
    ("240.0.0.0", 4, .reserved),
  ]

  private static let version6: [(String, Int, AddressKind)] = [
    ("::", 128, .unspecified),
    ("::1", 128, .loopback),
    ("::ffff:0:0", 96, .translated),
    ("::", 96, .translated),
    ("64:ff9b::", 96, .translated),
    ("64:ff9b:1::", 48, .translated),
    ("2001::", 32, .translated),
    ("2001:2::", 48, .benchmarking),
    ("2001::", 23, .reserved),
    ("2001:db8::", 32, .documentation),
    ("2002::", 16, .translated),
    ("3fff::", 20, .documentation),
    ("2000::", 3, .global),
    ("fc00::", 7, .uniqueLocal),
    ("fe80::", 10, .linkLocal),
    ("fec0::", 10, .privateUse),
    ("ff00::", 8, .multicast),
  ]
}
