import Crawling
import RecruitmentModel
import SourceRegistry
import Workflows

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

  /// The start pages that a crawl did not find in their places; `records` are those after the crawl.
  static func all(
    of sources: SourceList, in report: CrawlReport?, _ records: RecordLines
  ) throws(WorkflowError) -> [MovedEntrance] {
    var moved: [MovedEntrance] = []
    for target in report?.targets ?? [] {
      guard let source = sources[target.id] else { continue }
      moved += try all(of: source, in: target, records)
    }
    return moved
  }

  private static func all(
    of source: Source, in report: TargetReport, _ records: RecordLines
  ) throws(WorkflowError) -> [MovedEntrance] {
    let visits = Dictionary(
      report.visits.map { ($0.url, $0.outcome) }, uniquingKeysWith: { one, _ in one })
    var moved: [MovedEntrance] = []
    for page in source.startPages {
      switch visits[WebAddress(page)?.description ?? page] {
      case .gone:
        let candidate = try candidate(of: source, in: report, records)
        moved.append(
          MovedEntrance(source: source.id, page: page, leadsTo: nil, candidate: candidate))
      case .redirected(let target):
        moved.append(
          MovedEntrance(source: source.id, page: page, leadsTo: target, candidate: nil))
      default: break
      }
    }
    return moved
  }

  /// The page that was reached of which a record of the source was read.
  private static func candidate(
    of source: Source, in report: TargetReport, _ records: RecordLines
  ) throws(WorkflowError) -> String? {
    let reached = Set(report.fetched + report.unchanged)
    return try records.programs(of: source.id)
      .sorted { $0.kind == .practicalTraining && $1.kind != .practicalTraining }
      .flatMap(\.pages).map(\.url).first(where: reached.contains)
  }
}
