/// The path pattern of a rule, with `*` for anything and a final `$` for the end.
struct RobotsPattern: Sendable {
  /// The number of octets that count for “the most specific match” (RFC 9309, 2.2.2).
  let length: Int
  /// What stands between the stars.
  private let parts: [[RobotsPath.Unit]]
  private let isAnchored: Bool
  private let literalLength: Int

  /// Reads the value of an `Allow` or `Disallow` line.
  init(_ text: String) {
    isAnchored = text.hasSuffix("$")
    let units = RobotsPath.normalized(
      isAnchored ? String(text.dropLast()) : text, keeping: Set("*".utf8))
    let star = RobotsPath.Unit(octet: UInt8(ascii: "*"))
    parts = units.split(separator: star, omittingEmptySubsequences: false).map(Array.init)
    length = units.reduce(isAnchored ? 1 : 0) { $0 + $1.length }
    literalLength = parts.reduce(0) { $0 + $1.count }
  }

  /// Whether a path begins as the pattern says.
  ///
  /// Each part is taken at its first place, so the time is bounded by the product of the lengths.
  func matches(_ path: RobotsPath) -> Bool {
    guard literalLength <= path.units.count, let first = parts.first,
      Self.begins(path.units[...], with: first)
    else { return false }
    var rest = path.units[first.count...]
    for (place, part) in parts.enumerated().dropFirst() {
      let isLast = place == parts.count - 1
      if isLast && isAnchored {
        return rest.count >= part.count && Self.begins(rest.suffix(part.count), with: part)
      }
      guard let end = Self.end(of: part, in: rest) else { return false }
      rest = rest[end...]
    }
    return !isAnchored || rest.isEmpty
  }

  private static func begins(
    _ units: ArraySlice<RobotsPath.Unit>, with part: [RobotsPath.Unit]
  ) -> Bool {
    units.count >= part.count && zip(units, part).allSatisfy { $0.isMeant(by: $1) }
  }

  private static func end(
    of part: [RobotsPath.Unit], in units: ArraySlice<RobotsPath.Unit>
  ) -> Int? {
    guard let first = part.first else { return units.startIndex }
    var at = units.startIndex
    while let start = units[at...].firstIndex(where: { $0.isMeant(by: first) }),
      start + part.count <= units.endIndex
    {
      if begins(units[start...], with: part) { return start + part.count }
      at = start + 1
    }
    return nil
  }
}
