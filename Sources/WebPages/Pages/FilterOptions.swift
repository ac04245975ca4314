import QueryEngine
import Synchronization

/// The choices of the filters as every page has them but for their counts.
struct FilterOptions: Sendable {
  private struct Option: Sendable {
    let plain: HTML
    let chosen: HTML
  }

  /// By facet and choice what stands before the count.
  private let options: [Facet: [String: Option]]
  private let end: HTML

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

  /// A choice with its count.
  func html(_ choice: String, _ facet: Facet, isChosen: Bool, count: Int) -> HTML {
    guard let option = options[facet]?[choice] else { return .empty }
    return .joined([isChosen ? option.chosen : option.plain, .text(String(count)), end])
  }
}
