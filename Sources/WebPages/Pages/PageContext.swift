import Presentation
import QueryEngine
import RecruitmentModel

/// What every page is written with; shared, as every part of a page holds it.
final class PageContext: Sendable {
  let state: PageState
  let words: WebWording
  let addresses: Addresses
  let today: CalendarDay
  let coverage: Coverage

  init(_ state: PageState, addresses: Addresses, today: CalendarDay, coverage: Coverage) throws {
    self.state = state
    self.addresses = addresses
    self.today = today
    self.coverage = coverage
    words = try WebWording(state.language, hasReadings: state.hasReadings)
  }

  /// The writer of values in words.
  var facts: FactText { FactText(words.shared) }

  /// What a program is called: practical training by its hospital, an examination and a way to a licence by
  /// its title, whatever else a hospital offers with its kind.
  func name(of program: Program) -> String { facts.name(of: program) }

  /// The same as it stands in the page.
  func writtenName(of program: Program) -> HTML { words.quoted(name(of: program)) }

  /// Whether a search, its kind or filters narrow what a page shows.
  var isNarrowed: Bool {
    !state.query.isEmpty || !state.wanted.isEmpty
      || (state.kind != nil && state.kind != .practicalTraining)
  }

  /// The name of a program's prefecture; nil where it is not known.
  func place(of program: Program) -> String? {
    program.institution.prefecture.map { TileGrid.shared.name(of: $0, in: state.language) }
  }

  /// The state of a program's application on the page's day.
  func status(of program: Program) -> ProgramStatus {
    ProgramStatus(
      application: program.facts.application?.value, accepting: program.facts.accepting?.value,
      on: today)
  }

  /// A choice of a facet in words.
  func choice(_ choice: String, of facet: Facet) -> String {
    if choice == Facet.unknown { return words("choice.unknown") }
    return switch facet {
    case .place: TileGrid.shared.name(of: choice, in: state.language)
    case .fee, .deadline, .obligation: words("choice.\(facet.rawValue).\(choice)")
    case .recommendation: words("recommendation.\(choice)")
    case .start: words("month.\(choice)")
    case .status: words("status.\(choice)")
    }
  }
}

extension Program {
  /// Whether it is an examination or a way to a licence, which no hospital offers.
  var isBesideHospitals: Bool { kind == .examination || kind == .pathway }
}

/// Makes the links of one page; they are relative, so that the site may lie below any path of a host.
struct Addresses: Sendable {
  /// How many folders below the site's root the page lies.
  let depth: Int
  /// Whether the pages are files, which have names with an ending and a folder a language.
  var isStatic = false
  /// The language whose folder the page lies in, where the pages are files.
  var language = WebLanguage.japanese

  /// The folder of a language's files: Japanese stands at the root.
  static func folder(of language: WebLanguage) -> String {
    language == .japanese ? "" : language.rawValue + "/"
  }

  private func link(_ path: String, _ query: [(String, String)]) -> Link {
    let folder = isStatic ? Self.folder(of: language) : ""
    return Link(
      depth: depth, path: folder + path, query: isStatic ? query.filter { $0.0 != "lang" } : query)
  }

  func search(_ state: PageState?) -> Link {
    link(isStatic ? "index.html" : "", state?.parameters ?? [])
  }
  func map(_ state: PageState?) -> Link { link(page("map"), state?.parameters ?? []) }
  func timeLine(_ state: PageState?) -> Link { link(page("timeline"), state?.parameters ?? []) }
  func compare(_ ids: [String], _ state: PageState?) -> Link {
    var state = state
    state?.compared = ids
    state?.page = 1
    return link(page("compare"), state?.parameters ?? [])
  }
  func program(_ id: String, _ state: PageState) -> Link {
    link(page("programs/" + id), state.readingParameters)
  }
  func changes(_ state: PageState) -> Link { link(page("changes"), state.readingParameters) }
  var feed: Link { link("changes.atom", []) }
  func calendar(_ state: PageState) -> Link { link("calendar.ics", state.parameters) }
  func asset(_ name: String) -> Link { Link(depth: depth, path: "assets/" + name) }
  func api(_ path: String) -> Link { link("api/" + path, []) }
  /// The page itself, under the path that it was asked for.
  func here(_ path: [String], _ state: PageState) -> Link {
    guard isStatic else { return link(path.joined(separator: "/"), state.parameters) }
    let name = path.isEmpty ? "index.html" : path.joined(separator: "/") + ".html"
    return Link(depth: depth, path: Self.folder(of: state.language) + name)
  }

  private func page(_ path: String) -> String { isStatic ? path + ".html" : path }
}
