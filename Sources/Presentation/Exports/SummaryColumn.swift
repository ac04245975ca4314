import RecruitmentModel

/// A column of the table in which programs are compared, in documents of every format.
struct SummaryColumn: Sendable {
  /// The key of its head in the wording.
  let headKey: String
  /// The text of its cell; a mark where the value is unknown.
  let text: @Sendable (ListedProgram, FactText) -> String

  /// What an applicant compares, the most telling first.
  static let all: [SummaryColumn] = [
    SummaryColumn(headKey: "column.hospital") { listed, text in text.name(of: listed.program) },
    SummaryColumn(headKey: "column.prefecture") { listed, text in
      listed.program.institution.prefecture.map(text.place) ?? text.wording("unknown.short")
    },
    SummaryColumn(headKey: "column.fee") { listed, text in
      text.feeCell(of: listed.program) ?? unknown(.fee, listed.program, text)
    },
    fact("column.application", .application), fact("column.training", .training),
    fact("column.recommendation", .recommendation), fact("column.obligation", .obligation),
    fact("column.capacity", .capacity),
    SummaryColumn(headKey: "column.status") { listed, text in
      text.status(listed.status, of: listed.program)
    },
    SummaryColumn(headKey: "column.source") { listed, text in text.source(of: listed.program) },
  ]

  private static func fact(_ headKey: String, _ name: FactName) -> SummaryColumn {
    SummaryColumn(headKey: headKey) { listed, text in
      listed.program.facts.provenance(of: name) == nil
        ? unknown(name, listed.program, text) : text.cell(name, of: listed.program)
    }
  }

  /// What stands for a value that is not known; of what such a program has not, it is no question.
  private static func unknown(_ name: FactName, _ program: Program, _ text: FactText) -> String {
    FactName.asked(of: program.kind).contains(name) ? text.wording("unknown.short") : "–"
  }
}
