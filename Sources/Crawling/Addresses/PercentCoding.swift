/// Percent-encoding of octets (RFC 3986, section 2).
enum PercentCoding {
  /// The octet that `%XX` at a place stands for; nil where no such thing stands there.
  static func decodedOctet(in octets: [UInt8], at place: Int) -> UInt8? {
    guard place + 2 < octets.count, octets[place] == UInt8(ascii: "%"),
      let high = digit(octets[place + 1]), let low = digit(octets[place + 2])
    else { return nil }
    return high << 4 | low
  }

  /// `%XX` for an octet, in upper case.
  static func encoded(_ octet: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(octet >> 4)], digits[Int(octet & 15)]]
  }

  /// Whether an octet means the same with and without encoding.
  static func isUnreserved(_ octet: UInt8) -> Bool {
    switch octet {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
    default: false
    }
  }

  private static func digit(_ octet: UInt8) -> UInt8? {
    switch octet {
    case 0x30...0x39: octet - 0x30
    case 0x41...0x46: octet - 0x41 + 10
    case 0x61...0x66: octet - 0x61 + 10
    default: nil
    }
  }
}
