import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// The part of a page that speaks of one program.
struct ProgramScope {
  /// The kind of the program.
  let name: KindName
  /// The statements that speak of it.
  var statements: [ReadStatement]
  /// The titles that speak of it.
  var titles: [ReadStatement]
  /// The hospital that the part is headed by, where a page speaks of several.
  var hospital: String?
  /// The head itself, which may be a shorter name.
  var head: String?
  /// The short names of the page's other hospitals: what a clause says of them is not said of this one.
  var others: [String] = []
  /// Its own short name beside theirs.
  var shortName: String?

  /// Makes a part of a page.
  init(
    name: KindName, statements: [ReadStatement], titles: [ReadStatement],
    hospital: String? = nil, head: String? = nil
  ) {
    self.name = name
    self.statements = statements
    self.titles = titles
    self.hospital = hospital
    self.head = head
  }
}

/// Cuts a page into the parts that speak of one program each.
struct ScopeFinder {
  let page: PageReading

  /// The programs that the page may be about, the main one first.
  func scopes() -> [ProgramScope] {
    let columnKinds = kindsOfColumns()
    if columnKinds.count > 1 {
      return beside(columnKinds) + columnKinds.map(scope(ofColumn:))
    }
    if let part = recruitingPart() ?? examinationPart() { return [part] }
    guard let main = mainKind(), !isNewsletter || main.kind == .pathway else { return [] }
    let hospitals = HospitalColumns(page: page)
    if hospitals.heads.count > 1 { return hospitals.scopes(of: main) }
    let whole = ProgramScope(name: main, statements: [], titles: page.titles)
    if main.kind == .pathway {
      return [ProgramScope(name: main, statements: page.statements, titles: page.titles)]
    }
    var scopes = [whole]
    var sections = LastSection<KindName?>()
    let kinds = page.statements.map { sectionKind(of: $0, &sections) }
    for case let name? in kinds where !scopes.contains(where: { $0.name == name }) {
      scopes.append(ProgramScope(name: name, statements: [], titles: titles(of: name)))
    }
    let ofOthers =
      RowsOfPeople(page: page).ofOthers(than: main)
      .union(main.kind == .examination ? RowsOfPeople(page: page).ofOtherProfessions() : [])
    let isShared = page.titles.contains { Set($0.kinds.map(\.name)).count > 1 }
    let common = scopes.count > 1 ? CommonStatements(finder: self, kinds, scopes.map(\.name)) : nil
    for (statement, kind) in zip(page.statements, kinds)
    where kind != nil || !ofOthers.contains(statement.order) {
      for index in scopes.indices
      where speaks(statement, under: kind, of: scopes[index].name, main, isShared)
        || common?.speaks(statement, of: scopes[index].name) == true
      {
        scopes[index].statements.append(statement)
      }
    }
    return scopes.map(latestIntakeOnly).map { scope in
      var scope = scope
      scope.statements = MarkedNotes.ofOwn(scope.statements, among: page.statements)
      scope.statements = FormerRounds(lexicon: page.lexicon).removed(from: scope.statements)
      return scope
    }
  }

  /// Whether a statement belongs to the program of a kind: it stands under that kind, or under none and
  /// the kind is the main one, or one of several that the page is about as a whole.
  private func speaks(
    _ statement: ReadStatement, under kind: KindName?, of name: KindName, _ main: KindName,
    _ isShared: Bool
  ) -> Bool {
    if (kind ?? main) == main, !isShared, isOfLookAlikes(statement, main) { return false }
    if main.kind != .examination, announcesEvent(statement) || isOfTheWay(statement) {
      return false
    }
    if let kind { return kind == name }
    guard isShared else { return name == main }
    return statement.kinds.isEmpty || statement.kinds.contains { $0.name == name }
  }

  /// `日本の医師免許を取るまで` on a hospital's page: what stands below is said of all hospitals.
  private func isOfTheWay(_ statement: ReadStatement) -> Bool {
    statement.statement.section.dropFirst().contains { heading in
      let text = page.labels[heading]
      return page.lexicon.concepts.says(.pathway, in: text)
        && page.lexicon.kinds.mentions(in: text).allSatisfy { $0.name.kind == .pathway }
    }
  }

