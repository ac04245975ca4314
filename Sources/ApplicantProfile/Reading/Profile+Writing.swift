import RecruitmentModel

extension Profile {
  /// The profile as a YAML file that `init(yaml:file:)` reads again; what is unknown has no key.
  public var yaml: String {
    var lines = [
      "# Who the plan is for. What is left out is unknown. See Documentation/Profile.md."
    ]
    func add(_ key: String, _ value: String?) {
      if let value { lines.append("\(key): \(value)") }
    }
    add("citizenship", citizenship.map(Self.quoted))
    add("japanese", japanese?.rawValue)
    add("recognition", recognition?.rawValue)
    add("consultationSkills", consultationSkills?.rawValue)
    add(
      "preliminaryExamination",
      Self.keys([
        ("passed", preliminaryExamination.passed?.rawValue),
        ("year", preliminaryExamination.year.map(String.init)),
        ("expected", preliminaryExamination.expected.map(String.init)),
      ]))
    add(
      "practicalTraining",
      Self.keys([
        ("starts", practicalTraining?.starts?.description),
        ("ends", practicalTraining?.ends?.description),
      ]))
    add("nationalExaminationPassed", nationalExaminationPassed?.description)
    add("clinicalTrainingEnds", clinicalTrainingEnds?.description)
    add("budget", budget.map(String.init))
    add("prefectures", prefectures.map(Self.list))
    add("earliestStart", earliestStart?.description)
    add("recommendation", recommendation?.rawValue)
    add("willingToStay", willingToStay.map { Self.list($0.map(\.rawValue)) })
    add("selfTrainingPasses", selfTrainingPasses.map { Self.list($0.map(String.init)) })
    if let certifications {
      lines.append(certifications.isEmpty ? "certifications: []" : "certifications:")
      lines += certifications.map { "  - " + Self.line(of: $0) }
    }
    add("weeklyHours", weeklyHours.map(String.init))
    add("goal", goal?.rawValue)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(of certification: Certification) -> String {
    keys([
      ("name", certification.name.rawValue), ("year", certification.year.map(String.init)),
      ("certified", certification.certified?.description),
      ("number", certification.number.map(String.init)),
    ]) ?? "{}"
  }

  private static func keys(_ pairs: [(String, String?)]) -> String? {
    let parts = pairs.compactMap { key, value in value.map { "\(key): \($0)" } }
    return parts.isEmpty ? nil : "{\(parts.joined(separator: ", "))}"
  }

  private static func list(_ words: [String]) -> String { "[\(words.joined(separator: ", "))]" }

  /// A text in quotation marks, so that nothing in it means anything to YAML.
  private static func quoted(_ text: String) -> String {
    let plain = text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }
    return "'" + String(String.UnicodeScalarView(plain)).replacing("'", with: "''") + "'"
  }
}
