import ApplicantProfile
import QueryEngine
import RecruitmentModel
import RoutePlanning
import Testing

/// Numbers that look random and are the same for the same seed.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

/// Profiles, days and programs made from seeds.
struct MadeUpWay {
  var profile = Profile()
  let today: CalendarDay

  init(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    today = CalendarDay(daysSinceEpoch: 20_000 + Int.random(in: 0..<1500, using: &numbers))
    func chance() -> Bool { Int.random(in: 0..<3, using: &numbers) > 0 }
    if chance() {
      profile.recognition = [
        .nationalExamination, .preliminaryExamination, .preliminaryExamination,
      ].randomElement(using: &numbers)
    }
    if chance() {
      profile.preliminaryExamination.passed =
        PreliminaryExamination.Stage.allCases.randomElement(using: &numbers)
      if profile.preliminaryExamination.passed != .practical, chance() {
        profile.preliminaryExamination.expected =
          today.year + Int.random(in: -1...2, using: &numbers)
      }
    }
    if !chance() {
      let start = CalendarDay(
        daysSinceEpoch: today.daysSinceEpoch + Int.random(in: -500...500, using: &numbers))
      profile.practicalTraining = TrainingTime(
        starts: chance() ? start : nil,
        ends: chance() ? CalendarDay(daysSinceEpoch: start.daysSinceEpoch + 364) : nil)
    }
    if chance() { profile.budget = Int.random(in: 0...900_000, using: &numbers) }
    if chance() {
      profile.recommendation = Profile.Recommendation.allCases.randomElement(using: &numbers)
    }
    if chance() {
      profile.willingToStay = [[], [.hospital], [.prefecture]].randomElement(using: &numbers)
    }
    if chance() { profile.goal = .specialist }
    if !chance() { profile.nationalExaminationPassed = PartialDate(year: today.year - 1, month: 3) }
    addWishes(&numbers)
    addCertifications(&numbers)
    addYears(&numbers)
    // Who is recognised for the national examination sits no stage of the other: a profile refuses it.
    if profile.recognition == .nationalExamination {
      profile.preliminaryExamination = PreliminaryExamination()
      profile.consultationSkills = chance() ? .passed : nil
    }
  }

  /// Years of passes, some of them to come, trainings of any length, and days that do not agree.
  private mutating func addYears(_ numbers: inout SeededNumbers) {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &numbers) }
    if profile.preliminaryExamination.passed != nil, number(0...2) > 0 {
      profile.preliminaryExamination.year = today.year + number(-3...2)
    }
    if let starts = profile.practicalTraining?.starts, number(0...1) == 0 {
      profile.practicalTraining?.ends = starts.movedByDays(number(0...800))
    }
    if number(0...5) == 0 {
      profile.clinicalTrainingEnds = PartialDate(year: today.year + number(-4...4), month: 3)
    }
  }

  private mutating func addWishes(_ numbers: inout SeededNumbers) {
    func one<Value>(of values: [Value]) -> Value? { values.randomElement(using: &numbers) }
    profile.prefectures = one(of: [nil, ["宮城県"], ["東京都", "千葉県"]]) ?? nil
    profile.earliestStart = one(of: [nil, PartialDate(year: today.year + 1, month: 4)]) ?? nil
    profile.citizenship = one(of: [nil, "China", "日本"]) ?? nil
    profile.japanese = one(of: [nil] + Profile.Japanese.allCases.map(Optional.some)) ?? nil
  }

  private mutating func addCertifications(_ numbers: inout SeededNumbers) {
    func one<Value>(of values: [Value]) -> Value? { values.randomElement(using: &numbers) }
    let year = today.year
    profile.selfTrainingPasses =
      one(of: [
        nil, [], [year - 1], [year - 5, year - 1], [year - 6, year], [year - 3, year - 2],
      ])
      ?? nil
    profile.weeklyHours = one(of: [nil, 0, 30, 31, 60]) ?? nil
    let names = Certification.Name.allCases
    profile.certifications =
      one(of: [
        nil, [], [Certification(name: names[0], year: 2021, number: 36)],
        [Certification(name: names[0])],
        [
          Certification(
            name: names[1], year: year - 3,
            certified: CalendarDay(
              year: year - 4, month: 3, day: Int.random(in: 1...31, using: &numbers)))
        ],
        [Certification(name: names[1], year: year - 2)],
      ]) ?? nil
  }
}

