import Foundation

/// The folder of annotated pages beside the test targets.
enum Corpus {
  /// The folder itself, with the files that speak of all pages.
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")

  /// The folder of the pages and their labels.
  static let pages = folder.appending(path: "Pages")

  /// The names of all files of pages and labels, sorted.
  static func files(in folder: URL = pages) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path()).sorted()
  }

  /// The place of a page or of a label.
  static func path(of file: String) -> String { pages.appending(path: file).path() }

  /// What a file holds, as it lies there.
  static func bytes(of file: String, in folder: URL = pages) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: file)))
  }

  /// The ending of a file's name, without its dot.
  static func suffix(of file: String) -> String {
    file.split(separator: ".").last.map(String.init) ?? ""
  }

  /// The labels in the order of their names; one that cannot be read is an error that names its file.
  static func labels(in folder: URL = pages) throws -> [LabelledPage] {
    try files(in: folder).filter { suffix(of: $0) == "json" }.map { file in
      do {
        return try JSONDecoder().decode(LabelledPage.self, from: Data(bytes(of: file, in: folder)))
      } catch {
        throw UnreadableLabel(file: file, reason: "\(error)")
      }
    }
  }

  /// A label that is not written as labels are.
  struct UnreadableLabel: Error, CustomStringConvertible {
    let file: String
    let reason: String
    var description: String { "\(file): \(reason)" }
  }
}
