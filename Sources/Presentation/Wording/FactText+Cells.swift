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

  /// The name of a prefecture in the language of the output; any other place stays as it is.
  package func place(_ name: String) -> String {
    let key = "place.\(name)"
    let text = wording(key)
    return text == key ? name : text
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
