import QueryEngine
import RecruitmentModel

/// What the address of a page says: the search, its filters, and how it is shown.
struct PageState: Hashable, Sendable {
  /// How results are shown.
  enum View: String, CaseIterable, Sendable {
    case table
    case cards
  }

  /// The most programs that are compared.
  static let mostCompared = 6
  /// The most bytes of the id of a program; every link of a page repeats those that are compared.
  static let longestID = 200
  /// The most results a page.
  static let pageSize = 20

  var query = ""
  var kind: ProgramKind?
  var wanted: [Facet: Set<String>] = [:]
  var order = ListOrder.fit
  var view = View.table
  /// The page of the results, from 1.
  var page = 1
  var language = WebLanguage.japanese
  var hasReadings = false
  /// Programs that were picked to be compared, by id.
  var compared: [String] = []
  /// Those that were picked besides, when no more could be compared.
  var leftOut: [String] = []

  init() {}

  /// Reads the parameters of a request; what is not understood counts as not said.
  init(_ request: WebRequest) {
    query = request.value("q") ?? ""
    kind = request.value("kind").flatMap(ProgramKind.init)
    for facet in Facet.allCases {
      let values = request.values(facet.rawValue).filter { Self.isChoice($0, of: facet) }
      if !values.isEmpty { wanted[facet] = Set(values) }
    }
    for region in request.values("region") {
      wanted[.place, default: []].formUnion(TileGrid.shared.prefectures(inRegion: region))
    }
    order = request.value("sort").flatMap(ListOrder.init) ?? .fit
    view = request.value("view").flatMap(View.init) ?? .table
    page = request.value("page").flatMap { Int($0) }.map { min(max(1, $0), 1_000_000) } ?? 1
    language =
      request.value("lang").flatMap(WebLanguage.init)
      ?? WebLanguage(accepted: request.acceptLanguage)
    hasReadings = request.value("ruby") == "1"
    for id in request.values("id") where id.utf8.count <= Self.longestID && !compared.contains(id) {
      compared.append(id)
    }
    leftOut = Array(compared.dropFirst(Self.mostCompared))
    compared = Array(compared.prefix(Self.mostCompared))
  }

  /// All that may be chosen of a filter.
  static func choices(of facet: Facet) -> [String] {
    facet == .place ? TileGrid.shared.tiles.map(\.name) + [Facet.unknown] : facet.choices
  }

  private static func isChoice(_ value: String, of facet: Facet) -> Bool {
    facet == .place ? TileGrid.shared.isPlace(value) : facet.choices.contains(value)
  }

  /// The parameters that lead to this state, in a fixed order.
  var parameters: [(String, String)] {
    var list: [(String, String)] = []
    if !query.isEmpty { list.append(("q", query)) }
    if let kind { list.append(("kind", kind.rawValue)) }
    if !wanted.isEmpty {
      for facet in Facet.allCases {
        list += (wanted[facet] ?? []).sorted().map { (facet.rawValue, $0) }
      }
    }
    if order != .fit { list.append(("sort", order.rawValue)) }
    if view != .table { list.append(("view", view.rawValue)) }
    if page > 1 { list.append(("page", "\(page)")) }
    return list + readingParameters
  }

  /// What every link keeps of a reader: language, readings, and the programs that were picked.
  var readingParameters: [(String, String)] {
    [("lang", language.rawValue)] + (hasReadings ? [("ruby", "1")] : [])
      + compared.map { ("id", $0) }
  }

  /// The state with a change, back on its first page.
  func changing(_ change: (inout PageState) -> Void) -> PageState {
    var state = self
    state.page = 1
    change(&state)
    return state
  }
}
