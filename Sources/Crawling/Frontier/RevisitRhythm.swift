public import RecruitmentModel

/// How often a page is asked for that has not changed for long.
///
/// Guidelines change in the months in which hospitals recruit for the next year, so then everything is
/// asked for in each crawl. In the other months a page rests the longer, the longer it has been the
/// same; entrances never rest, so that a new page is found the next night.
public struct RevisitRhythm: Sendable {
  /// The months in which hospitals put up guidelines and move deadlines.
  private static let season: Set = [9, 10, 11, 12, 1, 2]
  /// How many days a page rests that has been the same for so many days; the last that fits counts.
  private static let rests: [(unchangedFor: Int, rest: Int)] = [(30, 2), (90, 4), (180, 7)]
  /// A night's crawl may begin some hours earlier than the one before.
  private static let slack = 6 * 3600

  /// Makes the usual rhythm.
  public init() {}

  /// Whether a page is to be asked for: it came then, and was last found unchanged at another time.
  public func isDue(fetchedAt: Timestamp, checkedAt: Timestamp, now: Timestamp) -> Bool {
    guard !Self.season.contains(now.day().month) else { return true }
    let age = (checkedAt.secondsSinceEpoch - fetchedAt.secondsSinceEpoch) / 86_400
    guard let rest = Self.rests.last(where: { age >= $0.unchangedFor })?.rest else { return true }
    let passed = now.secondsSinceEpoch - checkedAt.secondsSinceEpoch
    return passed < 0 || passed + Self.slack >= rest * 86_400
  }
}
