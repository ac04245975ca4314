import ArgumentParser
import CommandSupport
import Presentation
import RecruitmentModel
import Workflows

/// Shows programs side by side.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Shows programs side by side, a row a fact; differences are marked.")

  @Argument(help: "Two ids or more, such as tokushima saga.")
  var ids: [String]
  @OptionGroup var index: IndexOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var day: DayOptions
  @OptionGroup var terminal: TerminalOptions
  @Flag(help: "Show the words that prove each value in footnotes.")
  var evidence = false

  func validate() throws {
    if ids.count < 2 {
      throw ValidationError("Name two programs or more; one alone is shown by “progsearch show”.")
    }
  }

  func run() throws {
    try Failure.reportingDirectly {
      let search = try index.search()
      let programs = try ids.map { try search.program(id: $0) }
      switch output.format {
      case .json:
        let line = try RecordCoding.jsonLine(["programs": programs])
        try terminal.write(try index.frame().line(around: line) + "\n")
      case .table where programs.allSatisfy { $0.kind == .pathway }:
        let renderer = PathwayRenderer(
          try output.wording(), width: Terminal.width, painter: terminal.painter)
        try terminal.show(renderer.comparison(programs))
      case .table:
        let renderer = ProgramRenderer(
          try output.wording(), width: Terminal.width, painter: terminal.painter)
        try terminal.show(renderer.comparison(programs, today: day.day, withEvidence: evidence))
      }
      return .success
    }
  }
}
