import ArgumentParser
import CommandSupport
import DocumentParsing
import FactExtraction
import Foundation
import NightlyCrawl
import PageArchive
import PageWorkflows
import Presentation
import RecruitmentModel
import Workflows

/// Reads the records that pages state.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Reads the programs that pages, PDFs or text files state.",
    discussion: """
      One page gives its records. Several pages, or a folder, give a line of JSON for each page: \
      its name, and its records or why it could not be read.
      """)

  @Argument(
    help: "Files, folders of files, addresses beginning with http, or - for standard input.")
  var pages: [String]
  @Option(help: "The address that a file stands for.")
  var url: String?
  @Flag(help: "Show the pieces of a page with their labels, for mending the tables of words.")
  var pieces = false
  @OptionGroup var output: OutputOptions
  @OptionGroup var crawl: FetchOptions

  func validate() throws {
    guard !pages.isEmpty else { throw ValidationError("Name a page to read.") }
    if url != nil, pages.count > 1 {
      throw ValidationError("--url speaks of one page, and \(pages.count) are named.")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      let workflow = try ExtractionWorkflow()
      guard let names = try PageNames.expanding(pages) else {
        return try await readOne(pages[0], workflow)
      }
      return try await readAll(names, workflow)
    }
  }

  private func readOne(_ page: String, _ workflow: ExtractionWorkflow) async throws -> ExitCode {
    switch try await outcome(of: page, workflow) {
    case .unreadable(let reason):
      throw Failure("\(page) cannot be read: \(reason.explanation)", Failure.badData)
    case .read(let programs, let document):
      for remark in document.remarks { Terminal.say("progsearch: \(page): \(remark)") }
      if pieces {
        for statement in document.statements { try Terminal.write(Self.line(of: statement) + "\n") }
        return .success
      }
      try show(programs)
      if programs.isEmpty {
        Terminal.say("progsearch: \(page): \(try output.wording()("page.nothing"))")
      }
      return programs.isEmpty ? Failure.nothingFound : .success
    }
  }

  /// A piece of a page: its headings, its column, its labels, and its words.
  private static func line(of statement: Statement) -> String {
    let path =
      statement.section.joined(separator: " > ")
      + (statement.column.map { " | \($0)" } ?? "")
    let labels = statement.labels.map { "\($0): " }.joined()
    let words = statement.text.split(separator: "\n").joined(separator: " ⏎ ")
    return SafeText.line("[\(path)] \(statement.shape) \(labels)\(words)")
  }

  /// Reads page after page; one that cannot be read is said and does not end the run.
  private func readAll(_ names: [String], _ workflow: ExtractionWorkflow) async throws -> ExitCode {
    var isAnyRead = false
    for page in names {
      var line = PageLine(page: page, problem: nil, records: [])
      switch try await outcome(of: page, workflow) {
      case .unreadable(let reason): line.problem = reason.explanation
      case .read(let programs, let document):
        line.records = programs
        line.remarks = document.remarks.isEmpty ? nil : document.remarks
      }
      isAnyRead = isAnyRead || !line.records.isEmpty
      switch output.format {
      case .json: try Terminal.write(try RecordCoding.jsonBytes(line) + [UInt8(ascii: "\n")])
      case .table:
        if let problem = line.problem { Terminal.say("progsearch: \(page): \(problem)") }
        if !line.records.isEmpty { try show(line.records) }
      }
    }
    return isAnyRead ? .success : Failure.nothingFound
  }

  /// What one page of several states.
  private struct PageLine: Encodable {
    // In the order of their names, in which they are written: what comes otherwise is written twice.
    var page: String
    var problem: String?
    var records: [Program]
    var remarks: [String]?
  }

  private func show(_ programs: [Program]) throws {
    switch output.format {
    case .json: try Terminal.write(try RecordCoding.jsonLine(programs) + "\n")
    case .table:
      let wording = try output.wording()
      let renderer = ProgramRenderer(wording, width: Terminal.width, painter: Terminal.painter)
      for program in programs { try Terminal.write(renderer.text(program, today: nil) + "\n") }
    }
  }

  private func outcome(
    of page: String, _ workflow: ExtractionWorkflow
  ) async throws -> ExtractionWorkflow.Outcome {
    let (bytes, address, contentType) = try await content(of: page)
    let origin = RecordExtractor.Origin(
      page: SourcePage(url: address, sha256: ContentDigest(of: bytes).hexadecimal))
    return await workflow.outcome(of: bytes, contentType: contentType, from: origin)
  }

  private func content(
    of page: String
  ) async throws -> (bytes: [UInt8], address: String, contentType: String?) {
    if page == "-" {
      return ([UInt8](FileHandle.standardInput.readDataToEndOfFile()), url ?? "stdin:", nil)
    }
    guard page.hasPrefix("http://") || page.hasPrefix("https://") else {
      let bytes = try RecordFile.bytes(at: page, purpose: "page")
      return (bytes, url ?? URL(fileURLWithPath: page, isDirectory: false).absoluteString, nil)
    }
    let fetched: PageFetchWorkflow.Page
    do {
      fetched = try await PageFetchWorkflow(settings: try crawl.settings()).page(at: page)
    } catch let error as PageFetchWorkflow.Failure {
      throw Failure("\(error.url) could not be fetched: \(error.reason)", Failure.unavailable)
    }
    return (fetched.bytes, url ?? fetched.url, fetched.contentType)
  }
}
