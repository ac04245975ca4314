import QueryEngine
import RecruitmentModel

/// What the search of the API may be asked, as `openapi.json` describes it; a program that asks wrongly is told so.
enum SearchParameters {
  /// Those with one value.
  private static let single = ["q", "kind", "sort", "limit", "offset"]
  /// Those that may be repeated, with their values.
  private static let repeated: [(name: String, values: [String])] = {
    var all: [(name: String, values: [String])] = []
    for facet in Facet.allCases {
      let places = TileGrid.shared.tiles.map(\.name) + [Facet.unknown]
      all.append((facet.rawValue, facet == .place ? places : facet.choices))
    }
    all.append(("region", TileGrid.shared.regions))
    return all
  }()

  /// The first thing that is wrong with a request.
  static func fault(of request: WebRequest) -> String? {
    let names = single + repeated.map(\.name)
    for parameter in request.parameters ?? [] where !names.contains(parameter.name) {
      return "There is no such parameter; there are \(names.joined(separator: ", "))."
    }
    for name in single where (request.parameters ?? []).count(where: { $0.name == name }) > 1 {
      return "\(name) may be given once."
    }
    for (name, choices) in repeated {
      let values = request.values(name)
      if values.count > choices.count { return "\(name) may be given \(choices.count) times." }
      if let fault = fault(name, values, choices) { return fault }
    }
    return fault("sort", request.value("sort"), ListOrder.allCases.map(\.rawValue))
      ?? fault("kind", request.value("kind"), ProgramKind.allCases.map(\.rawValue))
  }

  private static func fault(_ name: String, _ value: String?, _ choices: [String]) -> String? {
    fault(name, value.map { [$0] } ?? [], choices)
  }

  private static func fault(_ name: String, _ values: [String], _ choices: [String]) -> String? {
    values.allSatisfy(choices.contains)
      ? nil : "\(name) is one of \(choices.joined(separator: ", "))."
  }
}
