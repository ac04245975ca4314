import ArgumentParser
import ChangeLog
import CommandSupport
import Presentation
import RecruitmentModel
import Workflows

/// Shows what changed between crawls.
struct ChangesCommand: AsyncParsableCommand {
  /// How changes are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, atom
  }

  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Shows what changed between crawls, with the words before and after.",
    discussion: """
      Changes are those of facts: a deadline that moved, a fee that is stated now, a program that is \
      gone. They are noticed by “progsearch crawl” and kept in changes.jsonl beside the index. The \
      status is 1 where nothing changed.
      """)

  @Option(
    help: ArgumentHelp(
      "Only what was noticed on this day or later, as 2026-11-01 (default: everything).",
      valueName: "date"), transform: OptionValue.day)
  var since: CalendarDay?
  @Option(help: "How to write: text for people, json for programs, atom for readers of feeds.")
  var format = Format.text
  @Option(
    help:
      "The language of the text, ja or en (default: the locale's). Quotations stay as they are.",
    transform: OptionValue.language)
  var lang: OutputLanguage?
  @OptionGroup var index: IndexOptions

  func run() async throws {
    try await Failure.reporting {
      let log = try ChangeFile.log(of: index.directory)
      let changes = since.map { log.since($0) } ?? log.changes
      let wording = try LanguageOptions.wording(in: lang)
      switch format {
      case .json: Terminal.write(try RecordCoding.jsonLine(changes) + "\n")
      case .atom: Terminal.write(ChangeFeed(wording).atom(changes))
      case .text:
        Terminal.write(ChangesRenderer(wording, painter: Terminal.painter).text(changes))
        if changes.isEmpty { Terminal.say(wording("change.none")) }
      }
      return changes.isEmpty ? Failure.nothingFound : .success
    }
  }
}
