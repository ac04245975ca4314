import Foundation
public import QueryEngine
import RecruitmentModel

/// Reads and writes which institutions a crawl could not reach: a line each, its key and since when.
///
/// It lies beside the records and is no part of them: what is known of a hospital stays as it was.
public enum UnreachableFile {
  /// The institutions; nil where there is no such file.
  ///
  /// A line that cannot be read is passed over, since no answer depends on it.
  public static func sources(of index: IndexDirectory) -> [UnreachableSource]? {
    guard access(index.unreachable, F_OK) == 0,
      let bytes = FileManager.default.contents(atPath: index.unreachable)
    else { return nil }
    let found = String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t")
      return cells.count == 2
        ? CalendarDay(cells[1]).map { UnreachableSource(id: String(cells[0]), since: $0) } : nil
    }
    return found.isEmpty ? nil : found
  }

  /// Writes the institutions in place of an older file, which is taken away where there are none.
  public static func write(
    _ sources: [UnreachableSource], to index: IndexDirectory
  ) throws(WorkflowError) {
    let path = index.unreachable
    do {
      guard !sources.isEmpty else {
        if FileManager.default.fileExists(atPath: path) {
          try FileManager.default.removeItem(atPath: path)
        }
        return
      }
      let text = sources.sorted { $0.id < $1.id }.map { "\($0.id)\t\($0.since)\n" }.joined()
      try FileManager.default.createDirectory(
        atPath: index.path, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .unwritableFile(path: path, reason: error.plainReason)
    }
  }
}
