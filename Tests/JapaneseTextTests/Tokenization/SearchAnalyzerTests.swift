import TestKit
import Testing

@testable import JapaneseText

@Suite("Terms for the index")
struct SearchAnalyzerTests {
  private static let dictionary = SharedDictionary()
  private let analyzer: SearchAnalyzer

  init() throws {
    analyzer = try SearchAnalyzer(Self.dictionary)
  }

  private func terms(_ text: String) throws -> [String] {
    try analyzer.tokens(in: text).map { "\($0.position) \($0.term)" }
  }

  @Test("of Japanese are words and pairs of characters")
  func cutJapanese() throws {
    #expect(
      try terms("病院研修") == ["0 =病院", "0 病院", "1 院研", "2 =研修", "2 研修", "3 修"])
  }

  @Test("of Latin letters and digits are words only")
  func cutLatin() throws {
    #expect(try terms("PDF 2026 年") == ["0 =pdf", "4 =2026", "9 =年", "9 年"])
    #expect(try terms("A4版") == ["0 =a", "1 =4", "2 =版", "2 版"])
  }

  @Test("do not go over what is no letter")
  func stopAtSigns() throws {
    #expect(try terms("医師、病院").filter { !$0.contains("=") } == ["0 医師", "1 師", "3 病院", "4 院"])
    #expect(try terms(" 、。() ").isEmpty)
    #expect(try terms("").isEmpty)
  }

  @Test(
    "are the same for all ways of writing",
    arguments: [
      ("ＰＤＦ", "pdf"), ("実地修練", "實地修練"), ("髙橋", "高橋"), ("ｶﾀｶﾅ", "カタカナ"), ("⻭科", "歯科"), ("神⼾", "神戸"),
      ("濵﨑", "浜崎"),
    ])
  func areTheSame(one: String, other: String) throws {
    #expect(try analyzer.tokens(in: one) == analyzer.tokens(in: other))
  }

  @Test("cover what they name", arguments: 1...20)
  func coverTheirWords(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = MadeUpText.mixed(length: 60, using: &random)
    let folded = analyzer.unified(FoldedText(text))
    var last = 0
    for token in try analyzer.tokens(in: text) {
      let words = folded.string(in: token.position..<token.position + token.length)
      #expect(token.isWord ? token.term == "=" + words : token.term == words)
      #expect(token.position >= last)
      last = token.position
    }
  }

  @Test("find every part of a Japanese text as a phrase of pairs", arguments: 1...40)
  func findEveryPart(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = MadeUpText.japanese(length: 30, using: &random)
    let held = Set(try analyzer.tokens(in: text))
    let scalars = FoldedText(text).scalars
    for start in scalars.indices.dropLast() {
      let end = Int.random(in: start + 2...scalars.count, using: &random)
      let part = FoldedText(text).string(in: start..<end)
      let pairs = try analyzer.tokens(in: part).filter { !$0.isWord && $0.length == 2 }
      #expect(pairs.map(\.position) == Array(0..<end - start - 1))
      let moved = pairs.map {
        SearchToken(term: $0.term, position: start + $0.position, length: 2)
      }
      #expect(held.isSuperset(of: moved))
    }
  }

  @Test("are packed as they are in a list", arguments: 1...40)
  func arePacked(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let cutter = try analyzer.cutter()
    for text in [
      MadeUpText.japanese(length: 40, using: &random), "研修医の研修。研修医の研修、研修医", "研修医の研修",
      "研修を" + String(repeating: "の研修", count: 100), "令和8年12月、30,000円(税込)で Ward rounds を行う。",
      "髙橋 ﾜｰﾄﾞ １２", "1,234,567,89,0 𠮷野家𠮷 ②", "Straße кафе ward医", "", "。",
    ] {
      let terms = analyzer.terms(of: text, cutter)
      let listed = try analyzer.tokens(in: text)
      #expect(Self.list(terms).sorted() == listed.map { "\($0.position) \($0.term)" }.sorted())
      #expect(terms.positions == terms.positions.sorted())
      #expect(terms.wordCount == listed.count { $0.isWord })
    }
  }

  private static func list(_ terms: PackedTerms) -> [String] {
    zip(zip([0] + terms.ends, terms.ends), terms.positions).map { range, position in
      "\(position) "
        + String(decoding: terms.bytes[Int(range.0)..<Int(range.1)], as: UTF8.self)
    }
  }

  @Test(
    "have places in the index unless they are words in Japanese script",
    arguments: [
      ("病院", true), ("院", true), ("=病院", false), ("=ワード", false), ("=ward", true), ("=8", true),
      ("=", true), ("", true),
    ])
  func havePlaces(term: String, hasPlaces: Bool) {
    #expect(Array(term.utf8).withUnsafeBytes(SearchAnalyzer.keepsPlaces(ofTerm:)) == hasPlaces)
  }

  @Test(
    "have readings where the dictionary has them",
    arguments: [
      ("病院", "ビョウイン"), ("東京都", "トウキョウト"), ("カタカナ", "カタカナ"), ("qzxv", nil), ("", nil),
    ] as [(String, String?)])
  func haveReadings(text: String, reading: String?) throws {
    #expect(try analyzer.reading(of: text) == reading)
  }
}