  /// `産業医研修会を11月28日に開催します。受講料5,000円`: a paragraph whose first sentence is about something held for others.
  private func announcesEvent(_ statement: ReadStatement) -> Bool {
    guard statement.statement.shape == .paragraph, statement.kinds.isEmpty,
      let first = statement.sentences.first,
      let event = page.lexicon.signs.ranges(of: .eventNoun, in: statement.text, range: first).first
    else { return false }
    return page.lexicon.signs.says(
      .eventHeld, in: statement.text, range: event.upperBound..<first.upperBound)
      // 応募者説明会を11月20日に開催します。応募締切は12月4日です。
      && !page.lexicon.signs.says(.eventForOwn, in: statement.text)
  }

  /// Whether a paragraph speaks of look-alikes only, such as 研修登録医 or 研究生, on a page about another kind.
  ///
  /// Words that also name these trainees, or what they become (研修生, 臨床研修医), say nothing of that.
  private func isOfLookAlikes(_ statement: ReadStatement, _ main: KindName) -> Bool {
    guard statement.statement.shape == .paragraph, main.kind != .other else { return false }
    let firm = statement.kinds.filter(\.isFirm).map(\.name)
    return !firm.isEmpty
      && firm.allSatisfy { $0.kind == .other && !Self.ambiguous.contains($0.slug) }
      && !statement.kinds.contains { $0.name == main }
  }

  /// Kinds whose words may name the trainees of any program.
  static let ambiguous: Set<String> = ["hospital-trainee", "student-trainee"]

  /// The titles that name a kind beside others: 研究生・実地修練生の募集.
  private func titles(of name: KindName) -> [ReadStatement] {
    page.titles.filter { title in title.kinds.contains { $0.name == name } }
  }

  // MARK: The main kind

  /// The kind that the title and the headings are about, else the one that the text recruits for.
  private func mainKind() -> KindName? {
    let way = WayPage(page: page)
    if way.isOne { return page.lexicon.kinds.name(of: .pathway) }
    if ExaminationPage(page: page).isOne { return page.lexicon.kinds.name(of: .examination) }
    let upper = page.statements.filter {
      $0.statement.shape == .heading && $0.statement.section.count <= 1
    }.prefix(3)
    for title in page.titles + upper {
      // 研修生（医師法第11条の実地修練）の募集: what trainees are called says less than what they do.
      if callsTraineesOtherwise(title) {
        return title.kinds.first { $0.name.kind == .practicalTraining }?.name
      }
      // The last firm word of a title is its head: 臨床研修医 in 実地修練を経た臨床研修医募集.
      if let firm = title.kinds.last(where: \.isFirm) { return firm.name }
      if let loose = title.kinds.last { return loose.name }
    }
    // `■ 特集 外国の医学部を出た人が日本の医師免許を取るには` below the name of a newsletter.
    if upper.contains(where: { way.isAboutTheWay($0) || way.leadsToLicence(below: $0) }) {
      return page.lexicon.kinds.name(of: .pathway)
    }
    // 宿舎のご案内: a page with a title of its own is not about the people whom its text names.
    if let title = page.titles.first?.text, isOfOtherMoney(title) || isOfElse { return nil }
    if let kind = kindOfAnnouncement() { return kind }
    if way.isLaidOut { return page.lexicon.kinds.name(of: .pathway) }
    return kindOfLetter() ?? kindMostNamed() ?? kindOfRows()
  }

  /// Whether the titles are those of a room, an event, a report, and of no guideline.
  private var isOfElse: Bool {
    page.titles.contains { page.lexicon.signs.says(.ofElse, in: $0.text) }
      && !page.titles.contains { page.lexicon.concepts.says(.guideline, in: $0.text) }
  }

  /// Whether all that a title calls trainees may be trainees of any kind, and it names the practical training.
  private func callsTraineesOtherwise(_ title: ReadStatement) -> Bool {
    let firm = title.kinds.filter(\.isFirm).map(\.name)
    return !firm.isEmpty && firm.allSatisfy { Self.ambiguous.contains($0.slug) }
      && title.kinds.contains { $0.name.kind == .practicalTraining }
      // 看護研修生（実地修練）, 研修生（実地修練を除く）
      && !page.lexicon.concepts.says(.otherProfession, in: title.text)
      && !page.lexicon.signs.says(.noneOfThem, in: title.text)
  }

