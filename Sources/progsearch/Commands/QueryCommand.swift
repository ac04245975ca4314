import ArgumentParser
import CommandSupport
import Foundation
import Presentation
import QueryEngine
import RecruitmentModel
import Workflows

/// Finds, ranks and compares.
struct QueryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Finds programs and compares them in a table.",
    discussion: """
      Words may be Japanese, romaji, English or Chinese, in any order. Conditions are said as people \
      say them (無料, 50万円以下, 推薦不要, 12ヶ月, 4月開始, 募集中, 関東以外, -東京, no recommendation, open now) or as \
      field:value (fee<=500000, department:小児科, start:2027-04). Phrases stand in quotation marks.

      Above the table stands what the query was taken for; words that were not understood are named. \
      Programs that meet every condition come first, then those of which a condition is not known.
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
  @OptionGroup var destination: DestinationOptions
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

  func run() async throws {
    // Not in `validate`, which would speak before a mistyped option is named.
    if batch == nil, !words.contains(where: { $0.contains { !$0.isWhitespace } }) {
      throw ValidationError("Say what to look for, for example: progsearch query \"無料 東北\"")
    }
    try await Failure.reporting {
      let search = try index.search()
      if let batch { return try runBatch(batch, search) }
      let answer = try search.answer(to: words.joined(separator: " "), options)
      try show(answer, search)
      return answer.total > 0 ? .success : Failure.nothingFound
    }
  }

  private var options: SearchEngine.Options {
    SearchEngine.Options(today: day.day, kind: kind, limit: limit, showsAll: all, explains: explain)
  }

  private func show(_ answer: SearchAnswer, _ search: SearchWorkflow) throws {
    switch format {
    case .json: try OutputSink.write(try AnswerJSON.line(answer) + "\n", to: destination.output)
    case .table:
      let renderer = AnswerRenderer(
        try language.wording(), width: Terminal.width, painter: Terminal.painter)
      try OutputSink.write(
        renderer.text(answer, institutionNames: search.institutionNames), to: destination.output)
    case .jsonl, .csv, .markdown, .html: try export(answer)
    }
  }

  private func export(_ answer: SearchAnswer) throws {
    guard var exporter = format.export?.exporter(try language.wording(), today: options.today)
    else { return }
    var text = try exporter.head()
    for listed in answer.results.lazy.compactMap(ListedProgram.init) {
      text += try exporter.piece(listed)
    }
    try OutputSink.write(text + (try exporter.foot()), to: destination.output)
    if answer.results.count < answer.total {
      Terminal.say("\(answer.results.count) of \(answer.total) written; --limit gives more")
    }
  }

  private func runBatch(_ file: String, _ search: SearchWorkflow) throws -> ExitCode {
    let bytes =
      file == "-"
      ? [UInt8](FileHandle.standardInput.readDataToEndOfFile())
      : try RecordFile.bytes(at: file, purpose: "queries")
    var isAnyFound = false
    var text = String(decoding: bytes, as: UTF8.self)
    if text.hasSuffix("\n") { text.removeLast() }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      do {
        let answer = try search.answer(to: String(line), options)
        isAnyFound = isAnyFound || answer.total > 0
        Terminal.write(try AnswerJSON.line(answer) + "\n")
      } catch SearchEngine.Failure.syntax(let error) {
        // One line that cannot be read is one answer without results; the others are answered.
        let message = Failure(SearchEngine.Failure.syntax(error)).message
        Terminal.say("progsearch: \(message): \(line)")
        let refused = RefusedQueryJSON(text: String(line), error: message, today: options.today)
        Terminal.write(try RecordCoding.jsonLine(refused) + "\n")
      }
    }
    return isAnyFound ? .success : Failure.nothingFound
  }
}
