import QueryEngine
import RecruitmentModel

/// The programs of an answer as a table or as cards; on a narrow screen the table turns into cards by itself.
final class ResultList {
  /// The id of the form that compares what was picked.
  static let form = "pick"
  /// The facts that a list shows.
  static let columns: [FactName] = [
    .fee, .application, .training, .recommendation, .obligation, .capacity,
  ]

  let context: PageContext
  let listing: Listing
  /// Where rows come from; nil where the results bring their records.
  let source: ProgramRows?
  /// The cells of statuses, as far as they were needed.
  private var statusCells: [ProgramStatus: HTML] = [:]
  /// By the conditions that are left open what is said of them.
  private var leftOpen: [[Bool]: HTML] = [:]

  /// Makes a list.
  init(context: PageContext, listing: Listing, source: ProgramRows?) {
    self.context = context
    self.listing = listing
    self.source = source
  }

  private var answer: SearchAnswer { _read { yield listing.answer } }
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

  /// The programs one by one, each written by functions but for what it leaves open.
  private func programs(
    _ row: @escaping (SearchResult, Program, [HTML]) -> ProgramRows.Row,
    _ cell: @escaping (FactName, Program) -> HTML
  ) -> [HTML] {
    let results = answer.results
    guard let source else {
      return results.compactMap { result in
        result.program.map { program in
          row(result, program, Self.columns.map { cell($0, program) })
            .with(unknowns(result))
        }
      }
    }
    // Where programs were picked, links lead on with them.
    let isOwn = !context.state.compared.isEmpty
    let writer = ProgramRows.Writer(row: { row(results[$0], $1, $2) }, cell: cell)
    let rows = source.rows(listing.documents, context.state, isOwn: isOwn, writer)
    return zip(rows, results).compactMap { row, result in row?.with(unknowns(result)) }
  }

  // MARK: Table

  private var table: HTML {
    element(.table, .class("programs"), .role("table")) {
      element(.caption, .class("unseen")) { words("results") }
      Self.heads.of(context) { head }
      element(.tbody, .role("rowgroup")) { HTML.joined(programs(row, cell)) }
    }
  }

  private static let heads = LanguageCache<HTML>()

  private var head: HTML {
    element(.thead, .role("rowgroup")) {
      element(.tr, .role("row")) {
        head("pick.column")
        head("column.hospital")
        head("column.status")
        for name in Self.columns { head(Self.heading(name)) }
      }
    }
  }

  private func head(_ key: String) -> HTML {
    element(.th, .scope("col"), .role("columnheader")) { words.html(key) }
  }

  private static func heading(_ name: FactName) -> String {
    name == .fee ? "column.fee" : "fact.\(name.rawValue)"
  }

  private func row(
    _ result: SearchResult, _ program: Program, _ cells: [HTML]
  ) -> ProgramRows.Row {
    let own = context.addresses.isStatic ? [HTML.text(program.id)] : []
    let before = templates(program).row.filled(own + choice(program) + hospital(program))
    let after = [Self.headEnd, statusCell(result.status)] + cells + [Self.rowEnd]
    return ProgramRows.Row(before: before, after: after)
  }

  private static let headEnd = HTML.tags(.th).closing
  private static let rowEnd = HTML.tags(.tr).closing
  private static let cardEnd = HTML.tags(.li).closing

  private func statusCell(_ status: ProgramStatus) -> HTML {
    if let cell = statusCells[status] { return cell }
    let cell = cell("column.status") { facts.status(status) }
    statusCells[status] = cell
    return cell
  }

  private func cell(_ name: FactName, _ program: Program) -> HTML {
    cell(Self.heading(name)) { facts.value(name, of: program, brief: true) }
  }

  private func cell(_ key: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
    element(.td, .role("cell")) {
      element(.span, .class("label"), .hidden) { words.html(key) }
      element(.span, .class("value")) { content() }
    }
  }

  private func templates(_ program: Program) -> RowTemplates {
    RowTemplates.of(context, isPicked: context.state.compared.contains(program.id))
  }

  /// What the places of a choice are filled with.
  private func choice(_ program: Program) -> [HTML] {
    [.text(program.id), .text(words("pick", context.name(of: program)))]
  }

  /// What the places of a program's name are filled with.
  private func hospital(_ program: Program) -> [HTML] {
    [
      .text(context.addresses.program(program.id, context.state).address),
      context.writtenName(of: program), facts.place(of: program), more(program),
    ]
  }

  /// What tells a program from the others of its hospital or its office.
  @HTMLBuilder private func more(_ program: Program) -> HTML {
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
    let open = result.checks.map { $0.verdict == .unknown }
    if let words = leftOpen[open] { return words }
    let sources = zip(open, answer.interpretation.constraints).filter(\.0).map(\.1.source)
    let html: HTML =
      sources.isEmpty
      ? .empty
      : element(.span, .class("leftopen")) {
        words.read("? \(words("unknown.of")): \(sources.joined(separator: " · "))")
      }
    leftOpen[open] = html
    return html
  }

  // MARK: Cards

  private var cards: HTML {
    element(.ul, .class("cards")) { HTML.joined(programs(card, term)) }
  }

  private func term(_ name: FactName, _ program: Program) -> HTML {
    element(.dt) { words.html(Self.heading(name)) }
      + element(.dd) { facts.value(name, of: program, brief: true) }
  }

  private func card(
    _ result: SearchResult, _ program: Program, _ terms: [HTML]
  ) -> ProgramRows.Row {
    let after = [
      element(.p) { facts.status(result.status) }, element(.dl) { HTML.joined(terms) },
      templates(program).choice.filled(choice(program)), Self.cardEnd,
    ]
    return ProgramRows.Row(before: templates(program).card.filled(hospital(program)), after: after)
  }
}
