/// What a robots.txt says (RFC 9309).
public struct RobotsRules: Sendable {
  /// How much of a file is read: RFC 9309, 2.5 asks for at least 500 KiB.
  public static let longestFile = 500 * 1024

  /// A run of user-agent lines with the rules that follow them.
  struct Group: Sendable {
    var agents: [String] = []
    var rules: [RobotsRule] = []
    var crawlDelay: Duration?
  }

  let groups: [Group]
  /// The addresses of the sitemaps that the file names, as they stand there.
  public let sitemaps: [String]

  /// Reads a file; what stands behind the first 500 KiB is left out, and so is what is no rule.
  ///
  /// A line that the limit cuts through is left out: half of it would say something else.
  public init(_ bytes: some Sequence<UInt8>) {
    var parser = RobotsParser()
    var bytes = Array(bytes.prefix(Self.longestFile + 1))
    if bytes.count > Self.longestFile {
      let end = bytes.dropLast().lastIndex { $0 == 10 || $0 == 13 } ?? 0
      bytes = Array(bytes[..<end])
    }
    for line in RobotsLine.lines(in: bytes) { parser.read(line) }
    groups = parser.groups
    sitemaps = parser.sitemaps
  }

  /// Whether a crawler may fetch a path with its query, and the line that says so.
  ///
  /// `agent` is a product token such as `progsearch`; a version behind it does not matter.
  public func verdict(for path: String, agent: String) -> RobotsVerdict {
    let target = RobotsPath(target: path)
    // RFC 9309, 2.2.2: the file itself is always allowed.
    guard !target.isRobots else { return .allowed(by: nil) }
    var best: RobotsRule?
    for rule in rules(for: agent) where rule.pattern.matches(target) {
      if let current = best, !rule.isStronger(than: current) { continue }
      best = rule
    }
    guard let best else { return .allowed(by: nil) }
    return best.allows ? .allowed(by: best.line) : .disallowed(by: best.line)
  }

  /// The longest `Crawl-delay` asked of a crawler; no part of RFC 9309, but of many files.
  public func crawlDelay(agent: String) -> Duration? {
    groups(for: agent).compactMap(\.crawlDelay).max()
  }

  private func rules(for agent: String) -> [RobotsRule] {
    groups(for: agent).flatMap(\.rules)
  }

  /// The groups that name the agent, taken together; where none does, those for all agents.
  private func groups(for agent: String) -> [Group] {
    let token = RobotsParser.productToken(agent)
    let named = groups.filter { !token.isEmpty && $0.agents.contains(token) }
    return named.isEmpty ? groups.filter { $0.agents.contains("*") } : named
  }
}
