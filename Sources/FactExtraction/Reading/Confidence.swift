import RecruitmentModel

/// How likely a value is to be right, by the way in which it was found.
///
/// The numbers here and in the doubts below are shares measured on labelled pages; the section on
/// confidence in CONTRIBUTING.md says how, and `CalibrationTests` holds them to it.
enum Confidence {
  /// Beside a label that announces it.
  static let labelled = 0.9
  /// In a sentence of its own.
  static let sentence = 0.85
  /// Put together from hints, such as a title; a guess, since too few facts are found so.
  static let inferred = 0.75
}

/// By how much a date is less sure than its place on the page makes it; guesses, since too few dates
/// give rise to them.
enum DateDoubt {
  /// Its year comes from a heading or from another date.
  static let inheritedYear = 0.1
  /// The weekday beside it is not that of the day.
  static let wrongWeekday = 0.1
}

/// By how much a value is less sure for what it is made of, since it is right only as a whole.
enum ValueDoubt {
  /// It has several parts, such as sums, days or steps.
  static let parts = 0.1
  /// It is a list of short statements or names, of which one is soon missed.
  static let list = 0.3

  /// The doubt that goes with a type of values.
  static func of(_ type: Any.Type) -> Double {
    switch type {
    case is [String].Type: list
    case is Fee.Type, is Application.Type, is Training.Type, is Selection.Type, is Contact.Type,
      is [ExaminationDay].Type, is [PathwayStep].Type:
      parts
    default: 0
    }
  }
}
