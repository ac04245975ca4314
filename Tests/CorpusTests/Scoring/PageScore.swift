import RecruitmentModel

/// What was read from one page against its labels.
struct PageScore: Sendable {
  /// The name of the page's file.
  let page: String
  /// The counts of each field.
  private(set) var tallies: [Field: Tally] = [:]
  /// Records of the right kind, of a kind that is not there, and not found.
  private(set) var kinds = Tally()
  /// The facts read and judged, with the confidence that they were given.
  private(set) var judgedFacts: [JudgedFact] = []
  /// What would harm people, a sentence each.
  private(set) var harms: [String] = []
  /// What is not as the labels have it, a line each.
  private(set) var differences: [String] = []

  init(_ label: LabelledPage, _ programs: [Program]) {
    page = label.page
    let pairing = RecordPairing(label.records, programs)
    for (record, program) in pairing.pairs { add(record, program.facts) }
    for record in pairing.missing {
      add(RecordComparison(missing: record))
      differences.append("\(record.kind.rawValue): no record was read")
    }
    for program in pairing.surplus { add(surplus: program) }
    let isRightlyEmpty =
      pairing.surplus.isEmpty && label.records.allSatisfy(\.isOptional)
    kinds = Tally(
      right: pairing.pairs.count + (isRightlyEmpty ? 1 : 0), wrong: pairing.surplus.count,
      missed: pairing.missing.count)
  }

  private mutating func add(_ record: LabelledRecord, _ facts: Facts) {
    let found = Statements(facts)
    let comparison = RecordComparison(record, found)
    add(comparison)
    judgedFacts += JudgedFact.all(of: facts, comparison)
    harms += Harm.found(in: found, of: record)
    differences += comparison.differences.map { difference in
      let (wanted, found) = (Self.text(difference.wanted), Self.text(difference.found))
      return "\(record.kind.rawValue) \(difference.field.rawValue): wanted \(wanted), read \(found)"
    }
  }

  private mutating func add(surplus program: Program) {
    let comparison = RecordComparison(surplus: Statements(program.facts))
    add(comparison)
    judgedFacts += JudgedFact.all(of: program.facts, comparison)
    differences.append("\(program.kind.rawValue): a record that is not on the page")
    if program.kind == .practicalTraining {
      harms.append("a record of 実地修練 that is not on the page")
    }
  }

  private mutating func add(_ comparison: RecordComparison) {
    tallies.merge(comparison.tallies, uniquingKeysWith: +)
  }

  private static func text(_ elements: Set<String>) -> String {
    elements.isEmpty ? "nothing" : elements.sorted().joined(separator: ", ")
  }
}
