public import DocumentParsing
import FactExtraction
public import PageArchive
import RecruitmentModel
public import SourceRegistry
public import Workflows

/// Puts the records together from archived pages and from what is known from elsewhere.
///
/// A pure function of the archive and the files under `Crawl`: the same ones give the same records.
public struct RecordAssembler: Sendable {
  /// What came of the pages.
  public struct Assembly: Sendable {
    /// Pages that could not be read, with the reason.
    public var unreadable: [(url: String, reason: UnreadableReason)] = []
    /// How many pages were read, or had been read before.
    public var pagesRead = 0
    /// How many of them had to be read for this.
    public var pagesReadAnew = 0
  }

  /// Why a page could not be read, in words.
  public typealias UnreadableReason = String

  /// So many versions of a page that states nothing now are read for the first time at once.
  ///
  /// Those that the crawls have read cost little, and there is one a night where a page counts its visitors.
  private static let mostReadAnew = 50

  private let extraction: ExtractionWorkflow
  private let cache: ReadingCache?

  /// Makes an assembler; what was read before comes from the cache, if there is one.
  public init(_ extraction: ExtractionWorkflow, cache: ReadingCache? = nil) {
    self.extraction = extraction
    self.cache = cache
  }

  /// Puts the records of all sources together, one source after another.
  ///
  /// - Parameters:
  ///   - sources: The source list.
  ///   - statements: What is known from elsewhere.
  ///   - route: The examinations and pathways that are known from elsewhere.
  ///   - archive: The fetched pages; nil where nothing was ever fetched.
  ///   - draft: Takes the records.
  /// - Returns: What could not be read.
  /// - Throws: What is wrong with the archive, or with the draft.
  public func assemble(
    _ sources: SourceList, _ statements: ReportedStatements, _ route: RouteRecords = RouteRecords(),
    archive: PageArchive?, into draft: inout RecordDraft
  ) async throws(WorkflowError) -> Assembly {
    let reported = Dictionary(
      grouping: statements.records(of: sources) + route.programs, by: \.id)
    var assembly = Assembly()
    for source in sources.sources {
      guard let archive else { break }
      let read = try await programs(of: source, archive, &assembly)
      for (id, pages) in Dictionary(grouping: read, by: \.id) {
        guard let record = Program.joined(pages) else { continue }
        try draft.add(record.merged(with: reported[id, default: []]))
      }
    }
    for (id, others) in reported where !draft.contains(id) {
      guard let first = others.first else { continue }
      try draft.add(first.merged(with: Array(others.dropFirst())))
    }
    return assembly
  }

  /// What the pages of a source state.
  ///
  /// A page that is gone still counts as long as no other page states the same program: hospitals take
  /// their guidelines down between two cycles. It is marked with the time since when it is gone. So does one
  /// at whose address something else stands now, such as a word on maintenance, or that recruiting is over.
  private func programs(
    of source: Source, _ archive: PageArchive, _ assembly: inout Assembly
  ) async throws(WorkflowError) -> [Program] {
    let reading = SourceReading(extraction, cache: cache, source: source)
    do throws(PageArchiveError) {
      var pages = StatedPages()
      let failures = PageTroubles(try archive.failures(ofSource: source.id), source)
      var contents: Set<ContentDigest> = []
      for capture in try archive.pages(ofSource: source.id)
      // The same content at another address is the same page.
      where contents.insert(capture.digest).inserted {
        let outcome = try await read(capture, archive, reading, &assembly)
        pages.add(outcome, of: capture, by: extraction) {
          $0.failingSince = failures.since(of: capture)
        }
      }
      let known = Set(pages.stated.map(\.id))
      var gone = StatedPages()
      for page in try archive.gonePages(ofSource: source.id) {
        let fails = page.isRedirect && failures.hasFailure(of: page.last)
        let outcome = try await read(page.last, archive, reading, &assembly)
        gone.add(outcome, of: page.last, by: extraction, besides: known) {
          if fails { $0.failingSince = page.since } else { $0.goneSince = page.since }
        }
      }
      let silent = pages.silent + gone.silent
      let earlier = try await earlierPrograms(of: silent, source, archive, reading, &assembly)
      let past = gone.stated + earlier.filter { !known.contains($0.id) }
      return pages.stated + Program.past(past, asOf: silent.flatMap(\.notices))
    } catch { throw .unreadableFile(path: "archive", reason: "\(error)") }
  }

  private func read(
    _ capture: StoredCapture, _ archive: PageArchive, _ reading: SourceReading,
    _ assembly: inout Assembly
  ) async throws(PageArchiveError) -> SourceReading.Outcome {
    do throws(PageArchiveError) {
      let (outcome, isReadAnew) = try await reading.outcome(of: capture, in: archive)
      if let problem = outcome.problem { assembly.unreadable.append((capture.url, problem)) }
      if outcome.problem == nil { assembly.pagesRead += 1 }
      if isReadAnew { assembly.pagesReadAnew += 1 }
      return outcome
    } catch {
      guard case .damaged = error else { throw error }
      assembly.unreadable.append((capture.url, "\(error)"))
      return SourceReading.Outcome(programs: [])
    }
  }

  /// What pages stated that state nothing now; of each program what the last version says that states it.
  private func earlierPrograms(
    of silent: [SilentPage], _ source: Source, _ archive: PageArchive, _ reading: SourceReading,
    _ assembly: inout Assembly
  ) async throws(PageArchiveError) -> [Program] {
    guard !silent.isEmpty else { return [] }
    let versions = Dictionary(
      grouping: try archive.earlierPages(ofSource: source.id), by: \.url)
    var found: [Program] = []
    for page in silent {
      var search = EarlierVersions(of: page)
      var readAnew = 0
      for version in versions[page.capture.url, default: []]
      where version.digest != page.capture.digest {
        // What cannot be read of an old version is no news.
        guard let (outcome, isReadAnew) = try? await reading.outcome(of: version, in: archive)
        else { continue }
        if isReadAnew { readAnew += 1 }
        if outcome.isForbidden { break }
        search.take(outcome.programs.filter { !extraction.isBetweenCycles($0) }, of: version)
        if search.isOver || readAnew >= Self.mostReadAnew { break }
      }
      assembly.pagesReadAnew += readAnew
      found += search.found
    }
    return found
  }
}

extension Program {
  /// The record with what others report of it.
  fileprivate func merged(with reported: [Program]) -> Program {
    reported.reduce(self) { record, other in
      var record = record
      record.facts = record.facts.merged(with: other.facts)
      record.listed = other.listed
      return record
    }
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
