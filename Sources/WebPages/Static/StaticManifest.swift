import Foundation

/// The list of the files that an export wrote, kept beside them.
///
/// A folder that a site is written into may hold files of others, so that the next export may only remove what
/// this list says is its own.
struct StaticManifest {
  /// Where it stands below the folder of the site.
  static let path = "assets/files.txt"

  /// The pages of programs that the last export wrote.
  let programPages: [String]

  /// Reads the list of a folder; without one, nothing there is known to be our own.
  init(of folder: String) {
    let bytes = FileManager.default.contents(atPath: folder + "/" + Self.path) ?? Data()
    programPages = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter(Self.isProgramPage)
  }

  /// The list of some files, a path a line.
  static func file(of files: [StaticSite.File]) -> StaticSite.File {
    let paths = files.map(\.path).sorted().map { $0 + "\n" }
    return StaticSite.File(path: path, content: paths.joined())
  }

  /// Whether a path is one that a program's page can have; whoever changed the list, nothing else is removed.
  private static func isProgramPage(_ path: String) -> Bool {
    WebLanguage.allCases.contains { language in
      let folder = Addresses.folder(of: language) + "programs/"
      guard path.hasPrefix(folder), path.hasSuffix(".html") else { return false }
      return StaticProgram.isPlainID(path.dropFirst(folder.count).dropLast(".html".count))
    }
  }
}
