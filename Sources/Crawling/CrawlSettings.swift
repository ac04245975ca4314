/// The numbers that bound a crawl.
public struct CrawlSettings: Sendable {
  /// What the crawler calls itself.
  public var agent: CrawlAgent
  /// Whether hosts of an own network may be asked: private, loopback and link-local addresses.
  public var allowPrivateNetwork = false
  /// Whether hosts of the public network may be asked: not where a shorter pause than theirs is kept, or
  /// nobody is named whom their webmasters can reach.
  public var allowsPublicNetwork = true
  /// The least pause between two requests to a host: what a patient reader would take.
  public var minimumGap: Duration = .seconds(1)
  /// How many times the time of an answer the next request waits: a host that is slow is busy.
  public var answerTimeMultiple = 5.0
  /// The longest pause that follows from the time of an answer.
  public var longestAnswerPause: Duration = .seconds(30)
  /// After so many failures in a row a host is left alone this time.
  public var failuresInARow = 5
  /// What the jitter of pauses after failures begins with; the same seed gives the same pauses.
  public var jitterSeed: UInt64 = 0
  /// The most requests to one host, robots.txt and redirects among them.
  public var requestsPerHost = 600
  /// The most bytes of content taken from one host, decoded.
  public var bytesPerHost = 500 * 1024 * 1024
  /// The longest time that one host is asked, from its first request on.
  public var timePerHost: Duration = .seconds(100 * 60)
  /// When pages that have not changed for long are asked for again; nil where always.
  public var rhythm: RevisitRhythm? = RevisitRhythm()
  /// How long a robots.txt holds without being asked for again, in seconds (RFC 9309, 2.4).
  public var robotsLifetime = 86_400
  /// The longest `Retry-After` that is waited for; a host that wants more is left alone this time.
  public var longestPause: Duration = .seconds(120)
  /// How many links from a start page a page may be: entry page, list of courses, guideline.
  public var maximumDepth = 2
  /// The most pages of one target; the pages wanted are among the best-scored dozen.
  public var pagesPerTarget = 60
  /// The most requests under way at once; all targets are visited side by side, and most of them wait
  /// for their gap.
  public var requestsAtOnce = 24
  /// The time after which no request is started any more: well within a night.
  public var totalTime: Duration = .seconds(2 * 3600)
  /// The time to connect; a host on the other side of the world needs less than a second.
  public var connectTimeout: Duration = .seconds(10)
  /// How long a connection is kept for the next request: longer than the usual gap, shorter than the five
  /// seconds after which many servers close it themselves.
  public var connectionIdleTime: Duration = .seconds(3)
  /// The longest silence within an answer.
  public var idleTimeout: Duration = .seconds(20)
  /// The time for a request and its whole answer: 20 MB on a slow line.
  public var requestTimeout: Duration = .seconds(60)
  /// The longest rest that a host's `Retry-After` is believed; one that asks for more is asked again then.
  public var longestRest: Duration = .seconds(7 * 86_400)
  /// The longest `ETag` that is sent back: servers refuse long heads.
  public var longestValidator = 1024
  /// The most bytes of content, decoded: a guideline with photographs has 10 MB.
  public var largestBody = 20 * 1024 * 1024
  /// How many times its size a coded content may unpack to; pages of text reach 30.
  public var largestRatio = 200
  /// The redirects that are followed in a row, as many as RFC 9309 asks for robots.txt.
  public var maximumRedirects = 5

  /// Makes the usual settings.
  public init(agent: CrawlAgent) {
    self.agent = agent
  }
}

/// What the crawler calls itself.
public struct CrawlAgent: Hashable, Sendable {
  /// The product token, which robots.txt files name: letters, `-` and `_`.
  public let name: String
  /// The version.
  public let version: String
  /// Where a webmaster can ask about the crawl: an address of mail or of a page.
  public let contact: String

  /// Makes the name of a crawler.
  public init(name: String = "progsearch", version: String, contact: String) {
    self.name = name
    self.version = version
    self.contact = contact
  }

  /// The value of the `User-Agent` field.
  public var userAgent: String { "\(name)/\(version) (+\(contact))" }
}
