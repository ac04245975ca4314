import ArgumentParser
import CommandSupport
import Foundation
import PageArchive
import PageWorkflows
import Presentation
import RecruitmentModel
import Workflows

/// Reads the facts of the index again from the archive.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Reads every fact of the index again from the archived pages.",
    discussion: """
      A fact follows from its page if its quotations stand there at their places, and the page, read \
      again, gives the same value. What does not is listed, a line each, and the status is 65 then. \
      What others report, and what is read from pages that the archive lacks, cannot be checked; it \
      is counted as such and never as following. Where no fact at all could be checked, the status is 1.
      """)

  @Option(
    name: .customLong("index"),
    help: ArgumentHelp(
      "The folder of the index, or a file of records (default: PROGSEARCH_INDEX, else the index that comes with the program).",
      valueName: "dir"))
  var index: String?
  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("The folders of archives.", valueName: "dir"))
  var archive: [String] = []
  @Option(
    help: "How to write: table for people, json for programs (a fault a line, then the sums).")
  var format = OutputFormat.table

  func run() async throws {
    try await Failure.reporting {
      let installation = Installation()
      let programs = try records(at: index ?? installation.index())
      let folders = archive.isEmpty ? [installation.archive] : archive
      let report: IndexVerification.Report
      do {
        let archives = try folders.map(Self.opened)
        report = try await IndexVerification(try ExtractionWorkflow(), archives: archives)
          .report(on: programs)
      } catch let error as PageArchiveError {
        throw Failure("\(error)", Failure.inputOutput)
      }
      try show(report)
      if !report.faults.isEmpty { return Failure.badData }
      guard report.following > 0 else {
        throw Failure("no fact could be checked", Failure.nothingFound)
      }
      return .success
    }
  }

  private func records(at path: String) throws -> [Program] {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if isThere, !isFolder.boolValue { return try RecordFile.programs(at: path) }
    let file = IndexDirectory(path: path).records
    guard FileManager.default.fileExists(atPath: file) else {
      throw WorkflowError.missingIndex(directory: path)
    }
    return try RecordFile.programs(at: file)
  }

  private static func opened(_ folder: String) throws -> PageArchive {
    do throws(PageArchiveError) {
      return try PageArchive(directory: folder, access: .readOnly)
    } catch {
      guard case .notFound = error else { throw error }
      throw Failure(
        "there is no archive in \(folder); “progsearch crawl” makes one, or name another folder with --archive",
        Failure.noInput)
    }
  }

  private func show(_ report: IndexVerification.Report) throws {
    switch format {
    case .json:
      for fault in report.faults { try Terminal.write(try RecordCoding.jsonLine(fault) + "\n") }
      try Terminal.write(try RecordCoding.jsonLine(Sums(report)) + "\n")
    case .table:
      for fault in report.faults { try Terminal.write(SafeText.line(Self.line(of: fault)) + "\n") }
      try Terminal.write(Self.summary(of: report) + "\n")
    }
  }

  private static func line(of fault: IndexVerification.Fault) -> String {
    let quote = fault.quote.map { " “\($0)”" } ?? ""
    let place = fault.start.flatMap { start in fault.end.map { " (\(start)..<\($0))" } } ?? ""
    return
      "\(fault.record): \(fault.fact.rawValue): \(fault.problem)\(quote)\(place), \(fault.page)"
  }

  private static func summary(of report: IndexVerification.Report) -> String {
    "\(report.following) facts in \(report.records) records follow from their pages, \(report.failing) do not; "
      + "\(report.reported + report.notArchived) cannot be checked: \(report.reported) are reported by others, "
      + "\(report.notArchived) are from pages that are not archived"
  }

  /// The last line for programs.
  private struct Sums: Encodable {
    let failing: Int
    let following: Int
    let notArchived: Int
    let records: Int
    let reported: Int

    init(_ report: IndexVerification.Report) {
      failing = report.failing
      following = report.following
      notArchived = report.notArchived
      records = report.records
      reported = report.reported
    }
  }
}
