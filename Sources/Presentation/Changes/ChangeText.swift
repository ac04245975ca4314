public import ChangeLog
import RecruitmentModel

/// Writes changes in words.
public struct ChangeText: Sendable {
  private let facts: FactText
  private var wording: Wording { facts.wording }

  /// Makes a writer.
  public init(_ wording: Wording) {
    facts = FactText(wording)
  }

  /// What changed, in one sentence: `Deadline moved from 5 to 12 December 2026`.
  public func sentence(_ change: Change) -> String {
    SafeText.line(words(change))
  }

  /// The hospital's name in the language of the output.
  public func hospital(_ change: Change) -> String {
    let english = wording.language == .english ? change.institution.nameEn : nil
    return SafeText.line(english ?? change.institution.name)
  }

  /// The words that prove a statement, or what proves it otherwise, with the address.
  public func proofs(_ statement: ChangeStatement) -> [String] {
    statement.evidence.map { proof in
      let words = proof.quote.map { "「\($0)」" } ?? proof.note ?? ""
      return SafeText.line("\(words) \(proof.url)")
    }
  }

  private func words(_ change: Change) -> String {
    let event = change.change.rawValue
    switch change.change {
    case .appeared, .gone, .reappeared, .started, .stopped: return wording("change.\(event)")
    case .newIntake:
      let year = value(change, change.after)
      return change.fact == .intake
        ? wording("change.new-intake", year, value(change, change.before))
        : wording("change.new-round", year)
    case .stated: return wording("change.stated", name(change), value(change, change.after))
    case .withdrawn: return wording("change.withdrawn", name(change), value(change, change.before))
    case .moved:
      if let (from, to) = dates(change) {
        let span = DateSpanText(wording).texts(from, to)
        return wording("change.moved", name(change), span.from, span.to)
      }
      return wording(
        "change.changed", name(change), value(change, change.before), value(change, change.after))
    }
  }

  /// What the change is of: `Deadline`, `Fee`.
  private func name(_ change: Change) -> String {
    guard let fact = change.fact?.rawValue else { return "" }
    guard let part = change.part else { return wording("fact.\(fact)") }
    let key = "changed.\(fact).\(part)"
    let words = wording(key)
    return words == key ? wording("fact.\(fact)") : words
  }

  /// The two days of a change that moved one.
  private func dates(_ change: Change) -> (CalendarDay, CalendarDay)? {
    guard let from = part(change, change.before), let to = part(change, change.after),
      case .date(let one, nil) = from, case .date(let other, nil) = to,
      let first = one.calendarDay, let second = other.calendarDay
    else { return nil }
    return (first, second)
  }

  private func value(_ change: Change, _ statement: ChangeStatement?) -> String {
    switch part(change, statement) {
    case .date(let date, let third): facts.date(date, third)
    case .text(let text): text
    case nil: wording("unknown")
    }
  }

  private enum Part {
    case date(PartialDate, ApplicationWindow.Part?)
    case text(String)
  }

  /// The changed part of a statement; nil where it is not stated.
  private func part(_ change: Change, _ statement: ChangeStatement?) -> Part? {
    guard let fact = change.fact, let known = statement?.facts(fact) else { return nil }
    let window = known.application?.value.windows.first
    switch (fact, change.part) {
    case (.application, "closes"): return window?.closes.map { .date($0, window?.part) }
    case (.application, "opens"): return window?.opens.map { .date($0, nil) }
    case (.application, "time"): return window?.time.map { .text($0) }
    case (.application, "rule"):
      return window?.rule.map { .text(wording("rule.\($0.rawValue)")) }
    case (.application, "note"): return known.application?.value.note.map { .text($0) }
    case (.training, "months"):
      return known.training?.value.months.map { .text(facts.months($0)) }
    case (.training, "starts"): return known.training?.value.starts.map { .date($0, nil) }
    case (.training, "ends"): return known.training?.value.ends.map { .date($0, nil) }
    case (.selection, "result"): return known.selection?.value.result.map { .date($0, nil) }
    case (.fee, "yearly"): return known.fee?.value.yearly.map { .text(facts.yen($0)) }
    case (.contact, "office"): return known.contact?.value.office.map { .text($0) }
    case (.contact, "email"): return known.contact?.value.email.map { .text($0) }
    case (.contact, "phone"): return known.contact?.value.phone.map { .text($0) }
    default: return facts.value(of: fact, in: known).map { .text($0) }
    }
  }
}
