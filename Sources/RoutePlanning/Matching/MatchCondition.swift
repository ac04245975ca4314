public import QueryEngine
public import RecruitmentModel

/// A condition that a person's profile asks of a program.
public struct MatchCheck: Hashable, Sendable {
  /// What is asked; the names that queries know have the same ones here.
  public enum Condition: String, Hashable, Sendable, CaseIterable {
    case accepting
    case open = "application.open"
    case result = "application.result"
    case fee = "fee.max"
    case region
    case start = "period.start"
    case recommendation
    case obligation
    case citizenship
    case japanese

    /// The fact that answers it.
    var fact: FactName? {
      switch self {
      case .accepting: .accepting
      case .open, .result: .application
      case .fee: .fee
      case .region: nil
      case .start: .training
      case .recommendation: .recommendation
      case .obligation: .obligation
      case .citizenship, .japanese: .eligibility
      }
    }
  }

  /// The condition.
  public let condition: Condition
  /// The answer with its reasons.
  public let answer: RuleAnswer
  /// How strongly the fact is founded that decided it; nil where none did.
  public let basis: Basis?

  /// The answer alone.
  public var verdict: Verdict { answer.verdict }
}
