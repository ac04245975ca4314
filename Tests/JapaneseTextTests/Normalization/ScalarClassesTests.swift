import JapaneseText
import Testing

@Suite("The class of a character")
struct ScalarClassesTests {
  @Test(
    "is told for each script",
    arguments: [
      ("実", "kanji"), ("々", "kanji"), ("〆", "kanji"), ("〇", "kanji"), ("﨑", "kanji"),
      ("𠮷", "kanji"), ("あ", "hiragana"),
      ("ん", "hiragana"), ("ア", "katakana"), ("ヶ", "katakana"), ("ー", "katakana"), ("z", "latin"),
      ("Z", "latin"), ("ō", "latin"), ("ß", "latin"), ("7", "digit"), (" ", "blank"),
      ("\n", "blank"),
      ("×", "none"), ("÷", "none"), ("、", "none"), ("～", "none"), ("①", "none"), ("７", "none"),
    ] as [(Unicode.Scalar, String)])
  func tellsScripts(scalar: Unicode.Scalar, name: String) {
    let classes = [
      "kanji": scalar.isKanji, "hiragana": scalar.isHiragana, "katakana": scalar.isKatakana,
      "latin": scalar.isLatin, "digit": scalar.isDigit, "blank": scalar.isBlank,
    ]
    #expect(classes.filter(\.value).keys.sorted() == [name].filter { $0 != "none" })
    #expect(scalar.isJapanese == ["kanji", "hiragana", "katakana"].contains(name))
  }
}
