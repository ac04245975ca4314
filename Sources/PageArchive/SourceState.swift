public import RecruitmentModel

/// What the archive knows of one source.
public struct SourceState: Hashable, Sendable {
  /// The source.
  public let sourceID: String
  /// When one of its pages was last fetched or confirmed as unchanged; nil if never.
  public internal(set) var lastFetched: Timestamp?
  /// How many of its pages are current.
  public internal(set) var pageCount = 0
  /// The addresses that fail now, the latest failure last.
  public internal(set) var failures: [PageFailure] = []

  /// The latest failure of an address that has not been fetched since.
  public var lastFailure: PageFailure? { failures.last }
}

/// An address that could not be fetched, and has not been since.
public struct PageFailure: Hashable, Sendable {
  /// The address.
  public let url: String
  /// What went wrong the last time.
  public let reason: String
  /// When it first failed, of the failures in a row.
  public let since: Timestamp
  /// When it last failed.
  public let last: Timestamp

  /// How the reason of an address begins that robots.txt forbids.
  public static let forbidden = "robots.txt forbids it"

  /// Whether the host answered and forbids the address.
  public var isForbidden: Bool { reason.hasPrefix(Self.forbidden) }
}
