extension FetchFailure: CustomStringConvertible {
  /// The reason in one line, for the catalogue, the log and the report.
  public var description: String {
    switch self {
    case .badAddress(let text): "not an http or https address: \(text)"
    case .unresolvable(let host, let reason): "\(host) does not resolve: \(reason)"
    case .forbiddenAddress(let host, let address, let kind):
      "\(host) has the \(kind) address \(address), which is not connected to"
    case .unreachable(let host, let reason): "cannot connect to \(host): \(reason)"
    case .insecure(let host, let reason): "\(host) is not secure: \(reason)"
    case .timedOut: "no answer in time"
    case .interrupted(let reason): "the answer broke off: \(reason)"
    case .cutShort(let digest): "\(Self.cutShortReason) (digest \(digest.prefix(16)))"
    case .closedUnasked: "the host closed the connection without an answer"
    case .tooLarge(let limit): "larger than \(limit) bytes"
    case .undecodable(let coding): "content coding “\(coding)” cannot be decoded"
    case .status(let code): "status \(code)"
    case .redirectsInCircle(let address): "redirects in a circle: \(address)"
    case .leavesTarget(let address): "redirects to another host: \(address)"
    case .tooManyRedirects(let limit): "more than \(limit) redirects"
    case .robotsUnknown(let reason): "robots.txt could not be read: \(reason)"
    case .hostAsksForRest: "the host asks for a longer rest"
    case .hostKeepsFailing(let times): "the host failed \(times) times in a row"
    case .hostBudgetSpent(let what): "the host has had all the \(what.rawValue) of this crawl"
    case .outOfTime: "no time left"
    case .cancelled: "cancelled"
    }
  }
}