  /// Whether a title is no more than the name of what is paid or given beside the training: 宿舎のご案内.
  private func isOfOtherMoney(_ title: FoldedText) -> Bool {
    let words = page.lexicon.concepts.ranges(of: .tidings, in: title).first
    var name = title.string(in: 0..<(words?.lowerBound ?? title.scalars.count))
    // 研修者用宿舎「ほしぞら寮」: what it is called says no more.
    if let open = name.firstIndex(of: "「") { name = String(name[..<open]) }
    return page.lexicon.labels.topic(of: name) == .otherMoney
  }

  /// The kind that one of the first sentences recruits for.
  private func kindOfAnnouncement() -> KindName? {
    for statement in page.statements.prefix(12) {
      for sentence in statement.sentences {
        let mentions = page.lexicon.kinds.mentions(in: statement.text, range: sentence)
        guard let first = mentions.first,
          isRecruiting(statement, sentence) || isHeld(first, statement, sentence)
        else { continue }
        return first.name
      }
    }
    return nil
  }

  /// `実地修練生 | 4名 | 4月1日から`: a row of a table that is headed by these trainees, on a page for several kinds.
  private func kindOfRows() -> KindName? {
    page.statements.lazy.filter { $0.statement.column != nil && $0.topic != nil }.compactMap {
      statement in
      statement.statement.labels.last.flatMap { kind(namedIn: $0, isLabel: true) }
    }.first { $0.kind == .practicalTraining }
  }

  /// `Thank you for your interest in practical training. We are accepting applications…`: a paragraph that
  /// names a kind first and recruits in a later sentence, for nothing else.
  private func kindOfLetter() -> KindName? {
    page.statements.prefix(12).lazy.compactMap { statement -> KindName? in
      let firm = Set(statement.kinds.filter(\.isFirm).map(\.name))
      guard statement.statement.shape == .paragraph, firm.count == 1,
        !page.lexicon.concepts.says(.notAccepting, in: statement.text),
        !statement.text.contains(" not "),
        statement.sentences.contains(where: { recruitsForThat(statement, $0) })
      else { return nil }
      return firm.first
    }.first
  }

  /// Whether a sentence recruits, and names nothing else for which: `for the 2026 intake`, not `for the fellowship`.
  private func recruitsForThat(_ statement: ReadStatement, _ sentence: Range<Int>) -> Bool {
    let text = statement.text
    let said = page.lexicon.concepts.ranges(of: .accepting, in: text, range: sentence).first
    guard let said else { return false }
    let rest = said.upperBound..<sentence.upperBound
    guard let word = text.range(of: " for ", in: rest) else { return true }
    return page.lexicon.signs.says(
      .trainingOrIntake, in: text, range: word.upperBound..<sentence.upperBound)
  }

  /// How often a kind must be named to be what a page without a telling title is about.
  private static let leastNamed = 2

  /// The kind whose people the page names most often, if it names them again and again.
  private func kindMostNamed() -> KindName? {
    var counts: [(name: KindName, count: Int)] = []
    for mention in page.statements.flatMap(\.kinds) where mention.isFirm {
      if let index = counts.firstIndex(where: { $0.name == mention.name }) {
        counts[index].count += 1
      } else {
        counts.append((mention.name, 1))
      }
    }
    guard let most = counts.max(by: { $0.count < $1.count }), most.count >= Self.leastNamed,
      counts.count(where: { $0.count == most.count }) == 1
    else { return nil }
    return most.name
  }

  /// `医師国家試験予備試験を次のとおり施行する`: a notice says that an examination is held.
  private func isHeld(
    _ mention: KindMention, _ statement: ReadStatement, _ sentence: Range<Int>
  ) -> Bool {
    mention.name.kind == .examination
      && page.lexicon.signs.says(.examinationHeld, in: statement.text, range: sentence)
  }

  private func isRecruiting(_ statement: ReadStatement, _ sentence: Range<Int>) -> Bool {
    page.lexicon.concepts.says(
      .accepting, .notAccepting, .guideline, in: statement.text, range: sentence)
      || page.lexicon.signs.says(.letterSubject, in: statement.text, range: sentence)
  }

  // MARK: Sections

  /// The kind that the nearest heading or label above a statement names.
  private func sectionKind(
    of statement: ReadStatement, _ sections: inout LastSection<KindName?>
  ) -> KindName? {
    let isAmbiguous = page.titles.contains(where: callsTraineesOtherwise)
    func own(_ name: KindName?) -> KindName? {
      name.flatMap { isAmbiguous && Self.ambiguous.contains($0.slug) ? nil : $0 }
    }
    for label in statement.statement.labels.reversed() {
      if let name = own(kind(namedIn: label, isLabel: true)) { return name }
    }
    return sections.value(of: statement.statement.section) { section in
      section.reversed().lazy.compactMap { own(kind(namedIn: $0, isLabel: false)) }.first
    }
  }

