/// A path with its query, in the one form in which RFC 9309, 2.2.2 compares it.
///
/// Percent-encoded unreserved characters are decoded, and what is not ASCII is encoded. Within the query
/// the reserved characters count as equal to their encoded forms; within the path they do not.
struct RobotsPath {
  /// A character, and whether it is written in its encoded form.
  struct Unit: Equatable {
    let octet: UInt8
    var isEncoded = false
    /// Whether it is a reserved character of the query, whose two forms are equal.
    var isEither = false

    /// How many octets it counts in a pattern.
    var length: Int { isEncoded && !isEither ? 3 : 1 }

    /// Whether a unit of a pattern stands for this one.
    func isMeant(by other: Unit) -> Bool {
      octet == other.octet && (isEither || isEncoded == other.isEncoded)
    }
  }

  let units: [Unit]

  /// Normalizes the target of a request.
  init(target: String) {
    units = Self.normalized(target, keeping: [])
  }

  /// Whether this is the robots.txt itself.
  var isRobots: Bool { units == Self.normalized("/robots.txt", keeping: []) }

  /// Normalizes text; the octets in `kept` stay as they are, others with a meaning are encoded.
  static func normalized(_ text: String, keeping kept: Set<UInt8>) -> [Unit] {
    let input = Array(text.utf8)
    var output: [Unit] = []
    var inQuery = false
    var at = 0
    while at < input.count {
      let decoded = PercentCoding.decodedOctet(in: input, at: at)
      let octet = decoded ?? input[at]
      let isPlain =
        decoded == nil
        ? kept.contains(octet) || isPlain(octet) : PercentCoding.isUnreserved(octet)
      output.append(
        Unit(octet: octet, isEncoded: !isPlain, isEither: inQuery && reserved.contains(octet)))
      if decoded == nil, octet == UInt8(ascii: "?") { inQuery = true }
      at += decoded == nil ? 1 : 3
    }
    return output
  }

  /// Reserved characters but for those that patterns give a meaning to.
  private static let reserved = Set(":/?#[]@!&'()+,;=".utf8)
  /// Characters that patterns give a meaning to; where they are meant themselves, they are encoded.
  private static let meaningful = Set("*$%".utf8)

  private static func isPlain(_ octet: UInt8) -> Bool {
    (0x21...0x7E).contains(octet) && !meaningful.contains(octet)
  }
}
