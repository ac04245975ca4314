import FactExtraction
import Foundation
import PageWorkflows
import RecruitmentModel

/// Reads pages of the corpus as `progsearch-pages extract` does.
struct CorpusReader: Sendable {
  private let workflow: ExtractionWorkflow

  /// Makes a reader over the tables that come with the program.
  init() throws {
    workflow = try ExtractionWorkflow()
  }

  /// The programs that a page states; none where it cannot be read.
  func programs(
    of page: LabelledPage, in folder: URL = Corpus.pages
  ) async throws -> [Program] {
    let origin = RecordExtractor.Origin(page: SourcePage(url: page.url))
    let outcome = await workflow.outcome(
      of: try Corpus.bytes(of: page.page, in: folder), from: origin)
    guard case .read(let programs, _) = outcome else { return [] }
    return programs
  }
}
