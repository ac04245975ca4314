import RecruitmentModel

/// Writes what happens on a day.
struct EventText: Sendable {
  private let facts: FactText
  private var wording: Wording { facts.wording }

  init(_ facts: FactText) {
    self.facts = facts
  }

  /// What happens, with what is said beside the date: `applications close (must arrive)`.
  func matter(_ event: DatedEvent) -> String {
    let matter = wording("event.\(event.matter.rawValue)")
    return switch event.detail {
    case .rule(let rule): "\(matter) (\(wording("rule.\(rule.rawValue)")))"
    case .method(let method): "\(matter) (\(wording("method.\(method.rawValue)")))"
    case .part(let part): "\(matter) (\(SafeText.line(part)))"
    case nil: matter
    }
  }

  /// When it is, as far as that is known.
  func when(_ event: DatedEvent) -> String {
    let time = event.time.map { " " + SafeText.line($0) } ?? ""
    guard event.isDayKnown, event.days.lowerBound < event.days.upperBound else {
      return facts.date(event.date, event.part) + time
    }
    return "\(event.days.lowerBound) – \(event.days.upperBound)"
  }
}
