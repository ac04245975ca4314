public import RecruitmentModel

/// How a crawl went.
public struct CrawlReport: Sendable {
  /// When it began.
  public let began: Timestamp
  /// When it ended.
  public let ended: Timestamp
  /// How it went for each target, in the order in which the targets were given.
  public let targets: [TargetReport]
}

/// How a crawl went for one target.
public struct TargetReport: Hashable, Sendable {
  /// Why no more pages were visited.
  public enum End: Hashable, Sendable {
    /// There were no more.
    case complete
    /// The target had as many pages as one target may have.
    case pageLimit
    /// The time of the crawl was over.
    case timeLimit
  }

  /// The target.
  public let id: String
  /// All visits, in their order.
  public internal(set) var visits: [Visit] = []
  /// Why no more pages were visited.
  public internal(set) var end = End.complete

  /// The addresses whose content came, and was not the one of before.
  public var fetched: [String] { addresses { if case .fetched = $0 { true } else { false } } }
  /// The addresses whose content is the one of before.
  public var unchanged: [String] { addresses { $0 == .unchanged || $0 == .notDue } }
  /// The addresses that robots.txt refuses.
  public var refused: [String] { addresses { if case .refused = $0 { true } else { false } } }
  /// The visits that failed.
  public var failures: [Visit] {
    visits.filter { if case .failed = $0.outcome { true } else { false } }
  }

  private func addresses(where condition: (FetchOutcome) -> Bool) -> [String] {
    visits.filter { condition($0.outcome) }.map(\.url)
  }
}

/// The visit of one address.
public struct Visit: Hashable, Sendable {
  /// The canonical address; where it has none, the address as it was given.
  public let url: String
  /// The number of links between a start page and this address.
  public let depth: Int
  /// What came of it.
  public let outcome: FetchOutcome
}

/// What came of the visit of an address.
public enum FetchOutcome: Hashable, Sendable {
  /// The content came and was kept.
  case fetched(bytes: Int)
  /// The content is the one of before, as the server or the digest says.
  case unchanged
  /// The content was not asked for, since it is not due: it has been the same for long.
  case notDue
  /// The server sends the visitor on.
  case redirected(to: String)
  /// The page is no more; the status says how.
  case gone(status: Int)
  /// A line of robots.txt forbids the visit.
  case refused(by: RobotsLine)
  /// The visit failed.
  case failed(FetchFailure)
}

/// Something that happened in a crawl, as it happens.
public enum CrawlEvent: Sendable {
  /// A target is begun.
  case began(target: String)
  /// An address was visited; so many of the target still wait.
  case visited(target: String, Visit, waiting: Int)
  /// A target is done.
  case ended(TargetReport)
}
