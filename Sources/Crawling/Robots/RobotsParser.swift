/// Gathers the groups of a robots.txt, line by line.
struct RobotsParser {
  /// No pause between requests is longer than a day, whatever a file says.
  private static let longestDelay = 86_400.0

  private(set) var groups: [RobotsRules.Group] = []
  private(set) var sitemaps: [String] = []
  /// Whether the group has a rule: the next user-agent line then begins another group.
  private var hasRules = false

  /// Reads one line; one that means nothing here is passed over (RFC 9309, 2.2.4).
  mutating func read(_ line: RobotsLine) {
    guard let (key, value) = line.record else { return }
    switch key {
    case "user-agent": begin(value)
    case "allow", "disallow": add(value, allows: key == "allow", line: line)
    case "crawl-delay": delay(value)
    case "sitemap": sitemaps.append(value)
    default: break
    }
  }

  private mutating func begin(_ value: String) {
    if groups.isEmpty || hasRules { groups.append(RobotsRules.Group()) }
    hasRules = false
    groups[groups.count - 1].agents.append(Self.productToken(value))
  }

  private mutating func add(_ value: String, allows: Bool, line: RobotsLine) {
    guard !groups.isEmpty else { return }
    hasRules = true
    // An empty pattern matches nothing, so that `Disallow:` allows all.
    guard !value.isEmpty else { return }
    let rule = RobotsRule(allows: allows, pattern: RobotsPattern(value), line: line)
    groups[groups.count - 1].rules.append(rule)
  }

  private mutating func delay(_ value: String) {
    guard !groups.isEmpty, let seconds = Double(value), seconds >= 0 else { return }
    let delay = Duration.milliseconds(Int64(min(seconds, Self.longestDelay) * 1000))
    groups[groups.count - 1].crawlDelay = max(groups[groups.count - 1].crawlDelay ?? .zero, delay)
  }

  /// The product token that a value begins with, in lower case (RFC 9309, 2.2.1), or `*`.
  static func productToken(_ value: String) -> String {
    if value.first == "*", value.dropFirst().first.map({ $0 == " " || $0 == "\t" }) ?? true {
      return "*"
    }
    let isTokenCharacter: (Character) -> Bool = {
      $0.isASCII && ($0.isLetter || $0 == "_" || $0 == "-")
    }
    return value.prefix(while: isTokenCharacter).lowercased()
  }
}
