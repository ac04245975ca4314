import Testing

@testable import SearchIndex

/// Each window knows the texts of its documents, where the texts are few.
@Suite struct KeywordWindowsTests {
  private func index(_ texts: [[String]]) throws -> InvertedIndex {
    try Collection(texts.map { IndexDocument(keywords: ["region": $0]) }).index
  }

  @Test("Windows have the texts of their documents")
  func having() throws {
    var texts = [[String]](repeating: ["関東"], count: 600)
    texts[255] = ["東北", "九州"]
    texts[599] = []
    let index = try index(texts)
    try index.check()
    let column = try #require(index.keywordColumn(named: "region"))
    func having(_ texts: String...) -> [Bool]? {
      column.windows.having(anyOf: texts.compactMap(column.ordinal(of:)))
    }
    #expect(having("関東") == [true, true, true])
    #expect(having("東北") == [true, false, false])
    #expect(having("九州", "東北") == [true, false, false])
    #expect(having("nowhere") == [false, false, false])
    let filter = DocumentFilter(column, anyOf: ["東北"])
    #expect(filter.stretches(of: 600) == [0..<256])
    #expect(DocumentFilter(column, anyOf: ["関東"]).stretches(of: 600) == [0..<600])
    #expect(try #require(DocumentFilter(allOf: [filter, filter])).stretches(of: 600) == [0..<256])
  }

  @Test("Documents that have a text are passed over where their window has none of those asked for")
  func possiblyWith() throws {
    var texts = [[String]](repeating: ["関東"], count: 600)
    texts[255] = ["東北", "関東"]
    for place in [256, 300, 511, 599] { texts[place] = [] }
    func met(_ texts: [[String]], _ wanted: String...) throws -> [UInt32] {
      let column = try #require(try index(texts).keywordColumn(named: "region"))
      var met: [UInt32] = []
      column.forEach(possiblyWith: wanted) { met.append($0.rawValue) }
      return met
    }
    #expect(try met(texts, "東北") == Array(0..<256) + [256, 300, 511, 599])
    #expect(try met(texts, "関東", "東北") == Array(0..<600))
    #expect(try met(texts, "nowhere") == [256, 300, 511, 599])
    // The other forms in which it stands where values begin: all have as many, or none or as many.
    #expect(try met(texts.map { _ in ["関東"] }, "東北").isEmpty)
    #expect(try met(texts.map { $0.isEmpty ? [] : ["関東"] }, "東北") == [256, 300, 511, 599])
    let many = (0..<300).map { ["地\($0 % 65)"] }
    #expect(try met(many, "地64") == Array(0..<300))
  }

  @Test("A column with many texts has none, and its conditions look at every document")
  func many() throws {
    let index = try index((0..<300).map { ["地\($0 % (KeywordWindows.greatestCount + 1))"] })
    try index.check()
    let column = try #require(index.keywordColumn(named: "region"))
    #expect(column.windows.isEmpty)
    let filter = DocumentFilter(column, anyOf: ["地64"])
    #expect(filter.stretches(of: 300) == [0..<300])
    #expect(filter.admits(64) && !filter.admits(65))
  }

  @Test("Another number of windows than documents have is refused")
  func misfits() throws {
    let region = try ByteRegion(copying: [UInt8](repeating: 0, count: 16))
    #expect(KeywordWindows(region, documents: 300) != nil)
    #expect(KeywordWindows(region, documents: 200) == nil)
    #expect(KeywordWindows(region, documents: 600) == nil)
  }
}
