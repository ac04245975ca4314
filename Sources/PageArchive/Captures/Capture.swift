public import RecruitmentModel

/// One answer of a server as it came, to be kept.
public struct Capture: Sendable {
  /// The address that was asked, in canonical form.
  public let url: String
  /// The source that the page belongs to; nil for what belongs to a whole host, as robots.txt.
  public let sourceID: String?
  /// When the answer came.
  public let fetchedAt: Timestamp
  /// The status code of the answer.
  public let status: Int
  /// The header fields of the answer, in their order.
  public let headers: [HeaderField]
  /// The content after transfer and content codings were taken off.
  public let body: [UInt8]
  /// The SHA-256 of the content.
  public let digest: ContentDigest
  /// The header fields of the request, in their order.
  public let requestHeaders: [HeaderField]
  /// How the page was reached and why it could be fetched.
  public let origin: CaptureOrigin

  /// Makes a capture from a request and its answer.
  public init(
    url: String, sourceID: String?, fetchedAt: Timestamp, status: Int, headers: [HeaderField],
    body: [UInt8], requestHeaders: [HeaderField] = [], origin: CaptureOrigin = CaptureOrigin()
  ) {
    self.url = url
    self.sourceID = sourceID
    self.fetchedAt = fetchedAt
    self.status = status
    self.headers = headers
    self.body = body
    digest = ContentDigest(of: body)
    self.requestHeaders = requestHeaders
    self.origin = origin
  }
}

/// How a page was reached and why it could be fetched.
public struct CaptureOrigin: Hashable, Sendable {
  /// The line of robots.txt that allowed the request; nil where no line spoke of it.
  public let allowedBy: String?
  /// The number of links between a start page and this page.
  public let depth: Int
  /// The page that linked here; nil for a start page.
  public let referrer: String?
  /// The words of that link.
  public let linkText: String?

  /// Makes an origin; without arguments that of a start page.
  public init(
    allowedBy: String? = nil, depth: Int = 0, referrer: String? = nil, linkText: String? = nil
  ) {
    self.allowedBy = allowedBy
    self.depth = depth
    self.referrer = referrer
    self.linkText = linkText
  }
}
