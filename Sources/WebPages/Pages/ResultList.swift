import QueryEngine
import RecruitmentModel

/// The programs of an answer as a table or as cards; on a narrow screen the table turns into cards by itself.
struct ResultList {
  /// The id of the form that compares what was picked.
  static let form = "pick"
  /// The facts that a list shows.
  static let columns: [FactName] = [
    .fee, .application, .training, .recommendation, .obligation, .capacity,
  ]

  /// The facts that a list needs of a record.
  static let needed: [FactName] = columns + [.examDate]

  let context: PageContext
  let listing: Listing
  /// Where rows come from; nil where the results bring their records.
  let source: ProgramRows?
  private var answer: SearchAnswer { listing.answer }
  private var words: WebWording { context.words }
  private var facts: FactView { FactView(context: context) }

  var html: HTML {
    element(
      .form, .id(Self.form), .method("get"), .action(context.addresses.compare([], nil))
    ) {
      element(.div, .role("group"), .label(words("compare.go"))) {
        if context.state.view == .table { table } else { cards }
      }
      for (name, value) in kept { element(.input, .type("hidden"), .name(name), .value(value)) }
      element(.p, .class("comparing")) {
        element(.button, .type("submit")) { words.html("compare.go") }
      }
    }
  }

  /// What a comparison keeps of the search: all of it, and what was picked on other pages of the results.
  private var kept: [(String, String)] {
    let shown = Set(answer.results.map(\.id))
    return context.state.changing { _ in }.parameters
      .filter { $0.0 != "id" || !shown.contains($0.1) }
  }

  /// The programs one by one, each written by a function but for what it leaves open.
  private func programs(_ write: (SearchResult, Program) -> ProgramRows.Row) -> [HTML] {
    let results = answer.results
    guard let source else {
      return results.compactMap { result in
        result.program.map { write(result, $0).with(unknowns(result)) }
      }
    }
    // Where programs were picked, links lead on with them.
    let isOwn = !context.state.compared.isEmpty
    let rows = source.rows(listing.documents, context.state, isOwn: isOwn) {
      write(results[$0], $1)
    }
    return zip(rows, results).compactMap { row, result in row?.with(unknowns(result)) }
  }

  // MARK: Table

  private var table: HTML {
    element(.table, .class("programs"), .role("table")) {
      element(.caption, .class("unseen")) { words("results") }
      element(.thead, .role("rowgroup")) {
        element(.tr, .role("row")) {
          head("pick.column")
          head("column.hospital")
          head("column.status")
          for name in Self.columns { head(Self.heading(name)) }
        }
      }
      element(.tbody, .role("rowgroup")) { HTML.joined(programs(row)) }
    }
  }

  private func head(_ key: String) -> HTML {
    element(.th, .scope("col"), .role("columnheader")) { words.html(key) }
  }

  private static func heading(_ name: FactName) -> String {
    name == .fee ? "column.fee" : "fact.\(name.rawValue)"
  }

  private func row(_ result: SearchResult, _ program: Program) -> ProgramRows.Row {
    let row = HTML.tags(.tr, .role("row"), context.addresses.isStatic ? .id(program.id) : nil)
    let head = HTML.tags(.th, .scope("row"), .role("rowheader"), .class("hospital"))
    let before = [
      row.opening, element(.td, .role("cell"), .class("pick")) { pick(program) }, head.opening,
      hospital(program),
    ]
    let cells = Self.columns.map { name in
      cell(Self.heading(name)) { facts.value(name, of: program, brief: true) }
    }
    let after =
      [head.closing, cell("column.status") { facts.status(result.status) }] + cells + [
        row.closing
      ]
    return ProgramRows.Row(before: .joined(before).packed, after: .joined(after).packed)
  }

  private func cell(_ key: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
    element(.td, .role("cell")) {
      element(.span, .class("label"), .hidden) { words.html(key) }
      element(.span, .class("value")) { content() }
    }
  }

  private func pick(_ program: Program) -> HTML {
    element(
      .input, .type("checkbox"), .name("id"), .value(program.id),
      .label(words("pick", context.name(of: program))),
      context.state.compared.contains(program.id) ? .checked : nil)
  }

  @HTMLBuilder private func hospital(_ program: Program) -> HTML {
    element(.a, .href(context.addresses.program(program.id, context.state))) {
      context.writtenName(of: program)
    }
    element(.span, .class("place")) { facts.place(of: program) }
    switch program.kind {
    case .practicalTraining: HTML.empty
    case .examination, .pathway:
      element(.span, .class("kind")) { words.html("kind.\(program.kind.rawValue)") }
      if program.facts.examDate != nil {
        element(.span, .class("kind")) { facts.value(.examDate, of: program) }
      }
    case .clinicalTraining, .specialistTraining, .other:
      element(.span, .class("kind")) { words.quoted(program.title) }
    }
  }

  /// Which conditions of the query the program leaves open, in words.
  private func unknowns(_ result: SearchResult) -> HTML {
    let sources = zip(result.checks, answer.interpretation.constraints)
      .filter { $0.0.verdict == .unknown }.map { $0.1.source }
    guard !sources.isEmpty else { return .empty }
    return element(.span, .class("leftopen")) {
      words.read("? \(words("unknown.of")): \(sources.joined(separator: " · "))")
    }
  }

  // MARK: Cards

  private var cards: HTML {
    element(.ul, .class("cards")) { HTML.joined(programs(card)) }
  }

  private func card(_ result: SearchResult, _ program: Program) -> ProgramRows.Row {
    let card = HTML.tags(.li, .class("card"))
    let before = card.opening + element(.h3) { hospital(program) }
    let list = element(.dl) {
      for name in Self.columns {
        element(.dt) { words.html(Self.heading(name)) }
        element(.dd) { facts.value(name, of: program, brief: true) }
      }
    }
    let choice = element(.label, .class("choice")) {
      pick(program)
      element(.span) { words.html("pick.column") }
    }
    let after = [
      element(.p) { facts.status(result.status) }, list, choice, card.closing,
    ]
    return ProgramRows.Row(before: before.packed, after: .joined(after).packed)
  }
}
