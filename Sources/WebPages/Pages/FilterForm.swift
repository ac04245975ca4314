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
        groups
        Self.kinds.of(context, variant: kindVariant) { kinds }
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

    func write(_ choice: String, to page: inout HTML.Page) {
      guard let option = options[choice] else { return }
      page.add(wanted.contains(choice) ? option.chosen : option.plain)
      page.add(count(choice))
      page.add(end)
    }
  }

  /// About the bytes of all groups.
  private static let room = 20_000

  private var groups: HTML {
    let all = FilterOptions.of(context)
    return HTML.written(room: Self.room) { page in
      for facet in [Facet.status, .fee, .deadline, .recommendation, .obligation, .start] {
        write(facet, all, to: &page)
      }
      writePlaces(all, to: &page)
    }
  }

  private func choices(_ facet: Facet, _ all: FilterOptions) -> Choices {
    Choices(
      options: all[facet], end: all.end, counts: counts[facet] ?? [:],
      wanted: context.state.wanted[facet] ?? [])
  }

  private func write(_ facet: Facet, _ all: FilterOptions, to page: inout HTML.Page) {
    let choices = choices(facet, all)
    guard let group = all.group(facet) else { return }
    let isClosed = choices.wanted.isEmpty && facet != .status && facet != .fee
    page.add(isClosed ? group.closed : group.open)
    for choice in facet.choices
    where choices.count(choice) > 0 || choices.wanted.contains(choice)
      || context.addresses.isStatic
    {
      choices.write(choice, to: &page)
    }
    page.add(group.end)
  }

  // MARK: Places

  private func writePlaces(_ all: FilterOptions, to page: inout HTML.Page) {
    let choices = choices(.place, all)
    let noPlace = noPlace
    // A choice is a place that some program has or that was chosen; in files, which stand for every search, any.
    func isOffered(_ place: String) -> Bool {
      context.addresses.isStatic || choices.count(place) > 0 || choices.wanted.contains(place)
    }
    let details = HTML.tags(
      .details, .class("facet"), context.state.wanted[.place] == nil ? nil : .open)
    page.add(details.opening)
    page.add(element(.summary) { words.html("facet.place") })
    for name in TileGrid.shared.regions {
      let prefectures = TileGrid.shared.prefectures(inRegion: name)
      let shown = prefectures.filter(isOffered)
      guard !shown.isEmpty, let region = all.region(name) else { continue }
      let sum = HTML.text(String(shown.reduce(0) { $0 + choices.count($1) }))
      let isOpen = shown.contains(where: choices.wanted.contains)
      page.add((isOpen ? region.open : region.closed).filled(sum))
      if shown.count > 1 {
        page.add(region.all.filled(.text(taking(name, prefectures, noPlace).address)))
      }
      for place in shown { choices.write(place, to: &page) }
      page.add(region.end)
    }
    if isOffered(Facet.unknown) { choices.write(Facet.unknown, to: &page) }
    page.add(details.closing)
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

  private static let kinds = LanguageCache<HTML>()

  private var kindVariant: Int {
    let chosen = context.state.kind.flatMap(ProgramKind.allCases.firstIndex)
    return (chosen.map { $0 + 1 } ?? 0) * 2 + (asksKind ? 1 : 0)
  }

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
