public import JapaneseText
import ResourceTables

/// A name of a place with its readings in other scripts.
public struct PlaceName: Hashable, Sendable {
  /// What the name stands for.
  public enum Extent: Hashable, Sendable {
    /// Some prefectures, by their full names.
    case prefectures([String])
    /// A municipality, by its name with its suffix.
    case city(String)
  }

  /// The name as people write it, such as 東北, 宮城県, 宮城, Miyagi.
  public let name: String
  /// The reading in hiragana, where the name is in kanji.
  public let kana: String?
  /// What it stands for.
  public let extent: Extent
}

/// The prefectures, the regions that people file them under, and their capitals.
public struct PlaceTable: Sendable {
  /// All names, in all scripts.
  public let names: [PlaceName]
  /// Names that only people who ask use: old provinces, landscapes, foreign spellings.
  public let nicknames: [PlaceName]
  /// Cities that people ask for, beside the capitals.
  public let cities: [PlaceName]
  /// The full names of the prefectures in the official order.
  public let prefectures: [String]
  /// The English names by the Japanese ones, such as 宮城県: Miyagi.
  public let english: [String: String]
  /// Finds names, those of cities among them, in Japanese texts; each means the city or prefecture without its suffix.
  public let japaneseNames: WordFinder<String>
  /// Finds names in English texts.
  public let latinNames: WordFinder<String>
  /// The cities among `japaneseNames` and `latinNames` that are no capitals: their names are as often those of people and of
  /// other places.
  public let furtherCities: Set<String>
  /// The prefecture of each capital, such as 横浜市: 神奈川県.
  public let prefectureOfCapital: [String: String]

  /// Reads the tables.
  init() throws(TableError) {
    let prefectures = try ResourceTable(
      name: "prefectures.tsv", bytes: PackageResources.prefectures_tsv,
      columns: [
        "name", "kana", "english", "chinese", "capital", "capital-kana", "capital-english",
        "example",
      ])
    let regions = try ResourceTable(
      name: "regions.tsv", bytes: PackageResources.regions_tsv,
      columns: ["names", "kana", "english", "prefectures", "example"])
    self.prefectures = prefectures.rows.map { $0["name"] }
    english = Dictionary(
      uniqueKeysWithValues: prefectures.rows.map { ($0["name"], $0["english"]) })
    prefectureOfCapital = Dictionary(
      prefectures.rows.map { ($0["capital"], $0["name"]) }, uniquingKeysWith: { one, _ in one })
    nicknames = try ResourceTable(
      name: "nicknames.tsv", bytes: PackageResources.nicknames_tsv,
      columns: ["names", "kana", "english", "prefectures", "example"]
    ).rows.flatMap(Self.regionNames)
    cities = try ResourceTable(
      name: "cities.tsv", bytes: PackageResources.cities_tsv,
      columns: ["name", "kana", "english", "example"]
    ).rows.flatMap(Self.cityNames)
    var names = regions.rows.flatMap(Self.regionNames)
    for row in prefectures.rows { names += Self.names(of: row) }
    self.names = names
    let words = names.map(\.name)
    let further = cities.filter {
      if case .city(let name) = $0.extent { name.hasSuffix("市") } else { false }
    }.map(\.name)
    furtherCities = Set(further.map(Self.withoutSuffix)).subtracting(Self.kanaCities)
    let all = words + further
    japaneseNames = WordFinder(
      (all.filter { $0.unicodeScalars.first?.isKanji == true } + Self.kanaCities).map {
        ($0, Self.withoutSuffix($0))
      })
    latinNames = WordFinder(
      all.filter { $0.unicodeScalars.first?.isASCII == true }.map { ($0, $0) })
  }

  private static func regionNames(of row: ResourceRow) -> [PlaceName] {
    let places = row.list("prefectures")
    let city = places.first { $0.hasSuffix("市") }
    let extent = city.map(PlaceName.Extent.city) ?? .prefectures(places)
    return (row.list("names") + row.list("english")).enumerated().map { index, name in
      let kana = index == 0 && !row["kana"].isEmpty ? row["kana"] : nil
      return PlaceName(name: name, kana: kana, extent: extent)
    }
  }

  private static func cityNames(of row: ResourceRow) -> [PlaceName] {
    let extent = PlaceName.Extent.city(row["name"])
    let short = PlaceName(
      name: String(row["name"].dropLast()),
      kana: row["kana"].count > 3
        ? dropped(["し", "く", "まち", "ちょう"], from: row["kana"]) : nil, extent: extent)
    let english = row["english"]
    return [PlaceName(name: row["name"], kana: row["kana"], extent: extent), short]
      + (english.isEmpty
        ? []
        : [english, english + " city"].map { PlaceName(name: $0, kana: nil, extent: extent) })
  }

  /// Cities whose names are written in hiragana.
  private static let kanaCities = ["さいたま", "つくば", "いわき"]

  /// 東京都 and 大阪市 are 東京 and 大阪.
  private static func withoutSuffix(_ name: String) -> String {
    guard name.count > 2, let last = name.last, "都府県市".contains(last) else { return name }
    return String(name.dropLast())
  }

  private static func names(of row: ResourceRow) -> [PlaceName] {
    let name = row["name"]
    let own = PlaceName.Extent.prefectures([name])
    let capital = PlaceName.Extent.city(row["capital"])
    let short = name == "北海道" ? name : String(name.dropLast())
    let shortKana = name == "北海道" ? row["kana"] : dropped(["けん", "ふ", "と"], from: row["kana"])
    var names = [
      PlaceName(name: name, kana: row["kana"], extent: own),
      PlaceName(name: short, kana: shortKana, extent: own),
      PlaceName(name: row["english"], kana: nil, extent: own),
      PlaceName(name: row["english"] + " prefecture", kana: nil, extent: own),
      PlaceName(name: row["chinese"], kana: nil, extent: own),
      PlaceName(name: row["capital"], kana: row["capital-kana"], extent: capital),
    ]
    let chinese = String(row["chinese"].dropLast())
    if name != "北海道" { names.append(PlaceName(name: chinese, kana: nil, extent: own)) }
    let city = String(row["capital"].dropLast())
    // A capital with the prefecture's own name means the prefecture, unless 市 is said.
    if city != short {
      names.append(
        PlaceName(
          name: city, kana: dropped(["し", "く"], from: row["capital-kana"]), extent: capital))
      names.append(PlaceName(name: row["capital-english"], kana: nil, extent: capital))
    }
    return names
  }

  private static func dropped(_ endings: [String], from kana: String) -> String {
    endings.first { kana.hasSuffix($0) }.map { String(kana.dropLast($0.count)) } ?? kana
  }
}
