public import PageArchive
public import RecruitmentModel

/// What a crawl visits on behalf of one source.
public struct CrawlTarget: Hashable, Sendable {
  /// The identifier of the source.
  public let id: String
  /// The addresses where the visit begins.
  public let startPages: [String]
  /// The hosts that belong to the source, beside those of the start pages: `host` or `host:port`.
  public let hosts: [String]
  /// Pages that were worth something before; they are visited even where no link leads there now.
  public let knownPages: [String]
  /// Whether the sitemaps that robots.txt names are read too, since no start page is known.
  public let readsSitemaps: Bool

  /// Makes a target.
  public init(
    id: String, startPages: [String], hosts: [String] = [], knownPages: [String] = [],
    readsSitemaps: Bool = false
  ) {
    self.knownPages = knownPages
    self.readsSitemaps = readsSitemaps
    self.id = id
    self.startPages = startPages
    self.hosts = hosts
  }
}

/// A page as the caller gets it: to look for links, and for whatever else it is worth.
public struct FetchedPage: Sendable {
  /// The target for which it was visited.
  public let targetID: String
  /// The canonical address.
  public let url: String
  /// When its content came: in this crawl, or in the one that found it last changed.
  public let fetchedAt: Timestamp
  /// The SHA-256 of the content.
  public let digest: ContentDigest
  /// The `Content-Type` as it came.
  public let contentType: String?
  /// The content, decoded from its content coding but not from its charset.
  public let body: [UInt8]
  /// The number of links between a start page and this page.
  public let depth: Int
  /// Whether it is as deep as pages may be, so that no link of it is followed.
  public let isLast: Bool
  /// The values of `X-Robots-Tag` as they came.
  public let robotsTags: [String]
}

/// A link that the caller would have followed.
public struct ProposedLink: Hashable, Sendable {
  /// Where it leads: an absolute address, or one relative to its page.
  public let url: String
  /// The words of the link.
  public let text: String
  /// How much it promises; the best are followed first.
  public let score: Double

  /// Proposes a link.
  public init(url: String, text: String, score: Double) {
    self.url = url
    self.text = text
    self.score = score
  }
}
