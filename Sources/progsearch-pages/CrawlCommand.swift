import ArgumentParser
import CommandSupport
import Crawling
import NightlyCrawl
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
  @Option(help: ArgumentHelp(visibility: .hidden))
  var gap: Double?
  @OptionGroup var fetch: FetchOptions

  func run() async throws {
    try await Failure.reporting {
      let installation = Installation()
      var settings =
        offline
        ? CrawlSettings(agent: CrawlAgent(version: ProgramVersion.current, contact: "offline"))
        : try fetch.settings()
      if let gap, fetch.allowPrivateNetwork { settings.minimumGap = .seconds(gap) }
      let options = CrawlWorkflow.Options(
        sources: sources ?? installation.sources, archive: archive ?? installation.archive,
        index: index.directory.path, only: only, isOffline: offline, settings: settings)
      let progress = CrawlProgress()
      let summary = try await CrawlWorkflow(options).run { progress.note($0) }
      progress.finish()
      return report(summary)
    }
  }

  private func report(_ summary: CrawlWorkflow.Summary) -> ExitCode {
    for page in summary.unreadable { Terminal.say("not readable: \(page.url): \(page.reason)") }
    let targets = summary.report?.targets ?? []
    for target in targets {
      for visit in target.failures {
        Terminal.say("\(target.id): \(visit.url): \(CrawlProgress.words(visit.outcome))")
      }
    }
    let fetched = targets.reduce(0) { $0 + $1.fetched.count }
    let unchanged = targets.reduce(0) { $0 + $1.unchanged.count }
    let failed = targets.count { !$0.failures.isEmpty }
    Terminal.say(
      "\(targets.count) sources visited: \(fetched) pages fetched, \(unchanged) unchanged, \(failed) sources with failures; "
        + "\(summary.pagesRead) pages, \(summary.pagesReadAnew) of them read anew, \(summary.programs) records in \(index.directory.path)")
    let unreachable = targets.count {
      $0.fetched.isEmpty && $0.unchanged.isEmpty && !$0.failures.isEmpty
    }
    return !targets.isEmpty && unreachable == targets.count ? Failure.unavailable : .success
  }
}
