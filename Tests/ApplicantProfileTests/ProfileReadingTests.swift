import ApplicantProfile
import MarkedYAML
import RecruitmentModel
import Testing

@Suite("A profile")
struct ProfileReadingTests {
  static let full = """
    citizenship: 'It''s: [odd] # "x"'
    japanese: N1
    recognition: preliminary-examination
    preliminaryExamination: {passed: part-1, year: 2026, expected: 2027}
    practicalTraining: {starts: 2027-01-04, ends: 2027-12-28}
    nationalExaminationPassed: 2028-03
    clinicalTrainingEnds: 2030-03-31
    budget: 500000
    prefectures: [徳島県, 東京都]
    earliestStart: 2027-01
    recommendation: internal
    willingToStay: [hospital, prefecture]
    selfTrainingPasses: [2023, 2024]
    certifications:
      - {name: certified-internist, year: 2021, number: 36}
      - {name: specialist-internist, year: 2024, certified: 2024-03-31}
    weeklyHours: 40
    goal: specialist
    """

  @Test("is read whole, and what is written of it is read as the same")
  func roundTrip() throws {
    let profile = try Profile(yaml: Self.full, file: "me.yaml")
    #expect(profile.citizenship == "It's: [odd] # \"x\"")
    #expect(profile.preliminaryExamination.expected == 2027)
    #expect(profile.certifications?.count == 2)
    #expect(try Profile(yaml: profile.yaml, file: "again.yaml") == profile)
  }

  @Test(
    "that says nothing is known to say nothing", arguments: ["", "# only a remark\n", "{}"])
  func empty(yaml: String) throws {
    #expect(try Profile(yaml: yaml, file: "me.yaml") == Profile())
    #expect(try Profile(yaml: Profile().yaml, file: "me.yaml") == Profile())
  }

  @Test("tells an empty list from one that is not there")
  func emptyLists() throws {
    let profile = try Profile(
      yaml: "willingToStay: []\nselfTrainingPasses: []\ncertifications: []", file: "me.yaml")
    #expect(profile.willingToStay == [] && profile.prefectures == nil)
    #expect(try Profile(yaml: profile.yaml, file: "me.yaml") == profile)
  }

  @Test(
    "asks for two years of initial clinical training where they were a duty",
    arguments: [
      ("2003-03", "2003-05-31", true), ("2003", "2004-06-30", true),
      ("2004-03-31", "2005-03-31", true), ("2004", "2005-03-31", true),
      ("2004-04-01", "2006-03-30", false), ("2004-04-01", "2006-03-31", true),
      ("2005", "2006-12-30", false),
    ])
  func clinicalTraining(passed: String, ends: String, isTaken: Bool) {
    let yaml = "nationalExaminationPassed: \(passed)\nclinicalTrainingEnds: \(ends)"
    #expect(((try? Profile(yaml: yaml, file: "me.yaml")) != nil) == isTaken)
  }

