import Foundation
public import PageArchive
public import Workflows

/// Tells what was asked of a host, when, and why it was allowed.
public struct LedgerWorkflow: Sendable {
  /// How many hosts are offered where one was never asked.
  private static let mostOffered = 10

  private let path: String
  private let archive: PageArchive

  /// Opens the archive in a folder, whose catalogue holds the ledger.
  public init(archive path: String) throws(WorkflowError) {
    self.path = path
    guard FileManager.default.fileExists(atPath: path + "/catalogue.sqlite") else {
      throw .missingFile(path: path, purpose: "the archive that a crawl keeps")
    }
    do throws(PageArchiveError) {
      archive = try PageArchive(directory: path, access: .readOnly)
    } catch { throw .unreadableFile(path: path, reason: "\(error)") }
  }

  /// The requests to a host, the oldest first; one whose port is not the default is named with it.
  public func requests(toHost host: String) throws(WorkflowError) -> [RequestEntry] {
    do throws(PageArchiveError) {
      return try archive.requests(toHost: host.lowercased())
    } catch { throw .unreadableFile(path: path, reason: "\(error)") }
  }

  /// Hosts that were asked and have a like name; any where none has.
  public func hosts(near host: String) throws(WorkflowError) -> [String] {
    do throws(PageArchiveError) {
      let all = try archive.askedHosts().map(\.host)
      let near = NearWords.nearest(to: host, among: all)
      return near.isEmpty ? Array(all.prefix(Self.mostOffered)) : near
    } catch { throw .unreadableFile(path: path, reason: "\(error)") }
  }
}
