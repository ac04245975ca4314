import RecruitmentModel
import Testing

@Suite("Lists")
struct ListReaderTests {
  private func facts(_ body: String) async throws -> Facts {
    let programs = try await Reading.programs(
      title: "実地修練生募集要項", body: "<p>募集人員：2名</p>" + body)
    return try #require(programs.first).facts
  }

  @Test("of conditions keep a condition an entry")
  func conditions() async throws {
    let facts = try await facts(
      "<h2>応募資格</h2><ul><li>予備試験に合格した者</li><li>心身ともに健康な者</li></ul>")
    #expect(facts.eligibility?.value == ["予備試験に合格した者", "心身ともに健康な者"])
  }

  @Test("are absent where the page has none")
  func absent() async throws {
    let facts = try await facts("")
    #expect(facts.documents == nil && facts.eligibility == nil && facts.departments == nil)
  }
}