  /// English says in more letters what a program is for: `Practical Training (for holders of …)`.
  private static let longestEnglishHead = 90

  /// The kind that a heading or label names.
  func kind(namedIn heading: String, isLabel: Bool) -> KindName? {
    let folded = page.labels[heading].withoutLetterSpacing
    let isJapanese = folded.scalars.contains(where: \.isJapanese)
    guard folded.scalars.count <= (isJapanese ? 40 : Self.longestEnglishHead) else { return nil }
    let mentions = page.lexicon.kinds.mentions(in: folded)
    // 研修医の応募締切: a kind before の owns the label, though its word is a loose one.
    if let first = mentions.first, first.range.lowerBound == 0,
      folded.hasWord("の", at: first.range.upperBound), isLabel
    {
      return first.name
    }
    guard let name = mentions.first?.name, mentions.allSatisfy({ $0.name == name }) else {
      return nil
    }
    return mentions.last(where: \.isFirm)?.name
  }

  // MARK: Intakes

  /// Leaves out the parts of a page that are headed by an older year than another part with matter.
  private func latestIntakeOnly(_ scope: ProgramScope) -> ProgramScope {
    var scope = scope
    var sections = LastSection<Int?>()
    let years = scope.statements.map { sectionYear(of: $0, &sections) }
    let news = DaysOfNews.places(in: page.statements)
    let withMatter = zip(scope.statements, years).compactMap { statement, year in
      statement.statement.shape != .heading && (statement.topic != nil || isOfRound(statement))
        && (scope.name.kind != .examination
          || !news.contains(statement.order) && namesDay(statement))
        ? year : nil
    }
    guard let latest = withMatter.max(), Set(withMatter).count > 1 else { return scope }
    scope.statements = zip(scope.statements, years).compactMap { statement, year in
      year == nil || year == latest || isUnderOffice(statement) ? statement : nil
    }
    return scope
  }

  /// A round of an examination that is only announced has no day yet.
  private func namesDay(_ statement: ReadStatement) -> Bool {
    DateReader().dates(in: statement.text).contains { $0.day != nil }
  }

  /// `試験事務局` below the last news: whom to ask is no matter of the year.
  private func isUnderOffice(_ statement: ReadStatement) -> Bool {
    guard let heading = statement.statement.section.last else { return false }
    let text = page.labels[heading]
    return year(namedIn: heading) == nil
      && (page.lexicon.concepts.says(.officeAlone, atEndOf: text.scalars.indices, in: text)
        || page.lexicon.concepts.says(.secretariat, before: text.scalars.count, in: text))
  }

  /// `令和7年度の実地修練生を募集します`: what stands under such a heading is of that round, told in labels or in prose.
  private func isOfRound(_ statement: ReadStatement) -> Bool {
    guard let heading = statement.statement.section.last else { return false }
    let folded = page.labels[heading]
    return page.lexicon.concepts.says(.recruitment, in: folded)
      && page.lexicon.kinds.mentions(in: folded).contains(where: \.isFirm)
  }

  private func sectionYear(
    of statement: ReadStatement, _ sections: inout LastSection<Int?>
  ) -> Int? {
    // 令和8年度（募集終了） | 令和9年度: a column may hold one intake.
    let words = statement.statement
    let own = words.shape == .heading ? [words.text] : [words.column].compactMap { $0 }
    return (own + words.labels.reversed()).lazy.compactMap(year).first
      ?? sections.value(of: statement.statement.section) {
        $0.reversed().lazy.compactMap(year).first
      }
  }

  /// The fiscal year that a heading or label names.
  private func year(namedIn heading: String) -> Int? {
    let folded = page.labels[heading]
    // `2026年度 選考スケジュール` over the days of the 2027 intake is no older intake.
    if page.lexicon.concepts.says(.scheduleWord, in: folded),
      !page.lexicon.concepts.says(.recruitment, in: folded),
      page.lexicon.kinds.mentions(in: folded).isEmpty
    {
      return nil
    }
    return DateReader().years(in: folded).first(where: \.isFiscal)?.year
  }
}
