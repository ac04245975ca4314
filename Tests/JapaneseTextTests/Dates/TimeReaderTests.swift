import JapaneseText
import TestKit
import Testing

@Suite("An hour")
struct TimeReaderTests {
  @Test(
    "is read in all its forms",
    arguments: [
      ("⟦1⟧17:00⟦/1⟧", ["17:00"]), ("⟦1⟧17：00⟦/1⟧必着", ["17:00"]), ("⟦1⟧17時⟦/1⟧必着", ["17:00"]),
      ("⟦1⟧午後5時⟦/1⟧まで", ["17:00"]), ("⟦1⟧午後５時３０分⟦/1⟧", ["17:30"]), ("⟦1⟧午前9時⟦/1⟧", ["09:00"]),
      ("⟦1⟧9時半⟦/1⟧", ["09:30"]), ("⟦1⟧正午⟦/1⟧", ["12:00"]), ("⟦1⟧14時45分⟦/1⟧", ["14:45"]),
      ("⟦1⟧5 p.m.⟦/1⟧", ["17:00"]), ("⟦1⟧5pm⟦/1⟧", ["17:00"]), ("⟦1⟧9:30 a.m.⟦/1⟧", ["09:30"]),
      ("⟦1⟧12 p.m.⟦/1⟧", ["12:00"]), ("⟦1⟧12:00 a.m.⟦/1⟧", ["00:00"]),
      ("⟦1⟧午後12時30分⟦/1⟧", ["12:30"]),
      ("⟦1⟧13:00⟦/1⟧-⟦2⟧15:30⟦/2⟧", ["13:00", "15:30"]),
      ("平日 ⟦1⟧9:00⟦/1⟧〜⟦2⟧16:00⟦/2⟧", ["09:00", "16:00"]),
      ("⟦1⟧00:00⟦/1⟧～⟦2⟧23:59⟦/2⟧", ["00:00", "23:59"]), ("⟦1⟧24時⟦/1⟧", ["24:00"]),
      ("⟦1⟧23時59分59秒⟦/1⟧", ["23:59"]), ("⟦1⟧23:59:59⟦/1⟧", ["23:59"]),
    ])
  func isRead(marked: String, times: [String]) throws {
    let text = FoldedText(try MarkedText(marked).text)
    let found = TimeReader.times(in: text)
    #expect(text.marking(found.map(\.range)) == marked)
    #expect(found.map(\.time) == times)
  }

  @Test(
    "is none where a length, a ratio or another number stands",
    arguments: [
      "3,500時間", "25:00", "17:60", "5", "3:1", "11月4日", "10 amounts", "5 pmx", "午後", "123:45",
    ])
  func isNone(text: String) {
    #expect(TimeReader.times(in: FoldedText(text)).map(\.time).isEmpty)
  }
}
