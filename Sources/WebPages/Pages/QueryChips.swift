import Presentation
import QueryEngine
import RecruitmentModel

/// What was understood of a query, part by part, each with a link that takes it out.
struct QueryChips {
  let context: PageContext
  let interpretation: Interpretation
  let institutionNames: ([String]) -> [String]
  /// The page that the chips stand on, in another state.
  let address: (PageState) -> Link
  /// Facets that the page does not narrow by.
  var ignoring: Set<Facet> = []
  private var words: WebWording { context.words }

  private struct Chip {
    let text: String
    let style: String
    /// The words of the query that it stands for.
    let source: String
  }

  var html: HTML {
    let chips = chips
    guard !chips.isEmpty || !facets.isEmpty || kind != nil else { return .empty }
    return element(.section, .class("understood"), .labelledBy("understood")) {
      element(.h2, .id("understood")) { words.html("chips") }
      element(.ul, .class("chips")) {
        for chip in chips {
          self.chip(
            chip.text, chip.style, context.state.changing { $0.query = without(chip.source) })
        }
        if let kind {
          self.chip(
            "\(words("kind")): \(words("kind.\(kind.rawValue)"))", "filter",
            context.state.changing { $0.kind = nil })
        }
        for facet in facets {
          self.chip(
            "\(words("facet.\(facet.rawValue)")): \(choices(facet))", "filter",
            context.state.changing { $0.wanted[facet] = nil })
        }
      }
      element(.p) {
        element(.a, .href(address(cleared))) { words.html("search.clear") }
      }
    }
  }

  private var facets: [Facet] {
    Facet.allCases.filter { context.state.wanted[$0] != nil && !ignoring.contains($0) }
  }

  /// The kind that was chosen, where it is not the usual one.
  private var kind: ProgramKind? {
    context.state.kind.flatMap { $0 == .practicalTraining ? nil : $0 }
  }

  private var cleared: PageState {
    var state = PageState()
    state.language = context.state.language
    state.hasReadings = context.state.hasReadings
    return state
  }

  private var chips: [Chip] {
    let conditions = ConstraintText(context.facts)
    var chips = interpretation.constraints.map {
      Chip(
        text: conditions.line($0, institutionNames: institutionNames), style: "condition",
        source: $0.source)
    }
    let lists: [(String, [String], (String) -> String)] = [
      ("term", interpretation.terms, { $0 }), ("phrase", interpretation.phrases, { "\"\($0)\"" }),
      ("excluded", interpretation.excluded, { "-" + $0 }),
      ("ignored", interpretation.ignored, { $0 }),
    ]
    for (style, list, source) in lists {
      chips += list.map { Chip(text: words("chip.\(style)", $0), style: style, source: source($0)) }
    }
    return chips
  }

  private func chip(_ text: String, _ style: String, _ without: PageState) -> HTML {
    element(.li, .class("chip \(style)")) {
      element(.span) { words.read(text) }
      element(
        .a, .class("remove"), .href(address(without)),
        .label(words("chip.remove", text)), .title(words("chip.remove", text))
      ) { "×" }
    }
  }

  /// The query without some of its words; where they do not stand in it as they are, all others.
  private func without(_ source: String) -> String {
    let query = context.state.query
    guard let found = query.firstRange(of: source) else {
      return chips.map(\.source).filter { $0 != source }.joined(separator: " ")
    }
    var before = query[..<found.lowerBound]
    // A dash that turned the words round goes with them.
    if let last = before.last, "-－−".contains(last) { before.removeLast() }
    return (before + " " + query[found.upperBound...]).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  private func choices(_ facet: Facet) -> String {
    let wanted = context.state.wanted[facet] ?? []
    let order = facet == .place ? TileGrid.shared.tiles.map(\.name) : facet.choices
    let known = order.filter(wanted.contains) + wanted.subtracting(order).sorted()
    let names = known.map { context.choice($0, of: facet) }
    let most = 6
    let shown = names.prefix(most).joined(separator: words.language == .english ? ", " : "、")
    return names.count > most ? "\(shown) … (\(names.count))" : shown
  }
}
