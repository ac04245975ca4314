import DomainLexicon
import JapaneseText
import ResourceTables
import Testing

@Suite("Places")
struct PlaceTableTests {
  private let places: PlaceTable

  init() throws {
    places = try SharedLexicon.lexicon().places
  }

  @Test("have the 47 prefectures in the official order, each once")
  func haveAllPrefectures() {
    #expect(places.prefectures.count == 47)
    #expect(Set(places.prefectures).count == 47)
    #expect(places.prefectures.first == "北海道")
    #expect(places.prefectures.last == "沖縄県")
    #expect(places.english.count == 47)
  }

  @Test(
    "have regions of known prefectures, and a region for every prefecture but Hokkaido, which is its own"
  )
  func haveRegions() throws {
    var covered: Set<String> = ["北海道"]
    for row in try ShippedTable.rows("regions.tsv", columns: ShippedTable.regions) {
      let members = row.list("prefectures")
      #expect(members.count == Set(members).count, "line \(row.line)")
      #expect(members.allSatisfy(places.prefectures.contains), "line \(row.line)")
      covered.formUnion(members)
    }
    #expect(covered == Set(places.prefectures))
  }

  @Test(
    "have nicknames of known prefectures or of one city, none of which is a name of another place")
  func haveNicknames() throws {
    let names = Set(places.names.map { FoldedText($0.name).string })
    for row in try ShippedTable.rows("nicknames.tsv", columns: ShippedTable.regions) {
      let members = row.list("prefectures")
      let isCity = members.count == 1 && members[0].hasSuffix("市")
      #expect(isCity || members.allSatisfy(places.prefectures.contains), "line \(row.line)")
      for name in row.list("names") + row.list("english") {
        #expect(!names.contains(FoldedText(name).string), "line \(row.line): \(name)")
      }
    }
    for place in places.nicknames {
      #expect(places.nicknames.filter { $0.name == place.name }.count == 1, "\(place.name)")
    }
  }

  @Test("have no region name twice")
  func haveRegionNamesOnce() throws {
    let names = try ShippedTable.rows("regions.tsv", columns: ShippedTable.regions)
      .flatMap { $0.list("names") + $0.list("english") }.map { FoldedText($0).string }
    #expect(names.count == Set(names).count)
  }

  @Test("have readings that agree with their English names")
  func haveAgreeingReadings() throws {
    for row in try ShippedTable.rows("prefectures.tsv", columns: ShippedTable.prefectures) {
      let short = places.names.first { $0.name == row["english"] }
      #expect(short?.extent == .prefectures([row["name"]]))
      let key = try #require(ReadingKey.ofRomaji(row["english"]))
      let kana = try #require(ReadingKey.ofKana(row["kana"]))
      #expect(kana.hasPrefix(key), "\(row["name"])")
      let capital = try #require(ReadingKey.ofRomaji(row["capital-english"]))
      #expect(try #require(ReadingKey.ofKana(row["capital-kana"])).hasPrefix(capital))
    }
  }

  @Test(
    "are known by all their names",
    arguments: [
      ("宮城県", ["宮城県"]), ("宮城", ["宮城県"]), ("Miyagi", ["宮城県"]), ("宫城县", ["宮城県"]), ("宫城", ["宮城県"]),
      ("京都", ["京都府"]), ("東京", ["東京都"]), ("北海道", ["北海道"]), ("四国", ["徳島県", "香川県", "愛媛県", "高知県"]),
      ("信越", ["新潟県", "長野県"]), ("San-in", ["鳥取県", "島根県"]),
    ])
  func areKnown(name: String, prefectures: [String]) {
    let found = places.names.filter { $0.name == name }
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.extent == .prefectures(prefectures) })
  }

  @Test(
    "that are capitals mean the city, unless the prefecture has the same name",
    arguments: [
      ("仙台", .city("仙台市")), ("Sendai", .city("仙台市")), ("仙台市", .city("仙台市")), ("広島市", .city("広島市")),
      ("広島", .prefectures(["広島県"])), ("Hiroshima", .prefectures(["広島県"])), ("新宿", .city("新宿区")),
    ] as [(String, PlaceName.Extent)])
  func tellCapitals(name: String, extent: PlaceName.Extent) {
    #expect(places.names.first { $0.name == name }?.extent == extent)
  }

  @Test(
    "have the reading of a name without its ending",
    arguments: [
      ("宮城", "みやぎ"), ("京都", "きょうと"), ("東京", "とうきょう"), ("大阪", "おおさか"), ("北海道", "ほっかいどう"),
      ("岐阜", "ぎふ"),
      ("前橋", "まえばし"), ("津", "つ"), ("新宿", "しんじゅく"),
    ])
  func haveReadings(name: String, kana: String) {
    #expect(places.names.first { $0.name == name }?.kana == kana)
  }
}
