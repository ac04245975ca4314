import QueryEngine
import RecruitmentModel

/// The filters beside the results: what can be chosen, how many programs each choice would list.
struct FilterForm {
  /// The id of the form that the filters belong to.
  static let form = "search"

  let context: PageContext
  let counts: [Facet: [String: Int]]
  /// Whether the query itself names a kind.
  let asksKind: Bool
  private var words: WebWording { context.words }

  var html: HTML {
    element(.aside, .class("filters"), .labelledBy("filters")) {
      element(.a, .class("toresults"), .href(Link(fragment: "results"))) {
        words.html("filters.skip")
      }
      element(.details, .class("filterbox"), .open) {
        element(.summary) {
          element(.h2, .id("filters")) { words.html("filters") }
        }
        element(.p, .class("hint")) { words.html("filters.hint") }
        for facet in [Facet.status, .fee, .deadline, .recommendation, .obligation, .start] {
          group(facet)
        }
        places
        kinds
        element(.button, .type("submit"), .form(Self.form)) { words.html("search.again") }
      }
    }
  }

  /// The choices of one facet, with what was chosen and what each would list.
  private struct Choices {
    let options: [String: FilterOptions.Option]
    let end: HTML
    let counts: [String: Int]
    let wanted: Set<String>

    func count(_ choice: String) -> Int { counts[choice] ?? 0 }

    func html(_ choice: String) -> HTML {
      guard let option = options[choice] else { return .empty }
      let start = wanted.contains(choice) ? option.chosen : option.plain
      return .joined([start, .text(String(count(choice))), end])
    }
  }

  private func choices(_ facet: Facet) -> Choices {
    let all = FilterOptions.of(context)
    return Choices(
      options: all[facet], end: all.end, counts: counts[facet] ?? [:],
      wanted: context.state.wanted[facet] ?? [])
  }

  private func group(_ facet: Facet) -> HTML {
    let choices = choices(facet)
    let shown = facet.choices.filter {
      choices.count($0) > 0 || choices.wanted.contains($0) || context.addresses.isStatic
    }
    let isClosed = choices.wanted.isEmpty && facet != .status && facet != .fee
    return element(.details, .class("facet"), isClosed ? nil : .open) {
      element(.summary) { words.html("facet.\(facet.rawValue)") }
      element(.fieldset) {
        element(.legend) { words.html("facet.\(facet.rawValue)") }
        HTML.joined(shown.map(choices.html))
      }
    }
  }

  // MARK: Places

  private var places: HTML {
    let choices = choices(.place)
    let noPlace = noPlace
    // A choice is a place that some program has or that was chosen; in files, which stand for every search, any.
    func isOffered(_ place: String) -> Bool {
      context.addresses.isStatic || choices.count(place) > 0 || choices.wanted.contains(place)
    }
    return element(
      .details, .class("facet"), context.state.wanted[.place] == nil ? nil : .open
    ) {
      element(.summary) { words.html("facet.place") }
      for region in TileGrid.shared.regions {
        let prefectures = TileGrid.shared.prefectures(inRegion: region)
        self.region(region, prefectures, shown: prefectures.filter(isOffered), choices, noPlace)
      }
      if isOffered(Facet.unknown) { choices.html(Facet.unknown) }
    }
  }

  @HTMLBuilder private func region(
    _ region: String, _ prefectures: [String], shown: [String], _ choices: Choices,
    _ noPlace: Link.Template?
  ) -> HTML {
    if !shown.isEmpty {
      let name = words("region.\(region)")
      let sum = shown.reduce(0) { $0 + choices.count($1) }
      element(
        .details, .class("region"), shown.contains(where: choices.wanted.contains) ? .open : nil
      ) {
        element(.summary) {
          name
          " "
          element(.span, .class("count")) { words("filters.count", sum) }
        }
        element(.fieldset) {
          element(.legend) { name }
          if shown.count > 1 {
            element(.p) {
              element(.a, .href(taking(region, prefectures, noPlace))) {
                words("region.all", name)
              }
            }
          }
          HTML.joined(shown.map(choices.html))
        }
      }
    }
  }

  /// The search with all of a region besides the places that were chosen.
  private func taking(_ region: String, _ prefectures: [String], _ noPlace: Link.Template?) -> Link
  {
    noPlace?.link(TileGrid.shared.parameters(ofRegion: region))
      ?? context.addresses.search(
        context.state.changing { $0.wanted[.place, default: []].formUnion(prefectures) })
  }

  /// A parameter that stands where those of places go; no value of another can look like it.
  private static let noPlace = "place=-"

  /// The search with that parameter, where no place was chosen: the links of all regions differ there only.
  private var noPlace: Link.Template? {
    context.state.wanted[.place] == nil
      ? context.addresses.search(context.state.changing { $0.wanted[.place] = ["-"] })
        .template(without: Self.noPlace) : nil
  }

  // MARK: Kinds

  private var kinds: HTML {
    element(.p, .class("kinds")) {
      element(.label, .for("kind")) { words.html("kind") }
      element(.select, .id("kind"), .name("kind"), .form(Self.form)) {
        // Where the query names a kind, practical training is a choice like any other.
        if asksKind {
          element(.option, .value(""), context.state.kind == nil ? .selected : nil) {
            words("kind.asked")
          }
        }
        for kind in ProgramKind.allCases {
          element(
            .option, .value(kind == usualKind ? "" : kind.rawValue),
            kind == (context.state.kind ?? usualKind) ? .selected : nil
          ) { words("kind.\(kind.rawValue)") }
        }
      }
    }
  }

  /// The kind that is meant where none is chosen; nil where the query says it.
  private var usualKind: ProgramKind? { asksKind ? nil : .practicalTraining }
}
