import Foundation
import RecruitmentModel

/// Tells which parts of two values of a fact differ.
enum ValueParts {
  /// The facts of whose values single parts are told; those of others differ as a whole.
  private static let divided: Set<FactName> = [.application, .training, .selection, .contact]

  /// The names of the parts that differ, in their order; nil stands for the whole.
  ///
  /// Empty where both say the same: in another order, or in another way of writing.
  static func differing(_ fact: FactName, _ one: JSONValue, _ other: JSONValue) -> [String?] {
    guard one.canonical != other.canonical else { return [] }
    if fact == .fee { return [differingFee(one, other)] }
    guard divided.contains(fact), let first = parts(of: one, fact),
      let second = parts(of: other, fact)
    else { return [nil] }
    let names = Set(first.keys).union(second.keys)
    return names.filter { first[$0]?.canonical != second[$0]?.canonical }.sorted()
  }

  /// A sum for the year says more than the charges that it is made of.
  private static func differingFee(_ one: JSONValue, _ other: JSONValue) -> String? {
    guard case .object(let first) = one, case .object(let second) = other else { return nil }
    if first["free"] != second["free"] { return nil }
    if first["yearly"] != second["yearly"], first["yearly"] != nil, second["yearly"] != nil {
      return "yearly"
    }
    return first["yearly"] == second["yearly"] ? "items" : nil
  }

  private static func parts(of value: JSONValue, _ fact: FactName) -> [String: JSONValue]? {
    guard case .object(var parts) = value else { return nil }
    guard fact == .application, case .array(let windows)? = parts["windows"], windows.count == 1,
      case .object(var window) = windows[0]
    else { return parts }
    parts["windows"] = nil
    // The third of a month is part of the date.
    if let third = window.removeValue(forKey: "part"), let closes = window["closes"] {
      window["closes"] = .array([closes, third])
    }
    return parts.merging(window) { one, _ in one }
  }
}

extension JSONValue {
  /// The value in one order and one way of writing: neither widths nor blanks nor the order of a
  /// list tell two values apart.
  var canonical: String {
    switch self {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let text):
      text.precomposedStringWithCompatibilityMapping.filter { !$0.isWhitespace }
    case .array(let values):
      "[" + Set(values.map(\.canonical)).sorted().joined(separator: "\n") + "]"
    case .object(let values):
      "{" + values.map { "\($0.key)\t\($0.value.canonical)" }.sorted().joined(separator: "\n") + "}"
    }
  }
}
