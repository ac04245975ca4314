import RecruitmentModel
import SearchIndex

/// What a program is worth whatever is asked: its status on the day, and the strength of its best source.
struct ProgramWorth {
  private let basis: IntegerColumn

  init(_ columns: ConditionColumns) { basis = columns.column(.basis) }

  private static func worth(_ status: ProgramStatus) -> Double {
    switch status {
    case .open: 1
    case .rolling: 0.9
    case .upcoming: 0.6
    case .unknown: 0.4
    case .closed: 0.2
    case .notAccepting: 0
    }
  }

  private static func worth(_ basis: Basis?) -> Double {
    switch basis {
    case .official: 0.5
    case .regulation: 0.3
    case .reported: 0.2
    case .derived, nil: 0
    }
  }

  private func basis(of document: DocumentNumber) -> Basis? {
    switch basis.first(of: document) {
    case 0: .official
    case 1: .regulation
    case 2: .reported
    case 3: .derived
    default: nil
    }
  }

  /// What the two add to the score.
  func value(of document: DocumentNumber, _ status: ProgramStatus) -> Double {
    Self.worth(status) + Self.worth(basis(of: document))
  }

  /// The two one by one, for an explanation.
  func parts(of document: DocumentNumber, _ status: ProgramStatus) -> [ScorePart] {
    let basis = basis(of: document)
    return [
      ScorePart(Self.worth(status), "status \(status.rawValue)"),
      ScorePart(Self.worth(basis), "strongest source: \(basis?.rawValue ?? "none")"),
    ]
  }
}
