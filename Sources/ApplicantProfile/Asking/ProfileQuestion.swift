public import MarkedYAML
public import RecruitmentModel

/// The questions of `profile init`, one a value; each is answered by a line that YAML reads.
public struct ProfileQuestion: Hashable, Sendable {
  /// The key of the profile that it fills, with a dot before an inner key.
  public let key: String
  /// The words that may answer it; empty where any value of its kind may.
  public let answers: [String]
  /// An example of an answer.
  public let example: String
  /// Whether the answer is a list, parted by commas.
  public let isList: Bool

  /// All questions in the order in which they are asked.
  public static let all: [ProfileQuestion] = [
    .init("citizenship", example: "China"),
    .init("japanese", Profile.Japanese.allCases.map(\.rawValue)),
    .init("recognition", Profile.Recognition.allCases.map(\.rawValue)),
    .init("consultationSkills", Profile.ConsultationSkills.allCases.map(\.rawValue)),
    .init("preliminaryExamination.passed", PreliminaryExamination.Stage.allCases.map(\.rawValue)),
    .init("preliminaryExamination.year", example: "2025"),
    .init("preliminaryExamination.expected", example: "2026"),
    .init("practicalTraining.starts", example: "2027-01-04"),
    .init("practicalTraining.ends", example: "2027-12-28"),
    .init("nationalExaminationPassed", example: "2028-03"),
    .init("clinicalTrainingEnds", example: "2030-03-31"),
    .init("budget", example: "500000"),
    .init("prefectures", example: "徳島県, 東京都", isList: true),
    .init("earliestStart", example: "2027-01"),
    .init("recommendation", Profile.Recommendation.allCases.map(\.rawValue)),
    .init("willingToStay", ["hospital", "prefecture", "none"], isList: true),
    .init("selfTrainingPasses", example: "2023, 2024", isList: true),
    .init("certifications", Certification.Name.allCases.map(\.rawValue) + ["none"]),
    .init("weeklyHours", example: "40"),
    .init("goal", Profile.Goal.allCases.map(\.rawValue)),
  ]

  private init(
    _ key: String, _ answers: [String] = [], example: String = "", isList: Bool = false
  ) {
    self.key = key
    self.answers = answers
    self.example = example.isEmpty ? answers.last ?? "" : example
    self.isList = isList
  }

  /// The line of YAML that an answer makes; `none` answers a list with an empty one.
  func yaml(_ answer: String) -> String {
    if isList || key == "certifications", answer == "none" { return "[]" }
    if key == "certifications" { return Self.certifications(answer) }
    if key == "citizenship" { return "'\(answer.replacing("'", with: "''"))'" }
    return isList ? "[\(answer)]" : answer
  }

  /// `certified-internist 2021 36; …`: a name, then in any order the year, the day and the number.
  private static func certifications(_ answer: String) -> String {
    let entries = answer.split(separator: ";").map { entry -> String in
      let words = entry.split(separator: " ").map(String.init)
      let keyed = words.enumerated().map { place, word in
        if place == 0 { return "name: \(word)" }
        if word.contains("-") { return "certified: \(word)" }
        return word.count == 4 ? "year: \(word)" : "number: \(word)"
      }
      return "{\(keyed.joined(separator: ", "))}"
    }
    return "[\(entries.joined(separator: ", "))]"
  }
}

/// The answers given so far.
public struct ProfileAnswers: Sendable {
  private var answers: [String: String] = [:]

  /// No answers.
  public init() {}

  /// Takes an answer; an empty one leaves the question unknown.
  ///
  /// - Returns: What is wrong with it, in words; nil where it is taken.
  public mutating func take(
    _ answer: String, to question: ProfileQuestion, today: CalendarDay? = nil
  ) -> String? {
    let text = answer.trimmed
    guard !text.isEmpty else {
      answers[question.key] = nil
      return nil
    }
    let before = answers[question.key]
    answers[question.key] = question.yaml(text)
    do throws(YAMLFileError) {
      _ = try profile(today: today)
      return nil
    } catch {
      answers[question.key] = before
      return "\(error.problem)"
    }
  }

  /// The profile that the answers make.
  public func profile(today: CalendarDay? = nil) throws(YAMLFileError) -> Profile {
    var lines: [String] = []
    var inner: [String: [String]] = [:]
    for question in ProfileQuestion.all {
      guard let value = answers[question.key] else { continue }
      let parts = question.key.split(separator: ".").map(String.init)
      if parts.count == 2 {
        inner[parts[0], default: []].append("\(parts[1]): \(value)")
      } else {
        lines.append("\(question.key): \(value)")
      }
    }
    for (key, values) in inner.sorted(by: { $0.key < $1.key }) {
      lines.append("\(key): {\(values.joined(separator: ", "))}")
    }
    if lines.isEmpty { return Profile() }
    return try Profile(yaml: lines.joined(separator: "\n"), file: "answer", today: today)
  }
}

extension String {
  /// The text without blanks around it.
  fileprivate var trimmed: String {
    var view = Substring(self)
    while view.last?.isWhitespace == true { view.removeLast() }
    while view.first?.isWhitespace == true { view.removeFirst() }
    return String(view)
  }
}
