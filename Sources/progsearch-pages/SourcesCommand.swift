import ArgumentParser
import CommandSupport
import NightlyCrawl
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
  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await Failure.reporting {
      let installation = Installation()
      let states = try SourceStatesWorkflow().states(
        sources: sources ?? installation.sources, archive: archive ?? installation.archive)
      switch output.format {
      case .json: Terminal.write(try RecordCoding.jsonLine(states) + "\n")
      case .table:
        let rows = states.map {
          SourceRow(
            id: $0.id, name: $0.name, nameEn: $0.nameEn, isOnFirstList: $0.isOnFirstList,
            lastFetched: $0.lastFetched, pages: $0.pages, failure: $0.failure)
        }
        let renderer = SourcesRenderer(
          try output.wording(), width: Terminal.width, painter: Terminal.painter)
        Terminal.write(renderer.text(rows))
      }
      return .success
    }
  }
}
