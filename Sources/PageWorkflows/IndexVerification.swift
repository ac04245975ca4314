import DocumentParsing
import FactExtraction
public import PageArchive
public import RecruitmentModel

/// Reads every fact of records again from the archived pages.
///
/// A fact follows from its page if each of its quotations stands there, and the reader gives the same
/// value of it today.
public struct IndexVerification: Sendable {
  /// What no longer follows from a page.
  public struct Fault: Hashable, Sendable, Encodable {
    /// The id of the record.
    public var record: String
    /// The fact.
    public var fact: FactName
    /// The address of the page.
    public var page: String
    /// The quotation that is not there.
    public var quote: String?
    /// Where it should stand, in Unicode scalars of the decoded page.
    public var start: Int?
    /// Where it should end.
    public var end: Int?
    /// What is wrong, in words.
    public var problem: String
  }

  /// What came of the facts.
  public struct Report: Hashable, Sendable {
    /// What no longer follows.
    public var faults: [Fault] = []
    /// How many facts follow from their pages.
    public var following = 0
    /// How many facts do not.
    public var failing = 0
    /// How many facts have no page, since others report them.
    public var reported = 0
    /// How many facts have a page that the archive lacks.
    public var notArchived = 0
    /// How many records have a fact that follows.
    public var records = 0

    /// Counts a fact; `isWhole` says that all its pages could be read.
    fileprivate mutating func note(_ found: [Fault], isWhole: Bool) {
      faults += found
      if !found.isEmpty {
        failing += 1
      } else if isWhole {
        following += 1
      } else {
        notArchived += 1
      }
    }
  }

  private let pages: ArchivedPages

  /// Verifies against archives; the first that has a page counts.
  public init(_ extraction: ExtractionWorkflow, archives: [PageArchive]) {
    pages = ArchivedPages(extraction, archives: archives)
  }

  /// Reads the facts of records again.
  public func report(on programs: [Program]) async throws(PageArchiveError) -> Report {
    var report = Report()
    for program in programs {
      let before = report.following
      for claim in program.facts.claims { try await check(claim, of: program, &report) }
      if report.following > before { report.records += 1 }
    }
    return report
  }

  private func check(
    _ claim: Claim, of program: Program, _ report: inout Report
  ) async throws(PageArchiveError) {
    let quotes = claim.evidence.compactMap { if case .page(let words) = $0 { words } else { nil } }
    guard !quotes.isEmpty else { return report.reported += 1 }
    var faults: [Fault] = []
    var isWhole = true
    var stated: Claim?
    for number in Set(quotes.map(\.page)).sorted() {
      guard program.pages.indices.contains(number) else {
        faults.append(claim.fault(program, page: nil, "the record has no page \(number)"))
        continue
      }
      let page = program.pages[number]
      switch try await pages.reading(of: page, institution: program.institution) {
      case .notArchived: isWhole = false
      case .unreadable(let reason): faults.append(claim.fault(program, page: page, reason))
      case .read(let text, let programs):
        let words = quotes.filter { $0.page == number }
        faults += claim.faults(of: words, in: text, program, page)
        let (found, fault) = claim.following(from: programs, program, page)
        faults += fault.map { [$0] } ?? []
        if let found { stated = stated?.joined(with: found) ?? found }
      }
    }
    if isWhole, faults.isEmpty, let stated, !stated.covers(claim) {
      let problem = "the pages together give only \(stated.valueText)"
      faults.append(claim.fault(program, page: nil, problem))
    }
    report.note(faults, isWhole: isWhole)
  }
}

extension Claim {
  fileprivate func fault(
    _ program: Program, page: SourcePage?, quote: PageEvidence? = nil, _ problem: String
  ) -> IndexVerification.Fault {
    IndexVerification.Fault(
      record: program.id, fact: fact, page: page?.url ?? "", quote: quote?.quote,
      start: quote?.start, end: quote?.end, problem: problem)
  }

  /// The quotations that do not stand where they should.
  fileprivate func faults(
    of quotes: [PageEvidence], in text: PageText, _ program: Program, _ page: SourcePage
  ) -> [IndexVerification.Fault] {
    quotes.compactMap { words in
      let isThere = text.contains(words.quote)
      if words.start == nil, words.end == nil, isThere { return nil }
      if let start = words.start, let end = words.end, start < end,
        text.states(words.quote, at: start..<end)
      {
        return nil
      }
      return fault(
        program, page: page, quote: words,
        isThere ? "the quotation is not at its place" : "the quotation is not there")
    }
  }

  /// What the reader gives of the value today, which may be a part of it; else the fault.
  fileprivate func following(
    from programs: [Program], _ program: Program, _ page: SourcePage
  ) -> (claim: Claim?, fault: IndexVerification.Fault?) {
    let claims = programs.filter { $0.kind == program.kind }.flatMap(\.facts.claims)
      .filter { $0.fact == fact }
    if let claim = claims.first(where: covers) { return (claim, nil) }
    let found =
      claims.first.map { "the page now gives \($0.valueText)" } ?? "the page gives none now"
    let problem = "the value \(valueText) does not follow; \(found)"
    return (nil, fault(program, page: page, problem))
  }

  fileprivate var valueText: String { (try? RecordCoding.jsonLine(value)) ?? "" }
}
