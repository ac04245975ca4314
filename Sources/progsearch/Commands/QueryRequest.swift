import ArgumentParser
import CommandSupport
import Foundation
import Presentation
import QueryEngine
import RecruitmentModel
import Workflows

/// What a command line asks of the index, whoever read it.
struct QueryRequest: Equatable {
  var words: [String] = []
  var index: String?
  var format = AnswerFormat.table
  var language: OutputLanguage?
  /// Where the answer goes, and how.
  var terminal = TerminalOutput()
  var showsEvidence = false
  var today: CalendarDay?
  var limit = 20
  var kind: ProgramKind?
  var showsAll = false
  var explains = false
  var batch: String?

  /// Whether there is anything to look for.
  var asksForSomething: Bool {
    batch != nil || kind != nil || hasWords
  }

  private var hasWords: Bool { words.contains { $0.contains { !$0.isWhitespace } } }

  /// Prints the answer, and throws the exit status where it is not a success.
  func run() throws {
    try Failure.reportingDirectly {
      let search = try IndexOptions.search(index)
      if let batch { return try runBatch(batch, search) }
      let answer = try search.answer(to: words.joined(separator: " "), options)
      try show(answer, search)
      sayContradiction(of: answer)
      return answer.total > 0 ? .success : Failure.nothingFound
    }
  }

  private var options: SearchEngine.Options {
    SearchEngine.Options(
      today: today ?? DayOptions.inJapan, kind: kind, limit: limit, showsAll: showsAll,
      explains: explains, listsAll: batch == nil && !hasWords)
  }

  private func show(_ answer: SearchAnswer, _ search: SearchWorkflow) throws {
    switch format {
    case .json: try terminal.write(try AnswerJSON.line(answer) + "\n")
    case .table:
      let renderer = AnswerRenderer(
        try LanguageOptions.wording(in: language), width: Terminal.width,
        painter: terminal.painter, withEvidence: showsEvidence)
      try terminal.show(renderer.text(answer, institutionNames: search.institutionNames))
    case .jsonl, .csv, .markdown, .html: try export(answer)
    }
  }

  /// Names a kind that the words ask for where --kind asks for another one, so that nothing can be found.
  private func sayContradiction(of answer: SearchAnswer) {
    guard let kind, answer.total == 0 else { return }
    for constraint in answer.interpretation.constraints where !constraint.isExcluded {
      if case .kind(let other, _) = constraint.condition, other != kind {
        Terminal.say(
          "progsearch: “\(constraint.source)” asks for the kind \(other.rawValue), --kind for "
            + "\(kind.rawValue): nothing is both; leave one of them out")
      }
    }
  }

  private func export(_ answer: SearchAnswer) throws {
    let wording = try LanguageOptions.wording(in: language)
    guard var exporter = format.export?.exporter(wording, today: options.today) else { return }
    try terminal.write(exporter.document(answer.results.lazy.compactMap(ListedProgram.init)))
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
        try Terminal.write(try AnswerJSON.line(answer) + "\n")
      } catch SearchEngine.Failure.syntax(let error) {
        // One line that cannot be read is one answer without results; the others are answered.
        let message = Failure(SearchEngine.Failure.syntax(error)).message
        Terminal.say("progsearch: \(message): \(line)")
        let refused = RefusedQueryJSON(text: String(line), error: message, today: options.today)
        try Terminal.write(try RecordCoding.jsonLine(refused) + "\n")
      }
    }
    return isAnyFound ? .success : Failure.nothingFound
  }
}
