import CommandSupport
import QueryEngine
import RecruitmentModel
import Workflows

/// Asks the index for what a kept search is about.
enum WatchSearch {
  /// The ids of the programs that a query finds, those with an unknown condition included.
  static func ids(_ query: String, in search: SearchWorkflow, today: CalendarDay) throws -> [String]
  {
    try search.answer(to: query, SearchEngine.Options(today: today, limit: .max))
      .results.map(\.id).sorted()
  }
}
