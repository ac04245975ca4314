import Testing

@testable import JapaneseText

@Suite("Folding")
struct ScalarFoldingTests {
  @Test(
    "brings every way of writing to one",
    arguments: [
      ("ＡＢＣ　ａｂｃ　ABC", "abc abc abc"), ("１２，０００円", "12,000円"), ("：；（）［］！", ":;()[]!"),
      ("￥300", "¥300"), ("ｼﾞｯﾁ ｼｭｳﾚﾝ", "ジッチ シュウレン"), ("ﾊﾟｰﾄ･ｱﾙﾊﾞｲﾄ｡", "パート・アルバイト。"),
      ("か\u{3099}は\u{309A}", "がぱ"), ("e\u{301}O\u{304}", "éō"), ("㈱㎝㎡", "(株)cmm2"), ("Ⅲ", "iii"),
      ("㍻㋿", "平成令和"), ("㋀", "1月"), ("ﬁ", "fi"), ("…", "..."), ("⁽¹⁾", "(1)"),
    ])
  func foldsWidthAndCase(text: String, folded: String) {
    #expect(FoldedText(text).string == folded)
  }

  @Test(
    "gives radicals the characters that they look like, in their Japanese form",
    arguments: [
      ("11⽉4⽇", "11月4日"), ("⼊⼿⽤", "入手用"), ("⻭科", "歯科"), ("診療科⻑", "診療科長"),
      ("神⼾", "神戸"), ("⻄⽇本", "西日本"), ("⻘森", "青森"), ("⾭森", "青森"), ("⿈⾦", "黄金"), ("⿊", "黒"),
    ])
  func foldsRadicals(text: String, folded: String) {
    #expect(FoldedText(text).string == folded)
  }

  @Test("gives one dash for all dashes", arguments: "-‐‑‒–—―−─﹣－")
  func foldsDashes(dash: Character) {
    #expect(FoldedText("1\(dash)2").string == "1-2")
  }

  @Test("gives one tilde for all tildes", arguments: "~〜～∼⁓")
  func foldsTildes(tilde: Character) {
    #expect(FoldedText("1\(tilde)2").string == "1~2")
  }

  @Test("leaves the long-vowel mark alone, which is no dash")
  func keepsLongVowels() {
    #expect(FoldedText("プログラムー").string == "プログラムー")
  }

  @Test("leaves circled and bracketed numbers as they are, so that they join no other number")
  func keepsCircledNumbers() {
    let numbers = "①②⑳㉑㉟㊱㊿⑴⒈❶⓪⓵"
    #expect(FoldedText(numbers).string == numbers)
    #expect(FoldedText("㉑5名").string == "㉑5名")
  }

  @Test(
    "leaves nothing of what cannot be seen",
    arguments: ["\u{200B}", "\u{200D}", "\u{FEFF}", "\u{AD}", "\u{2060}", "\u{FE0F}", "\u{E0100}"])
  func dropsInvisible(scalar: String) {
    #expect(FoldedText("実\(scalar)地").string == "実地")
  }

  @Test("gives one blank for all blanks, and keeps line ends")
  func foldsBlanks() {
    #expect(FoldedText("a\u{3000}b\u{A0}c\td\u{2003}e\r\nf").string == "a b c d e \nf")
  }

  /// The blocks of unified ideographs and Hangul syllables are left out: they have one form each.
  @Test(
    "changes nothing the second time, whatever the character",
    arguments: [0...0x33FF, 0xA000...0xABFF, 0xF900...0xFFFF, 0x10000...0x1FFFF, 0x2F800...0x2FA1F]
      as [ClosedRange<UInt32>])
  func isStable(block: ClosedRange<UInt32>) {
    let changed = block.compactMap(Unicode.Scalar.init).filter {
      guard $0.properties.generalCategory != .unassigned else { return false }
      let once = FoldedText(String(Character($0)))
      return FoldedText(once.string).scalars != once.scalars
    }
    #expect(changed.isEmpty)
  }

  @Test("is blind to case, whatever the letter")
  func ignoresCase() {
    let letters = ((0x41...0x24F) as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
    let changed = letters.filter {
      FoldedText(String($0)).scalars != FoldedText($0.properties.lowercaseMapping).scalars
    }
    #expect(changed.isEmpty)
  }
}
