import CommandSupport
import Foundation

/// The pages that the arguments of a command name.
enum PageNames {
  /// The pages one by one, folders taken apart; nil where the arguments name one page that is none.
  static func expanding(_ arguments: [String]) throws -> [String]? {
    guard arguments.count > 1 || isFolder(arguments[0]) else { return nil }
    return try arguments.flatMap { isFolder($0) ? try files(in: $0) : [$0] }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// The files of a folder, not those of folders inside it, in the order of their names.
  private static func files(in folder: String) throws -> [String] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw Failure("\(folder) cannot be read: \(error.localizedDescription)", Failure.inputOutput)
    }
    let files = names.filter { !$0.hasPrefix(".") }.sorted().map { folder + "/" + $0 }
      .filter { !isFolder($0) }
    guard !files.isEmpty else {
      throw Failure("there are no pages in the folder \(folder)", Failure.noInput)
    }
    return files
  }
}
