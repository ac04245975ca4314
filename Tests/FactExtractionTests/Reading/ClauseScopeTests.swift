import JapaneseText
import TestKit
import Testing

@testable import FactExtraction

@Suite("Clauses of this program and this intake")
struct ClauseScopeTests {
  @Test(
    "are told from questions, other kinds and other times",
    arguments: [
      ("実地修練生を募集します", true), ("推薦状は要りますか", false), ("推薦状は必要?", false), ("臨床研修医の募集は終了しました", false),
      ("臨床研修医と実地修練生を募集します", true), ("令和8年度の募集は終了しました", false), ("令和9年度の募集は終了しました", true),
      ("令和8年度をもって受入れを停止しました", true), ("昨年度の応募者", false), ("修練生を募集していました", false),
      ("推薦書は不要でした", false), ("推薦書は不要です", true),
    ])
  func areTold(clause: String, isAboutThis: Bool) throws {
    let text = FoldedText(clause)
    let scope = try Parts.scope(intake: 2027)
    #expect(scope.isAboutThis(text, text.scalars.indices) == isAboutThis)
  }

  @Test("of an unknown intake are those that do not speak of the year before")
  func unknownIntake() throws {
    let scope = try Parts.scope()
    for (clause, isAboutThis) in [("令和8年度の募集", true), ("昨年度の募集", false)] {
      let text = FoldedText(clause)
      #expect(scope.isAboutThis(text, text.scalars.indices) == isAboutThis, "\(clause)")
    }
  }

  @Test(
    "are parted by a contrast",
    arguments: [
      "⟦1⟧臨床研修医の募集は終了しました⟦/1⟧⟦2⟧が、実地修練生は募集中です⟦/2⟧", "⟦1⟧推薦書は不要。⟦/1⟧⟦2⟧ただし内諾が必要⟦/2⟧",
      "⟦1⟧推薦書は要らない⟦/1⟧⟦2⟧ものの、内諾が必要⟦/2⟧", "⟦1⟧本院が、推薦書を求めます⟦/1⟧",
      "⟦1⟧Residents are not taken⟦/1⟧⟦2⟧, but trainees are⟦/2⟧",
    ])
  func areParted(marked: String) throws {
    let plain = try MarkedText(marked).text
    let text = FoldedText(plain)
    let clauses = text.clausesByContrast(in: text.scalars.indices).map { text.original(of: $0) }
    let marks = try MarkedText(marked)
    #expect(clauses == marks.ranges.keys.sorted().compactMap(marks.words))
  }
}
