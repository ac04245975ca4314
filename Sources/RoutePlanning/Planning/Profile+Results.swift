import ApplicantProfile
import RecruitmentModel

extension Profile {
  /// The profile without passes that nobody can have yet.
  ///
  /// - Parameters:
  ///   - today: The day.
  ///   - programs: The records, whose examinations say when results are published.
  /// - Returns: What the person may know of themselves on that day.
  func asKnown(on today: CalendarDay, among programs: [Program]) -> Profile {
    var known = self
    known.preliminaryExamination = preliminaryExamination.asKnown(on: today)
    if awaitsResult(on: today, among: programs) { known.nationalExaminationPassed = nil }
    return known
  }

  /// Whether the national examination is said to be passed in a year or a month that still runs, and
  /// the result in it is not out: nobody has passed then.
  func awaitsResult(on today: CalendarDay, among programs: [Program]) -> Bool {
    guard let said = nationalExaminationPassed, let first = said.earliest, let last = said.latest,
      last >= today
    else { return false }
    return ExaminationSeries.national.records(in: programs).contains {
      ExaminationRound($0.facts).result.map { $0 > today && (first...last).contains($0) } ?? false
    }
  }
}
