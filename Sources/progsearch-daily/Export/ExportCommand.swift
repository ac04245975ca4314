import ArgumentParser
import CommandSupport
import Presentation
import QueryEngine
import RecruitmentModel
import Workflows

/// Writes programs in a format for other programs, or for keeping.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes programs as CSV, calendar, HTML and other formats.",
    discussion: """
      Without words every record is written; with words those that “progsearch query” finds, the \
      unknown ones too. What is unknown is an empty cell or an absent key, never “no”.

      csv       for spreadsheets: a row a program, then the evidence; --bom for Excel
      jsonl     the records, a line of JSON each (--schema prints their JSON Schema)
      markdown  a table, then every fact with its evidence
      html      the same as one file that needs nothing else
      ical      days that are stated: deadlines, selection, results, training, examinations
      jsonld    schema.org EducationalOccupationalProgram

      Examples:
        progsearch export --format ical "東北" --output deadlines.ics
        progsearch export --format csv --bom --lang ja --output programs.csv
      """)

  @Argument(help: "What to look for; every record where nothing is said.")
  var words: [String] = []
  @Option(help: "The format.")
  var format: ExportFormat?
  @Option(
    help: "The kind of program (default: with words as in “query”, else every kind).",
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
        "Say --format \(ExportFormat.allCases.map(\.rawValue).joined(separator: "|")).")
    }
    if bom, format != .csv { throw ValidationError("--bom belongs to --format csv.") }
  }

  func run() async throws {
    try await Failure.reporting {
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

  /// Writes the programs one by one and tells how many there were.
  private func write(to sink: inout OutputSink) throws -> Int {
    let today = day.day
    var exporter = (format ?? .csv).exporter(
      try language.wording(), today: today, startsWithMark: bom)
    let search = try index.search()
    var count = 0
    func add(_ listed: ListedProgram) throws {
      // The head is written when there is something to follow it.
      if count == 0 { try sink.write(try exporter.head()) }
      try sink.write(try exporter.piece(listed))
      count += 1
    }
    let query = words.joined(separator: " ")
    if query.allSatisfy(\.isWhitespace) {
      try search.forEachRecord(of: kind) { program, line in
        try add(ListedProgram(program, line: line, today: today))
        return true
      }
    } else {
      let options = SearchEngine.Options(today: today, kind: kind, limit: .max)
      let answer = try search.answer(to: query, options)
      if !answer.interpretation.ignored.isEmpty {
        Terminal.say("not understood: \(answer.interpretation.ignored.joined(separator: ", "))")
      }
      for listed in answer.results.lazy.compactMap(ListedProgram.init) { try add(listed) }
    }
    if count > 0 { try sink.write(try exporter.foot()) }
    sayWhatIsLeftOut(exporter)
    return count
  }

  private func sayWhatIsLeftOut(_ exporter: any ProgramExporter) {
    guard let calendar = exporter as? ICalendarExporter, !calendar.undated.isEmpty else { return }
    Terminal.say("not on the calendar, since the year or the month is not known:")
    for event in calendar.undated { Terminal.say("  " + event) }
  }
}
