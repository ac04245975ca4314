import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads all facts of one program from its part of a page.
struct FactReader {
  let lexicon: Lexicon
  let page: PageReading
  let scope: ProgramScope
  let institution: Institution

  /// The facts; what the page does not state is absent.
  func facts(asOf day: CalendarDay?) -> Facts {
    guard scope.name.kind != .pathway else { return Facts() }
    let basis: Basis = isRegulation ? .regulation : .official
    var facts = Facts()
    let writer = Writer(basis: basis, asOf: day.map { PartialDate($0) })
    var years = ScheduleYears(page: page)
    let dated = ScheduleRows(lexicon: lexicon).rewritten(scope.statements)
    let isExamination = scope.name.kind == .examination
    let training =
      isExamination
      ? nil
      : TrainingReader(lexicon: lexicon, years: years).training(
        in: dated, titles: scope.titles)
    years.limit = training?.value.starts
    facts.training = writer.fact(training)
    facts.fee = writer.fact(
      FeeReader(lexicon: lexicon, isExamination: isExamination).fee(
        in: scope.statements, months: training?.value.months?.max))
    let application = ApplicationReader(lexicon: lexicon, years: years, kind: scope.name)
      .application(in: dated)
    facts.application = writer.fact(application)
    years.anchor = application?.value.lastDay
    if isExamination {
      addExamination(to: &facts, writer, years, dated)
    } else {
      addSelection(to: &facts, writer, years, dated)
    }
    addConditions(to: &facts, writer)
    if basis == .official { addStatus(to: &facts, writer, training) }
    return facts
  }

  /// Makes facts of findings.
  private struct Writer {
    let basis: Basis
    let asOf: PartialDate?

    func fact<Value>(_ finding: Finding<Value>?) -> Fact<Value>? {
      finding?.fact(basis: basis, asOf: asOf)
    }
  }

  private func addExamination(
    to facts: inout Facts, _ writer: Writer, _ years: ScheduleYears, _ dated: [ReadStatement]
  ) {
    let examination = ExaminationReader(lexicon: lexicon, years: years)
    facts.examDate = writer.fact(examination.days(in: dated))
    facts.venues = writer.fact(examination.venues(in: scope.statements))
  }

  private func addSelection(
    to facts: inout Facts, _ writer: Writer, _ years: ScheduleYears, _ dated: [ReadStatement]
  ) {
    facts.selection = writer.fact(
      SelectionReader(lexicon: lexicon, years: years, kind: scope.name).selection(in: dated))
    facts.obligation = writer.fact(
      ObligationReader(lexicon: lexicon, ownNames: ownNames).obligation(in: scope.statements))
  }

  private func addConditions(to facts: inout Facts, _ writer: Writer) {
    let statements = scope.statements
    facts.capacity = writer.fact(CapacityReader(lexicon: lexicon).capacity(in: statements))
    facts.recommendation = writer.fact(
      RecommendationReader(lexicon: lexicon).recommendation(in: statements))
    facts.contact = writer.fact(
      ContactReader(lexicon: lexicon, ownNames: ownNames).contact(in: statements))
    let lists = ListReader(lexicon: lexicon)
    facts.eligibility = writer.fact(lists.eligibility(in: statements))
    facts.documents = writer.fact(lists.documents(in: statements))
    facts.departments = writer.fact(lists.departments(in: statements))
  }

  /// The year of the intake and whether somebody is taken; a rule says neither.
  private func addStatus(
    to facts: inout Facts, _ writer: Writer, _ training: Finding<Training>?
  ) {
    let kind = scope.name.kind
    facts.intake = writer.fact(
      IntakeReader(lexicon: lexicon, kind: kind).intake(
        titles: scope.titles, statements: scope.statements, training: training))
    facts.accepting = writer.fact(
      AcceptanceReader(lexicon: lexicon, kind: kind).acceptance(
        in: scope.titles + scope.statements))
  }

  /// Rules are told by their name in the title; they say how, not whether somebody is taken this year.
  private var isRegulation: Bool {
    page.titles.contains { title in
      lexicon.concepts.ranges(of: .regulation, in: title.text).contains { range in
        let behind = title.text.string(
          in: range.upperBound..<min(range.upperBound + 2, title.text.scalars.count))
        return !behind.hasPrefix("集")
      }
    } && !page.titles.contains { lexicon.concepts.says(.guideline, in: $0.text) }
  }

  private var ownNames: [String] {
    [institution.name, institution.nameEn].compactMap { $0 }.filter { !$0.isEmpty }
      .map { FoldedText($0).string }
  }
}
