import JapaneseText
import TestKit
import Testing

@Suite("The key of a reading")
struct ReadingKeyTests {
  @Test(
    "is one for kana and all romanisations",
    arguments: [
      ("とうほく", ["Tohoku", "Tōhoku", "Tôhoku", "touhoku", "TOHOKU"]),
      ("ひろしま", ["Hiroshima", "hirosima"]), ("ぎふ", ["Gifu", "gihu"]),
      ("おおいた", ["Oita", "Ōita", "ooita"]),
      ("きゅうしゅう", ["Kyushu", "Kyūshū", "kyuusyuu", "kyûsyû"]), ("ぐんま", ["Gunma", "Gumma"]),
      ("しんばし", ["Shinbashi", "Shimbashi"]), ("じっち", ["jitchi", "zitti", "jicchi"]),
      ("ちば", ["Chiba", "tiba"]), ("つ", ["tsu", "tu"]), ("じゅんい", ["jun'i", "zyuni", "jyuni"]),
      ("さっぽろ", ["Sapporo"]), ("しんいち", ["Shin'ichi", "sin-iti"]), ("ちょう", ["chō", "tyou", "cho"]),
      ("ジッチシュウレン", ["jitchishuren", "zittisyuuren"]), ("ﾄｰﾎｸ", ["tohoku"]), ("とう ほく", ["tohoku"]),
    ])
  func isOne(kana: String, romaji: [String]) throws {
    let key = try #require(ReadingKey.ofKana(kana))
    for spelling in romaji { #expect(ReadingKey.ofRomaji(spelling) == key, "\(spelling)") }
  }

  @Test(
    "is Hepburn without long vowels",
    arguments: [
      ("しゅうれん", "shuren"), ("ちゅうぶ", "chubu"), ("ふくい", "fukui"), ("きゃく", "kyaku"), ("ファイル", "fairu"),
      ("シェフ", "shefu"), ("っあ", "a"), ("こんや", "konya"),
    ])
  func isHepburn(kana: String, key: String) {
    #expect(ReadingKey.ofKana(kana) == key)
  }

  @Test(
    "is none where something else stands in the word",
    arguments: ["", "東北", "とうほく県", "tohoku", "1"])
  func isNoneForOthers(word: String) {
    #expect(ReadingKey.ofKana(word) == nil)
  }

  @Test(
    "is none where the word cannot be romanised Japanese", arguments: ["", "é", "東", "abc1", "とう"])
  func isNoneForForeign(word: String) {
    #expect(ReadingKey.ofRomaji(word) == nil)
  }

  @Test(
    "tells different readings apart", arguments: [("とうきょう", "きょうと"), ("しが", "さが"), ("かがわ", "かながわ")])
  func tellsApart(one: String, other: String) {
    #expect(ReadingKey.ofKana(one) != ReadingKey.ofKana(other))
  }

  @Test("is the same for made-up words in three systems, and is its own key", arguments: 1...60)
  func agrees(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let syllables = (0..<Int.random(in: 1...8, using: &random)).map { _ in
      Self.syllables[.random(in: Self.syllables.indices, using: &random)]
    }
    let key = try #require(ReadingKey.ofKana(syllables.map(\.kana).joined()))
    #expect(ReadingKey.ofRomaji(syllables.map(\.hepburn).joined()) == key)
    #expect(ReadingKey.ofRomaji(syllables.map(\.kunrei).joined()) == key)
    #expect(ReadingKey.ofRomaji(key) == key)
  }

  @Test(arguments: [
    ("kokusai", true), ("tohoku", true), ("kencho", true), ("ryokan", true), ("sapporo", true),
    ("hokaidp", false), ("kanagaqs", false), ("training", false), ("wakayanq", false),
  ])
  func `syllables can be told from slips`(key: String, isReadable: Bool) {
    #expect(ReadingKey.isReadable(key) == isReadable)
  }

  /// Syllables that the systems write alike or not.
  static let syllables: [(kana: String, hepburn: String, kunrei: String)] = [
    ("か", "ka", "ka"), ("し", "shi", "si"), ("ち", "chi", "ti"), ("つ", "tsu", "tu"),
    ("ふ", "fu", "hu"),
    ("じ", "ji", "zi"), ("しゃ", "sha", "sya"), ("しゅ", "shu", "syu"), ("しょう", "shō", "syô"),
    ("ちゃ", "cha", "tya"),
    ("ちゅう", "chū", "tyû"), ("ちょ", "cho", "tyo"), ("じゃ", "ja", "zya"), ("じゅ", "ju", "zyu"),
    ("じょう", "jou", "zyou"),
    ("っち", "tchi", "tti"), ("っしゅ", "sshu", "ssyu"), ("っか", "kka", "kka"), ("きょう", "kyō", "kyou"),
    ("りゅう", "ryū", "ryuu"),
    ("ほ", "ho", "ho"), ("わ", "wa", "wa"), ("を", "o", "o"), ("ぶ", "bu", "bu"), ("がん", "gan", "gan"),
    ("んば", "mba", "nba"),
  ]
}
