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
    "with a fault names its line, what is wrong and what would be right",
    arguments: [
      ("goal: licence\nbuget: 5", "me.yaml:2: unknown key “buget”; did you mean “budget”?"),
      ("budget: 500,000", "me.yaml:1: “500,000” is no value of “budget”; it should be a whole"),
      ("budget: -1", "me.yaml:1: “-1” is no value of “budget”"),
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
      ("weeklyHours: 200", "me.yaml:1: “200” is no value of “weeklyHours”; it should be hours a"),
      ("certifications: [{year: 2021}]", "me.yaml:1: the key “name” is missing"),
      ("goal:", "me.yaml:1: nothing stands where a text belongs"),
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

  @Test("have an example that is a good answer each")
  func examples() {
    for question in ProfileQuestion.all {
      var answers = ProfileAnswers()
      #expect(answers.take(question.example, to: question) == nil, "\(question.key)")
    }
  }
}
