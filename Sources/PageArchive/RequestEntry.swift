public import RecruitmentModel

/// A line of the ledger: one request, or one that was not made.
public struct RequestEntry: Hashable, Sendable, Codable {
  /// The problem of an address that robots.txt forbids.
  public static let notAsked = "not asked"

  /// The host, with its port unless that is the default.
  public var host: String
  /// The address.
  public var url: String
  /// The source on whose behalf it was asked; nil for robots.txt.
  public var sourceID: String?
  /// When the answer came, or was given up.
  public var at: Timestamp
  /// Why it was allowed, or not: the line of robots.txt.
  public var reason: String
  /// The status of the answer; nil where none came.
  public var status: Int?
  /// The size of the content, decoded; nil where no answer came.
  public var bytes: Int?
  /// Why no answer came; nil where one did.
  public var problem: String?

  /// Makes a line without what came of it.
  public init(host: String, url: String, sourceID: String?, at: Timestamp, reason: String) {
    self.host = host
    self.url = url
    self.sourceID = sourceID
    self.at = at
    self.reason = reason
  }
}
