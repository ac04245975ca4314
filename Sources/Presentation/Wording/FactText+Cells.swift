package import QueryEngine
package import RecruitmentModel

/// What stands in a cell of a table that compares programs.
extension FactText {
  /// The hospital's name in the language of the output, else the program's title.
  package func hospital(_ program: Program) -> String {
    let institution = program.institution
    let name =
      wording.language == .english ? institution.nameEn ?? institution.name : institution.name
    return name.isEmpty ? program.title : name
  }

  /// What a program is called where several stand together.
  ///
  /// Practical training is called by its hospital, an examination and a way to a licence by their titles;
  /// any other kind has its name beside the hospital's, so that nobody takes it for practical training.
  package func name(of program: Program) -> String {
    switch program.kind {
    case .practicalTraining: hospital(program)
    case .examination, .pathway: program.title.isEmpty ? hospital(program) : program.title
    case .clinicalTraining, .specialistTraining, .other:
      wording("aside", hospital(program), wording("kind.\(program.kind.rawValue)"))
    }
  }

  /// The shortest id by which commands find a program: practical training has its hospital's.
  package func shortID(of program: Program) -> String {
    let hospital = String(program.id.prefix { $0 != "/" })
    return program.id == ProgramKind.practicalTraining.programID(at: hospital)
      ? hospital : program.id
  }

  /// The name of a prefecture or its capital in the language of the output; any other place stays as it is.
  package func place(_ name: String) -> String {
    for key in ["place.\(name)", "city.\(name)"] {
      let text = wording(key)
      if text != key { return text }
    }
    return name
  }

  /// A fact in words: marked where others report it or where other statements exist, or unknown.
  package func cell(_ name: FactName, of program: Program) -> String {
    guard let text = marked(name, in: program.facts) else { return wording("unknown.short") }
    return text + (program.facts.provenance(of: name)?.conflicts ?? 0 > 0 ? " *" : "")
  }

  /// What is paid a year, or the charges where the sum of a year cannot be told; nil where unknown.
  package func yearlyFee(_ facts: Facts) -> String? {
    facts.fee.map { fee in
      let text = fee.value.free ? wording("free") : fee.value.yearly.map(yen) ?? self.fee(fee.value)
      return mark(fee.basis) + text + (fee.conflicts.isEmpty ? "" : " *")
    }
  }

  /// What is paid, in a table's cell: a year for training, and what an examination costs once.
  package func feeCell(of program: Program) -> String? {
    guard program.kind == .examination || program.kind == .pathway else {
      return yearlyFee(program.facts)
    }
    return program.facts.fee == nil ? nil : cell(.fee, of: program)
  }

  /// A status in words; a refusal that others report is marked, as it is not the hospital's own.
  package func status(_ status: ProgramStatus, of program: Program) -> String {
    let basis: Basis? =
      switch status {
      case .notAccepting: program.facts.accepting?.basis
      case .unknown: nil
      default: program.facts.application?.basis
      }
    return (basis.map(mark) ?? "") + wording("status.\(status.rawValue)")
  }

  /// The strongest source of a program with the newest day that it has.
  package func source(of program: Program) -> String {
    let provenances = program.facts.known.compactMap { program.facts.provenance(of: $0) }
    guard let best = provenances.map(\.basis).max() else { return wording("basis.reported") }
    let day = provenances.filter { $0.basis == best }.compactMap(\.asOf?.description).max()
    return wording("basis.\(best.rawValue)") + (day.map { " \($0)" } ?? "")
  }

  /// How strongly a fact is founded, and as of when.
  package func strength(_ basis: Basis, _ asOf: PartialDate?, confidence: Double? = nil) -> String {
    [
      wording("basis.\(basis.rawValue)"), asOf.map { wording("asOf", $0) } ?? wording("undated"),
      confidence.map { wording("confidence", Int(($0 * 100).rounded())) },
    ].compactMap { $0 }.joined(separator: ", ")
  }

  /// What others report is marked, so that it never looks like the hospital's own word.
  func mark(_ basis: Basis) -> String { basis == .reported ? "~" : "" }
}
