import RecruitmentModel
import Testing

@Suite("A weekday that does not fit its date")
struct WeekdayNoteTests {
  /// A line of a guideline with a sound weekday, and the same with a wrong one.
  struct Case: Sendable, CustomTestStringConvertible {
    let fact: FactName
    let sound: String
    let wrong: String
    let note: String

    var testDescription: String { wrong }
  }

  @Test(
    "lowers the confidence and is noted, and the value stays",
    arguments: [
      Case(
        fact: .application, sound: "出願期間：2026年11月2日（月）～2026年12月4日（金）必着",
        wrong: "出願期間：2026年11月2日（月）～2026年12月4日（土）必着",
        note: "2026-12-04 is 金; the page has 土 beside it"),
      Case(
        fact: .application, sound: "締切：令和8年12月4日(金)17時", wrong: "締切：令和8年12月4日(木)17時",
        note: "2026-12-04 is 金; the page has 木 beside it"),
      Case(
        fact: .selection, sound: "面接日：2026年12月18日（金）", wrong: "面接日：2026年12月18日（日）",
        note: "2026-12-18 is 金; the page has 日 beside it"),
      Case(
        fact: .training, sound: "修練期間：2027年1月4日（月）から2027年12月28日（火）まで",
        wrong: "修練期間：2027年1月4日（火）から2027年12月28日（火）まで",
        note: "2027-01-04 is 月; the page has 火 beside it"),
    ])
  func noted(row: Case) async throws {
    let sound = try await facts(of: row.sound)
    let wrong = try await facts(of: row.wrong)
    let good = try #require(sound.provenance(of: row.fact))
    let bad = try #require(wrong.provenance(of: row.fact))
    #expect(notes(good).isEmpty)
    #expect(notes(bad) == [row.note])
    #expect((bad.confidence ?? 1) < (good.confidence ?? 0))
    #expect(
      sound.claims.filter { $0.fact == row.fact }.first.map { claim in
        wrong.claims.contains { $0.covers(claim) }
      } == true)
  }

  private func facts(of line: String) async throws -> Facts {
    try #require(
      await Reading.programs(title: "令和9年度 実地修練生募集要項", body: "<p>\(line)</p><p>募集人員：2名</p>").first
    ).facts
  }

  private func notes(_ provenance: Provenance) -> [String] {
    provenance.evidence.compactMap { if case .page(let words) = $0 { words.note } else { nil } }
  }
}
