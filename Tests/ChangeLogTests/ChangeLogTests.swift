import RecruitmentModel
import TestKit
import Testing

@testable import ChangeLog

@Suite struct ChangeLogTests {
  private static func change(
    _ event: Change.Event, at seconds: Int = 1_795_284_000, fact: FactName? = nil,
    after: String? = nil
  ) -> Change {
    let program = SampleRecords.programs[0]
    let statement = after.map {
      ChangeStatement(
        value: .string($0), basis: .official,
        evidence: [ChangeQuotation(url: "https://mihon.example/shuren", quote: "見本")])
    }
    return Change(
      of: program, noticed: Timestamp(secondsSinceEpoch: seconds), event, fact: fact,
      after: statement)
  }

  @Test("A log is what was written, a line a change, keys sorted, unknown left out")
  func coding() throws {
    let log = ChangeLog([
      Self.change(.appeared), Self.change(.stated, fact: .accepting, after: "yes"),
    ])
    let text = try log.jsonLines()
    #expect(try ChangeLog(jsonLines: Array(text.utf8)).changes == log.changes)
    #expect(
      text.split(separator: "\n").first
        == #"{"change":"appeared","id":"mihon/practical-training","institution":{"id":"mihon","name":"見本大学病院","nameEn":"mihon university hospital","prefecture":"宮城県"},"kind":"practical-training","noticed":"2026-11-21T18:00:00Z","page":"https://mihon.example/shuren","schema":1,"title":"見本大学病院 実地修練生募集"}"#
    )
  }

  @Test(
    "A bad line is named",
    arguments: [
      (#"{"schema":1}"#, "change"), (#"["#, ""), (#"{"schema":1,"noticed":null}"#, "noticed"),
    ] as [(String, String)])
  func badLine(_ line: String, _ key: String) throws {
    let good = try ChangeLog([Self.change(.appeared)]).jsonLines()
    let error = #expect(throws: RecordError.self) {
      try ChangeLog(jsonLines: Array((good + "\n" + line + "\n").utf8))
    }
    #expect(error?.line == 3)
  }

  @Test("A later shape is refused")
  func laterShape() throws {
    let text = try ChangeLog([Self.change(.appeared)]).jsonLines()
      .replacing("\"schema\":1", with: "\"schema\":2")
    let error = #expect(throws: RecordError.self) { try ChangeLog(jsonLines: Array(text.utf8)) }
    #expect(error?.key == "schema" && error?.line == 1)
  }

  @Test("A change that is found once more is not added; one that happens again is")
  func repeats() {
    var log = ChangeLog()
    let first = Self.change(.stated, fact: .accepting, after: "yes")
    #expect(log.append([first]).count == 1)
    #expect(
      log.append([Self.change(.stated, at: 1_795_370_400, fact: .accepting, after: "yes")]).isEmpty)
    #expect(log.append([Self.change(.withdrawn, at: 1_795_370_400, fact: .accepting)]).count == 1)
    #expect(
      log.append([Self.change(.stated, at: 1_795_456_800, fact: .accepting, after: "yes")]).count
        == 1)
  }

  @Test("Changes since a day are told by the day in Japan")
  func since() throws {
    let log = ChangeLog([Self.change(.appeared, at: 1_795_186_799), Self.change(.gone)])
    let day = try #require(CalendarDay("2026-11-22"))
    #expect(log.since(day).map(\.change) == [.gone])
  }
}
