public import MarkedYAML
public import RecruitmentModel

extension Profile {
  /// The keys of a profile, in the order in which they are written and asked for.
  static let keys = [
    "citizenship", "japanese", "recognition", "consultationSkills", "preliminaryExamination",
    "practicalTraining", "nationalExaminationPassed", "clinicalTrainingEnds", "budget",
    "prefectures", "earliestStart",
    "recommendation", "willingToStay", "selfTrainingPasses", "certifications", "weeklyHours",
    "goal",
  ]

  /// Reads a profile.
  ///
  /// - Parameters:
  ///   - yaml: What the file holds.
  ///   - file: The name of the file, for messages.
  ///   - today: The day on which it is read; what is said to be passed later is refused. Nil asks nothing.
  /// - Throws: The first thing that is wrong, with its line and what would be right.
  public init(yaml: String, file: String, today: CalendarDay? = nil) throws(YAMLFileError) {
    self.init()
    let root: MarkedNode
    do throws(YAMLFileError) { root = try MarkedNode(yaml: yaml, file: file) } catch {
      // A file of comments alone says nothing, which is no mistake.
      guard error.problem == .empty else { throw error }
      return
    }
    let reader = try KeyedReader(root, allowed: Self.keys)
    citizenship = try reader.plain("citizenship", "one country, such as China")
    japanese = try reader.word("japanese")
    recognition = try reader.word("recognition")
    consultationSkills = try reader.word("consultationSkills")
    if let node = reader.node("preliminaryExamination") {
      preliminaryExamination = try PreliminaryExamination(node)
    }
    practicalTraining = try reader.node("practicalTraining").map {
      (node) throws(YAMLFileError) in try TrainingTime(node)
    }
    nationalExaminationPassed = try reader.date("nationalExaminationPassed")
    clinicalTrainingEnds = try reader.date("clinicalTrainingEnds")
    budget = try reader.amount("budget")
    prefectures = try reader.prefectures("prefectures")
    earliestStart = try reader.date("earliestStart")
    recommendation = try reader.word("recommendation")
    willingToStay = try reader.listed("willingToStay").map { (items) throws(YAMLFileError) in
      try items.map { (item) throws(YAMLFileError) in try item.word(of: "willingToStay") }
    }
    selfTrainingPasses = try reader.passes("selfTrainingPasses")
    certifications = try reader.node("certifications")?.items(Certification.init)
    weeklyHours = try reader.number(
      "weeklyHours", in: 0...168, "whole hours a week from 0 to 168, such as 31")
    goal = try reader.word("goal")
    try checkAgreement(reader)
    if let today { try checkPast(reader, today) }
  }
}

extension PreliminaryExamination {
  init(_ node: MarkedNode) throws(YAMLFileError) {
    try node.refuseText("preliminaryExamination", "{passed: part-1, year: 2026}")
    let reader = try KeyedReader(node, allowed: ["passed", "year", "expected"])
    self.init(
      passed: try reader.word("passed"), year: try reader.year("year"),
      expected: try reader.year("expected"))
  }
}

extension TrainingTime {
  init(_ node: MarkedNode) throws(YAMLFileError) {
    try node.refuseText("practicalTraining", "{starts: 2027-01-04, ends: 2027-12-28}")
    let reader = try KeyedReader(node, allowed: ["starts", "ends"])
    self.init(starts: try reader.day("starts"), ends: try reader.day("ends"))
    if let starts, let ends, ends < starts {
      throw node.place.error(
        .badValue("\(ends)", key: "ends", expected: "a day after “starts”, \(starts)"))
    }
  }
}

extension Certification {
  init(_ node: MarkedNode) throws(YAMLFileError) {
    try node.refuseText("certifications", "[{name: certified-internist, year: 2021}]")
    let reader = try KeyedReader(node, allowed: ["name", "year", "certified", "number"])
    self.init(
      name: try reader.requiredWord("name"), year: try reader.year("year"),
      certified: try reader.day("certified"), number: try reader.amount("number"))
  }
}

extension MarkedNode {
  /// Refuses a text where keys belong, with an example of them.
  fileprivate func refuseText(_ key: String, _ example: String) throws(YAMLFileError) {
    guard case .text(let text) = content else { return }
    throw place.error(.badValue(text, key: key, expected: "keys, such as \(key): \(example)"))
  }
}

extension KeyedReader {
  /// A text; a list or a set of keys is told what belongs there.
  fileprivate func plain(_ key: String, _ expected: String) throws(YAMLFileError) -> String? {
    guard let node = node(key) else { return nil }
    if case .text = node.content { return try node.text() }
    throw node.place.error(
      .refused("\(node.description) stands under “\(key)”, where \(expected), belongs"))
  }

  fileprivate func date(_ key: String) throws(YAMLFileError) -> PartialDate? {
    try value(key, as: "a date of the calendar such as 2027-04-01, 2027-04 or 2027") { text in
      PartialDate(text).flatMap { $0.year == nil ? nil : $0 }
    }
  }

  fileprivate func day(_ key: String) throws(YAMLFileError) -> CalendarDay? {
    try value(key, as: "a day of the calendar such as 2027-03-31") { CalendarDay($0) }
  }

  fileprivate func year(_ key: String) throws(YAMLFileError) -> Int? {
    try number(key, in: 1950...2100, "a year such as 2025")
  }

  fileprivate func amount(_ key: String) throws(YAMLFileError) -> Int? {
    try number(
      key, in: 0...1_000_000_000, "a whole number from 0 on, without commas, such as 500000")
  }

  fileprivate func number(
    _ key: String, in range: ClosedRange<Int>, _ expected: String
  ) throws(YAMLFileError) -> Int? {
    try value(key, as: expected) { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  fileprivate func prefectures(_ key: String) throws(YAMLFileError) -> [String]? {
    try listed(key)?.map { (item) throws(YAMLFileError) in
      let text = try item.text()
      guard let name = PrefectureNames.named(text) else {
        let near = PrefectureNames.nearest(to: text)
        throw item.place.error(
          .badValue(
            text, key: key,
            expected:
              "a prefecture with its suffix, such as \(near ?? "徳島県"), or in English, such as Tokushima"
          ))
      }
      return name
    }
  }

  /// The pieces of a list; one that stands alone is told how a list is written.
  fileprivate func listed(_ key: String) throws(YAMLFileError) -> [MarkedNode]? {
    guard let node = node(key) else { return nil }
    if case .text(let text) = node.content {
      throw node.place.error(
        .badValue(text, key: key, expected: "a list, such as [\(text)], or [] for none"))
    }
    return try node.list()
  }

  /// Years of passes, each once.
  fileprivate func passes(_ key: String) throws(YAMLFileError) -> [Int]? {
    guard let items = try listed(key) else { return nil }
    var years: [Int] = []
    for item in items {
      let text = try item.text()
      guard let year = Int(text), (1950...2100).contains(year) else {
        throw item.place.error(.badValue(text, key: key, expected: "a year such as 2024"))
      }
      guard !years.contains(year) else {
        throw item.place.error(.refused("the year \(year) stands twice under “\(key)”; keep one"))
      }
      years.append(year)
    }
    return years
  }
}
