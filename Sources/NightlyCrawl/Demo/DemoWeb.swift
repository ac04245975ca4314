public import Crawling
import Foundation
public import Workflows

/// The made-up hospitals of the tests on loopback, so that anybody sees a crawl without touching a real
/// host.
public final class DemoWeb: Sendable {
  /// The folder of source list, archive and index.
  public let folder: String
  private let servers: [String: LoopbackServer]

  /// The source list.
  public var sources: String { folder + "/Crawl/sources.yaml" }
  /// The archive.
  public var archive: String { folder + "/Crawl/archive" }
  /// The index.
  public var index: String { folder + "/Index" }
  /// The addresses of the hospitals' sites.
  public var sites: [String] { servers.values.map { "http://127.0.0.1:\($0.port)/" }.sorted() }

  /// Starts the web and writes its source list into a folder.
  public init(folder: String) throws(WorkflowError) {
    self.folder = folder
    do {
      let web = try JSONDecoder().decode(
        PackedWeb.self, from: Data(PackageResources.demo_web_json))
      var servers: [String: LoopbackServer] = [:]
      for (host, pages) in web.hosts {
        servers[host] = try LoopbackServer(pages.mapValues(\.page).typed())
      }
      self.servers = servers
      try FileManager.default.createDirectory(
        atPath: folder + "/Crawl", withIntermediateDirectories: true)
      let list = web.sources(ports: servers.mapValues(\.port))
      try list.write(toFile: folder + "/Crawl/sources.yaml", atomically: true, encoding: .utf8)
    } catch let error as LoopbackServer.Failure {
      throw .fault("no server on loopback: \(error.reason)")
    } catch {
      throw .unwritableFile(path: folder, reason: error.localizedDescription)
    }
  }

  /// Lets a night pass: one hospital moves its deadline, and nothing else but a counter changes.
  public func letANightPass() {
    guard let mihon = servers["mihon"] else { return }
    let path = "/education/shuren/index.html"
    guard var page = mihon.page(path) else { return }
    let text = String(decoding: page.body, as: UTF8.self)
      .replacing("12月11日（金）17時必着", with: "12月18日（金）17時必着")
      .replacing("</body>", with: "<p>アクセス数 12,346</p></body>")
    page.body = Array(text.utf8)
    mihon.set(path, to: page)
  }

  /// Crawls the web into the folder.
  public func crawl(
    onEvent: @escaping @Sendable (CrawlEvent) -> Void = { _ in }
  ) async throws(WorkflowError) -> CrawlWorkflow.Summary {
    var settings = CrawlSettings(agent: CrawlAgent(version: "demo", contact: "demo on loopback"))
    settings.allowPrivateNetwork = true
    settings.minimumGap = .milliseconds(200)
    return try await CrawlWorkflow(
      .init(sources: sources, archive: archive, index: index, settings: settings)
    ).run(onEvent: onEvent)
  }

  /// Takes the web down; the folder stays.
  public func stop() {
    for server in servers.values { server.stop() }
  }
}

/// The web as Scripts/lib/pack-demo writes it.
struct PackedWeb: Decodable {
  struct Content: Decodable {
    let text: String?
    let base64: String?

    var page: LoopbackServer.Page {
      let data = text.map { Data($0.utf8) } ?? base64.flatMap { Data(base64Encoded: $0) } ?? Data()
      return LoopbackServer.Page(type: "", body: [UInt8](data))
    }
  }

  let sources: String
  let hosts: [String: [String: Content]]

  /// The source list with the ports in it; a host that is not served gets one where nothing listens.
  func sources(ports: [String: Int]) -> String {
    var text = sources
    for (host, port) in ports {
      text = text.replacing("{PORT_\(host.uppercased())}", with: String(port))
    }
    while let start = text.firstRange(of: "{PORT_"),
      let end = text[start.upperBound...].firstIndex(of: "}")
    {
      text.replaceSubrange(start.lowerBound...end, with: "1")
    }
    return text
  }
}

extension [String: LoopbackServer.Page] {
  /// The pages with their types, told by their names.
  fileprivate func typed() -> [String: LoopbackServer.Page] {
    let types = ["html": "text/html", "pdf": "application/pdf", "txt": "text/plain"]
    return Dictionary(
      uniqueKeysWithValues: map { path, page in
        let type = types[(path as NSString).pathExtension] ?? "application/octet-stream"
        return (path, LoopbackServer.Page(type: type, body: page.body))
      })
  }
}
