import ArgumentParser
import CommandSupport
import Presentation
import RecruitmentModel
import RoutePlanning
import RoutePresentation
import Workflows

/// Says whether somebody may sit an examination.
struct EligibleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eligible",
    abstract: "Says whether you may sit an examination: yes, no or unknown, rule by rule.",
    discussion: """
      The rules are those of the record. With --year they are applied to another year, and the answer \
      is a forecast. What the profile does not say is unknown.
      """)

  @Argument(help: "The examination's id, such as jsim/general-internist-53.")
  var exam: String
  @OptionGroup var person: ProfileOptions
  @OptionGroup var index: IndexOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var day: DayOptions
  @OptionGroup var terminal: TerminalOptions
  @Option(help: "The year in which you would apply (default: that of the record).")
  var year: Int?

  func validate() throws {
    if let year, !(1950...2100).contains(year) {
      throw ValidationError("--year takes a year such as 2026.")
    }
  }

  private func examination() throws -> Program {
    let search = try index.search()
    do { return try search.program(id: exam) } catch WorkflowError.unknownID(let id, let nearest)
      where nearest.isEmpty
    {
      throw Failure(
        "there is no examination “\(id)”; known are \(try examinations().map(\.id).joined(separator: ", "))",
        Failure.nothingFound)
    }
  }

  private func examinations() throws -> [Program] {
    var found: [Program] = []
    try index.search().forEachRecord(of: .examination) { program, _ in
      found.append(program)
      return true
    }
    return found
  }

  func run() async throws {
    try await Failure.reporting {
      let profile = try person.profile(on: day.day)
      let program = try examination()
      guard program.kind == .examination else {
        throw Failure(
          "“\(program.id)” is no examination; “progsearch query --kind examination” lists them",
          Failure.usage)
      }
      let examinations = try examinations()
      let report: EligibilityReport
      do throws(RuleError) {
        report = try EligibilityReport(
          program, profile: profile, year: year, today: day.day, among: examinations)
      } catch { throw Failure("\(program.id): \(error)", Failure.badData) }
      switch output.format {
      case .json:
        let line = try RouteJSON.line(report, today: day.day)
        try terminal.write(try index.frame().line(around: line) + "\n")
      case .table:
        let text = RouteText(
          try RouteWording(output.language), width: Terminal.width, painter: terminal.painter)
        try terminal.show(text.text(report, today: day.day))
      }
      return .success
    }
  }
}
