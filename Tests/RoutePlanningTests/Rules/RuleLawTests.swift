import ApplicantProfile
import QueryEngine
import RecruitmentModel
import RoutePlanning
import Testing

@Suite("The laws of rules")
struct RuleLawTests {
  static let seeds = Array(UInt64(700_001)...700_150)

  /// The answers of all rules of all shipped examinations, for their own year and the two after it.
  private func answers(_ profile: Profile, on today: CalendarDay) throws -> [String: Verdict] {
    var answers: [String: Verdict] = [:]
    for program in try Shipped.route() where program.kind == .examination {
      let own = ExaminationRound(program.facts).applicationYear
      for year in [nil] + (own.map { [$0 + 1, $0 + 2] } ?? []).map(Optional.some) {
        let report = try EligibilityReport(program, profile: profile, year: year, today: today)
        let name = "\(program.id) \(year ?? 0)"
        answers[name] = report.answer.verdict
        for line in report.lines { answers["\(name) \(line.id)"] = line.answer.verdict }
      }
    }
    return answers
  }

  @Test("Less said is less known, and turns nothing round", arguments: seeds)
  func knowledge(seed: UInt64) throws {
    var way = MadeUpWay(seed: seed)
    // A pass of a year to come is no fact but a conflict with today.
    way.profile.preliminaryExamination = way.profile.preliminaryExamination.asKnown(on: way.today)
    let whole = try answers(way.profile, on: way.today)
    for part in way.profile.withoutOneFact {
      for (rule, less) in try answers(part, on: way.today) {
        #expect(less == .unknown || less == whole[rule], "\(rule): \(part.yaml)")
      }
    }
  }

  @Test("What is refused stays refused on every later day", arguments: seeds)
  func time(seed: UInt64) throws {
    let way = MadeUpWay(seed: seed)
    var refused: Set<String> = []
    for days in [0, 1, 30, 120, 365, 800] {
      let now = try answers(way.profile, on: way.today.movedByDays(days))
      for (rule, verdict) in now {
        if refused.contains(rule) { #expect(verdict == .no, "\(rule) after \(days) days") }
        if verdict == .no { refused.insert(rule) }
      }
    }
  }
}
