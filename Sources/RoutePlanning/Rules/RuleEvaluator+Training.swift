import ApplicantProfile
import QueryEngine
import RecruitmentModel

/// What rules ask of the practical training.
extension RuleEvaluator {
  func trainingEnds(by day: MonthDay, unsureDays: Int) -> RuleAnswer {
    guard let year = round.examinationYear, let limit = day.inYear(year) else {
      return RuleAnswer(.unknown, "noYear")
    }
    guard let ends = profile.practicalTraining?.ends else {
      return RuleAnswer(.unknown, "notSaid", "practicalTraining.ends")
    }
    if ends <= limit { return RuleAnswer(.yes, "endsInTime", "\(ends)", "\(limit)") }
    return ends <= limit.movedByDays(unsureDays)
      ? RuleAnswer(.unknown, "endsAbout", "\(ends)", "\(limit)")
      : RuleAnswer(.no, "endsLate", "\(ends)", "\(limit)")
  }

  func trainingMonths(atLeast least: Int, afterPass: Bool) -> RuleAnswer {
    guard let starts = profile.practicalTraining?.starts, let ends = profile.practicalTraining?.ends
    else { return RuleAnswer(.unknown, "notSaid", "practicalTraining") }
    let length = length(from: starts, to: ends, atLeast: least)
    guard afterPass else { return length }
    return .all([length, afterThePass(from: starts, to: ends, atLeast: least)])
  }

  private func length(
    from starts: CalendarDay, to ends: CalendarDay, atLeast least: Int
  ) -> RuleAnswer {
    let months = TrainingLength.months(from: starts, to: ends)
    if months >= least { return RuleAnswer(.yes, "months", "\(months)", "\(least)") }
    // A course of some days less than a year may be counted as a year by whoever runs it.
    return months == least - 1
      ? RuleAnswer(.unknown, "monthsOpen", "\(starts)", "\(ends)", "\(least)")
      : RuleAnswer(.no, "months", "\(months)", "\(least)")
  }

  /// Whether enough of a training lies after the pass of the whole preliminary examination.
  ///
  /// A profile knows the year of the pass only, so within that year nothing is sure. Whether what follows
  /// the pass of a training that began before it counts is stated nowhere that was read.
  private func afterThePass(
    from starts: CalendarDay, to ends: CalendarDay, atLeast least: Int
  ) -> RuleAnswer {
    let examination = profile.preliminaryExamination
    guard let passed = examination.passed else {
      return RuleAnswer(.unknown, "notSaid", "preliminaryExamination.passed")
    }
    guard passed == .practical else { return RuleAnswer(.unknown, "notPassed") }
    guard let year = examination.year else {
      return RuleAnswer(.unknown, "notSaid", "preliminaryExamination.year")
    }
    guard year <= today.year else { return RuleAnswer(.unknown, "yearToCome", "\(year)") }
    if starts.year > year { return RuleAnswer(.yes, "afterPass", "\(starts)", "\(year)") }
    let first = CalendarDay(year: year, month: 1, day: 1).map { max(starts, $0) } ?? starts
    let most = first <= ends ? TrainingLength.months(from: first, to: ends) : 0
    return most < least - 1
      ? RuleAnswer(.no, "beforePass", "\(starts)", "\(ends)", "\(year)")
      : RuleAnswer(.unknown, "aboutPass", "\(starts)", "\(year)")
  }
}
