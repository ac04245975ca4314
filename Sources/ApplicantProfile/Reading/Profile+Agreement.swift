import MarkedYAML
import RecruitmentModel

/// Statements that cannot be true, or not together, are refused: a plan from them would be wrong.
extension Profile {
  /// Refuses statements that contradict each other.
  func checkAgreement(_ reader: KeyedReader) throws(YAMLFileError) {
    try checkExamination(reader)
    try checkLicence(reader)
  }

  private func checkLicence(_ reader: KeyedReader) throws(YAMLFileError) {
    guard let licensed = nationalExaminationPassed, let first = licensed.earliest else { return }
    if recognition == .neither {
      throw reader.place(of: "nationalExaminationPassed").error(
        .refused(
          "who was recognised for neither examination cannot have passed the national one; mend “recognition” "
            + "or “nationalExaminationPassed”"))
    }
    let examination = preliminaryExamination
    if let passed = examination.passed, passed != .none, let year = examination.year,
      let last = licensed.latest, year > last.year
    {
      throw reader.place(of: "nationalExaminationPassed").error(
        .refused(
          "the preliminary examination comes before the national one: “nationalExaminationPassed” cannot be "
            + "before \(year), the year of “preliminaryExamination”; mend one of both"))
    }
    // Two years or more: from the day of the pass to the day before that day two years later.
    guard ClinicalTrainingDuty(passed: licensed) == .owed, let ends = clinicalTrainingEnds?.latest,
      let least = CalendarDay(year: first.year + 2, month: first.month, day: min(first.day, 28)),
      ends.daysSinceEpoch < least.daysSinceEpoch - 1
    else { return }
    throw reader.place(of: "clinicalTrainingEnds").error(
      .refused(
        "the initial clinical training is two years or more after the national examination: "
          + "“clinicalTrainingEnds” cannot be before \(CalendarDay(daysSinceEpoch: least.daysSinceEpoch - 1)); "
          + "mend it or “nationalExaminationPassed”"))
  }

  private func checkExamination(_ reader: KeyedReader) throws(YAMLFileError) {
    guard let node = reader.node("preliminaryExamination") else { return }
    let examination = preliminaryExamination
    if examination.isWhollyPassed == true, examination.expected != nil {
      throw node.place.error(
        .refused(
          "“passed: practical” is the whole examination; leave “expected” out, or name an earlier stage"
        ))
    }
    if let passed = examination.passed, passed != .none, let year = examination.year,
      let expected = examination.expected, expected < year
    {
      throw node.place.error(
        .refused(
          "\(passed.rawValue) passed in \(year) and the whole expected in \(expected), a year before it; "
            + "“expected” should be \(year) or later"))
    }
    if recognition == .nationalExamination, let passed = examination.passed, passed != .none {
      throw node.place.error(
        .refused(
          "who is recognised for the national examination sits no stage of the preliminary one; name the "
            + "outcome that holds, or leave “preliminaryExamination” out"))
    }
    if recognition == .neither, let passed = examination.passed, passed != .none {
      throw node.place.error(
        .refused(
          "who was recognised for neither examination cannot have passed a stage; mend one of both")
      )
    }
  }

  /// Refuses what is said to be passed on a day to come.
  func checkPast(_ reader: KeyedReader, _ today: CalendarDay) throws(YAMLFileError) {
    let examination = preliminaryExamination
    if examination.isYetToCome(on: today), let year = examination.year {
      throw reader.place(of: "preliminaryExamination").error(
        .refused(
          "“year: \(year)” is after today, \(today); a year in which the whole will be passed goes under "
            + "“expected”"))
    }
    if let first = nationalExaminationPassed?.earliest, first > today {
      throw reader.place(of: "nationalExaminationPassed").error(
        .refused(
          "“nationalExaminationPassed” is after today, \(today); leave it out until it is passed"))
    }
    if let year = selfTrainingPasses?.first(where: { $0 > today.year }) {
      throw reader.place(of: "selfTrainingPasses").error(
        .refused("\(year) is after today, \(today); name the years of passes that you have"))
    }
    for held in certifications ?? []
    where (held.year ?? 0) > today.year || held.certified.map({ $0 > today }) ?? false {
      throw reader.place(of: "certifications").error(
        .refused(
          "\(held.name.rawValue) is dated after today, \(today); name what you hold already"))
    }
  }
}

extension KeyedReader {
  /// Where a key's value stands; the whole where it is absent.
  fileprivate func place(of key: String) -> Place { node(key)?.place ?? place }
}
