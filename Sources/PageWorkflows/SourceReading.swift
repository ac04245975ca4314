public import DocumentParsing
import FactExtraction
public import PageArchive
public import RecruitmentModel
public import SourceRegistry

/// Reads the pages of one source; what was read before comes from the cache.
public struct SourceReading: Sendable {
  /// What one page states.
  struct Outcome: Codable {
    var programs: [Program]
    var problem: String?
    /// Whether the page asks not to be listed.
    var isForbidden: Bool { problem == Self.forbidden }
    fileprivate static let forbidden = "the page asks not to be listed (noindex)"
  }

  /// A page beside its content.
  public struct Head: Sendable {
    /// The page, as records name it.
    public var page: SourcePage
    /// The header Content-Type.
    public var contentType: String?

    /// Names a page.
    public init(url: String, fetchedAt: Timestamp, digest: ContentDigest, contentType: String?) {
      page = SourcePage(url: url, fetchedAt: fetchedAt, sha256: digest.hexadecimal)
      self.contentType = contentType
    }
  }

  private let extraction: ExtractionWorkflow
  private let cache: ReadingCache?
  private let institution: Institution
  private let institutionKey: String

  /// Makes the reading of a source.
  public init(_ extraction: ExtractionWorkflow, cache: ReadingCache?, source: Source) {
    self.extraction = extraction
    self.cache = cache
    institution = source.institution
    institutionKey = (try? RecordCoding.jsonLine(source.institution)) ?? ""
  }

  /// Reads a page as it comes, and keeps what it states for the records; false where that is known.
  ///
  /// `glance` is the page where it was parsed already.
  public func read(
    _ head: Head, _ bytes: [UInt8], _ directives: PageDirectives, glance: PageGlance?
  ) async -> Bool {
    let key = key(of: head)
    guard let cache, cache.value(for: key) == nil else { return false }
    keep(await outcome(of: head, bytes, directives, glance: glance), key)
    return true
  }

  /// Whether it is known what a page states.
  public func knows(_ head: Head) -> Bool { cache?.value(for: key(of: head)) != nil }

  /// What a capture states, and whether it had to be read for that.
  func outcome(
    of capture: StoredCapture, in archive: PageArchive
  ) async throws(PageArchiveError) -> (outcome: Outcome, isReadAnew: Bool) {
    let head = Head(
      url: capture.url, fetchedAt: capture.fetchedAt, digest: capture.digest,
      contentType: capture.contentType)
    let key = key(of: head)
    if let known = known(key) { return (known, false) }
    let (headers, bytes) = try archive.content(of: capture)
    let tags = headers.filter { $0.name.lowercased() == "x-robots-tag" }.map(\.value)
    let read = await outcome(of: head, bytes, PageDirectives(tags: tags, body: bytes), glance: nil)
    keep(read, key)
    return (read.outcome, true)
  }

  /// What a page states; it lasts where another try would find the same.
  private func outcome(
    of head: Head, _ bytes: [UInt8], _ directives: PageDirectives, glance: PageGlance?
  ) async -> (outcome: Outcome, lasts: Bool) {
    let page = glance ?? extraction.glance(at: bytes, contentType: head.contentType)
    // What such a page asks for it asks for itself, and not for the page in whose place it stands.
    if let page, extraction.isErrorPage(page) { return (Outcome(programs: []), true) }
    guard directives.allowsIndexing else {
      return (Outcome(programs: [], problem: Outcome.forbidden), true)
    }
    let origin = origin(of: head)
    if let page {
      return (Outcome(programs: extraction.programs(in: page, from: origin)), true)
    }
    switch await extraction.outcome(of: bytes, contentType: head.contentType, from: origin) {
    case .read(let programs, _): return (Outcome(programs: programs), true)
    case .unreadable(let reason):
      return (Outcome(programs: [], problem: reason.explanation), reason.lasts)
    }
  }

  private func origin(of head: Head) -> RecordExtractor.Origin {
    RecordExtractor.Origin(
      page: head.page, institution: institution, day: head.page.fetchedAt?.day())
  }

  private func known(_ key: String) -> Outcome? {
    cache?.value(for: key).flatMap {
      try? RecordCoding.values(Outcome.self, inJSONLines: $0).first?.value
    }
  }

  private func keep(_ read: (outcome: Outcome, lasts: Bool), _ key: String) {
    guard read.lasts, let cache, let json = try? RecordCoding.jsonLine(read.outcome) else { return }
    cache.keep(Array(json.utf8), for: key)
  }

  /// What tells a reading from others, beside the reader itself.
  private func key(of head: Head) -> String {
    let page = head.page
    return [
      institutionKey, page.url, page.fetchedAt?.description ?? "", page.sha256 ?? "",
      head.contentType ?? "",
    ].joined(separator: "\n")
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
