import ApplicantProfile
import RecruitmentModel

/// When the stages of the preliminary examination are, as a record has them.
struct ExaminationStages {
  /// The days of each stage; empty where the record does not tell the stages apart.
  let days: [PreliminaryExamination.Stage: ClosedRange<CalendarDay>]
  /// Whether they are stated as days, not as months.
  let isOfDays: Bool

  init(_ facts: Facts) {
    isOfDays = ExaminationRound(facts).isOfDays
    let spans = (facts.examDate?.value ?? []).compactMap { part in
      part.starts.earliest.flatMap { first in
        (part.ends ?? part.starts).latest.flatMap { first <= $0 ? first...$0 : nil }
      }
    }
    let stages: [PreliminaryExamination.Stage] = [.part1, .part2, .practical]
    // Each stage needs the one before, so that they follow each other in time.
    let ordered = spans.sorted { $0.lowerBound < $1.lowerBound }
    days =
      spans.count == stages.count && facts.examDate?.value.count == stages.count
      ? Dictionary(uniqueKeysWithValues: zip(stages, ordered)) : [:]
  }
}

extension PreliminaryExamination {
  /// The stage to be sat next, the first one of who says nothing; nil where the whole is passed.
  var next: Stage? { Stage.allCases.dropFirst().first { passed?.reaches($0) != true } }
}
