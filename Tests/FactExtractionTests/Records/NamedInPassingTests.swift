import RecruitmentModel
import Testing

@Suite("Pages that name trainees")
struct NamedInPassingTests {
  static let pages: [ProgramKindTests.Page] = [
    .init(
      title: "図書室利用案内",
      body: "<h2>利用できる方</h2><p>実地修練生、研究生</p><h2>登録</h2><p>実地修練生の方は登録料1,000円、申込締切は毎月末日です。</p>",
      kinds: []),
    .init(
      title: "第5回 症例検討会のお知らせ",
      body: "<p>研修医、実地修練生の皆さんの参加を歓迎します。</p><p>申込期間：令和8年11月2日～11月20日</p><p>参加費：無料</p>", kinds: []),
    .init(
      title: "修練生の声　実地修練を終えて", body: "<p>11月20日の締切に間に合うよう願書を出しました。修練料は月2万円でした。</p>",
      kinds: []),
    .init(
      title: "見本病院だより",
      body: """
        <h2>予防接種のお知らせ</h2><p>料金：3,000円</p><h2>健康講座</h2><p>定員：50名</p>
        <h2>令和9年度 実地修練生を募集します</h2>\(ProgramKindTests.facts)
        """, kinds: [.practicalTraining]),
    .init(title: "研修生（医師法第11条の実地修練）の募集", body: ProgramKindTests.facts, kinds: [.practicalTraining]),
    .init(
      title: "実地修練生の募集について",
      body: """
        <p>令和9年度の実地修練生の募集は行いません。</p><h2>その他の受入れ</h2><table>
        <tr><th></th><th>研修登録医</th><th>受託実習生</th></tr>
        <tr><th>費用</th><td>無料</td><td>日額1,000円</td></tr><tr><th>申込み</th><td>随時</td><td>1月前まで</td></tr></table>
        """, kinds: [.practicalTraining, .other, .other]),
  ]

  @Test("state the programs that they recruit for, and no others", arguments: pages)
  func kinds(page: ProgramKindTests.Page) async throws {
    let programs = try await Reading.programs(title: page.title, body: page.body)
    #expect(programs.map(\.kind) == page.kinds)
  }
}
