import ApplicantProfile
import QueryEngine
import RecruitmentModel

/// What rules ask of certifications.
extension RuleEvaluator {
  func certification(_ name: String, _ number: Int?, _ year: Int?) -> RuleAnswer {
    guard let held = profile.certifications else {
      return RuleAnswer(.unknown, "notSaid", "certifications")
    }
    let named = held.filter { $0.name.rawValue == name }
    guard !named.isEmpty else { return RuleAnswer(.no, "notCertified", name) }
    return .any(named.map { certification($0, number, year) })
  }

  private func certification(_ held: Certification, _ number: Int?, _ year: Int?) -> RuleAnswer {
    let name = held.name.rawValue
    if let number, let own = held.number, own != number {
      return RuleAnswer(.no, "otherNumber", name, "\(own)", "\(number)")
    }
    if let year, let own = held.year, own != year {
      return RuleAnswer(.no, "otherYear", name, "\(own)", "\(year)")
    }
    // The number tells one examination from another; the year alone does not.
    if number != nil, held.number == nil { return RuleAnswer(.unknown, "numberNotSaid", name) }
    if number == nil, year != nil, held.year == nil {
      return RuleAnswer(.unknown, "yearNotSaid", name)
    }
    return heldTooLate(held) ?? RuleAnswer(.yes, "certified", name)
  }

  /// Of a certification that is younger than the papers of a round, or of which nobody says how old it is,
  /// that it was not held for that round, or may not have been; nil where it was.
  private func heldTooLate(_ held: Certification) -> RuleAnswer? {
    let name = held.name.rawValue
    guard let closing = round.closing else { return nil }
    // Of a day that is known as a month only, the first that it can be.
    let due = closing.lowerBound
    let last = max(closing.upperBound, round.days?.upperBound ?? due)
    if let day = held.certified {
      guard day > due else { return nil }
      let isSure = round.forecastFrom == nil && day > last
      return RuleAnswer(isSure ? .no : .unknown, "certifiedLater", name, "\(day)", "\(due)")
    }
    // What is held today is held for papers that are not due yet.
    if today <= due { return nil }
    guard let year = held.year else { return RuleAnswer(.unknown, "yearNotSaid", name) }
    if year < due.year { return nil }
    return RuleAnswer(
      year > due.year ? .no : .unknown, "certifiedLater", name, "\(year)", "\(due)")
  }
}
