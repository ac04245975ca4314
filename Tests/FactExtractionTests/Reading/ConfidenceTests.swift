import RecruitmentModel
import Testing

@testable import FactExtraction

@Suite("Confidence")
struct ConfidenceTests {
  @Test("is the higher the plainer a value is said")
  func followsTheWayOfFinding() {
    #expect(Confidence.labelled >= Confidence.sentence)
    #expect(Confidence.sentence >= Confidence.inferred)
  }

  @Test("stays a share, whatever is doubtful")
  func staysAShare() {
    let doubts = DateDoubt.inheritedYear + DateDoubt.wrongWeekday + ValueDoubt.parts
    #expect(Confidence.inferred - doubts > 0)
    #expect(Confidence.inferred - ValueDoubt.list > 0)
    #expect(Confidence.labelled < 1)
  }

  @Test("of a value of several parts is lower, and lowest of a list")
  func fallsWithTheParts() async throws {
    let lines = ["募集人員：2名", "修練料：月額30,000円", "応募書類：履歴書、健康診断書"]
    let facts = try #require(
      await Reading.programs(
        title: "令和9年度 実地修練生募集要項", body: lines.map { "<p>\($0)</p>" }.joined()
      ).first
    ).facts
    #expect(facts.capacity?.confidence == Confidence.labelled)
    #expect(facts.fee?.confidence == 0.8)
    #expect(facts.documents?.confidence == 0.6)
  }
}
