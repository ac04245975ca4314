package import RecruitmentModel

extension FactName {
  /// The facts that can be asked for of programs of a kind; where one is absent, it is unknown.
  package static func asked(of kind: ProgramKind) -> [FactName] {
    switch kind {
    case .examination:
      [.application, .fee, .examDate, .venues, .eligibility, .rules, .documents, .contact]
    case .pathway: [.steps, .eligibility]
    default: allCases.filter { ![.examDate, .venues, .rules, .steps].contains($0) }
    }
  }
}
