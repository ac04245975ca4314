import DomainLexicon
import Foundation
import JapaneseText
import ResourceTables
import Testing

@Suite("Names in simplified Chinese")
struct ChineseNamesTests {
  private let lexicon: Lexicon
  private let rows: [ResourceRow]

  init() throws {
    lexicon = try SharedLexicon.lexicon()
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/chinese-names.tsv")
    rows = try ResourceTable(
      name: "chinese-names.tsv", bytes: Array(Data(contentsOf: file)),
      columns: ["japanese", "chinese"]
    ).rows
  }

  @Test("come to the characters of the Japanese names")
  func areUnified() throws {
    let analyzer = try SearchAnalyzer(SharedDictionary())
    for row in rows {
      #expect(
        analyzer.unified(row["chinese"]) == analyzer.unified(row["japanese"]), "\(row["chinese"])")
    }
  }

  @Test("are there for every place and department of the tables")
  func areThereForAll() throws {
    let known = Set(rows.flatMap { [$0["japanese"], $0["chinese"]] })
    for row in try ShippedTable.rows("prefectures.tsv", columns: ShippedTable.prefectures) {
      for name in [row["name"], row["capital"]] { #expect(known.contains(name), "\(name)") }
    }
    for place in lexicon.places.cities where place.extent == .city(place.name) {
      #expect(known.contains(place.name), "\(place.name)")
    }
    for department in lexicon.departments.departments
    where department.name.contains(where: \.isKanjiLetter) {
      #expect(known.contains(department.name), "\(department.name)")
    }
  }
}

extension Character {
  fileprivate var isKanjiLetter: Bool { unicodeScalars.allSatisfy(\.isKanji) }
}
