import QueryEngine
import RecruitmentModel

/// The filters beside the results: what can be chosen, how many programs each choice would list.
struct FilterForm {
  /// The id of the form that the filters belong to.
  static let form = "search"

  let context: PageContext
  let counts: [Facet: [String: Int]]
  private let options: FilterOptions
  private var words: WebWording { context.words }

  init(context: PageContext, counts: [Facet: [String: Int]]) {
    self.context = context
    self.counts = counts
    options = FilterOptions.of(context)
  }

  var html: HTML {
    element(.aside, .class("filters"), .labelledBy("filters")) {
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

  private func group(_ facet: Facet) -> HTML {
    let wanted = context.state.wanted[facet] ?? []
    let shown = facet.choices.filter {
      count($0, facet) > 0 || wanted.contains($0) || context.addresses.isStatic
    }
    return element(
      .details, .class("facet"), wanted.isEmpty && facet != .status && facet != .fee ? nil : .open
    ) {
      element(.summary) { words.html("facet.\(facet.rawValue)") }
      element(.fieldset) {
        element(.legend) { words.html("facet.\(facet.rawValue)") }
        for choice in shown { option(choice, facet) }
      }
    }
  }

  private func count(_ choice: String, _ facet: Facet) -> Int { counts[facet]?[choice] ?? 0 }

  private func option(_ choice: String, _ facet: Facet) -> HTML {
    options.html(
      choice, facet, isChosen: context.state.wanted[facet]?.contains(choice) == true,
      count: count(choice, facet))
  }

  // MARK: Places

  private var places: HTML {
    element(.details, .class("facet"), context.state.wanted[.place] == nil ? nil : .open) {
      element(.summary) { words.html("facet.place") }
      for region in TileGrid.shared.regions { self.region(region) }
      if isOffered(Facet.unknown) { option(Facet.unknown, .place) }
    }
  }

  /// Whether a place is a choice: one that some program has or that was chosen; in files, which stand for
  /// every search, any.
  private func isOffered(_ prefecture: String) -> Bool {
    context.addresses.isStatic || count(prefecture, .place) > 0 || isWanted(prefecture)
  }

  private func isWanted(_ prefecture: String) -> Bool {
    context.state.wanted[.place]?.contains(prefecture) == true
  }

  @HTMLBuilder private func region(_ region: String) -> HTML {
    let prefectures = TileGrid.shared.prefectures(inRegion: region)
    let shown = prefectures.filter(isOffered)
    let sum = shown.reduce(0) { $0 + count($1, .place) }
    if !shown.isEmpty {
      element(.details, .class("region"), shown.contains(where: isWanted) ? .open : nil) {
        element(.summary) {
          words("region.\(region)")
          " "
          element(.span, .class("count")) { words("filters.count", sum) }
        }
        element(.fieldset) {
          element(.legend) { words("region.\(region)") }
          if shown.count > 1 {
            element(.p) {
              element(.a, .href(context.addresses.search(taking(prefectures)))) {
                words("region.all", words("region.\(region)"))
              }
            }
          }
          for prefecture in shown { option(prefecture, .place) }
        }
      }
    }
  }

  private func taking(_ prefectures: [String]) -> PageState {
    context.state.changing { $0.wanted[.place, default: []].formUnion(prefectures) }
  }

  // MARK: Kinds

  private var kinds: HTML {
    element(.p, .class("kinds")) {
      element(.label, .for("kind")) { words.html("kind") }
      element(.select, .id("kind"), .name("kind"), .form(Self.form)) {
        for kind in ProgramKind.allCases {
          element(
            .option, .value(kind == .practicalTraining ? "" : kind.rawValue),
            kind == (context.state.kind ?? .practicalTraining) ? .selected : nil
          ) { words("kind.\(kind.rawValue)") }
        }
      }
    }
  }
}
