import DocumentParsing
import FactExtraction
import PageArchive
import RecruitmentModel
import SourceRegistry

/// Reads the archived pages of one source; what was read before comes from the cache.
struct SourceReading {
  /// What one page states.
  struct Outcome: Codable {
    var programs: [Program]
    var problem: String?
  }

  let extraction: ExtractionWorkflow
  let cache: ReadingCache?
  let source: Source
  let archive: PageArchive

  /// What a capture states, and whether it had to be read for that.
  func outcome(
    of capture: StoredCapture
  ) async throws(PageArchiveError) -> (outcome: Outcome, isReadAnew: Bool) {
    let page = SourcePage(
      url: capture.url, fetchedAt: capture.fetchedAt, sha256: capture.digest.hexadecimal)
    let origin = RecordExtractor.Origin(
      page: page, institution: source.institution, day: capture.fetchedAt.day())
    let key = (try? RecordCoding.jsonLine(origin.key(contentType: capture.contentType))) ?? ""
    if let bytes = cache?.value(for: key), let known = Self.outcome(fromJSON: bytes) {
      return (known, false)
    }
    let (outcome, lasts) = try await read(capture, from: origin)
    if lasts, let json = try? RecordCoding.jsonLine(outcome) {
      cache?.keep(Array(json.utf8), for: key)
    }
    return (outcome, true)
  }

  /// What a capture states; it lasts where another try would find the same.
  private func read(
    _ capture: StoredCapture, from origin: RecordExtractor.Origin
  ) async throws(PageArchiveError) -> (outcome: Outcome, lasts: Bool) {
    let bytes = try archive.body(of: capture)
    let tags = try archive.headers(of: capture).filter { $0.name.lowercased() == "x-robots-tag" }
    guard PageDirectives(tags: tags.map(\.value), body: bytes).allowsIndexing else {
      return (Outcome(programs: [], problem: "the page asks not to be listed (noindex)"), true)
    }
    switch await extraction.outcome(of: bytes, contentType: capture.contentType, from: origin) {
    case .read(let programs, _): return (Outcome(programs: programs), true)
    case .unreadable(let reason):
      return (Outcome(programs: [], problem: reason.explanation), reason.lasts)
    }
  }

  private static func outcome(fromJSON bytes: [UInt8]) -> Outcome? {
    try? RecordCoding.values(Outcome.self, inJSONLines: bytes).first?.value
  }
}

extension UnreadableDocument {
  /// Whether the file is to blame, and not the machine on which it is read.
  fileprivate var lasts: Bool {
    switch self {
    case .missingTool, .timedOut: false
    default: true
    }
  }
}

extension RecordExtractor.Origin {
  /// What tells a reading from others, beside the reader itself.
  fileprivate struct Key: Encodable {
    let page: SourcePage
    let institution: Institution?
    let day: CalendarDay?
    let contentType: String?
  }

  fileprivate func key(contentType: String?) -> Key {
    Key(page: page, institution: institution, day: day, contentType: contentType)
  }
}
