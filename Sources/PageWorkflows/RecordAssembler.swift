public import DocumentParsing
import FactExtraction
public import PageArchive
public import RecruitmentModel
public import SourceRegistry
public import Workflows

/// Puts the records together from archived pages and from what is known from elsewhere.
///
/// A pure function of the archive and the files under `Crawl`: the same ones give the same records.
public struct RecordAssembler: Sendable {
  /// What came of the pages.
  public struct Assembly: Sendable {
    /// The records, in the order of their ids.
    public var programs: [Program]
    /// Pages that could not be read, with the reason.
    public var unreadable: [(url: String, reason: UnreadableReason)]
    /// How many pages were read.
    public var pagesRead: Int
  }

  /// Why a page could not be read, in words.
  public typealias UnreadableReason = String

  private let extraction: ExtractionWorkflow

  /// Makes an assembler.
  public init(_ extraction: ExtractionWorkflow) {
    self.extraction = extraction
  }

  /// The records of all sources.
  ///
  /// - Parameters:
  ///   - sources: The source list.
  ///   - statements: What is known from elsewhere.
  ///   - archive: The fetched pages; nil where nothing was ever fetched.
  /// - Returns: The records, and what could not be read.
  /// - Throws: What is wrong with the archive.
  public func assembly(
    of sources: SourceList, _ statements: ReportedStatements, archive: PageArchive?
  ) async throws(WorkflowError) -> Assembly {
    var records: [String: Program] = [:]
    var assembly = Assembly(programs: [], unreadable: [], pagesRead: 0)
    for source in sources.sources {
      guard let archive else { continue }
      let read = try await programs(of: source, archive, &assembly)
      for (id, pages) in Dictionary(grouping: read, by: \.id) {
        records[id] = Program.joined(pages)
      }
    }
    for reported in statements.records(of: sources) {
      guard var record = records[reported.id] else {
        records[reported.id] = reported
        continue
      }
      record.facts = record.facts.merged(with: reported.facts)
      record.listed = reported.listed
      records[reported.id] = record
    }
    assembly.programs = records.values.sorted { $0.id < $1.id }
    return assembly
  }

  private func programs(
    of source: Source, _ archive: PageArchive, _ assembly: inout Assembly
  ) async throws(WorkflowError) -> [Program] {
    var found: [Program] = []
    let captures: [StoredCapture]
    do throws(PageArchiveError) { captures = try archive.pages(ofSource: source.id) } catch {
      throw .unreadableFile(path: "archive", reason: "\(error)")
    }
    for capture in captures {
      let bytes: [UInt8]
      do throws(PageArchiveError) { bytes = try archive.body(of: capture) } catch {
        assembly.unreadable.append((capture.url, "\(error)"))
        continue
      }
      let page = SourcePage(
        url: capture.url, fetchedAt: capture.fetchedAt, sha256: capture.digest.hexadecimal)
      let origin = RecordExtractor.Origin(
        page: page, institution: source.institution, day: capture.fetchedAt.day())
      switch await extraction.outcome(of: bytes, contentType: capture.contentType, from: origin) {
      case .read(let programs, _):
        assembly.pagesRead += 1
        found += programs
      case .unreadable(let reason): assembly.unreadable.append((capture.url, reason.explanation))
      }
    }
    return found
  }
}

extension UnreadableDocument {
  /// Why a file gave no document, in words.
  public var explanation: String {
    switch self {
    case .empty: "nothing is in it"
    case .unsupported(let mediaType): "it is no page, PDF or text but \(mediaType)"
    case .brokenPDF(let reason): "the PDF is broken: \(reason)"
    case .encryptedPDF: "the PDF asks for a password"
    case .pdfWithoutText: "the PDF has no text; most likely it is a scan"
    case .missingTool(let name): "\(name) is not installed (poppler-utils and poppler-data)"
    case .timedOut(let seconds): "reading it took more than \(seconds) seconds"
    case .tooLarge(let bytes, let limit): "it has \(bytes) bytes, more than \(limit)"
    }
  }
}
