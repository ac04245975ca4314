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
    case table, json, atom

    /// Takes “text” too, as the table was called before.
    init?(argument: String) {
      self.init(rawValue: argument == "text" ? Self.table.rawValue : argument)
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "Shows what changed between crawls, with the words before and after.",
    discussion: """
      Changes are those of facts: a deadline that moved, a fee that is stated now, a program that is \
      gone. They are noticed by “progsearch crawl” and kept in changes.jsonl beside the index. The \
      status is 1 where nothing changed.

      --for tells what concerns a search that “progsearch watch” keeps and was not told before; \
      --keep-unread tells it again the next time.
      """)

  @Option(
    help: ArgumentHelp(
      "Only what was noticed on this day or later, as 2026-11-01 (default: everything).",
      valueName: "date"), transform: OptionValue.day)
  var since: CalendarDay?
  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Only the news of a kept search.", valueName: "name"))
  var watch: String?
  @Flag(name: .customLong("keep-unread"), help: "With --for: leave the news unread.")
  var keepsUnread = false
  @Option(help: "How to write: table for people, json for programs, atom for readers of feeds.")
  var format = Format.table
  @OptionGroup var language: LanguageOptions
  @OptionGroup var index: IndexOptions
  @OptionGroup var day: DayOptions
  @OptionGroup var terminal: TerminalOptions

  func run() async throws {
    try await Failure.reporting {
      let log = try ChangeFile.log(of: index.directory)
      guard let watch else {
        let changes = since.map { log.since($0) } ?? log.changes
        return try show(changes, none: try language.wording()("change.none"))
      }
      let file = WatchFile()
      let kept = try file.watch(named: watch)
      let found = try WatchSearch.ids(kept.query, in: try index.search(), today: day.day)
      let first = since ?? CalendarDay(daysSinceEpoch: 0)
      let news = kept.news(in: log.changes, found: found).filter { $0.noticed.day() >= first }
      let status = try show(news, none: try language.wording()("watch.none", kept.name))
      // Only now: whoever is stopped before hears it once more.
      if !keepsUnread {
        try file.update { watches in
          watches = watches.map {
            $0.name == kept.name ? kept.readThrough(log.changes, found: found) : $0
          }
        }
      }
      return status
    }
  }

  private func show(_ changes: [Change], none: String) throws -> ExitCode {
    let wording = try language.wording()
    switch format {
    case .json: try terminal.write(try RecordCoding.jsonLine(changes) + "\n")
    case .atom: try terminal.write(ChangeFeed(wording).atom(changes))
    case .table:
      let renderer = ChangesRenderer(wording, width: Terminal.width, painter: terminal.painter)
      try terminal.show(renderer.text(changes))
      if changes.isEmpty { Terminal.say(none) }
    }
    return changes.isEmpty ? Failure.nothingFound : .success
  }
}
