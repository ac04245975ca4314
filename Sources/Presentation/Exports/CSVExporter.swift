import QueryEngine
import RecruitmentModel

/// Programs as CSV for spreadsheets: a row a program, first what people read, then figures, then evidence.
///
/// An empty cell is unknown; the last column names what is unknown, since a table has no room for a legend.
package struct CSVExporter: ProgramExporter {
  private let text: FactText
  private let startsWithMark: Bool
  private static let lineEnd = "\r\n"

  /// Makes an exporter; a byte order mark at the start tells some spreadsheets that the file is UTF-8.
  package init(_ wording: Wording, startsWithMark: Bool = false) {
    text = FactText(wording)
    self.startsWithMark = startsWithMark
  }

  package func head() -> String {
    (startsWithMark ? "\u{FEFF}" : "") + row(CSVColumn.all.map(\.name))
  }

  package func piece(_ listed: ListedProgram) -> String {
    row(CSVColumn.all.map { $0.value(listed, text) ?? "" })
  }

  package func foot() -> String { "" }

  private func row(_ cells: [String]) -> String {
    cells.map(CSVCell.encoded).joined(separator: ",") + Self.lineEnd
  }
}

/// A column of the CSV; its name is published.
struct CSVColumn: Sendable {
  let name: String
  let value: @Sendable (ListedProgram, FactText) -> String?

  private init(_ name: String, _ value: @escaping @Sendable (ListedProgram, FactText) -> String?) {
    self.name = name
    self.value = value
  }

  private init(_ name: String, of value: @escaping @Sendable (Facts) -> String?) {
    self.init(name) { listed, _ in value(listed.program.facts) }
  }

  /// All columns in their order.
  static let all: [CSVColumn] = whose + words + figures + evidence + rest

  private static let whose: [CSVColumn] = [
    CSVColumn("id") { listed, _ in listed.program.id },
    CSVColumn("kind") { listed, _ in listed.program.kind.rawValue },
    CSVColumn("title") { listed, _ in listed.program.title },
    CSVColumn("hospital") { listed, _ in listed.program.institution.name },
    CSVColumn("hospital_en") { listed, _ in listed.program.institution.nameEn },
    CSVColumn("prefecture") { listed, _ in listed.program.institution.prefecture },
    CSVColumn("city") { listed, _ in listed.program.institution.city },
    CSVColumn("status") { listed, _ in listed.status.rawValue },
  ]

  private static let words: [CSVColumn] = FactName.allCases.map { name in
    CSVColumn(name.rawValue) { listed, text in text.marked(name, in: listed.program.facts) }
  }

  private static let figures: [CSVColumn] = [
    CSVColumn("fee_free", of: { $0.fee.map { $0.value.free ? "yes" : "no" } }),
    CSVColumn("fee_yearly_min", of: { number($0.fee?.value.yearly?.min) }),
    CSVColumn("fee_yearly_max", of: { number($0.fee?.value.yearly?.max) }),
    CSVColumn("application_opens", of: { list($0.application?.value.windows.map(\.opens)) }),
    CSVColumn("application_closes", of: { list($0.application?.value.windows.map(\.closes)) }),
    CSVColumn(
      "application_closes_part", of: { list($0.application?.value.windows.map(\.part?.rawValue)) }),
    CSVColumn("application_time", of: { list($0.application?.value.windows.map(\.time)) }),
    CSVColumn(
      "application_rule", of: { list($0.application?.value.windows.map(\.rule?.rawValue)) }),
    CSVColumn("application_rolling", of: { $0.application?.value.rolling == true ? "yes" : nil }),
    CSVColumn("training_months_min", of: { number($0.training?.value.months?.min) }),
    CSVColumn("training_months_max", of: { number($0.training?.value.months?.max) }),
    CSVColumn("training_starts", of: { $0.training?.value.starts?.description }),
    CSVColumn("training_ends", of: { $0.training?.value.ends?.description }),
    CSVColumn("selection_days", of: { list($0.selection?.value.steps.map(\.date)) }),
    CSVColumn("selection_result", of: { $0.selection?.value.result?.description }),
    CSVColumn("capacity_min", of: { number($0.capacity?.value.min) }),
    CSVColumn("capacity_max", of: { number($0.capacity?.value.max) }),
  ]

  private static let evidence: [CSVColumn] = FactName.allCases.flatMap { name in
    [
      CSVColumn("\(name.rawValue)_basis", of: { $0.provenance(of: name)?.basis.rawValue }),
      CSVColumn("\(name.rawValue)_as_of", of: { $0.provenance(of: name)?.asOf?.description }),
      CSVColumn("\(name.rawValue)_evidence") { listed, _ in
        listed.program.facts.provenance(of: name)?.evidence
          .map { ExportedFact.Proof($0, in: listed.program).words }.joined(separator: " / ")
      },
      CSVColumn("\(name.rawValue)_link") { listed, _ in
        listed.program.facts.provenance(of: name)?.evidence.first
          .flatMap { WebLink.address(of: $0, in: listed.program) }
      },
    ]
  }

  private static let rest: [CSVColumn] = [
    CSVColumn("conflicts") { listed, text in
      let parts = FactName.allCases.flatMap { name in
        text.conflicts(of: name, in: listed.program.facts).map {
          "\(name.rawValue): \($0.text) [\($0.basis.rawValue)]"
        }
      }
      return parts.isEmpty ? nil : parts.joined(separator: " / ")
    },
    CSVColumn("listed") { listed, _ in
      listed.program.listed.isEmpty
        ? nil : listed.program.listed.map { "\($0.note) \($0.url)" }.joined(separator: " / ")
    },
    CSVColumn("unknown") { listed, _ in
      FactName.asked(of: listed.program.kind)
        .filter { listed.program.facts.provenance(of: $0) == nil }.map(\.rawValue)
        .joined(separator: " ")
    },
  ]

  private static func number(_ number: Int?) -> String? { number.map(String.init) }

  /// Values of several rounds, in the page's order; a round that lacks the value leaves its place empty.
  private static func list(_ values: [(some CustomStringConvertible)?]?) -> String? {
    guard let values, values.contains(where: { $0 != nil }) else { return nil }
    return values.map { $0?.description ?? "" }.joined(separator: "; ")
  }
}
