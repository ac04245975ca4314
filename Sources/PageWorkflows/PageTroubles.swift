import PageArchive
import RecruitmentModel
import SourceRegistry

/// Since when the pages of a source could not be fetched.
struct PageTroubles {
  private let byAddress: [String: PageFailure]
  /// The failure of the way to all pages of the source: of all its entrances.
  private let wholeSource: PageFailure?

  /// Takes the failures of a source that last.
  init(_ failures: [PageFailure], _ source: Source) {
    byAddress = Dictionary(failures.map { ($0.url, $0) }, uniquingKeysWith: { one, _ in one })
    let entrances = source.entrances.compactMap { [byAddress] in byAddress[$0] }
    wholeSource =
      entrances.count == source.entrances.count ? entrances.max { $0.since < $1.since } : nil
  }

  /// Whether an address of its own fails.
  func hasFailure(of capture: StoredCapture) -> Bool { byAddress[capture.url] != nil }

  /// Since when a page could not be fetched; nil where it could be the last time.
  func since(of capture: StoredCapture) -> Timestamp? {
    if let failure = byAddress[capture.url] { return failure.since }
    // Behind an entrance that fails nothing is visited.
    guard let wholeSource, wholeSource.last > capture.checkedAt else { return nil }
    return wholeSource.since
  }
}
