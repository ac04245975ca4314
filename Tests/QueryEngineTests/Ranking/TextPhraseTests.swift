import JapaneseText
import SearchIndex
import Testing

@testable import QueryEngine

@Suite struct TextPhraseTests {
  private static let analyzer = try? SearchAnalyzer(SharedDictionary())

  /// An index of texts, by their pairs of characters.
  private func index(_ texts: [String]) throws -> InvertedIndex {
    let analyzer = try #require(Self.analyzer)
    var builder = IndexBuilder(
      schema: try IndexSchema(
        textFields: [.init("text")], integerColumns: [], keywordColumns: []), formatTag: "test")
    for text in texts {
      let tokens = analyzer.pieces(of: FoldedText(text)).map {
        IndexDocument.Token($0.term, at: UInt32($0.position))
      }
      try builder.add(IndexDocument(texts: ["text": .init(tokens: tokens)]))
    }
    return try InvertedIndex(bytes: builder.serialized())
  }

  private func phrase(_ text: String) throws -> TextPhrase {
    TextPhrase(try #require(Self.analyzer).pieces(of: FoldedText(text)))
  }

  @Test("Where two common words meet in a rare compound, the pair of the seam leads")
  func seam() throws {
    let common = (0..<600).map { _ in "病理の管理" }
    let index = try index(common + ["病理管理", "その病理管理の", "理管"])
    let found: [UInt32] = [600, 601]
    let phrase = try phrase("病理管理")
    #expect(phrase.terms.map(\.term) == ["病理", "管理"])
    #expect(phrase.terms(in: index).map(\.term) == ["理管", "病理", "管理"])
    let clause = phrase.clause(in: index)
    #expect(clause.lead?.term == "理管")
    let hits = index.best(TextQuestion([clause]), limit: 10, counts: true)
    #expect(Set(hits.best.map(\.document.rawValue)) == Set(found))
    #expect(hits.total == 2)
    var cursor = try #require(index.phrase(phrase.terms(in: index)))
    #expect(cursor.document.rawValue == 600)
    #expect(cursor.advance().rawValue == 601)
    #expect(cursor.advance() == .end)
    // A pair that is nowhere says that the phrase is nowhere.
    let nowhere = try self.phrase("管理病理").clause(in: index)
    #expect(index.best(TextQuestion([nowhere]), limit: 10, counts: true).total == 0)
  }

  @Test("What few texts have is looked for as it is")
  func rare() throws {
    let index = try index(["病理管理", "病理の管理"])
    #expect(try phrase("病理管理").clause(in: index).lead == nil)
  }

  @Test("A character behind a number heads a pair or ends the text")
  func lastCharacter() throws {
    let index = try index(["1978年", "1978年に", "1978年の", "1978名", "年の1978"])
    let clause = try phrase("1978年").clause(in: index)
    #expect(clause.phrases.count == 1)
    let hits = index.best(TextQuestion([clause]), limit: 10, counts: true)
    #expect(Set(hits.best.map(\.document.rawValue)) == [0, 1, 2])
    #expect(hits.total == 3)
  }
}
