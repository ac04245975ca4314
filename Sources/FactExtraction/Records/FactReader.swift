import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads all facts of one program from its part of a page.
struct FactReader {
  let lexicon: Lexicon
  let page: PageReading
  let scope: ProgramScope
  let institution: Institution
  let quotes: QuotePlaces
  private let notes: MarkedNotes
  /// The statements, each with the note that changes it (`17時必着 ※4`) behind its own words, and days
  /// with what happens on them as their labels.
  private let noted: [ReadStatement]

  /// Makes a reader of one program.
  init(
    lexicon: Lexicon, page: PageReading, scope: ProgramScope, institution: Institution,
    quotes: QuotePlaces
  ) {
    self.lexicon = lexicon
    self.page = page
    self.scope = scope
    self.institution = institution
    self.quotes = quotes
    let notes = MarkedNotes(scope.statements, lexicon: lexicon)
    self.notes = notes
    let titles = Set(page.document.headings.prefix(1))
    let news = DaysOfNews.places(in: page.statements)
    let signs = page.lexicon.signs
    let current = scope.statements.filter {
      // 書類 | 掲載日: when a paper was put on the page.
      if let column = $0.statement.column.map({ FoldedText($0) }),
        signs.says(.dayOfWriting, asAllOf: column.scalars.indices, in: column)
      {
        return false
      }
      return !$0.statement.labels.isEmpty
        || !LogLine(signs: signs).isOne($0.text) && !Self.isDayOfNotice($0, titles)
          && !news.contains($0.order)
    }
    let isExamination = scope.name.kind == .examination
    let ranks = OtherRanks(isExamination ? scope.titles : [], lexicon: lexicon)
    let rows = ScheduleRows(lexicon: lexicon).rewritten(current).filter(ranks.leave)
    noted = ChangesBelow(lexicon: lexicon).tied(rows).map { statement in
      let statement = notes.change(for: statement).map { statement.with(note: $0) } ?? statement
      return isExamination
        ? ExaminationTopics(lexicon: page.lexicon).told(statement) : statement
    }
  }

  /// `2026.07.03` right below the title: when it was written, whatever the title is about.
  private static func isDayOfNotice(_ statement: ReadStatement, _ titles: Set<String>) -> Bool {
    statement.statement.shape == .paragraph && DaysOfNews.isDayAlone(statement.text)
      && statement.statement.section.allSatisfy {
        titles.contains($0) && $0.count > DaysOfNews.longestDay
      }
  }

  /// The facts; what the page does not state is absent.
  func facts(asOf day: CalendarDay?) -> Facts {
    let basis: Basis = isRegulation ? .regulation : .official
    var facts = Facts()
    let writer = Writer(basis: basis, asOf: day.map { PartialDate($0) }, quotes: quotes)
    if scope.name.kind == .pathway {
      facts.steps = writer.fact(StepReader(lexicon: lexicon).steps(in: scope.statements))
      let way = WayApplication(
        lexicon: lexicon, years: ScheduleYears(page: page), kind: scope.name)
      let contacts = ContactReader(
        lexicon: lexicon, ownNames: ownNames, kind: scope.name, mailLinks: mailLinks)
      facts.contact = writer.fact(
        contacts.contact(
          in: scope.statements.filter {
            $0.topic == .contact && !way.isOfEvent($0, scope.statements)
          })
          ?? contacts.contact(in: scope.statements.filter(way.tellsWhomToAsk)))
      facts.application = writer.fact(way.application(in: scope.statements))
      return facts
    }
    var years = ScheduleYears(page: page)
    let training = isExamination ? nil : training(years).map { corrected($0, years) }
    years.limit = training?.value.starts
    facts.training = writer.fact(training)
    let intake = IntakeReader(lexicon: lexicon, kind: scope.name.kind).intake(
      titles: scope.titles, statements: scope.statements, training: training)
    if basis == .official { facts.intake = writer.fact(intake) }
    let clauses = ClauseScope(
      lexicon: lexicon, kind: scope.name.kind, intake: intake?.value.year,
      otherHospitals: scope.others, ownHospital: scope.shortName, ownNames: ownNames)
    facts.fee = writer.fact(
      FeeReader(lexicon: lexicon, isExamination: isExamination, kind: scope.name).fee(
        in: ofThisRound(scope.statements), months: training?.value.months?.max))
    let papers = ApplicationReader(
      lexicon: lexicon, years: years, kind: scope.name,
      round: isExamination ? intake?.value.year : nil)
    let application = papers.application(in: noted)
    facts.application = writer.fact(application)
    years.anchor = application?.value.lastDay
    if isExamination {
      addExamination(to: &facts, writer, years)
      addYearOfDays(to: &facts)
    } else {
      facts.selection = writer.fact(selection(years, clauses))
      facts.obligation = writer.fact(
        ObligationReader(lexicon: lexicon, scope: clauses, ownNames: ownNames).obligation(in: noted)
      )
    }
    if let end = lastDay(of: facts), let windows = application?.value.windows,
      windows.contains(where: { ApplicationReader.lies($0, behind: end) })
    {
      facts.application = writer.fact(papers.application(in: noted, until: end))
    }
    addConditions(to: &facts, writer, clauses)
    if basis == .official {
      facts.accepting = writer.fact(
        AcceptanceReader(lexicon: lexicon, scope: clauses).acceptance(
          in: scope.titles + scope.statements))
    }
    return facts
  }

