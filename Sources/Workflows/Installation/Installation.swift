import Foundation

/// Where the files lie that come with the program.
public struct Installation: Sendable {
  /// The folder that holds `Crawl` and `Index`.
  public let root: String

  /// Finds the folder: the one that the environment names, else the nearest one above the program's
  /// binary that has a source list, else the working folder.
  public init(environment: ProcessEnvironment = ProcessEnvironment()) {
    if let named = environment["PROGSEARCH_HOME"], !named.isEmpty {
      root = named
      return
    }
    var folder = Self.binary.utf8[...]
    while let slash = folder.lastIndex(of: UInt8(ascii: "/")), slash > folder.startIndex {
      folder = folder[..<slash]
      let path = String(Substring(folder))
      if access(path + "/Crawl/sources.yaml", F_OK) == 0 {
        root = path
        return
      }
    }
    root = FileManager.default.currentDirectoryPath
  }

  /// The file of the program, from the root on and without links.
  private static var binary: String {
    let own = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      let count = buffer.baseAddress.map { readlink("/proc/self/exe", $0, buffer.count) } ?? -1
      return count > 0 && count < buffer.count
        ? String(decoding: buffer[..<count].lazy.map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
    }
    return own ?? URL(fileURLWithPath: CommandLine.arguments.first ?? "").standardizedFileURL.path
  }

  /// The index that is read where none is named.
  public func index(environment: ProcessEnvironment = ProcessEnvironment()) -> String {
    environment["PROGSEARCH_INDEX"].flatMap { $0.isEmpty ? nil : $0 } ?? root + "/Index"
  }

  /// The source list that comes with the program.
  public var sources: String { root + "/Crawl/sources.yaml" }

  /// The archive that the crawl keeps.
  public var archive: String { root + "/Crawl/archive" }
}
