import ArgumentParser
import CommandSupport
import NightlyCrawl
import PageArchive
import Presentation
import RecruitmentModel
import Workflows

/// Lists what is watched.
struct SourcesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Lists the sources with when each was last fetched and how that went.")

  @Option(
    help: ArgumentHelp(
      "The source list (default: the one that comes with the program).", valueName: "file"))
  var sources: String?
  @Option(help: ArgumentHelp("The folder of the archive.", valueName: "dir"))
  var archive: String?
  @Option(
    help: ArgumentHelp(
      "Show what was asked of a host, when, and why it was allowed.", valueName: "host"))
  var ledger: String?
  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await Failure.reporting {
      let installation = Installation()
      if let ledger {
        return try show(ledger: ledger, archive: archive ?? installation.archive)
      }
      let states = try SourceStatesWorkflow().states(
        sources: sources ?? installation.sources, archive: archive ?? installation.archive)
      switch output.format {
      case .json: try Terminal.write(try RecordCoding.jsonLine(states) + "\n")
      case .table:
        let rows = states.map {
          SourceRow(
            id: $0.id, name: $0.name, nameEn: $0.nameEn, isOnFirstList: $0.isOnFirstList,
            lastFetched: $0.lastFetched, pages: $0.pages, failure: $0.failure)
        }
        let renderer = SourcesRenderer(
          try output.wording(), width: Terminal.width, painter: Terminal.painter)
        try Terminal.write(renderer.text(rows))
      }
      return .success
    }
  }

  private func show(ledger host: String, archive: String) throws -> ExitCode {
    let workflow = try LedgerWorkflow(archive: archive)
    let entries = try workflow.requests(toHost: host)
    switch output.format {
    case .json: try Terminal.write(try RecordCoding.jsonLine(entries) + "\n")
    case .table:
      for entry in entries {
        let result = entry.problem ?? "\(entry.status ?? 0), \(entry.bytes ?? 0) bytes"
        let line = "\(entry.at)  \(result)  \(entry.url)  because: \(entry.reason)"
        try Terminal.write(SafeText.line(line) + "\n")
      }
    }
    if entries.isEmpty {
      let hosts = try workflow.hosts(near: host)
      let offer = hosts.isEmpty ? "" : "; asked were \(hosts.joined(separator: ", "))"
      Terminal.say("progsearch: nothing was asked of “\(host)”\(offer)")
    }
    return entries.isEmpty ? Failure.nothingFound : .success
  }
}