  /// The last day on which somebody is examined, chosen or told so.
  private func lastDay(of facts: Facts) -> CalendarDay? {
    let days = facts.examDate?.value.map { $0.ends ?? $0.starts } ?? []
    let steps = facts.selection?.value.steps.compactMap(\.date) ?? []
    return (days + steps + [facts.selection?.value.result].compactMap { $0 }).compactMap(\.latest)
      .max()
  }

  /// Makes facts of findings.
  private struct Writer {
    let basis: Basis
    let asOf: PartialDate?
    let quotes: QuotePlaces

    func fact<Value>(_ finding: Finding<Value>?) -> Fact<Value>? {
      finding?.fact(basis: basis, asOf: asOf, quotes)
    }
  }

  private var isExamination: Bool { scope.name.kind == .examination }

  // MARK: Notes and prose

  /// A value read from the notes that change a matter, else from its statements, else from prose.
  private func reading<Value>(
    _ topic: LabelTopic, _ clauses: ClauseScope, _ read: ([ReadStatement]) -> Finding<Value>?
  ) -> Finding<Value>? {
    let changes = scope.statements.filter { $0.topic == topic }.compactMap { statement in
      notes.change(for: statement)?.with(topic: topic)
    }
    return read(changes) ?? read(scope.statements)
      ?? read(prose(clauses).statements(about: topic, in: scope.statements))
  }

  private func prose(_ clauses: ClauseScope) -> SentenceTopics {
    SentenceTopics(lexicon: lexicon, scope: clauses)
  }

  // MARK: Readers

  private func training(_ years: ScheduleYears) -> Finding<Training>? {
    let reader = TrainingReader(lexicon: lexicon, years: years)
    let found = reader.training(in: noted, titles: scope.titles)
    if let found, found.value.months != nil { return found }
    let clauses = ClauseScope(lexicon: lexicon, kind: scope.name.kind)
    let sentences = prose(clauses).statements(about: .training, in: scope.statements)
    return reader.training(in: sentences, titles: scope.titles) ?? found
  }

  /// `開始日を4月1日から4月5日に変更しました`: the training with the days that another place puts right.
  private func corrected(
    _ training: Finding<Training>, _ years: ScheduleYears
  ) -> Finding<Training> {
    guard training.value.starts != nil || training.value.ends != nil,
      noted.contains(where: { lexicon.concepts.says(.changed, in: $0.text) })
    else { return training }
    let errata = DayErrata(noted, lexicon: lexicon, years: years)
    var training = training
    training.value.starts = errata.corrected(training.value.starts, among: [])
    training.value.ends = errata.corrected(training.value.ends, among: [])
    return training
  }

  private func selection(_ years: ScheduleYears, _ clauses: ClauseScope) -> Finding<Selection>? {
    let reader = SelectionReader(lexicon: lexicon, years: years, kind: scope.name)
    let found = reader.selection(in: noted)
    if let found, !found.value.steps.isEmpty { return found }
    let prose = prose(clauses)
    let sentences =
      prose.statements(about: .selection, in: scope.statements)
      + prose.statements(about: .result, in: scope.statements)
    return reader.selection(in: noted.filter { $0.topic == .result } + sentences) ?? found
  }

  private func addExamination(to facts: inout Facts, _ writer: Writer, _ years: ScheduleYears) {
    let examination = ExaminationReader(
      lexicon: lexicon, years: years, round: facts.intake?.value.year)
    facts.examDate = writer.fact(examination.days(in: noted))
    facts.venues = writer.fact(ExaminationVenues(lexicon: lexicon).venues(in: noted))
  }

