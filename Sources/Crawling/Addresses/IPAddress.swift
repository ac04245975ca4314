import Foundation

/// An address of the Internet Protocol.
enum IPAddress: Hashable, Sendable {
  case version4(UInt32)
  case version6(high: UInt64, low: UInt64)

  /// Reads `192.0.2.1` or `2001:db8::1`; nil for any other writing.
  init?(_ text: String) {
    var four = in_addr()
    var six = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      self = .version4(UInt32(bigEndian: four.s_addr))
    } else if inet_pton(AF_INET6, text, &six) == 1 {
      self.init(six)
    } else {
      return nil
    }
  }

  /// Takes an IPv6 address as the system holds it.
  init(_ address: in6_addr) {
    self = withUnsafeBytes(of: address) { bytes in
      .version6(
        high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
  }

  /// Whether the first bits of the address are those of another.
  func hasPrefix(_ other: IPAddress, bits: Int) -> Bool {
    switch (self, other) {
    case (.version4(let one), .version4(let two)):
      return (one ^ two).leadingZeroBitCount >= bits
    case (.version6(let high, let low), .version6(let otherHigh, let otherLow)):
      let difference = high ^ otherHigh
      let equal =
        difference == 0
        ? 64 + (low ^ otherLow).leadingZeroBitCount : difference.leadingZeroBitCount
      return equal >= bits
    default:
      return false
    }
  }
}

extension IPAddress: CustomStringConvertible {
  var description: String {
    switch self {
    case .version4(let number):
      return stride(from: 24, through: 0, by: -8)
        .map { String(number >> UInt32($0) & 255) }.joined(separator: ".")
    case .version6(let high, let low):
      var address = in6_addr()
      withUnsafeMutableBytes(of: &address) { bytes in
        bytes.storeBytes(of: high.bigEndian, as: UInt64.self)
        bytes.storeBytes(of: low.bigEndian, toByteOffset: 8, as: UInt64.self)
      }
      var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
      guard inet_ntop(AF_INET6, &address, &text, socklen_t(text.count)) != nil else { return "" }
      return String(
        decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }
}
