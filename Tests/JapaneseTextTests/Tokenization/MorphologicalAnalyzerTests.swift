import JapaneseText
import TestKit
import Testing

@Suite("Words from the dictionary")
struct MorphologicalAnalyzerTests {
  static let dictionary = SharedDictionary()

  @Test("have parts of speech and readings")
  func haveReadings() throws {
    let text = FoldedText("病院で研修を受ける")
    let words = try Self.dictionary.analyzer().morphemes(in: text)
    #expect(words.map { text.string(in: $0.range) } == ["病院", "で", "研修", "を", "受ける"])
    #expect(words.map(\.partOfSpeech) == ["名詞", "助詞", "名詞", "助詞", "動詞"])
    #expect(words.map(\.reading) == ["ビョウイン", "デ", "ケンシュウ", "ヲ", "ウケル"])
  }

  @Test("have no reading where the dictionary does not know them")
  func mayHaveNoReading() throws {
    let words = try Self.dictionary.analyzer().morphemes(in: FoldedText("qzxv"))
    #expect(words.map(\.reading) == [nil])
  }

  @Test("tile the text: between them stand only blanks", arguments: 1...30)
  func tile(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = FoldedText(MadeUpText.mixed(length: 80, using: &random))
    var end = 0
    for word in try Self.dictionary.analyzer().morphemes(in: text) {
      #expect(word.range.lowerBound >= end)
      #expect(!word.range.isEmpty)
      #expect(text.scalars[end..<word.range.lowerBound].allSatisfy { $0.isBlank })
      end = word.range.upperBound
    }
    #expect(text.scalars[end...].allSatisfy { $0.isBlank })
  }

  @Test("of a part stand where the part stands")
  func keepPositions() throws {
    let text = FoldedText("医師の病院研修")
    let words = try Self.dictionary.analyzer().morphemes(in: text, range: 3..<7)
    #expect(words.map(\.range) == [3..<5, 5..<7])
    #expect(try Self.dictionary.analyzer().morphemes(in: text, range: 3..<3).isEmpty)
  }

  @Test("are the same on many threads at once")
  func areTheSameEverywhere() async throws {
    let analyzer = try Self.dictionary.analyzer()
    let texts = (0..<64).map { "第\($0)回の医師国家試験に合格した病院の研修医" }
    let alone = texts.map { analyzer.morphemes(in: FoldedText($0)) }
    let together = await withTaskGroup(of: (Int, [Morpheme]).self) { group in
      for (index, text) in texts.enumerated() {
        group.addTask { (index, analyzer.morphemes(in: FoldedText(text))) }
      }
      return await group.reduce(into: [Int: [Morpheme]]()) { $0[$1.0] = $1.1 }
    }
    #expect(texts.indices.map { together[$0] } == alone)
  }

  @Test("cannot be had from a folder without a dictionary")
  func needDictionary() {
    #expect(throws: DictionaryError.missing(places: ["/nowhere/at-all"])) {
      try MorphologicalAnalyzer(dictionary: "/nowhere/at-all")
    }
  }
}
