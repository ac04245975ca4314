import QueryEngine
import RecruitmentModel

/// The programs of an answer as a table or as cards; on a narrow screen the table turns into cards by itself.
struct ResultList {
  /// The id of the form that compares what was picked.
  private static let form = "pick"
  private static let columns: [FactName] = [
    .fee, .application, .training, .recommendation, .obligation, .capacity,
  ]

  let context: PageContext
  let answer: SearchAnswer
  private var words: WebWording { context.words }
  private var facts: FactView { FactView(context: context) }

  var html: HTML {
    let programs = answer.results.compactMap { result in result.program.map { (result, $0) } }
    return element(
      .form, .id(Self.form), .method("get"), .action(context.addresses.compare([], nil))
    ) {
      element(.div, .role("group"), .label(words("compare.go"))) {
        if context.state.view == .table { table(programs) } else { cards(programs) }
      }
      for (name, value) in context.state.readingParameters {
        element(.input, .type("hidden"), .name(name), .value(value))
      }
      element(.p, .class("comparing")) {
        element(.button, .type("submit")) { words.html("compare.go") }
      }
    }
  }

  // MARK: Table

  private func table(_ programs: [(SearchResult, Program)]) -> HTML {
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
      element(.tbody, .role("rowgroup")) {
        for (result, program) in programs { row(result, program) }
      }
    }
  }

  private func head(_ key: String) -> HTML {
    element(.th, .scope("col"), .role("columnheader")) { words.html(key) }
  }

  private static func heading(_ name: FactName) -> String {
    name == .fee ? "column.fee" : "fact.\(name.rawValue)"
  }

  private func row(_ result: SearchResult, _ program: Program) -> HTML {
    element(.tr, .role("row"), context.addresses.isStatic ? .id(program.id) : nil) {
      element(.td, .role("cell"), .class("pick")) { pick(program) }
      element(.th, .scope("row"), .role("rowheader"), .class("hospital")) {
        hospital(program)
        unknowns(result)
      }
      cell("column.status") { facts.status(result.status) }
      for name in Self.columns {
        cell(Self.heading(name)) { facts.value(name, of: program, brief: true) }
      }
    }
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
      context.name(of: program)
    }
    element(.span, .class("place")) {
      if let place = context.place(of: program) { place } else { facts.unknown }
    }
    if program.kind != .practicalTraining {
      element(.span, .class("kind")) { words.html("kind.\(program.kind.rawValue)") }
    }
  }

  /// Which conditions of the query the program leaves open, in words.
  @HTMLBuilder private func unknowns(_ result: SearchResult) -> HTML {
    let sources = zip(result.checks, answer.interpretation.constraints)
      .filter { $0.0.verdict == .unknown }.map { $0.1.source }
    if !sources.isEmpty {
      element(.span, .class("leftopen")) {
        "? \(words("unknown.of")): \(sources.joined(separator: " · "))"
      }
    }
  }

  // MARK: Cards

  private func cards(_ programs: [(SearchResult, Program)]) -> HTML {
    element(.ul, .class("cards")) {
      for (result, program) in programs {
        element(.li, .class("card")) {
          element(.h3) { hospital(program) }
          unknowns(result)
          element(.p) { facts.status(result.status) }
          element(.dl) {
            for name in Self.columns {
              element(.dt) { words.html(Self.heading(name)) }
              element(.dd) { facts.value(name, of: program, brief: true) }
            }
          }
          element(.label, .class("choice")) {
            pick(program)
            element(.span) { words.html("pick.column") }
          }
        }
      }
    }
  }
}
