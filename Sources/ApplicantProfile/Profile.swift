public import RecruitmentModel

/// What a person says of themselves; what is absent is unknown, and never taken for no.
public struct Profile: Hashable, Sendable {
  /// How well somebody knows Japanese, by the levels of the JLPT.
  public enum Japanese: String, Hashable, Sendable, CaseIterable, Comparable {
    case none, N5, N4, N3, N2, N1, native

    /// Whether a level is lower than another one.
    public static func < (one: Self, other: Self) -> Bool {
      (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
    }
  }

  /// What the ministry's recognition said.
  public enum Recognition: String, Hashable, Sendable, CaseIterable {
    case nationalExamination = "national-examination"
    case preliminaryExamination = "preliminary-examination"
    case neither
  }

  /// Whether the examination of consultation skills in Japanese is passed.
  public enum ConsultationSkills: String, Hashable, Sendable, CaseIterable {
    case passed
    case notPassed = "not-passed"
  }

  /// The strongest recommendation that is at hand.
  public enum Recommendation: String, Hashable, Sendable, CaseIterable {
    case none
    /// A letter from somebody outside the hospital.
    case letter
    /// Somebody inside recommends or accepts.
    case inside = "internal"
  }

  /// How far the person wants to go.
  public enum Goal: String, Hashable, Sendable, CaseIterable {
    case licence
    case specialist
  }

  /// The country of citizenship.
  public var citizenship: String?
  /// The level of Japanese.
  public var japanese: Japanese?
  /// The outcome of the recognition.
  public var recognition: Recognition?
  /// The examination of consultation skills, which comes before the national one on recognition alone.
  public var consultationSkills: ConsultationSkills?
  /// The preliminary examination.
  public var preliminaryExamination = PreliminaryExamination()
  /// The practical training, done or agreed upon.
  public var practicalTraining: TrainingTime?
  /// The day on which the national examination was passed; its year where only that is known.
  public var nationalExaminationPassed: PartialDate?
  /// The last day of the initial clinical training, done or expected.
  public var clinicalTrainingEnds: PartialDate?
  /// The most that can be paid a year, in yen.
  public var budget: Int?
  /// The prefectures in which one would train; nil where nothing was said.
  public var prefectures: [String]?
  /// The first day on which one could begin.
  public var earliestStart: PartialDate?
  /// The recommendation at hand.
  public var recommendation: Recommendation?
  /// Where one would stay for the initial clinical training; empty for nowhere, nil where nothing was said.
  public var willingToStay: [Obligation.Place]?
  /// The years in which self-training was passed; nil where nothing was said.
  public var selfTrainingPasses: [Int]?
  /// The certifications held; nil where nothing was said.
  public var certifications: [Certification]?
  /// Hours of internal medicine a week, over all places together.
  public var weeklyHours: Int?
  /// How far the person wants to go.
  public var goal: Goal?

  /// Makes a profile in which nothing is known.
  public init() {}
}

/// How far somebody is in the preliminary examination.
public struct PreliminaryExamination: Hashable, Sendable {
  /// The stages in their order; each needs the one before.
  public enum Stage: String, Hashable, Sendable, CaseIterable {
    case none
    case part1 = "part-1"
    case part2 = "part-2"
    case practical

    /// Whether this stage is another one or comes after it.
    public func reaches(_ other: Stage) -> Bool {
      let all = Self.allCases
      return (all.firstIndex(of: self) ?? 0) >= (all.firstIndex(of: other) ?? 0)
    }
  }

  /// The last stage that was passed; `practical` is the whole examination.
  public var passed: Stage?
  /// The year in which that stage was passed.
  public var year: Int?
  /// The year in which the whole is expected to be passed.
  public var expected: Int?

  /// Makes a state; nothing is known where nothing is given.
  public init(passed: Stage? = nil, year: Int? = nil, expected: Int? = nil) {
    self.passed = passed
    self.year = year
    self.expected = expected
  }

  /// Whether a pass is said to be of a year that has not begun, so that nothing is passed yet.
  public func isYetToCome(on today: CalendarDay) -> Bool {
    passed != nil && passed != Stage.none && (year.map { $0 > today.year } ?? false)
  }

  /// What can be believed on a day: a pass of a year to come is one that is expected.
  public func asKnown(on today: CalendarDay) -> PreliminaryExamination {
    guard isYetToCome(on: today), let year else { return self }
    return PreliminaryExamination(
      expected: passed == .practical ? year : expected.map { max($0, year) })
  }

  /// Whether the whole is passed; nil where that is not known.
  public var isWhollyPassed: Bool? { passed.map { $0 == .practical } }
}

/// When a training begins and ends.
public struct TrainingTime: Hashable, Sendable {
  /// Its first day.
  public var starts: CalendarDay?
  /// Its last day, reached or expected.
  public var ends: CalendarDay?

  /// Makes a time.
  public init(starts: CalendarDay? = nil, ends: CalendarDay? = nil) {
    self.starts = starts
    self.ends = ends
  }
}

/// A certification of a society that somebody holds.
public struct Certification: Hashable, Sendable {
  /// The certifications of which rules speak.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    /// 認定内科医.
    case certifiedInternist = "certified-internist"
    /// 内科専門医.
    case specialistInternist = "specialist-internist"
    /// 総合内科専門医.
    case generalInternist = "general-internist"
  }

  /// Its name.
  public var name: Name
  /// The year in which its examination was passed.
  public var year: Int?
  /// The day on which it was certified.
  public var certified: CalendarDay?
  /// The number of its examination, such as 36.
  public var number: Int?

  /// Makes a certification.
  public init(name: Name, year: Int? = nil, certified: CalendarDay? = nil, number: Int? = nil) {
    self.name = name
    self.year = year
    self.certified = certified
    self.number = number
  }
}
