import Foundation
import TestKit

/// The made-up web of the fixtures on loopback, a port a host, with folders for archive and index.
final class FixtureWeb: Sendable {
  let sites: [String: FixtureSite]
  let folder: URL

  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/Sites")

  var sources: String { folder.appending(path: "Crawl/sources.yaml").path }
  var archive: String { folder.appending(path: "archive").path }
  var index: String { folder.appending(path: "index").path }

  private init(sites: [String: FixtureSite], folder: URL) {
    self.sites = sites
    self.folder = folder
  }

  /// Serves the fixtures while something is done.
  static func with<Value>(_ body: (FixtureWeb) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "web-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "Crawl"), withIntermediateDirectories: true)
    var sites: [String: FixtureSite] = [:]
    for host in try FileManager.default.contentsOfDirectory(atPath: fixtures.path).sorted() {
      let root = fixtures.appending(path: host)
      guard root.hasDirectoryPath || isFolder(root) else { continue }
      sites[host] = try await FixtureSite.start(try routes(of: root))
    }
    let web = FixtureWeb(sites: sites, folder: folder)
    try web.writeSources()
    let result: Result<Value, any Error>
    do { result = .success(try await body(web)) } catch { result = .failure(error) }
    for site in sites.values { try await site.stop() }
    try? FileManager.default.removeItem(at: folder)
    return try result.get()
  }

  /// Crawls the web with the real binary.
  func crawl(_ more: String...) async throws -> ProgramRun {
    try await ProgramRun.of(
      [
        "crawl", "--sources", sources, "--archive", archive, "--index", index,
        "--allow-private-network",
        "--gap", "0.01",
      ] + more)
  }

  /// Asks the index with the real binary.
  func query(_ words: String, _ more: String...) async throws -> ProgramRun {
    try await ProgramRun.of(
      ["query", "--index", index, "--today", "2026-11-21"] + more + ["--", words])
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Every file under a folder at its path, with an ETag; a folder's own path is its index.html.
  private static func routes(of root: URL) throws -> [String: FixtureRoute] {
    var routes: [String: FixtureRoute] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path)
    where !isFolder(root.appending(path: path)) {
      let bytes = [UInt8](try Data(contentsOf: root.appending(path: path)))
      let types = ["html": "text/html", "pdf": "application/pdf", "txt": "text/plain"]
      let type = types[(path as NSString).pathExtension] ?? "application/octet-stream"
      let route = FixtureRoute.bytes(
        bytes, type: type, etag: "\"\(path.utf8.count)-\(bytes.count)\"")
      routes["/" + path] = route
      if path.hasSuffix("index.html") { routes["/" + path.dropLast("index.html".count)] = route }
    }
    return routes
  }

  private func writeSources() throws {
    var text = try String(
      contentsOf: Self.fixtures.appending(path: "sources.yaml.in"), encoding: .utf8)
    for (host, site) in sites {
      text = text.replacing("{PORT_\(host.uppercased())}", with: String(site.port))
    }
    // A port where nothing listens: the lowest ones are nobody's.
    while let start = text.firstRange(of: "{PORT_"),
      let end = text[start.upperBound...].firstIndex(of: "}")
    {
      text.replaceSubrange(start.lowerBound...end, with: "1")
    }
    try text.write(toFile: sources, atomically: true, encoding: .utf8)
  }
}
