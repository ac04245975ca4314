import Crawling
import PageArchive
import QueryEngine
import RecruitmentModel
import SourceRegistry
import Workflows

/// Which sources do not answer, as the archive's catalogue has it.
enum UnreachableSources {
  /// The sources none of whose entrances could be fetched, and nothing else since.
  ///
  /// A page that is gone, or that robots.txt forbids, is an answer of the host: such a source is reached.
  static func all(of list: SourceList, _ states: [SourceState]) -> [UnreachableSource] {
    let known = Dictionary(states.map { ($0.sourceID, $0) }, uniquingKeysWith: { one, _ in one })
    return list.sources.compactMap { source in
      guard let state = known[source.id] else { return nil }
      let failures = source.entrances.map { entrance in
        let address = WebAddress(entrance)?.description ?? entrance
        return state.failures.first { $0.url == address && !$0.isForbidden }
      }
      let days = failures.compactMap { $0?.since.day() }
      guard days.count == failures.count, let since = days.max(),
        state.lastFetched.map({ $0.day() < since }) ?? true
      else { return nil }
      return UnreachableSource(id: source.id, since: since)
    }
  }

  /// Writes them beside the records.
  static func note(
    _ list: SourceList, _ archive: PageArchive?, beside index: IndexDirectory
  ) throws(WorkflowError) {
    guard let archive else { return }
    let states: [SourceState]
    do throws(PageArchiveError) { states = try archive.sourceStates() } catch {
      throw .unreadableFile(path: index.unreachable, reason: "\(error)")
    }
    try UnreachableFile.write(all(of: list, states), to: index)
  }
}
