import Foundation
import RecruitmentModel

/// The elements of values: short texts that are equal where the values mean the same.
extension Statement {
  /// What the value says of a field, an element for each thing said; empty where it is silent.
  func elements(of field: Field) -> Set<String> {
    switch self {
    case .intake(let intake): ["\(intake.year)"]
    case .accepting(let acceptance): [acceptance.rawValue]
    case .fee(let fee): Self.elements(of: fee, field)
    case .application(let application): Self.elements(of: application, field)
    case .training(let training): Self.elements(of: training, field)
    case .selection(let selection): Self.elements(of: selection, field)
    case .recommendation(let recommendation): [recommendation.rawValue]
    case .obligation(let obligation):
      [obligation.scope.isEmpty ? "none" : Self.words(obligation.scope.map(\.rawValue).sorted())]
    case .capacity(let capacity):
      [capacity.few == true ? "few" : Self.text(Bounds(min: capacity.min, max: capacity.max))]
    case .contact(let contact): Self.elements(of: contact, field)
    case .examDate(let days): Set(days.map { "\($0.starts)..\($0.ends ?? $0.starts)" })
    case .venues(let texts), .list(let texts): Set(texts.map(Folding.folded))
    }
  }

  /// The methods of selection that are stated without a day, although they take place on one.
  var undatedMethods: Set<String> {
    guard case .selection(let selection) = self else { return [] }
    let undated = selection.steps.filter { $0.date == nil && $0.method != .documents }
    return Set(undated.map(\.method.rawValue))
  }

  private static func elements(of fee: Fee, _ field: Field) -> Set<String> {
    switch field {
    case .feeFree: [fee.free ? "free" : "not free"]
    case .feeYearly:
      // Nothing a year says no more than free does.
      fee.free && fee.yearly?.max == 0 ? [] : fee.yearly.map { [text($0)] } ?? []
    default:
      Set(
        fee.items.filter { $0.amount.max != 0 }
          .map { words([text($0.amount), $0.per.rawValue]) })
    }
  }

  private static func elements(of application: Application, _ field: Field) -> Set<String> {
    field == .applicationRolling
      ? (application.rolling ? ["rolling"] : [])
      : Set(application.windows.map { "\(day($0.opens))..\(day($0.closes))" })
  }

  private static func elements(of training: Training, _ field: Field) -> Set<String> {
    let stated =
      switch field {
      case .trainingMonths: training.months.map(text)
      case .trainingStarts: training.starts.map(day)
      default: training.ends.map(day)
      }
    return stated.map { [$0] } ?? []
  }

  private static func elements(of selection: Selection, _ field: Field) -> Set<String> {
    switch field {
    case .selectionMethods: Set(selection.steps.map(\.method.rawValue))
    case .selectionDates:
      Set(
        selection.steps.compactMap { step in
          step.date.map { words([step.method.rawValue, day($0)]) }
        })
    default: selection.result.map { [day($0)] } ?? []
    }
  }

  private static func elements(of contact: Contact, _ field: Field) -> Set<String> {
    let stated =
      field == .contactEmail
      ? contact.email.map(Folding.folded) : contact.phone.map(Folding.phone)
    return stated.map { [$0] } ?? []
  }

  private static func text(_ bounds: Bounds) -> String {
    if let min = bounds.min, min == bounds.max { return "\(min)" }
    return "\(bounds.min.map(String.init) ?? "")..\(bounds.max.map(String.init) ?? "")"
  }

  private static func day(_ date: PartialDate?) -> String {
    date.map(\.description) ?? ""
  }

  private static func words(_ words: [String]) -> String {
    words.joined(separator: " ")
  }
}