  /// 第121回医師国家試験: where no year stands beside its name, the year of its days is that of the round.
  private func addYearOfDays(to facts: inout Facts) {
    guard facts.intake == nil, let days = facts.examDate else { return }
    let years = Set(days.value.map(\.starts.year))
    guard years.count == 1, case let year?? = years.first else { return }
    facts.intake = Fact(
      Intake(year: year), basis: days.basis, asOf: days.asOf, confidence: Confidence.inferred,
      evidence: days.evidence)
  }

  private func addConditions(
    to facts: inout Facts, _ writer: Writer, _ clauses: ClauseScope
  ) {
    let statements = scope.statements
    facts.capacity = writer.fact(
      reading(.capacity, clauses) {
        CapacityReader(lexicon: lexicon, kind: scope.name).capacity(in: $0)
      })
    facts.recommendation = writer.fact(
      reading(.recommendation, clauses) {
        RecommendationReader(lexicon: lexicon, scope: clauses).recommendation(in: $0)
      })
    facts.contact = writer.fact(
      ContactReader(
        lexicon: lexicon, ownNames: ownNames, kind: scope.name, mailLinks: mailLinks
      )
      .contact(in: statements))
    let lists = ListReader(lexicon: lexicon)
    facts.eligibility = writer.fact(lists.eligibility(in: statements))
    facts.documents = writer.fact(PapersReader(lexicon: lexicon).papers(in: statements))
    facts.departments = writer.fact(
      DepartmentReader(lexicon: lexicon).departments(in: statements))
  }

  /// Rules are told by their name in the title; they say how, not whether somebody is taken this year.
  private var isRegulation: Bool {
    guard !announcesRound else { return false }
    return hasArticles
      || page.titles.contains { title in
        lexicon.concepts.ranges(of: .regulation, in: title.text).contains { range in
          let behind = title.text.string(
            in: range.upperBound..<min(range.upperBound + 2, title.text.scalars.count))
          return !behind.hasPrefix("集")
        }
      } && !page.titles.contains { lexicon.concepts.says(.guideline, in: $0.text) }
  }

  /// `令和8年度専門医認定試験の施行について（公示）` behind the rules: a heading announces this year's examination.
  private var announcesRound: Bool {
    isExamination
      && page.statements.contains { statement in
        let text = statement.text
        return statement.statement.shape == .heading
          && lexicon.signs.says(.noticeTitle, atEndOf: text.scalars.indices, in: text)
          && lexicon.concepts.says(.examinationWord, in: text)
          && DateReader().years(in: text).contains(where: \.isFiscal)
          && ExaminationMatter(lexicon: lexicon).leavesToThisRound(statement.statement.text)
      }
  }

  /// Articles with numbers and 附則, the day from which they hold: rules, whatever their name, but where the
  /// title announces a round of recruiting.
  private var hasArticles: Bool {
    guard !page.titles.contains(where: { lexicon.concepts.says(.recruitment, in: $0.text) }) else {
      return false
    }
    let texts = page.statements.map(\.text)
    return texts.count { $0.scalars.first == "第" && $0.scalars.prefix(5).contains("条") } >= 3
      && texts.contains { lexicon.signs.says(.supplement, at: 0, in: $0.withoutBlanks) }
  }

  /// The links that write mail, outside menus and footers.
  private var mailLinks: [(words: String, address: String)] {
    page.document.links.filter { !$0.isNavigation }.compactMap { link in
      guard link.address.lowercased().hasPrefix("mailto:"),
        let words = link.address.dropFirst(7).split(separator: "?").first,
        let address = MailAddress.decoded(words), address.contains("@")
      else { return nil }
      return (link.text, address.lowercased())
    }
  }

  private var ownNames: [String] {
    let names = [institution.name, institution.nameEn, scope.head].compactMap { $0 }
    // 東病院 beside 西病院; a shorter word would be found in others.
    let short = scope.shortName.flatMap { $0.count > 2 ? $0 : nil }
    return (names + [short].compactMap { $0 }).filter { !$0.isEmpty }.map { FoldedText($0).string }
  }

  /// What is charged for earlier rounds of an examination is no charge of this one.
  private func ofThisRound(_ statements: [ReadStatement]) -> [ReadStatement] {
    guard isExamination else { return statements }
    let matter = ExaminationMatter(lexicon: lexicon)
    let ranks = OtherRanks(scope.titles, lexicon: lexicon)
    return statements.filter {
      matter.isNoEarlierRound($0) && ranks.leave($0)
        && ($0.statement.column.map(matter.leavesToThisRound) ?? true)
    }
  }
}