  @Test("writes aliases out, and refuses those that would fill the memory", arguments: [1, 9])
  func aliases(depth: Int) throws {
    // Each line stands for ten times the one before.
    var lines = ["prefectures: &a0 [Tokyo]"]
    for place in 1...depth {
      let again = Array(repeating: "*a\(place - 1)", count: 10).joined(separator: ",")
      lines.append("k\(place): &a\(place) [\(again)]")
    }
    let error = try #require(throws: YAMLFileError.self) {
      try Profile(yaml: lines.joined(separator: "\n"), file: "me.yaml")
    }
    let words = depth == 1 ? "unknown key “k1”" : "the aliases (*name) stand for more"
    #expect("\(error)".contains(words))
  }

  @Test(
    "with a fault names its line, what is wrong and what would be right",
    arguments: [
      ("goal: licence\nbuget: 5", "me.yaml:2: unknown key “buget”; did you mean “budget”?"),
      ("budget: 500,000", "me.yaml:1: “500,000” is no value of “budget”; it should be a whole"),
      (
        "budget: -1",
        "me.yaml:1: “-1” is no value of “budget”; it should be a whole number from 0 on, without commas"
      ),
      (
        "prefectures: 徳島県",
        "me.yaml:1: “徳島県” is no value of “prefectures”; it should be a list, such as [徳島県], or []"
      ),
      (
        "willingToStay: hospital",
        "me.yaml:1: “hospital” is no value of “willingToStay”; it should be a list, such as [hospital]"
      ),
      (
        "selfTrainingPasses: 2024",
        "me.yaml:1: “2024” is no value of “selfTrainingPasses”; it should be a list, such as [2024]"
      ),
      (
        "goal: licence\npreliminaryExamination: {passed: part-1, year: 2026, expected: 2025}",
        "me.yaml:2: part-1 passed in 2026 and the whole expected in 2025, a year before it; “expected” should"
      ),
      (
        "nationalExaminationPassed: 2026-03\nclinicalTrainingEnds: 2026-02-28",
        "me.yaml:2: the initial clinical training is two years or more after the national"
      ),
      ("earliestStart: 2027-02-30", "me.yaml:1: “2027-02-30” is no value of “earliestStart”; it"),
      ("earliestStart: XXXX-04", "me.yaml:1: “XXXX-04” is no value of “earliestStart”; it should"),
      (
        "practicalTraining: {ends: 2026-13-01}", "me.yaml:1: “2026-13-01” is no value of “ends”; it"
      ),
      (
        "practicalTraining:\n  starts: 2027-01-04\n  ends: 2026-12-28",
        "me.yaml:2: “2026-12-28” is no value of “ends”; it should be a day after “starts”"
      ),
      (
        "recognition: nationl-examination", "me.yaml:1: “nationl-examination” is no value of “recog"
      ),
      (
        "prefectures: [徳島]",
        "me.yaml:1: “徳島” is no value of “prefectures”; it should be a prefecture with its suffix, such as 徳島県"
      ),
      ("selfTrainingPasses: [2023, 2023]", "me.yaml:1: the year 2023 stands twice"),
      (
        "selfTrainingPasses: [23]", "me.yaml:1: “23” is no value of “selfTrainingPasses”; it should"
      ),
      (
        "weeklyHours: 200",
        "me.yaml:1: “200” is no value of “weeklyHours”; it should be whole hours"
      ),
      (
        "weeklyHours: 31.5",
        "me.yaml:1: “31.5” is no value of “weeklyHours”; it should be whole hours"
      ),
      ("certifications: [{year: 2021}]", "me.yaml:1: the key “name” is missing"),
      ("goal:", "me.yaml:1: “goal” has no value; allowed here: licence, specialist; or"),
      (
        "preliminaryExamination: practical",
        "me.yaml:1: “practical” is no value of “preliminaryExamination”; it should be keys, such as preli"
      ),
      (
        "practicalTraining: 2027-01-04",
        "me.yaml:1: “2027-01-04” is no value of “practicalTraining”"
      ),
      (
        "certifications: [certified-internist]",
        "me.yaml:1: “certified-internist” is no value of “certifications”; it should be keys"
      ),
      (
        "citizenship: [China]",
        "me.yaml:1: a list stands under “citizenship”, where one country, such as China, belongs"
      ),
      (
        "preliminaryExamination:\n\tpassed: none",
        "me.yaml:2: this cannot be read as YAML: a tab stands before the words of this line"
      ),
      (
        "recognition: neither\nnationalExaminationPassed: 2020-03",
        "me.yaml:2: who was recognised for neither examination cannot have passed the national one"
      ),
      (
        "recognition: national-examination\npreliminaryExamination: {passed: part-1, year: 2025}",
        "me.yaml:2: who is recognised for the national examination sits no stage of the preliminary"
      ),
      (
        "preliminaryExamination: {passed: practical, year: 2026}\nnationalExaminationPassed: 2025-03",
        "me.yaml:2: the preliminary examination comes before the national one"
      ),
      (
        "nationalExaminationPassed: 2025-03\nclinicalTrainingEnds: 2025-06-30",
        "me.yaml:2: the initial clinical training is two years or more after the national"
      ),
      (
        "nationalExaminationPassed: 2023-03-16\nclinicalTrainingEnds: 2025-03-14",
        "me.yaml:2: the initial clinical training is two years or more after the national"
      ),
      (
        "consultationSkills: yes",
        "me.yaml:1: “yes” is no value of “consultationSkills”; allowed here: passed, not-passed"
      ),
      ("- goal", "me.yaml:1: a list stands where a set of keys belongs"),
      ("goal: licence\ngoal: specialist", "me.yaml:1: the key “goal” stands twice here"),
      (
        "preliminaryExamination: {passed: practical, expected: 2027}",
        "me.yaml:1: “passed: practical” is the whole examination; leave “expected” out"
      ),
      (
        "recognition: neither\npreliminaryExamination: {passed: part-1}",
        "me.yaml:2: who was recognised for neither examination cannot have passed a stage"
      ),
    ])
  func faults(yaml: String, message: String) throws {
    let error = try #require(throws: YAMLFileError.self) {
      try Profile(yaml: yaml, file: "me.yaml")
    }
    #expect("\(error)".hasPrefix(message), "\(error)")
  }

  /// A statement and the last day on which it is refused; nil where it is always taken.
  struct Dated: Sendable {
    let yaml: String
    let refusedOn: String?
    let takenOn: String
  }

  @Test(
    "takes no pass of a day to come",
    arguments: [
      Dated(
        yaml: "preliminaryExamination: {passed: practical, year: 2027}", refusedOn: "2026-12-31",
        takenOn: "2027-01-01"),
      Dated(
        yaml: "preliminaryExamination: {passed: none, year: 2027}", refusedOn: nil,
        takenOn: "2026-12-31"),
      Dated(
        yaml: "nationalExaminationPassed: 2027-03-16", refusedOn: "2027-03-15",
        takenOn: "2027-03-16"),
      Dated(
        yaml: "nationalExaminationPassed: 2027", refusedOn: "2026-12-31", takenOn: "2027-01-01"),
      Dated(
        yaml: "selfTrainingPasses: [2024, 2027]", refusedOn: "2026-12-31", takenOn: "2027-01-01"),
      Dated(
        yaml: "certifications: [{name: certified-internist, year: 2027}]", refusedOn: "2026-12-31",
        takenOn: "2027-01-01"),
      Dated(
        yaml: "certifications: [{name: specialist-internist, certified: 2027-03-31}]",
        refusedOn: "2027-03-30", takenOn: "2027-03-31"),
    ])
  func dated(_ example: Dated) throws {
    let taken = try #require(CalendarDay(example.takenOn))
    _ = try Profile(yaml: example.yaml, file: "me.yaml", today: taken)
    guard let refused = example.refusedOn.flatMap({ CalendarDay($0) }) else { return }
    let error = try #require(throws: YAMLFileError.self) {
      try Profile(yaml: example.yaml, file: "me.yaml", today: refused)
    }
    #expect("\(error)".hasPrefix("me.yaml:1: ") && "\(error)".contains("after today, \(refused)"))
  }

  @Test(
    "knows a prefecture by its English name",
    arguments: [("Tokyo", "東京都"), ("kyoto", "京都府"), ("HOKKAIDO", "北海道"), ("Okinawa", "沖縄県")])
  func english(name: String, prefecture: String) throws {
    #expect(
      try Profile(yaml: "prefectures: [\(name)]", file: "me.yaml").prefectures == [prefecture])
  }
}

