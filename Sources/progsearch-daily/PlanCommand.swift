import ArgumentParser
import CommandSupport
import Presentation
import RecruitmentModel
import RoutePlanning
import RoutePresentation
import Workflows

/// Lays out the way to the licence.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Lays out your way to the licence as dated steps, with what collides.",
    discussion: """
      Dates that a source states are shown as they are. Those of a coming year that nobody has \
      published are forecasts from the last known one, and are called so. Where nothing says it, the \
      step is unknown, and the plan names whom to ask.
      """)

  /// How a plan is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, svg, ical

    /// Takes “text” too, as the table was called before.
    init?(argument: String) {
      self.init(rawValue: argument == "text" ? Self.table.rawValue : argument)
    }
  }

  @OptionGroup var person: ProfileOptions
  @OptionGroup var index: IndexOptions
  @OptionGroup var day: DayOptions
  @Option(help: "How to write: table for people, json for programs, svg (a time line), ical.")
  var format = Format.table
  @OptionGroup var language: LanguageOptions
  @OptionGroup var terminal: TerminalOptions

  func run() async throws {
    try await Failure.reporting {
      let profile = try person.profile(on: day.day)
      let programs = try index.programs()
      let plan = Planner(profile, programs: programs, today: day.day).plan()
      let wording = try RouteWording(language).naming(programs)
      switch format {
      case .table:
        let text = RouteText(wording, width: Terminal.width, painter: terminal.painter)
        try terminal.show(text.text(plan))
      case .json:
        try terminal.write(try index.frame().line(around: RouteJSON.line(plan)) + "\n")
      case .svg: try terminal.write(PlanTimeline(wording).svg(plan))
      case .ical: try terminal.write(PlanCalendar(wording).text(plan))
      }
      return .success
    }
  }
}
