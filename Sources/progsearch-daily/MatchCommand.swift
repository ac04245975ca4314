import ArgumentParser
import CommandSupport
import Presentation
import RecruitmentModel
import RoutePlanning
import RoutePresentation
import Workflows

/// Ranks programs for one person.
struct MatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Ranks programs for one person: yes, no or unknown for every condition.",
    discussion: """
      Programs that meet every condition of the profile come first, then those with the fewest unknown \
      answers, with the office to ask. What the profile does not say is not asked.
      """)

  @OptionGroup var person: ProfileOptions
  @OptionGroup var index: IndexOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var day: DayOptions
  @OptionGroup var terminal: TerminalOptions
  @Flag(help: "Show programs that fail a condition too, last.")
  var all = false

  func run() async throws {
    try await Failure.reporting {
      let profile = try person.profile(on: day.day)
      let programs = try index.programs()
      let matches = ProgramMatcher(profile, programs: programs, today: day.day).matches(programs)
      switch output.format {
      case .json:
        let line = try RouteJSON.line(matches, showsAll: all, today: day.day)
        try terminal.write(try index.frame().line(around: line) + "\n")
      case .table:
        let text = RouteText(
          try RouteWording(output.language).naming(programs), width: Terminal.width,
          painter: terminal.painter)
        try terminal.show(text.text(matches, showsAll: all, today: day.day))
      }
      return matches.contains { !$0.isRefused } ? .success : Failure.nothingFound
    }
  }
}

extension IndexOptions {
  /// All records of the folder.
  func programs() throws -> [Program] {
    let directory = directory
    do { return try RecordFile.programs(at: directory.records) } catch WorkflowError.missingFile {
      throw WorkflowError.missingIndex(directory: directory.path)
    }
  }
}
