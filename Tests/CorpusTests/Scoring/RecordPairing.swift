import RecruitmentModel

/// The records of a page beside their labels, kind by kind, the best fit first.
struct RecordPairing {
  /// Labels with what was read of them.
  private(set) var pairs: [(label: LabelledRecord, program: Program)] = []
  /// Labels of which nothing was read.
  private(set) var missing: [LabelledRecord] = []
  /// What was read and no label has.
  private(set) var surplus: [Program] = []

  init(_ labels: [LabelledRecord], _ programs: [Program]) {
    for kind in ProgramKind.allCases {
      pair(labels.filter { $0.kind == kind }, programs.filter { $0.kind == kind })
    }
  }

  private mutating func pair(_ labels: [LabelledRecord], _ programs: [Program]) {
    var needed = labels.filter { !$0.isOptional }
    var left = programs
    while let (label, program) = Self.closest(needed, left) {
      pairs.append((needed.remove(at: label), left.remove(at: program)))
    }
    missing += needed
    let optional = labels.filter(\.isOptional)
    surplus += left.filter { program in
      !optional.contains { Self.isTolerable(program, as: $0) }
    }
  }

  /// The places of the label and the program that fit best, the first ones among equals.
  private static func closest(
    _ labels: [LabelledRecord], _ programs: [Program]
  ) -> (label: Int, program: Int)? {
    var best: (label: Int, program: Int)?
    var most = -Double.infinity
    for (row, label) in labels.enumerated() {
      for (column, program) in programs.enumerated() {
        let fit = fit(label, program)
        if fit > most { (best, most) = ((row, column), fit) }
      }
    }
    return best
  }

  private static func fit(_ label: LabelledRecord, _ program: Program) -> Double {
    let tally = RecordComparison(label, Statements(program.facts)).total
    let isNamesake = isSame(label.institution, program.institution.name)
    return Double(tally.right) - Double(tally.wrong) / 2 + (isNamesake ? 2 : 0)
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    let (one, other) = (Folding.folded(one), Folding.folded(other))
    return !one.isEmpty && !other.isEmpty && (one.contains(other) || other.contains(one))
  }

  /// Whether a record may pass for an optional one: it says nothing that the label rules out.
  private static func isTolerable(_ program: Program, as label: LabelledRecord) -> Bool {
    RecordComparison(label, Statements(program.facts)).total.wrong == 0
  }
}
