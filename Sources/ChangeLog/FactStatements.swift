import Foundation
import RecruitmentModel

/// The facts of a program as statements, by name.
struct FactStatements {
  private let statements: [FactName: ChangeStatement]

  /// Takes the facts of a program.
  init(_ program: Program) throws {
    let values = try JSONDecoder().decode(
      [String: FactValue].self, from: JSONEncoder().encode(program.facts))
    var statements: [FactName: ChangeStatement] = [:]
    for name in FactName.allCases {
      guard let provenance = program.facts.provenance(of: name),
        let value = values[name.rawValue]?.value
      else { continue }
      statements[name] = ChangeStatement(
        value: value, basis: provenance.basis, asOf: provenance.asOf,
        evidence: provenance.evidence.map { ChangeQuotation($0, pages: program.pages) })
    }
    self.statements = statements
  }

  /// What is stated of a fact; nil where it is unknown.
  subscript(_ name: FactName) -> ChangeStatement? { statements[name] }

  /// The value of a fact, of which the evidence is known already.
  private struct FactValue: Decodable {
    let value: JSONValue
  }
}
