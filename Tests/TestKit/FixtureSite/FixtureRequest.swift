/// A request that a fixture site got.
public struct FixtureRequest: Sendable {
  /// When it came.
  public let time: ContinuousClock.Instant
  /// The method.
  public let method: String
  /// The path with its query.
  public let path: String
  /// The header fields, names in lower case.
  public let headers: [String: String]
  /// How many connections to the site were open then.
  public let openConnections: Int
  /// The status that was answered; nil where there was no proper answer.
  public internal(set) var status: Int?
}

/// What a fixture site is made of and what has happened to it.
struct FixtureState: Sendable {
  var routes: [String: FixtureRoute]
  var requests: [FixtureRequest] = []
  var openConnections = 0
  var mostConnections = 0

  /// Notes a connection that was opened.
  mutating func open() {
    openConnections += 1
    mostConnections = max(mostConnections, openConnections)
  }

  /// Notes a connection that was closed.
  mutating func close() {
    openConnections -= 1
  }
}
