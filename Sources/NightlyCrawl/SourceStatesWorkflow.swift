import Foundation
import PageArchive
public import RecruitmentModel
import SourceRegistry
public import Workflows

/// Tells of every source when it was last fetched and how that went.
public struct SourceStatesWorkflow: Sendable {
  /// The state of one source.
  public struct State: Sendable, Codable {
    /// The key of the source.
    public var id: String
    /// The hospital's name.
    public var name: String
    /// The English name.
    public var nameEn: String?
    /// Whether it is on the first list.
    public var isOnFirstList: Bool
    /// Pages to read first.
    public var startPages: [String]
    /// When anything was last fetched from it; absent where nothing ever was.
    public var lastFetched: Timestamp?
    /// How many pages are kept.
    public var pages: Int
    /// What failed last, and since when; absent where nothing failed.
    public var failure: String?
  }

  /// Makes the workflow.
  public init() {}

  /// The states of all sources, in the order of the list.
  public func states(sources path: String, archive: String) throws(WorkflowError) -> [State] {
    guard let sources = try SourceFiles.sources(at: path) else {
      throw .missingFile(path: path, purpose: "source list")
    }
    let known = try visits(archive)
    return sources.sources.map { source in
      let visit = known[source.id]
      return State(
        id: source.id, name: source.names.name, nameEn: source.names.english,
        isOnFirstList: source.isOnFirstList, startPages: source.startPages,
        lastFetched: visit?.lastFetched, pages: visit?.pageCount ?? 0,
        failure: visit?.failures.last.map { "\($0.reason), since \($0.since.day())" })
    }
  }

  private func visits(_ archive: String) throws(WorkflowError) -> [String: SourceState] {
    guard FileManager.default.fileExists(atPath: archive + "/catalogue.sqlite") else { return [:] }
    do throws(PageArchiveError) {
      let states = try PageArchive(directory: archive, access: .readOnly).sourceStates()
      return Dictionary(states.map { ($0.sourceID, $0) }, uniquingKeysWith: { one, _ in one })
    } catch { throw .unreadableFile(path: archive, reason: "\(error)") }
  }
}
