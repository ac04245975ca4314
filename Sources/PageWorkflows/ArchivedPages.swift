import DocumentParsing
import FactExtraction
import PageArchive
import RecruitmentModel

/// Reads pages of records again from archives; the pages of one institution are kept for its records.
actor ArchivedPages {
  /// What came of a page.
  enum Reading: Sendable {
    /// No archive has it.
    case notArchived
    /// Its stored bytes are damaged, or nothing can be read from them.
    case unreadable(String)
    /// Its words, and the programs that it states.
    case read(PageText, [Program])
  }

  private let extraction: ExtractionWorkflow
  private let archives: [PageArchive]
  private var readings: [String: Reading] = [:]
  private var institution: Institution?

  /// Reads from archives; the first that has a page counts.
  init(_ extraction: ExtractionWorkflow, archives: [PageArchive]) {
    self.extraction = extraction
    self.archives = archives
  }

  /// What a page of a record says today.
  func reading(
    of page: SourcePage, institution: Institution
  ) async throws(PageArchiveError) -> Reading {
    if self.institution != institution { readings = [:] }
    self.institution = institution
    let key = page.url + " " + (page.sha256 ?? "")
    if let known = readings[key] { return known }
    let reading = try await read(page, institution)
    readings[key] = reading
    return reading
  }

  private func read(
    _ page: SourcePage, _ institution: Institution
  ) async throws(PageArchiveError) -> Reading {
    for archive in archives {
      let captures = try archive.captures(ofURL: page.url)
      guard
        let capture = captures.first(where: { $0.digest.hexadecimal == page.sha256 })
          ?? captures.first(where: { $0.sourceID == institution.id }) ?? captures.first
      else { continue }
      let bytes: [UInt8]
      do throws(PageArchiveError) { bytes = try archive.body(of: capture) } catch {
        return .unreadable("\(error)")
      }
      let origin = RecordExtractor.Origin(
        page: SourcePage(url: page.url), institution: institution, day: capture.fetchedAt.day())
      switch await extraction.outcome(of: bytes, contentType: capture.contentType, from: origin) {
      case .unreadable(let reason): return .unreadable(reason.explanation)
      case .read(let programs, let document): return .read(document.pageText, programs)
      }
    }
    return .notArchived
  }
}
