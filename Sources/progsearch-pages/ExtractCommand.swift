import ArgumentParser
import CommandSupport
import DocumentParsing
import FactExtraction
import Foundation
import NightlyCrawl
import PageWorkflows
import PageArchive
import Presentation
import RecruitmentModel
import Workflows

/// Reads the records that one page states.
struct ExtractCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Reads the programs that one page or PDF states.")

  @Argument(help: "A file, an address beginning with http, or - for standard input.")
  var page: String
  @Option(help: "The address that a file stands for.")
  var url: String?
  @OptionGroup var output: OutputOptions
  @OptionGroup var crawl: FetchOptions

  func run() async throws {
    try await Failure.reporting {
      let (bytes, address, contentType) = try await content()
      let origin = RecordExtractor.Origin(
        page: SourcePage(url: address, sha256: ContentDigest(of: bytes).hexadecimal))
      let workflow = try ExtractionWorkflow()
      switch await workflow.outcome(of: bytes, contentType: contentType, from: origin) {
      case .unreadable(let reason):
        throw Failure("\(page) cannot be read: \(reason.explanation)", Failure.badData)
      case .read(let programs, let document):
        for remark in document.remarks { Terminal.say("progsearch: \(page): \(remark)") }
        try show(programs)
        return programs.isEmpty ? Failure.nothingFound : .success
      }
    }
  }

  private func show(_ programs: [Program]) throws {
    switch output.format {
    case .json: Terminal.write(try RecordCoding.jsonLine(programs) + "\n")
    case .table:
      let wording = try output.wording()
      let renderer = ProgramRenderer(wording, width: Terminal.width, painter: Terminal.painter)
      if programs.isEmpty { Terminal.say(wording("page.nothing")) }
      for program in programs { Terminal.write(renderer.text(program, today: nil) + "\n") }
    }
  }

  private func content() async throws -> (bytes: [UInt8], address: String, contentType: String?) {
    if page == "-" {
      return ([UInt8](FileHandle.standardInput.readDataToEndOfFile()), url ?? "stdin:", nil)
    }
    guard page.hasPrefix("http://") || page.hasPrefix("https://") else {
      let bytes = try RecordFile.bytes(at: page, purpose: "page")
      return (bytes, url ?? URL(fileURLWithPath: page).absoluteString, nil)
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
