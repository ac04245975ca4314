import ArgumentParser
import CommandSupport
import Crawling
import Foundation
import NightlyCrawl
import Presentation
import PageWorkflows
import Workflows

/// Fetches what has changed, reads it, and replaces the index.
struct CrawlCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crawl",
    abstract: "Fetches what has changed, reads it, and replaces the index in one step.",
    discussion: """
      robots.txt is obeyed; a host gets one connection and at most one request a second. What came is \
      kept in the archive as WARC files with a catalogue, and the index is made from it: --offline \
      makes it again without the network.
      """)

  @Option(
    help: ArgumentHelp(
      "The source list (default: the one that comes with the program).", valueName: "file"))
  var sources: String?
  @Option(help: ArgumentHelp("The folder of the archive.", valueName: "dir"))
  var archive: String?
  @OptionGroup var index: IndexOptions
  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("Visit only these sources.", valueName: "id"))
  var only: [String] = []
  @Flag(help: "Fetch nothing; read everything again from the archive.")
  var offline = false
  // For worlds on loopback, where nobody has the time that is due to real hosts.
  @Option(help: ArgumentHelp(visibility: .hidden))
  var gap: Double?
  @Option(help: ArgumentHelp(visibility: .hidden))
  var timeout: Double?
  @OptionGroup var fetch: FetchOptions

  func run() async throws {
    try await Failure.reporting {
      let installation = Installation()
      var settings =
        offline
        ? CrawlSettings(agent: CrawlAgent(version: ProgramVersion.current, contact: "offline"))
        : try fetch.settings()
      if let gap, fetch.allowPrivateNetwork {
        settings.minimumGap = .seconds(gap)
        if gap < 1 { settings.allowsPublicNetwork = false }
        if gap == 0 { settings.answerTimeMultiple = 0 }
      }
      if let timeout, fetch.allowPrivateNetwork {
        settings.idleTimeout = .seconds(timeout)
        settings.requestTimeout = .seconds(2 * timeout)
      }
      let options = CrawlWorkflow.Options(
        sources: sources ?? installation.sources, archive: archive ?? installation.archive,
        index: index.directory.path, only: only, isOffline: offline, settings: settings)
      Self.tellOfProxies(isOffline: offline)
      let workflow = CrawlWorkflow(options)
      let progress = CrawlProgress(total: try workflow.sourceCount())
      let result = try await workflow.run { progress.note($0) }
      progress.finish()
      let summary = CrawlSummary(
        summary: result, text: ChangeText(try Wording(.english)), index: index.directory.path)
      for line in summary.lines { Terminal.say(line) }
      return summary.reachedNothing ? Failure.unavailable : .success
    }
  }

  /// Addresses are checked where the connection is made, which nobody can do behind a proxy.
  private static func tellOfProxies(isOffline: Bool) {
    let environment = ProcessInfo.processInfo.environment
    let names = [
      "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy",
    ]
    guard !isOffline, let name = names.first(where: { environment[$0]?.isEmpty == false }) else {
      return
    }
    Terminal.say("\(name) is set and not used: hosts are connected to without a proxy")
  }
}
