import Crawling
import RecruitmentModel
import SourceRegistry

/// A start page that is no longer where the source list has it, with what may take its place.
public struct MovedEntrance: Hashable, Sendable {
  /// The source.
  public let source: String
  /// The start page.
  public let page: String
  /// Where it leads now; nil where it is gone.
  public let leadsTo: String?
  /// The page that states most of what the start page should; nil where none does.
  public let candidate: String?

  /// The report in one line, with what to do.
  public var words: String {
    let place = "\(source): the start page \(page)"
    if let leadsTo { return "\(place) moved to \(leadsTo); change it in the source list" }
    guard let candidate else { return "\(place) is gone, and no page was found in its place" }
    return "\(place) is gone; the best candidate is \(candidate)"
  }

  /// The start pages of a source that a crawl did not find in their places.
  ///
  /// `programs` are the records after the crawl.
  static func all(
    of source: Source, in report: TargetReport, programs: [Program]
  ) -> [MovedEntrance] {
    let visits = Dictionary(
      report.visits.map { ($0.url, $0.outcome) }, uniquingKeysWith: { one, _ in one })
    let reached = Set(report.fetched + report.unchanged)
    let pages = programs.filter { $0.institution.id == source.id }
      .sorted { $0.kind == .practicalTraining && $1.kind != .practicalTraining }
      .flatMap(\.pages).map(\.url)
    return source.startPages.compactMap { page in
      guard let outcome = visits[WebAddress(page)?.description ?? page] else { return nil }
      switch outcome {
      case .gone:
        return MovedEntrance(
          source: source.id, page: page, leadsTo: nil,
          candidate: pages.first(where: reached.contains))
      case .redirected(let target):
        return MovedEntrance(source: source.id, page: page, leadsTo: target, candidate: nil)
      default: return nil
      }
    }
  }
}
