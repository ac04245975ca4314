public import Foundation

/// Where the files lie that come with the program.
public struct Installation: Sendable {
  /// The folder that holds `Crawl` and `Index`.
  public let root: String

  /// Finds the folder: the one that the environment names, else the nearest one above the program's
  /// binary that has a source list, else the working folder.
  public init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    if let named = environment["PROGSEARCH_HOME"], !named.isEmpty {
      root = named
      return
    }
    let binary =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first ?? ""
    var folder = URL(fileURLWithPath: binary).deletingLastPathComponent().standardizedFileURL
    while folder.path != "/" {
      if FileManager.default.fileExists(atPath: folder.appending(path: "Crawl/sources.yaml").path) {
        root = folder.path
        return
      }
      folder.deleteLastPathComponent()
    }
    root = FileManager.default.currentDirectoryPath
  }

  /// The index that is read where none is named.
  public func index(environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    environment["PROGSEARCH_INDEX"].flatMap { $0.isEmpty ? nil : $0 } ?? root + "/Index"
  }

  /// The source list that comes with the program.
  public var sources: String { root + "/Crawl/sources.yaml" }

  /// The archive that the crawl keeps.
  public var archive: String { root + "/Crawl/archive" }
}
