import QueryEngine
import ResourceTables

/// The prefectures as tiles of a map, with their names and regions.
struct TileGrid: Sendable {
  struct Tile: Sendable {
    let name: String
    let short: String
    let english: String
    let chinese: String
    let region: String
    let column: Int
    let row: Int
  }

  /// The tiles in the order of the prefectures from north to south.
  let tiles: [Tile]

  /// The grid of the table; an empty one where the table is faulty, which the tests rule out.
  static let shared = (try? TileGrid()) ?? TileGrid(tiles: [])

  /// The regions in the order of their first prefectures, and the prefectures of each.
  let regions: [String]
  private let prefectures: [String: [String]]
  private let byName: [String: Tile]
  /// By region the parameters that choose all of its prefectures.
  private let parameters: [String: String]

  private init(tiles: [Tile]) {
    self.tiles = tiles
    regions = tiles.reduce(into: []) { list, tile in
      if !list.contains(tile.region) { list.append(tile.region) }
    }
    byName = Dictionary(tiles.map { ($0.name, $0) }, uniquingKeysWith: { one, _ in one })
    prefectures = Dictionary(grouping: tiles, by: \.region).mapValues { $0.map(\.name) }
    parameters = prefectures.mapValues { names in
      names.sorted().map { "place=" + PercentCoding.encoded($0) }.joined(separator: "&")
    }
  }

  init() throws(TableError) {
    let table = try ResourceTable(
      name: "tiles.tsv", bytes: PackageResources.tiles_tsv,
      columns: ["name", "short", "english", "chinese", "region", "column", "row"])
    let tiles = try table.rows.map { row throws(TableError) in
      Tile(
        name: row["name"], short: row["short"], english: row["english"], chinese: row["chinese"],
        region: row["region"], column: try row.value("column") { Int($0) },
        row: try row.value("row") { Int($0) })
    }
    self.init(tiles: tiles)
  }

  func prefectures(inRegion region: String) -> [String] { prefectures[region] ?? [] }

  /// Whether a filter of places can have a value: a prefecture, or the unknown.
  func isPlace(_ value: String) -> Bool {
    value == Facet.unknown || byName[value] != nil
  }

  func parameters(ofRegion region: String) -> String { parameters[region] ?? "" }

  /// The name of a prefecture in a language; what the table does not have stays as it is.
  func name(of prefecture: String, in language: WebLanguage) -> String {
    guard let tile = byName[prefecture] else { return prefecture }
    return switch language {
    case .japanese: tile.name
    case .english: tile.english
    case .chinese: tile.chinese
    }
  }
}

extension TileGrid.Tile {
  /// The name as it fits into a tile.
  func label(_ language: WebLanguage) -> String {
    switch language {
    case .japanese: short
    case .english: english
    case .chinese: chinese
    }
  }
}
