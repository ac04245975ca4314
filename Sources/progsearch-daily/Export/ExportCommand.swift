import ArgumentParser
import ChangeLog
import CommandSupport
import Presentation
import RecruitmentModel
import WebPages
import Workflows

/// Writes programs in a format for other programs, or for keeping.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes programs as CSV, calendar, HTML and other formats.",
    discussion: """
      With words what “progsearch query” finds is written, the unknown ones too. Without words it is \
      every record as csv, jsonl and jsonld, which say the kind of each; as markdown, html and ical it \
      is practical training and the examinations. What is unknown is an empty cell or an absent key, \
      never “no”.

      csv       for spreadsheets: a row a program, then the evidence; --bom for Excel
      jsonl     the records, a line of JSON each (--schema prints their JSON Schema)
      markdown  a table, then every fact with its evidence
      html      the same as one file that needs nothing else
      ical      days that are stated: deadlines, selection, results, training, examinations
      atom      a feed of what changed, as “progsearch changes --format atom”
      jsonld    schema.org EducationalOccupationalProgram, EducationEvent, HowTo
      site      the web pages as files, with a search that needs no server; name the folder

      Examples:
        progsearch export --format ical "東北" --output deadlines.ics
        progsearch export --format csv --bom --lang ja --output programs.csv
        progsearch export --format site public
      """)

  @Argument(help: "What to look for; see above where nothing is said. For a site, its folder.")
  var words: [String] = []
  @Option(help: "The format.")
  var format: ExportTarget?
  @Option(
    help: "The kind of program (default: with words as in “query”, else as said above).",
    transform: OptionValue.kind)
  var kind: ProgramKind?
  @Flag(help: "Start CSV with a byte order mark, for spreadsheets that ask for it.")
  var bom = false
  @Flag(help: "Print the JSON Schema of a record, and nothing else.")
  var schema = false
  @OptionGroup var destination: DestinationOptions
  @OptionGroup var index: IndexOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var day: DayOptions

  func validate() throws {
    if format == nil, !schema {
      throw ValidationError(
        "Say --format \(ExportTarget.allValueStrings.joined(separator: "|")).")
    }
    if format == .site, words.count != 1 || words[0].isEmpty {
      throw ValidationError("Name the folder of the site, for example: export --format site public")
    }
    if bom, format != .file(.csv) { throw ValidationError("--bom belongs to --format csv.") }
  }

  func run() async throws {
    try await Failure.reporting {
      if format == .site { return try writeSite() }
      if schema || format == nil {
        try OutputSink.write(RecordSchema.text, to: destination.output)
        return .success
      }
      try OutputSink.open(destination.output) { sink in
        guard try write(to: &sink) > 0 else {
          throw Failure("nothing found, so nothing was written", Failure.nothingFound)
        }
        return true
      }
      return .success
    }
  }

  /// Writes the web pages as files, for any web server.
  private func writeSite() throws -> ExitCode {
    do {
      let count = try StaticSite.export(
        try index.search(), log: try ChangeFile.log(of: index.directory), today: day.day,
        to: words[0])
      Terminal.say("a site of \(count) programs written to \(words[0])")
      return .success
    } catch StaticSiteError.tooManyPrograms(let count) {
      throw Failure(
        "\(count) programs are too many for a site of files (at most "
          + "\(StaticSite.mostPrograms)); use “progsearch serve”",
        Failure.badData)
    }
  }

  /// Writes the programs one by one and tells how many there were.
  private func write(to sink: inout OutputSink) throws -> Int {
    let today = day.day
    let search = try index.search()
    let wording = try language.wording()
    let file = format?.fileFormat
    guard let exporter = file?.exporter(wording, today: today, startsWithMark: bom) else {
      return try writeFeed(wording, search, to: &sink)
    }
    var writer = ExportWriter(exporter)
    try Selection(
      words: words, kind: kind, kindsOfAll: format?.kindsOfAll ?? [], today: today
    ).forEach(in: search) { try writer.add($0, to: &sink) }
    try writer.finish(to: &sink)
    sayWhatIsLeftOut(writer.exporter)
    return writer.count
  }

  /// Writes the changes of the programs as a feed; one without entries is a feed too.
  private func writeFeed(
    _ wording: Wording, _ search: SearchWorkflow, to sink: inout OutputSink
  ) throws -> Int {
    var changes = try ChangeFile.log(of: index.directory).changes
    if !words.isEmpty {
      let found = try Set(WatchSearch.ids(words.joined(separator: " "), in: search, today: day.day))
      changes = changes.filter { found.contains($0.id) }
    }
    if let kind { changes = changes.filter { $0.kind == kind } }
    try sink.write(ChangeFeed(wording).atom(changes))
    return 1
  }

  private func sayWhatIsLeftOut(_ exporter: any ProgramExporter) {
    guard let calendar = exporter as? ICalendarExporter, !calendar.undated.isEmpty else { return }
    Terminal.say("not on the calendar, since the year or the month is not known:")
    for event in calendar.undated { Terminal.say("  " + event) }
  }
}
