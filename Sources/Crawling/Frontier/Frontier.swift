import PageArchive

/// An address that waits to be visited.
struct FrontierEntry: Sendable {
  let address: WebAddress
  /// How much it promises; start pages and the ends of redirects go before all links.
  let score: Double
  let depth: Int
  /// The addresses whose redirects led here in a row.
  var via: [WebAddress] = []
  var referrer: String?
  var linkText: String?
  /// Whether nobody named the address, so that it is no fault of the source if nothing is there.
  var isGuess = false
}

/// The addresses of one target that are still to be visited, best first, each once.
struct Frontier: Sendable {
  /// The most addresses that wait at a time: far more than are visited, so that the best survive.
  static let longestQueue = 1000

  private let allowed: HostAllowList
  private let maximumDepth: Int
  private let mostPages: Int
  private var traps = TrapGuard()
  private var seen: Set<String> = []
  private var queue: [FrontierEntry] = []
  private var taken = 0

  /// Makes a frontier that only holds addresses of some hosts.
  init(allowed: HostAllowList, maximumDepth: Int, mostPages: Int) {
    self.allowed = allowed
    self.maximumDepth = maximumDepth
    self.mostPages = mostPages
  }

  /// Whether addresses wait that the bound on pages leaves unvisited.
  var isOverBound: Bool { taken >= mostPages && !queue.isEmpty }

  /// How many addresses wait that the bound on pages lets through.
  var waiting: Int { min(queue.count, max(0, mostPages - taken)) }

  /// Whether an address lies on one of the target's hosts.
  func allows(_ address: WebAddress) -> Bool { allowed.contains(address) }

  /// Adds an address, unless it is too deep, of another host, or was added before.
  mutating func add(_ entry: FrontierEntry) {
    guard entry.depth <= maximumDepth, allows(entry.address),
      !entry.score.isNaN, seen.count < Self.longestQueue * 10,
      seen.insert(entry.address.identity).inserted, entry.depth == 0 || traps.admits(entry.address)
    else { return }
    // Equal entries stay in the order in which they came.
    let place = queue.firstIndex { Self.isBetter(entry, than: $0) } ?? queue.count
    queue.insert(entry, at: place)
    if queue.count > Self.longestQueue { queue.removeLast() }
  }

  /// Takes the best address; nil where none is left, or the target has had its pages.
  mutating func next() -> FrontierEntry? {
    guard let best = queue.first else { return nil }
    if best.via.isEmpty {
      guard taken < mostPages else { return nil }
      taken += 1
    }
    return queue.removeFirst()
  }

  private static func isBetter(_ one: FrontierEntry, than other: FrontierEntry) -> Bool {
    one.score == other.score ? one.depth < other.depth : one.score > other.score
  }
}
