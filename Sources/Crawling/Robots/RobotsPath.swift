/// A path with its query, in the one form in which RFC 9309, 2.2.2 compares it.
///
/// Percent-encoded unreserved characters are decoded, what is not ASCII is encoded, and within the
/// query the delimiters `:/?#[]@` count as equal to their encoded forms.
struct RobotsPath {
  let octets: [UInt8]

  /// Normalizes the target of a request.
  init(target: String) {
    octets = Self.normalized(target, keeping: [])
  }

  /// Normalizes text; the octets in `kept` stay as they are, others with a meaning are encoded.
  static func normalized(_ text: String, keeping kept: Set<UInt8>) -> [UInt8] {
    let input = Array(text.utf8)
    var output: [UInt8] = []
    var inQuery = false
    var at = 0
    while at < input.count {
      if let octet = PercentCoding.decodedOctet(in: input, at: at) {
        let isEqual =
          PercentCoding.isUnreserved(octet) || inQuery && genericDelimiters.contains(octet)
        output += isEqual ? [octet] : PercentCoding.encoded(octet)
        at += 3
        continue
      }
      let octet = input[at]
      if octet == UInt8(ascii: "?") { inQuery = true }
      output += kept.contains(octet) || isPlain(octet) ? [octet] : PercentCoding.encoded(octet)
      at += 1
    }
    return output
  }

  private static let genericDelimiters = Set(":/?#[]@".utf8)
  /// Characters that patterns give a meaning to; where they are meant themselves, they are encoded.
  private static let meaningful = Set("*$%".utf8)

  private static func isPlain(_ octet: UInt8) -> Bool {
    (0x21...0x7E).contains(octet) && !meaningful.contains(octet)
  }
}
