import Foundation
package import RecruitmentModel
import Synchronization
package import WebPages
package import Workflows

/// The site of the index as it is now.
///
/// An index that is replaced on the disk takes the place of the old one between two requests; whoever is being answered keeps the one that he began with.
package final class CurrentSite: Sendable {
  private struct State {
    var site: WebSite
    var stamp: String
    var generation = 0
    /// How many times new records were seen without their index.
    var waits = 0
  }

  /// How often the server sees new records without their index before it makes one itself.
  ///
  /// Whoever replaces records makes their index next, which takes a while where there are many.
  private static let patience = 24

  private let directory: IndexDirectory
  private let sources: String?
  private let day: @Sendable () -> CalendarDay
  private let state: Mutex<State>

  /// Opens the index of a folder.
  ///
  /// - Parameters:
  ///   - directory: The folder.
  ///   - sources: The source list whose names the index should know, if there is one.
  ///   - day: The day that counts as today.
  /// - Throws: What is wrong with the folder or the index.
  package init(
    directory: IndexDirectory, sources: String?, day: @escaping @Sendable () -> CalendarDay
  ) throws {
    self.directory = directory
    self.sources = sources
    self.day = day
    let stamp = Self.stamp(of: directory)
    state = Mutex(State(site: try Self.site(directory, sources, day()), stamp: stamp))
  }

  private static func site(
    _ directory: IndexDirectory, _ sources: String?, _ today: CalendarDay
  ) throws -> WebSite {
    WebSite(
      search: try SearchWorkflow(directory: directory, sources: sources),
      log: try ChangeFile.log(of: directory), today: today)
  }

  /// The site with the number of its making: answers of different numbers may differ.
  package var current: (site: WebSite, generation: Int) {
    state.withLock { ($0.site, $0.generation) }
  }

  /// Looks whether files or day have changed, and if so takes them over.
  ///
  /// - Returns: What is wrong with the new files; the old index goes on then.
  package func refresh() -> (any Error)? {
    let stamp = Self.stamp(of: directory)
    let today = day()
    let isCurrent = state.withLock { $0.stamp == stamp && $0.site.today == today }
    guard !isCurrent, !waitsForIndex(stamp) else { return nil }
    do {
      let site = try Self.site(directory, sources, today)
      state.withLock { $0 = State(site: site, stamp: stamp, generation: $0.generation + 1) }
      return nil
    } catch {
      return error
    }
  }

  private func waitsForIndex(_ stamp: String) -> Bool {
    guard state.withLock({ $0.stamp != stamp && $0.waits < Self.patience }),
      FileManager.default.fileExists(atPath: directory.records),
      let tools = try? TextTools(), !directory.isIndexed(tools)
    else { return false }
    state.withLock { $0.waits += 1 }
    return true
  }

  /// What tells the files of an index from later ones.
  private static func stamp(of directory: IndexDirectory) -> String {
    [directory.records, directory.path + "/changes.jsonl"].map { path in
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      let size = (attributes?[.size] as? NSNumber)?.intValue ?? -1
      let changed = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
      return "\(size)/\(changed)/\((attributes?[.systemFileNumber] as? NSNumber)?.intValue ?? 0)"
    }.joined(separator: " ")
  }
}
