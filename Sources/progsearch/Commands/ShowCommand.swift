import ArgumentParser
import ChangeLog
import CommandSupport
import Presentation
import RecruitmentModel
import Workflows

/// Shows one program whole.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows one program with the evidence of every fact, and what changed.")

  @Argument(help: "The program's id, such as tokushima/practical-training, or its hospital's.")
  var id: String
  @OptionGroup var index: IndexOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var day: DayOptions
  @OptionGroup var terminal: TerminalOptions

  func run() throws {
    try Failure.reportingDirectly {
      let program = try index.search().program(id: id)
      switch output.format {
      case .json: try terminal.write(try RecordCoding.jsonLine(program) + "\n")
      case .table:
        let renderer = ProgramRenderer(
          try output.wording(), width: Terminal.width, painter: terminal.painter)
        let history = try ChangeFile.log(of: index.directory).changes.filter { $0.id == program.id }
        try terminal.show(renderer.text(program, today: day.day, history: history))
      }
      return .success
    }
  }
}
