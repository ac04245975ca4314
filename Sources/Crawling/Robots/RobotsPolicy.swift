/// What follows for a host from the answer to the request for its robots.txt.
enum RobotsPolicy: Sendable {
  /// There is a file, and it holds.
  case rules(RobotsRules)
  /// There is none (a status of 4xx), so all is allowed (RFC 9309, 2.3.1.3).
  case unavailable
  /// Nobody knows what it says (5xx, no answer), so nothing is allowed (RFC 9309, 2.3.1.4).
  case unreachable(FetchFailure)

  /// Why an address may be asked for of which no line speaks.
  var silence: String {
    if case .unavailable = self {
      "there is no robots.txt"
    } else {
      "no line of robots.txt speaks of it"
    }
  }
}
