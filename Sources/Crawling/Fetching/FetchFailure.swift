/// Why an address was not fetched.
public enum FetchFailure: Error, Hashable, Sendable {
  /// The address is malformed, or of another scheme than `http` and `https`.
  case badAddress(String)
  /// The host has no address, as the resolver says.
  case unresolvable(host: String, reason: String)
  /// The host has an address that must not be connected to.
  case forbiddenAddress(host: String, address: String, kind: String)
  /// The host could not be connected to.
  case unreachable(host: String, reason: String)
  /// The host's certificate or its TLS is not in order.
  case insecure(host: String, reason: String)
  /// The answer did not come in time.
  case timedOut
  /// The connection ended before the answer did.
  case interrupted(reason: String)
  /// The page has no end, as it had before; with the digest of what came.
  case cutShort(digest: String)
  /// The host closed the connection, which had served before, without a word on this request.
  case closedUnasked
  /// The content is larger than the limit, in bytes.
  case tooLarge(limit: Int)
  /// The content is in a coding that is not understood, or is damaged.
  case undecodable(coding: String)
  /// The server answered with a status that is neither a page, nor a redirect, nor “gone”.
  case status(Int)
  /// A redirect leads back to where it came from.
  case redirectsInCircle(to: String)
  /// A redirect leads to a host that does not belong to the target.
  case leavesTarget(to: String)
  /// One redirect too many.
  case tooManyRedirects(limit: Int)
  /// The host's robots.txt could not be had, so that nothing of the host may be fetched.
  case robotsUnknown(reason: String)
  /// The host asked for a longer rest than a crawl has time for.
  case hostAsksForRest
  /// The host has failed so many times in a row that it is left alone.
  case hostKeepsFailing(times: Int)
  /// The host has had what one host may cost in one crawl.
  case hostBudgetSpent(Budget)
  /// The time of the crawl was over.
  case outOfTime
  /// The crawl was cancelled.
  case cancelled

  /// What a host may cost.
  public enum Budget: String, Hashable, Sendable {
    case requests, bytes, time
  }

  /// How the reason of a page begins that was cut short.
  static let cutShortReason = "the page ends without </html>, which it had before"

  /// Whether nothing was sent, since the crawl itself decided so.
  var isOwnDecision: Bool {
    switch self {
    case .hostAsksForRest, .hostKeepsFailing, .hostBudgetSpent, .outOfTime, .cancelled: true
    default: false
    }
  }

  /// Whether the host is not well, so that it is better asked less.
  var isTroubleOfHost: Bool {
    switch self {
    case .unreachable, .timedOut, .interrupted, .closedUnasked: true
    case .status(let code): code >= 500 || code == 429
    default: false
    }
  }
}
