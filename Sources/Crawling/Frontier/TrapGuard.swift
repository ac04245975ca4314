/// Recognizes addresses that lead nowhere: calendars, session ids, lists by every order and filter, paths
/// that grow without end.
struct TrapGuard: Sendable {
  /// The most addresses that differ in their figures or in the values of their query only.
  static let mostOfOneShape = 12
  /// The most addresses that differ in one number of their path only: many sites number their pages.
  static let mostNumbered = 60
  /// The most segments of a path, and parameters of a query.
  private static let mostSegments = 12
  private static let mostParameters = 4
  /// How often one segment may stand in a path.
  private static let mostRepeats = 2

  private var shapes: [String: Int] = [:]

  /// Whether an address may be visited; it is counted with others of its shape.
  mutating func admits(_ address: WebAddress) -> Bool {
    let parts = address.target.split(separator: "?", maxSplits: 1)
    let segments = parts.first?.split(separator: "/") ?? []
    let parameters = parts.count > 1 ? parts[1].split(separator: "&") : []
    guard segments.count <= Self.mostSegments, parameters.count <= Self.mostParameters,
      !Self.repeats(segments)
    else { return false }
    let names = parameters.map { $0.prefix { $0 != "=" } }.sorted().joined(separator: "&")
    let path = segments.joined(separator: "/")
    let hasFigures = path.contains(where: \.isNumber)
    guard hasFigures || !names.isEmpty else { return true }
    let form = Self.withoutFigures(path)
    let shape = "\(address.authority)/\(form)?\(names)"
    shapes[shape, default: 0] += 1
    let isNumbered = names.isEmpty && form.count { $0 == Self.figures } == 1
    return shapes[shape, default: 0] <= (isNumbered ? Self.mostNumbered : Self.mostOfOneShape)
  }

  private static func repeats(_ segments: [Substring]) -> Bool {
    var counts: [Substring: Int] = [:]
    for segment in segments { counts[segment, default: 0] += 1 }
    return counts.values.contains { $0 > mostRepeats }
  }

  /// What stands for a run of figures.
  private static let figures: Character = "0"

  /// The path with every run of figures as one.
  private static func withoutFigures(_ path: String) -> String {
    var shape = ""
    for character in path {
      guard character.isNumber else {
        shape.append(character)
        continue
      }
      if shape.last != figures { shape.append(figures) }
    }
    return shape
  }
}

extension WebAddress {
  /// Parameters that say who asks, not what is asked for.
  private static let sessionNames: Set = [
    "phpsessid", "jsessionid", "sessionid", "session_id", "sessid", "cfid", "cftoken", "fbclid",
    "gclid", "oscsid", "cgisessid", "msclkid", "yclid", "dclid", "_ga", "_gl", "mc_cid", "mc_eid",
  ]
  /// Parameters that may name a session, or a section of the site: a session is long.
  private static let doubtfulNames: Set = ["sid", "s_id", "session"]
  private static let shortestSession = 8

  /// The same address without session ids and marks of campaigns.
  var withoutSession: WebAddress {
    guard target.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: ";") }) else {
      return self
    }
    var path = target.prefix { $0 != "?" }
    var query = target.dropFirst(path.count + 1)
    if let mark = path.lastIndex(of: ";"),
      path[mark...].dropFirst().lowercased().hasPrefix("jsessionid")
    {
      path = path[..<mark]
    }
    let kept = query.split(separator: "&", omittingEmptySubsequences: false).filter {
      let name = $0.prefix { $0 != "=" }.lowercased()
      let isSession =
        Self.sessionNames.contains(name)
        || Self.doubtfulNames.contains(name)
          && $0.utf8.count - name.utf8.count > Self.shortestSession
      return !isSession && !name.hasPrefix("utm_")
        && !name.hasPrefix("aspsessionid")
    }
    query = kept.joined(separator: "&")[...]
    let text = "\(scheme.rawValue)://\(authority)\(path)" + (query.isEmpty ? "" : "?" + query)
    return text == description || target.hasSuffix("?") ? self : WebAddress(text) ?? self
  }

  /// What is equal in addresses that mean one page: all but the order of the parameters, and sessions.
  ///
  /// What is asked for is the address as it is written.
  var identity: String { withoutSession.written }

  private var written: String {
    guard let mark = target.firstIndex(of: "?") else { return description }
    let parameters = target[mark...].dropFirst().split(separator: "&").sorted()
    return "\(scheme.rawValue)://\(authority)\(target[...mark])\(parameters.joined(separator: "&"))"
  }
}
