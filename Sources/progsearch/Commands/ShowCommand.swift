import ArgumentParser
import CommandSupport
import Presentation
import RecruitmentModel
import Workflows

/// Shows one program whole.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one program with the evidence of every fact.")

  @Argument(help: "The program's id, such as tokushima/practical-training, or its hospital's.")
  var id: String
  @OptionGroup var index: IndexOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var day: DayOptions

  func run() throws {
    try Failure.reportingDirectly {
      let program = try index.search().program(id: id)
      switch output.format {
      case .json: Terminal.write(try RecordCoding.jsonLine(program) + "\n")
      case .table:
        let renderer = ProgramRenderer(
          try output.wording(), width: Terminal.width, painter: Terminal.painter)
        Terminal.write(renderer.text(program, today: day.day))
      }
      return .success
    }
  }
}
