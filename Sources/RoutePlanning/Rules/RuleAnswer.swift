public import QueryEngine

/// Yes, no or unknown, with what decided it.
public struct RuleAnswer: Hashable, Sendable {
  /// The answer.
  public let verdict: Verdict
  /// What decided it.
  public let reasons: [Reason]

  /// Makes an answer.
  public init(_ verdict: Verdict, _ reasons: [Reason]) {
    self.verdict = verdict
    self.reasons = reasons
  }

  init(_ verdict: Verdict, _ key: String, _ values: String...) {
    self.init(verdict, [Reason(key: key, values: values)])
  }

  /// Whether all of some hold: one no decides, then one unknown.
  static func all(_ answers: [RuleAnswer]) -> RuleAnswer { joined(answers, [.no, .unknown, .yes]) }

  /// Whether any of some holds: one yes decides, then one unknown.
  static func any(_ answers: [RuleAnswer]) -> RuleAnswer { joined(answers, [.yes, .unknown, .no]) }

  /// The answer to the opposite question, for the same reasons.
  var opposite: RuleAnswer {
    switch verdict {
    case .yes: RuleAnswer(.no, reasons)
    case .no: RuleAnswer(.yes, reasons)
    case .unknown: self
    }
  }

  /// The first verdict of an order that some answer has, with the reasons of all that have it.
  private static func joined(_ answers: [RuleAnswer], _ order: [Verdict]) -> RuleAnswer {
    for verdict in order {
      let deciding = answers.filter { $0.verdict == verdict }
      guard !deciding.isEmpty else { continue }
      var reasons: [Reason] = []
      for reason in deciding.flatMap(\.reasons) where !reasons.contains(reason) {
        reasons.append(reason)
      }
      return RuleAnswer(verdict, reasons)
    }
    return RuleAnswer(.unknown, [])
  }
}
