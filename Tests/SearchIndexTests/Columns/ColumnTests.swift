import SearchIndex
import Testing

@Suite("Columns")
struct ColumnTests {
  @Test("give back every document's values in their order", arguments: 1...3)
  func giveBackValues(seed: UInt64) throws {
    let collection = try Collection(seed: seed, count: 150)
    let fees = try #require(collection.index.integerColumn(named: "fee"))
    let regions = try #require(collection.index.keywordColumn(named: "region"))
    for (number, document) in collection.documents.enumerated() {
      let place = DocumentNumber(UInt32(number))
      #expect(Array(fees[place]) == document.integers["fee"])
      #expect(regions[place] == document.keywords["region"])
      #expect(collection.index.stored(of: place) == document.stored)
    }
  }

  @Test("keep the extremes, repeated values, and an empty list as unknown")
  func keepExtremes() throws {
    let index = try Collection([
      .init(integers: ["year": [.max, .min, 0, .max]]), .init(),
    ]).index
    let years = try #require(index.integerColumn(named: "year"))
    #expect(Array(years[0]) == [.max, .min, 0, .max])
    #expect(years[1].isEmpty)
  }

  @Test("number distinct texts in byte order")
  func numberTexts() throws {
    let lists = [["b", "東北"], [], ["a", "b"], [""]]
    let index = try Collection(lists.map { .init(keywords: ["region": $0]) }).index
    let regions = try #require(index.keywordColumn(named: "region"))
    #expect(regions.distinctValues == ["", "a", "b", "東北"])
    #expect(regions.ordinal(of: "b") == 2)
    #expect(regions.ordinal(of: "c") == nil)
    #expect(Array(regions.ordinals(of: 0)) == [2, 3])
    #expect(regions.text(ofOrdinal: 9).isEmpty)
  }

  @Test(
    "are empty for a document that is not there", arguments: [1, 2, 1_000_000, DocumentNumber.end])
  func areEmptyOutside(document: DocumentNumber) throws {
    let index = try Collection([.init(integers: ["fee": [1]], keywords: ["region": ["x"]])]).index
    #expect(try #require(index.integerColumn(named: "fee"))[document].isEmpty)
    #expect(try #require(index.keywordColumn(named: "region"))[document].isEmpty)
    #expect(index.stored(of: document).isEmpty)
    #expect(index.fieldLength(0, of: document) == 0)
  }

  @Test("are nil under a name that the schema lacks")
  func needNames() throws {
    let index = try Collection([]).index
    #expect(index.integerColumn(named: "region").map { _ in true } == nil)
    #expect(index.keywordColumn(named: "fee").map { _ in true } == nil)
  }
}
