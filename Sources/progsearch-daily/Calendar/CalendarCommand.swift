import ArgumentParser
import CommandSupport
import Presentation
import QueryEngine
import RecruitmentModel
import Workflows

/// Shows the dates of programs on one line of time.
struct CalendarCommand: AsyncParsableCommand {
  /// How the line is drawn.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, svg
  }

  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: "Shows application windows, selection days and examinations on one time line.",
    discussion: """
      Without words practical training and the examinations are looked at, with words what “progsearch \
      query” finds; any other kind is named beside its hospital. Only \
      days that are stated stand on the line; a month, or a third of one, is a span of question marks. \
      “progsearch export --format ical” writes the same days for a calendar.
      """)

  @Argument(help: "What to look for; all of the usual kinds where nothing is said.")
  var words: [String] = []
  @Option(help: "How to draw: table for a terminal, svg for a picture.")
  var format = Format.table
  @Option(
    help:
      "The kind of program (default: with words as in “query”, else practical training and examinations).",
    transform: OptionValue.kind)
  var kind: ProgramKind?
  @Option(help: "The most programs to show, those whose days come next.")
  var limit = 40
  @OptionGroup var index: IndexOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var day: DayOptions
  @OptionGroup var terminal: TerminalOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number of 1 or more.") }
  }

  func run() async throws {
    try await Failure.reporting {
      let wording = try language.wording()
      var gathering = Timeline.Gathering(FactText(wording), today: day.day, limit: limit)
      var isAnyFound = false
      try Selection(
        words: words, kind: kind, kindsOfAll: Selection.usualKinds, today: day.day
      ).forEach(in: try index.search(), facts: ProgramDates.facts) {
        gathering.add($0)
        isAnyFound = true
      }
      guard isAnyFound else { throw Failure("nothing found", Failure.nothingFound) }
      let timeline = gathering.timeline()
      switch format {
      case .table:
        let renderer = TimelineRenderer(
          wording, width: Terminal.width, painter: terminal.painter)
        try terminal.show(renderer.text(timeline))
      case .svg:
        try OutputSink.write(
          TimelineSVG(wording).text(timeline), to: terminal.destination.output)
      }
      return .success
    }
  }
}