@Suite("The laws of plans")
struct PlanLawTests {
  static let seeds = Array(UInt64(1)...200) + Array(20_261_121...20_261_220)

  @Test("No step stands before what it needs", arguments: seeds)
  func order(seed: UInt64) throws {
    let way = MadeUpWay(seed: seed)
    let plan = Planner(way.profile, programs: try Shipped.programs(), today: way.today).plan()
    var seen: Set<String> = []
    #expect(Set(plan.steps.map(\.id)).count == plan.steps.count)
    for step in plan.steps {
      for need in step.needs + step.needsOneOf {
        #expect(seen.contains(need), "\(step.id) needs \(need)")
      }
      // A step that is done or dated falls on no day before those that it needs, and before one of those
      // of which one is enough.
      let last = step.time.last ?? step.time.first
      for need in step.needs {
        let before = try #require(plan.step(need))
        if let first = before.time.first, let last { #expect(first <= last, "\(need) \(step.id)") }
        #expect(step.state != .done || before.state == .done, "\(need) \(step.id)")
      }
      let choices = step.needsOneOf.compactMap { plan.step($0)?.time }
      if let last, !choices.isEmpty {
        #expect(choices.contains { $0.first.map { $0 <= last } ?? true }, "\(step.id)")
      }
      seen.insert(step.id)
    }
    for collision in plan.collisions { #expect(seen.contains(collision.step)) }
  }

  @Test("A later day makes no missed deadline possible again", arguments: seeds)
  func time(seed: UInt64) throws {
    let way = MadeUpWay(seed: seed)
    let programs = try Shipped.programs()
    var missed: Set<String> = []
    for days in [0, 1, 7, 30, 90, 180, 365, 700] {
      let plan = Planner(
        way.profile, programs: programs, today: way.today.movedByDays(days)
      ).plan()
      for step in plan.steps {
        if missed.contains(step.id) {
          #expect(step.state == .missed || step.state == .done, "\(step.id)")
        }
        if step.state == .missed { missed.insert(step.id) }
        if step.state == .ahead, let last = step.time.last {
          #expect(last >= plan.today, "\(step.id)")
        }
      }
    }
  }

  @Test("A match knows less where less is said, and never turns round", arguments: seeds)
  func matches(seed: UInt64) throws {
    let way = MadeUpWay(seed: seed)
    let programs = try Shipped.programs()
    let matcher = ProgramMatcher(way.profile, programs: programs, today: way.today)
    for program in programs where program.kind == .practicalTraining {
      let whole = matcher.match(program).checks
      for part in program.withoutOneFact {
        for check in matcher.match(part).checks {
          let before = whole.first { $0.condition == check.condition }?.verdict
          #expect(check.verdict == .unknown || check.verdict == before, "\(program.id) \(check)")
        }
      }
    }
  }

  @Test("A match of whom less is known knows less, and never turns round", arguments: seeds)
  func people(seed: UInt64) throws {
    var way = MadeUpWay(seed: seed)
    way.profile.preliminaryExamination = way.profile.preliminaryExamination.asKnown(on: way.today)
    let programs = try Shipped.programs()
    func checks(_ profile: Profile, _ program: Program) -> [MatchCheck] {
      ProgramMatcher(profile, programs: programs, today: way.today).match(program).checks
    }
    for program in programs where program.kind == .practicalTraining {
      let whole = checks(way.profile, program)
      for part in way.profile.withoutOneFact {
        for check in checks(part, program) {
          guard let before = whole.first(where: { $0.condition == check.condition }) else {
            continue
          }
          #expect(
            check.verdict == .unknown || check.verdict == before.verdict, "\(program.id) \(check)")
        }
      }
    }
  }

  @Test("What is a forecast is never sure")
  func forecasts() throws {
    for seed in Self.seeds {
      let way = MadeUpWay(seed: seed)
      let plan = Planner(way.profile, programs: try Shipped.programs(), today: way.today).plan()
      for step in plan.steps where step.time.isForecast { #expect(step.state == .unknown) }
    }
  }
}

extension Program {
  /// The record with one fact less, in every way.
  var withoutOneFact: [Program] {
    let forget: [(inout Facts) -> Void] = [
      { $0.accepting = nil }, { $0.application = nil }, { $0.fee = nil }, { $0.training = nil },
      { $0.recommendation = nil }, { $0.obligation = nil }, { $0.eligibility = nil },
    ]
    return forget.map { change in
      var program = self
      change(&program.facts)
      return program
    }
  }
}