@Suite("The questions of a profile")
struct ProfileQuestionTests {
  @Test("take good answers and make the profile of them")
  func good() throws {
    var answers = ProfileAnswers()
    let given = [
      "citizenship": "China: 'x'", "japanese": "N2", "preliminaryExamination.passed": "part-1",
      "preliminaryExamination.expected": "2027", "prefectures": "徳島県, 東京都",
      "willingToStay": "none", "certifications": "none", "selfTrainingPasses": "2023,2024",
      "earliestStart": "2027-01", "budget": " 500000 ",
    ]
    for question in ProfileQuestion.all {
      let fault = answers.take(given[question.key] ?? "", to: question)
      #expect(fault == nil, "\(question.key)")
    }
    let profile = try answers.profile()
    #expect(profile.citizenship == "China: 'x'" && profile.japanese == .N2)
    #expect(profile.preliminaryExamination == .init(passed: .part1, expected: 2027))
    #expect(profile.prefectures == ["徳島県", "東京都"] && profile.willingToStay == [])
    #expect(profile.certifications == [] && profile.selfTrainingPasses == [2023, 2024])
    #expect(profile.budget == 500_000 && profile.goal == nil)
  }

  @Test("take certifications with what is known of each, in any order")
  func certifications() throws {
    let question = try #require(ProfileQuestion.all.first { $0.key == "certifications" })
    var answers = ProfileAnswers()
    let given = "certified-internist 2021 36; specialist-internist 2023-03-31 2022"
    #expect(answers.take(given, to: question) == nil)
    let day = try #require(CalendarDay("2023-03-31"))
    #expect(
      try answers.profile().certifications == [
        Certification(name: .certifiedInternist, year: 2021, number: 36),
        Certification(name: .specialistInternist, year: 2022, certified: day),
      ])
    for wrong in ["internist", "certified-internist 2021-13-01", "certified-internist x"] {
      #expect(answers.take(wrong, to: question) != nil, "\(wrong)")
    }
    #expect(try answers.profile().certifications?.count == 2)
  }

  @Test("say what is wrong with a bad answer, and forget it")
  func bad() throws {
    var answers = ProfileAnswers()
    for (key, answer) in [
      ("japanese", "N9"), ("budget", "much"), ("prefectures", "徳島"), ("goal", "{"),
      ("practicalTraining.ends", "2027-02-30"), ("weeklyHours", "a\nb: c"),
    ] {
      let question = try #require(ProfileQuestion.all.first { $0.key == key })
      #expect(answers.take(answer, to: question) != nil, "\(key)")
    }
    #expect(try answers.profile() == Profile())
  }

  @Test("refuse an expectation that lies before the pass, and a pass that lies ahead")
  func order() throws {
    let today = try #require(CalendarDay("2026-11-22"))
    var answers = ProfileAnswers()
    for (key, answer, isTaken) in [
      ("preliminaryExamination.passed", "part-1", true),
      ("preliminaryExamination.year", "2027", false),
      ("preliminaryExamination.year", "2026", true),
      ("preliminaryExamination.expected", "2025", false),
      ("preliminaryExamination.expected", "2026", true), ("prefectures", "Tokyo", true),
    ] {
      let question = try #require(ProfileQuestion.all.first { $0.key == key })
      #expect((answers.take(answer, to: question, today: today) == nil) == isTaken, "\(answer)")
    }
    let profile = try answers.profile()
    #expect(profile.preliminaryExamination == .init(passed: .part1, year: 2026, expected: 2026))
    #expect(profile.prefectures == ["東京都"])
  }

  @Test("have an example that is a good answer each")
  func examples() {
    for question in ProfileQuestion.all {
      var answers = ProfileAnswers()
      #expect(answers.take(question.example, to: question) == nil, "\(question.key)")
    }
  }
}
