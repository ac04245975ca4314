import Presentation
import QueryEngine
import RecruitmentModel

extension Interpretation {
  /// Whether the query names a kind of program.
  var asksKind: Bool { constraints.contains { $0.id == .kind } }
}

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
    /// How the words of the query that it stands for may have been written.
    let writings: [String]
  }

  /// The most chips that can be taken out: each link has the rest of the query.
  private static let mostLinks = 24

  var html: HTML {
    let chips = chips
    let places = QueryPlaces(
      context.state.query,
      parts: chips.map(\.writings), fillers: interpretation.fillers)
    guard !chips.isEmpty || !facets.isEmpty || kind != nil else { return .empty }
    return element(.section, .class("understood"), .labelledBy("understood")) {
      element(.h2, .id("understood")) { words.html("chips") }
      element(.ul, .class("chips")) {
        for (place, chip) in chips.prefix(Self.mostLinks).enumerated() {
          self.chip(
            chip.text, chip.style,
            context.state.changing { $0.query = without(place, chips, places) })
        }
        for chip in chips.dropFirst(Self.mostLinks) {
          element(.li, .class("chip \(chip.style)")) { element(.span) { chip.text } }
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

  /// The kind that was chosen, where it narrows: the usual one does so beside a query that names another.
  private var kind: ProgramKind? {
    context.state.kind.flatMap {
      $0 == .practicalTraining && !interpretation.asksKind ? nil : $0
    }
  }

  private var cleared: PageState {
    var state = PageState()
    state.language = context.state.language
    state.hasReadings = context.state.hasReadings
    state.compared = context.state.compared
    return state
  }

  private var chips: [Chip] {
    let conditions = ConstraintText(context.facts)
    var chips = interpretation.constraints.map {
      Chip(
        text: conditions.line($0, institutionNames: institutionNames), style: "condition",
        writings: [$0.source])
    }
    func quoted(_ words: String) -> [String] {
      ["\"\(words)\"", "「\(words)」", "『\(words)』", "“\(words)”"]
    }
    func excluded(_ words: String) -> [String] {
      ["-", "－", "−"].flatMap { dash in ([words] + quoted(words)).map { dash + $0 } }
    }
    let lists: [(String, [String], (String) -> [String])] = [
      ("term", interpretation.terms, { [$0] }), ("phrase", interpretation.phrases, quoted),
      ("excluded", interpretation.excluded, excluded),
      ("topic", interpretation.topics, { [$0] }), ("ignored", interpretation.ignored, { [$0] }),
    ]
    for (style, list, writings) in lists {
      chips += list.map {
        Chip(text: words("chip.\(style)", $0), style: style, writings: writings($0))
      }
    }
    return chips
  }

  /// A chip, with places for its class, its words, its address and twice for what that does.
  private static let empty = HTML.Template(
    element(.li, Attribute.class("").place) {
      element(.span) { HTML.place }
      element(
        .a, .class("remove"), Attribute.href(Link(fragment: "")).place, Attribute.label("").place,
        Attribute.title("").place
      ) { "×" }
    })

  private func chip(_ text: String, _ style: String, _ without: PageState) -> HTML {
    let removal = HTML.text(words("chip.remove", text))
    return Self.empty.filled(
      .text("chip " + style), words.read(text), .text(address(without).address), removal, removal)
  }

  /// The query without a chip; where that does not stand in it as it is, all others.
  private func without(_ place: Int, _ chips: [Chip], _ places: QueryPlaces) -> String {
    places.query(without: place)
      ?? chips.enumerated().filter { $0.offset != place }.compactMap(\.element.writings.first)
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
