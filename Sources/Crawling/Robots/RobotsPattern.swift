/// The path pattern of a rule, with `*` for anything and a final `$` for the end.
struct RobotsPattern: Sendable {
  /// The number of octets that count for “the most specific match” (RFC 9309, 2.2.2).
  let length: Int
  /// What stands between the stars.
  private let parts: [[UInt8]]
  private let isAnchored: Bool
  private let literalLength: Int

  /// Reads the value of an `Allow` or `Disallow` line.
  init(_ text: String) {
    isAnchored = text.hasSuffix("$")
    let octets = RobotsPath.normalized(
      isAnchored ? String(text.dropLast()) : text, keeping: Set("*".utf8))
    parts = octets.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
      .map(Array.init)
    length = octets.count + (isAnchored ? 1 : 0)
    literalLength = parts.reduce(0) { $0 + $1.count }
  }

  /// Whether a path begins as the pattern says.
  ///
  /// Each part is taken at its first place, so the time is bounded by the product of the lengths.
  func matches(_ path: RobotsPath) -> Bool {
    guard literalLength <= path.octets.count, let first = parts.first,
      path.octets.starts(with: first)
    else { return false }
    var rest = path.octets[first.count...]
    for (place, part) in parts.enumerated().dropFirst() {
      let isLast = place == parts.count - 1
      if isLast && isAnchored {
        return rest.count >= part.count && rest.suffix(part.count) == part[...]
      }
      guard let end = Self.end(of: part, in: rest) else { return false }
      rest = rest[end...]
    }
    return !isAnchored || rest.isEmpty
  }

  private static func end(of part: [UInt8], in octets: ArraySlice<UInt8>) -> Int? {
    guard let first = part.first else { return octets.startIndex }
    var at = octets.startIndex
    while let start = octets[at...].firstIndex(of: first), start + part.count <= octets.endIndex {
      if octets[start...].starts(with: part) { return start + part.count }
      at = start + 1
    }
    return nil
  }
}
