public import ChangeLog
public import Crawling
import DomainLexicon
import Foundation
import PageArchive
import PageWorkflows
import QueryEngine
import RecruitmentModel
import SourceRegistry
public import Workflows

/// The nightly run: fetch what has changed, read it, and replace the index in one step.
public struct CrawlWorkflow: Sendable {
  /// What the operator chose.
  public struct Options: Sendable {
    /// The source list.
    public var sources: String
    /// The folder of the archive.
    public var archive: String
    /// The folder of the index.
    public var index: String
    /// The sources to visit; empty for all.
    public var only: [String]
    /// Whether nothing is fetched, and all is read from the archive.
    public var isOffline: Bool
    /// How the crawl behaves.
    public var settings: CrawlSettings

    /// Makes options.
    public init(
      sources: String, archive: String, index: String, only: [String] = [], isOffline: Bool = false,
      settings: CrawlSettings
    ) {
      self.sources = sources
      self.archive = archive
      self.index = index
      self.only = only
      self.isOffline = isOffline
      self.settings = settings
    }
  }

  /// What came of the run.
  public struct Summary: Sendable {
    /// What was fetched; nil for a run without the network.
    public var report: CrawlReport?
    /// How many records the index has.
    public var programs: Int
    /// How many pages the records were made from.
    public var pagesRead: Int
    /// How many of them had to be read, since they or the reader are new.
    public var pagesReadAnew: Int
    /// Pages that could not be read, with the reason.
    public var unreadable: [(url: String, reason: String)]
    /// What changed in the records.
    public var changes: [Change]
    /// Start pages that are no longer in their places.
    public var movedEntrances: [MovedEntrance]
  }

  private let options: Options

  /// Makes a run.
  public init(_ options: Options) {
    self.options = options
  }

  /// Carries the run out.
  public func run(
    onEvent: @escaping @Sendable (CrawlEvent) -> Void
  ) async throws(WorkflowError) -> Summary {
    guard let sources = try SourceFiles.sources(at: options.sources) else {
      throw .missingFile(path: options.sources, purpose: "source list")
    }
    ProcessMemory.keepFewPools()
    let statements = try SourceFiles.statements(besideSourcesAt: options.sources, of: sources)
    let route = try SourceFiles.route(besideSourcesAt: options.sources)
    for id in options.only where sources[id] == nil {
      throw .unknownSource(id, nearest: NearWords.nearest(to: id, among: sources.ids))
    }
    let tools = try TextTools(isForPages: true)
    let extraction: ExtractionWorkflow
    let lexicon = try tools.lexicon
    do { extraction = try ExtractionWorkflow(lexicon: lexicon) } catch {
      throw .fault("\(error)")
    }
    let index = IndexDirectory(path: options.index)
    let lock = try index.lock()
    defer { withExtendedLifetime(lock) {} }
    let archive = try openArchive()
    if archive == nil { try refuseToForget() }
    let cache =
      archive == nil
      ? nil : ReadingCache(directory: options.archive, reader: ReaderVersion.current)
    var report: CrawlReport?
    let arrivals = PageArrivals(extraction, lexicon, cache: cache, of: sources.sources)
    if !options.isOffline, let archive {
      report = try await crawl(sources, archive, arrivals, onEvent)
      ProcessMemory.giveBack()
    }
    var draft = try RecordDraft(beside: index.records)
    let assembly = try await RecordAssembler(extraction, cache: cache).assemble(
      sources, statements, route, archive: archive, into: &draft)
    cache?.flush()
    ProcessMemory.giveBack()
    let records = draft.lines
    if let archive {
      try LostArchive.refuse(records, replacing: index, archive, at: options.archive)
    }
    // The log goes first: if the run is stopped in between, the next one finds the same changes.
    let changes = try ChangeFile.note(records, replacing: index, at: Self.now())
    let parts = [options.sources, ReaderVersion.binary]
    if !index.isCurrent(for: records, after: parts, tools) {
      let names = InstitutionDirectory(names: sources.names)
      try index.replace(with: records, directory: names, tools)
    }
    try UnreachableSources.note(sources, archive, beside: index)
    if goesOn { try writing { () throws(PageArchiveError) in try archive?.endCrawl() } }
    return Summary(
      report: report, programs: records.count, pagesRead: assembly.pagesRead,
      pagesReadAnew: arrivals.count + assembly.pagesReadAnew,
      unreadable: assembly.unreadable, changes: changes,
      movedEntrances: try MovedEntrance.all(of: sources, in: report, records))
  }

