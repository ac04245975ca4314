import Foundation

/// The files of an archive: the catalogue, the lock of its writer, and the WARC files.
struct ArchiveDirectory: Hashable {
  let path: String

  var cataloguePath: String { file("catalogue.sqlite") }
  var lockPath: String { file("writer.lock") }

  /// The path of a file in the directory.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Whether an archive is there.
  var hasCatalogue: Bool { FileManager.default.fileExists(atPath: cataloguePath) }

  /// Makes the directory, and those above it, where they are missing.
  func create() throws(PageArchiveError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw .system(operation: "create", path: path, code: errno)
    }
  }

  /// The names of the WARC files, in order.
  func warcFiles() throws(PageArchiveError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { $0.hasSuffix(".warc") }.sorted()
    } catch {
      throw .system(operation: "list", path: path, code: errno)
    }
  }

  /// Returns when the names of new files have reached the disk.
  func synchronize() throws(PageArchiveError) {
    try OpenFile(path, flags: O_RDONLY).synchronize()
  }
}
