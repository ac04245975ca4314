import ArgumentParser
import CommandSupport
import RecruitmentModel

/// Finds, ranks and compares.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Finds programs and compares them in a table.",
    discussion: """
      Words may be Japanese, romaji, English or Chinese, in any order. Conditions are said as people \
      say them (無料, 50万円以下, 推薦不要, 12ヶ月, 4月開始, 募集中, 関東以外, -東京, no recommendation, open now) or as \
      field:value (fee<=500000, department:小児科, start:2027-04). Phrases stand in quotation marks.

      Above the table stands what the query was taken for; words that were not understood are named. \
      Programs that meet every condition come first, then those of which a condition is not known. \
      Without words --kind lists every program of the kind.
      """)

  @Argument(help: "What to look for.")
  var words: [String] = []
  @OptionGroup var index: IndexOptions
  @Option(
    help:
      "How to write: table for people; json, the whole answer; jsonl, csv, markdown, html, the programs."
  )
  var format = AnswerFormat.table
  @OptionGroup var language: LanguageOptions
  @Flag(help: "Show the words that prove each value in footnotes below the table.")
  var evidence = false
  @OptionGroup var terminal: TerminalOptions
  @OptionGroup var day: DayOptions
  @Option(help: "The most programs to show.")
  var limit = 20
  @Option(
    help: "The kind of program (default: what the words say, else practical-training).",
    transform: OptionValue.kind)
  var kind: ProgramKind?
  @Flag(help: "Show programs that fail a condition too, last.")
  var all = false
  @Flag(help: "Say what each rank is made of.")
  var explain = false
  @Option(help: "A file with a query a line (- for standard input); answers as JSON, one a line.")
  var batch: String?

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number of 1 or more.") }
    if batch != nil, !words.isEmpty {
      throw ValidationError("--batch takes its queries from the file; leave the words out.")
    }
  }

  func run() throws {
    // Not in `validate`, which would speak before a mistyped option is named.
    let request = request
    guard request.asksForSomething else {
      return try Failure.reportingDirectly {
        throw Failure(
          "say what to look for, for example: progsearch query \"無料 東北\"", Failure.usage)
      }
    }
    try request.run()
  }

  /// What the command line asks.
  var request: QueryRequest {
    QueryRequest(
      words: words, index: index.path, format: format, language: language.lang,
      terminal: terminal.output, showsEvidence: evidence, today: day.today, limit: limit,
      kind: kind,
      showsAll: all, explains: explain, batch: batch)
  }
}