  /// Whether a crawl that was stopped is gone on with: not where somebody wants to know how sources are now.
  private var goesOn: Bool { !options.isOffline && options.only.isEmpty }

  private func writing<Value>(
    _ change: () throws(PageArchiveError) -> Value
  ) throws(WorkflowError) -> Value {
    do throws(PageArchiveError) { return try change() } catch {
      throw .unwritableFile(path: options.archive, reason: "\(error)")
    }
  }

  private static func now() -> Timestamp {
    Timestamp(secondsSinceEpoch: Int(Date().timeIntervalSince1970))
  }

  /// The archive; for a run without the network it may be missing, and is then empty.
  private func openArchive() throws(WorkflowError) -> PageArchive? {
    if options.isOffline, !FileManager.default.fileExists(atPath: options.archive) { return nil }
    do throws(PageArchiveError) {
      return try PageArchive(
        directory: options.archive, access: options.isOffline ? .readOnly : .readWrite)
    } catch {
      if options.isOffline, case .notFound = error { return nil }
      throw .unwritableFile(path: options.archive, reason: "\(error)")
    }
  }

  /// Without an archive only what others report is left; records that were read from pages would be
  /// lost, so the index is not replaced then.
  private func refuseToForget() throws(WorkflowError) {
    guard try knownPages().values.contains(where: { !$0.isEmpty }) else { return }
    throw .missingFile(
      path: options.archive, purpose: "the archive that the index in \(options.index) was read from"
    )
  }

  /// How many sources a run visits.
  public func sourceCount() throws(WorkflowError) -> Int {
    guard let sources = try SourceFiles.sources(at: options.sources) else { return 0 }
    return chosen(sources).count
  }

  private func chosen(_ sources: SourceList) -> [Source] {
    sources.sources.filter { options.only.isEmpty || options.only.contains($0.id) }
  }

  /// The pages that the records of each source were read from.
  private func knownPages() throws(WorkflowError) -> [String: [String]] {
    let path = IndexDirectory(path: options.index).records
    guard FileManager.default.fileExists(atPath: path) else { return [:] }
    let records = try RecordLines(at: path)
    var pages: [String: [String]] = [:]
    for place in 0..<records.count {
      let record = try records.value(ReadRecord.self, at: place)
      pages[record.institution.id ?? "", default: []] += (record.pages ?? []).map(\.url)
    }
    return pages
  }

  /// Of a record whose it is, and which pages it was read from.
  private struct ReadRecord: Decodable {
    let institution: Institution
    let pages: [SourcePage]?
  }

  private func crawl(
    _ sources: SourceList, _ archive: PageArchive, _ arrivals: PageArrivals,
    _ onEvent: @escaping @Sendable (CrawlEvent) -> Void
  ) async throws(WorkflowError) -> CrawlReport {
    let known = (try? knownPages()) ?? [:]
    let targets = chosen(sources).map {
      CrawlTarget(
        id: $0.id, startPages: $0.entrances, hosts: $0.hosts, knownPages: known[$0.id] ?? [],
        readsSitemaps: $0.startPages.isEmpty)
    }
    var settings = options.settings
    // Whoever names sources wants to know how they are now.
    if !options.only.isEmpty { settings.rhythm = nil }
    let crawler = Crawler(settings: settings, archive: archive, now: Self.now)
    let interrupted = try writing { () throws(PageArchiveError) in
      goesOn ? try archive.beginCrawl(at: Self.now()) : nil
    }
    do throws(PageArchiveError) {
      return try await crawler.crawl(
        targets, goingOnWith: interrupted, links: { await arrivals.links(in: $0) }, onEvent: onEvent
      )
    } catch { throw .unwritableFile(path: options.archive, reason: "\(error)") }
  }
}
