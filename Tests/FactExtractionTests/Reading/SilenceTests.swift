import RecruitmentModel
import Testing

@Suite("What a page does not state")
struct SilenceTests {
  @Test("stays absent: a page of one fact has one fact")
  func oneFactOnly() async throws {
    let programs = try await Reading.programs(
      title: "実地修練生の募集", body: "<p>募集人員：2名</p>")
    let facts = try #require(programs.first?.facts)
    #expect(facts.known == [.capacity])
  }

  @Test(
    "gives no record at all",
    arguments: [
      "<p>実地修練生の受け入れに力を入れている病院です。</p>",
      "<p>電話 03-0123-4567</p>",
      "<p>本年も修了生が巣立ちました。</p>",
      "",
    ])
  func noRecord(body: String) async throws {
    #expect(try await Reading.programs(title: "実地修練", body: body).isEmpty)
  }

  @Test(
    "never becomes a fact of a page without its subject",
    arguments: ["推薦書：不要", "費用：無料", "応募：随時", "義務はありません"])
  func needsAKind(words: String) async throws {
    #expect(try await Reading.programs(title: "お知らせ", body: "<p>\(words)</p>").isEmpty)
  }
}
