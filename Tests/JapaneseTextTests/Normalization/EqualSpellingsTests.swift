import JapaneseText
import Testing

struct EqualSpellingsTests {
  @Test(arguments: [
    ("2028年度", "令和10年度"), ("令和十年度", "2028年度"), ("昭和53年", "1978年"), ("2019年", "令和元年"),
    ("2019年", "平成31年"), ("3万円", "三万円"), ("三万円", "30000円"), ("30,000円", "3万円"),
    ("佐佐木", "佐々木"), ("佐々木", "佐佐木"), ("ヴィザ", "ビザ"), ("サービス", "サーヴィス"),
    ("コンピューター", "コンピュータ"), ("ぼらんてぃあ", "ボランティア"), ("建て替え", "建替え"),
  ])
  func `a word has its other spelling`(word: String, spelling: String) {
    #expect(EqualSpellings.of(word).contains(spelling))
  }

  @Test(arguments: ["内科", "サー", "telemedicine", "53名", "12月", ""])
  func `other words have none`(word: String) {
    #expect(EqualSpellings.of(word) == [word])
  }

  @Test func `okurigana are put between kanji only`() {
    #expect(EqualSpellings.withOkurigana("建替え").contains("建て替え"))
    #expect(EqualSpellings.withOkurigana("ワード").isEmpty)
  }
}
