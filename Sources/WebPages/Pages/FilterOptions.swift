import QueryEngine
import Synchronization

/// The choices of the filters as every page has them but for their counts.
struct FilterOptions: Sendable {
  /// A choice before its count.
  struct Option: Sendable {
    let plain: HTML
    let chosen: HTML
  }

  /// What stands around the choices of a facet.
  struct Group: Sendable {
    let closed: HTML
    let open: HTML
    let end: HTML
  }

  /// What stands around the prefectures of a region: places for the sum of its programs, and for an address.
  struct Region: Sendable {
    let closed: HTML.Template
    let open: HTML.Template
    let all: HTML.Template
    let end: HTML
  }

  /// What stands behind the count.
  let end: HTML
  private let groups: [Facet: Group]
  private let regions: [String: Region]
  private let options: [Facet: [String: Option]]

  /// Each language with and without readings, made at first need.
  private static let made = Mutex<[WebLanguage: [Bool: FilterOptions]]>([:])

  /// The choices in a page's language.
  static func of(_ context: PageContext) -> FilterOptions {
    let (language, hasReadings) = (context.state.language, context.state.hasReadings)
    if let made = made.withLock({ $0[language]?[hasReadings] }) { return made }
    let options = FilterOptions(context)
    made.withLock { $0[language, default: [:]][hasReadings] = options }
    return options
  }

  private init(_ context: PageContext) {
    let count = context.words.parts(of: "filters.count")
    let span = HTML.tags(.span, .class("count"))
    end = .joined([.text(count.after), span.closing, HTML.tags(.label).closing]).packed
    groups = Dictionary(
      uniqueKeysWithValues: Facet.allCases.map { ($0, Self.group($0, context.words)) })
    regions = Dictionary(
      uniqueKeysWithValues: TileGrid.shared.regions.map {
        ($0, Self.region(context.words("region.\($0)"), context.words))
      })
    options = Dictionary(
      uniqueKeysWithValues: Facet.allCases.map { facet in
        let choices =
          facet == .place
          ? TileGrid.shared.tiles.map(\.name) + [Facet.unknown] : facet.choices
        func written(_ choice: String, isChosen: Bool) -> HTML {
          let label = HTML.tags(
            .label, .class(choice == Facet.unknown ? "choice isunknown" : "choice"))
          let input = element(
            .input, .type("checkbox"), .name(facet.rawValue), .value(choice),
            .form(FilterForm.form), isChosen ? .checked : nil)
          let name = element(.span) { context.words.read(context.choice(choice, of: facet)) }
          return .joined([label.opening, input, name, span.opening, .text(count.before)]).packed
        }
        let options = choices.map { choice in
          (
            choice,
            Option(
              plain: written(choice, isChosen: false), chosen: written(choice, isChosen: true))
          )
        }
        return (facet, Dictionary(options, uniquingKeysWith: { one, _ in one }))
      })
  }

  private static func group(_ facet: Facet, _ words: WebWording) -> Group {
    let name = words.html("facet.\(facet.rawValue)")
    func opening(isOpen: Bool) -> HTML {
      HTML.joined([
        HTML.tags(.details, .class("facet"), isOpen ? .open : nil).opening,
        element(.summary) { name }, HTML.tags(.fieldset).opening, element(.legend) { name },
      ]).packed
    }
    return Group(
      closed: opening(isOpen: false), open: opening(isOpen: true),
      end: HTML.tags(.fieldset).closing + HTML.tags(.details).closing)
  }

  private static func region(_ name: String, _ words: WebWording) -> Region {
    let count = words.parts(of: "filters.count")
    func opening(isOpen: Bool) -> HTML.Template {
      let summary = element(.summary) {
        name
        " "
        element(.span, .class("count")) {
          count.before
          HTML.place
          count.after
        }
      }
      return HTML.Template(
        .joined([
          HTML.tags(.details, .class("region"), isOpen ? .open : nil).opening, summary,
          HTML.tags(.fieldset).opening, element(.legend) { name },
        ]))
    }
    let all = element(.p) {
      element(.a, Attribute.href(Link(fragment: "")).place) { words("region.all", name) }
    }
    return Region(
      closed: opening(isOpen: false), open: opening(isOpen: true), all: HTML.Template(all),
      end: HTML.tags(.fieldset).closing + HTML.tags(.details).closing)
  }

  /// What stands around the choices of a facet.
  func group(_ facet: Facet) -> Group? { groups[facet] }

  /// What stands around the prefectures of a region.
  func region(_ name: String) -> Region? { regions[name] }

  /// The choices of a facet.
  subscript(facet: Facet) -> [String: Option] { options[facet] ?? [:] }
}
