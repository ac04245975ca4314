public import DocumentParsing
public import DomainLexicon
import JapaneseText
public import RecruitmentModel

/// Reads the programs that a page states, each value with the words that prove it.
public struct RecordExtractor: Sendable {
  /// Where a page comes from.
  public struct Origin: Sendable {
    /// The page, as records name it.
    public var page: SourcePage
    /// The institution that the page belongs to, where that is known beforehand.
    public var institution: Institution?
    /// The day of which its statements hold.
    public var day: CalendarDay?

    /// Makes an origin.
    public init(page: SourcePage, institution: Institution? = nil, day: CalendarDay? = nil) {
      self.page = page
      self.institution = institution
      self.day = day
    }
  }

  private let lexicon: Lexicon
  private let sieve: KindSieve

  /// Makes an extractor.
  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    sieve = KindSieve(lexicon)
  }

  /// Whether a page with these words may state a program; where it does not, it need not be read.
  public func mayState(_ words: PageWords) -> Bool { sieve.lets(words) }

  /// The programs of a document; none where it states nothing of any.
  public func programs(in document: ParsedDocument, from origin: Origin) -> [Program] {
    var page = PageReading(document, lexicon: lexicon)
    guard !isOfExhibition(page), !isStory(page) else { return [] }
    var scopes = ScopeFinder(page: page).scopes()
    if let words = scopes.first.map({ lexicon.words(for: $0.name) }), words !== lexicon {
      page = PageReading(document, lexicon: words)
      scopes = ScopeFinder(page: page).scopes()
    }
    let quotes = QuotePlaces(in: page)
    let institution =
      origin.institution
      ?? Institution(name: InstitutionNameReader(lexicon: lexicon).name(in: page) ?? "")
    var programs: [Program] = []
    for (index, scope) in scopes.enumerated() {
      let institution = scope.hospital.map { Institution(name: $0) } ?? institution
      let facts = FactReader(
        lexicon: page.lexicon, page: page, scope: scope, institution: institution, quotes: quotes
      ).facts(asOf: origin.day)
      guard isRecord(facts, scope, isMain: index == 0 || scope.hospital != nil) else { continue }
      let title = title(of: page, scope, isMain: index == 0)
      let id = Self.id(institution, origin.page.url, slug(of: scope.name, titled: title))
      let namesakes = programs.count { $0.id == id || $0.id.hasPrefix(id + "-") }
      programs.append(
        Program(
          id: namesakes == 0 ? id : "\(id)-\(namesakes + 1)", kind: scope.name.kind,
          title: title, institution: institution,
          pages: [origin.page], text: document.text, facts: facts))
    }
    return programs
  }

  /// Whether a page shows what was: a museum's labels stand on it.
  private func isOfExhibition(_ page: PageReading) -> Bool {
    page.statements.count {
      $0.statement.labels.last.map { lexicon.concepts.says(.exhibition, in: FoldedText($0)) }
        ?? false
    } >= 2
  }

  /// Whether a page lets somebody tell: lines or labels that begin as questions of an interview do, and are sentences;
  /// `―― 応募について ――` is a heading.
  private func isStory(_ page: PageReading) -> Bool {
    page.statements.count {
      asksInInterview($0.text)
        || $0.statement.labels.last.map { asksInInterview(FoldedText($0)) } ?? false
    } >= 2
  }

  private func asksInInterview(_ text: FoldedText) -> Bool {
    let words = text.trimmed(text.scalars.indices)
    guard let last = text.scalars[words].last, "。?か".unicodeScalars.contains(last) else {
      return false
    }
    return lexicon.concepts.says(.story, atStartOf: words, in: text)
  }

  /// A record needs matter: a fact beyond the year and the office, or a guideline for a stated year.
  private func isRecord(_ facts: Facts, _ scope: ProgramScope, isMain: Bool) -> Bool {
    if scope.name.kind == .pathway { return isMain }
    let matter = facts.known.filter {
      ![.intake, .contact, .eligibility, .documents, .departments].contains($0)
    }
    let titles = scope.titles
    let isGuideline = titles.contains {
      lexicon.concepts.says(.guideline, .recruitment, in: $0.text)
    }
    if !isGuideline, titles.contains(where: { lexicon.concepts.says(.history, in: $0.text) }) {
      return false
    }
    let isOther =
      !isGuideline
      && titles.contains {
        lexicon.concepts.says(.notRecruiting, in: $0.text)
      }
    // 修練生の声: whoever tells of a deadline invites nobody.
    if !isGuideline, titles.contains(where: { lexicon.concepts.says(.telling, in: $0.text) }) {
      return facts.accepting?.value == .yes
        && facts.application.map { isInvitation($0.value) } == true
        || matter == [.accepting] && facts.accepting?.value == .no
    }
    if isOther {
      return facts.application.map { isInvitation($0.value) } ?? false
        || matter == [.accepting] && facts.accepting?.value == .no
    }
    if isMain { return !matter.isEmpty || (facts.intake != nil && announcesGuideline(scope)) }
    return matter.count >= 2 || matter == [.accepting] && isStopped(facts)
  }

  /// Whether a page that reports or that is about something else says when to apply all the same: on a day, and not
  /// `12月の締切の直前に願書を出しました`.
  private func isInvitation(_ application: Application) -> Bool {
    application.rolling || application.note != nil
      || application.windows.contains { ($0.closes ?? $0.opens)?.day != nil }
  }

  /// Whether a part of a page says outright that nobody is taken, which is enough for a record.
  private func isStopped(_ facts: Facts) -> Bool {
    guard let accepting = facts.accepting, accepting.value == .no else { return false }
    return accepting.evidence.allSatisfy {
      guard case .page(let words) = $0 else { return true }
      return !lexicon.signs.says(.ofAPart, in: FoldedText(words.quote))
    }
  }

  private func announcesGuideline(_ scope: ProgramScope) -> Bool {
    (scope.titles + scope.statements).contains {
      lexicon.concepts.says(.guideline, in: $0.text)
        || $0.statement.shape == .tableCell
          && $0.statement.labels.contains {
            lexicon.concepts.says(.guideline, in: FoldedText($0))
          }
    }
  }

  private func title(of page: PageReading, _ scope: ProgramScope, isMain: Bool) -> String {
    let title = page.document.headings.first ?? page.document.title
    return isMain && !title.isEmpty
      ? title.withoutLineEnds : scope.name.name
  }

  /// What tells a program from the others of its institution.
  ///
  /// A ministry holds the preliminary and the national examination: they are two, whose facts are never joined.
  private func slug(of name: KindName, titled title: String) -> String {
    guard name.kind == .examination else { return name.slug }
    let text = FoldedText(title)
    if lexicon.concepts.says(.preliminaryExamination, in: text) {
      return "preliminary-\(name.slug)"
    }
    return lexicon.concepts.says(.nationalExamination, in: text)
      ? "national-\(name.slug)" : name.slug
  }

  private static func id(_ institution: Institution, _ url: String, _ slug: String) -> String {
    // A page that stands for no address on the web has no host to be named by.
    let isWeb = url.hasPrefix("http://") || url.hasPrefix("https://")
    let host =
      isWeb ? url.split(separator: "/").dropFirst().first.map(String.init) ?? "page" : "page"
    return (institution.id ?? host) + "/" + slug
  }
}
