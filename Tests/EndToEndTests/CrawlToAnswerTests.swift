import Foundation
import RecruitmentModel
import TestKit
import Testing

/// The whole way with the real binary: pages on loopback, crawl, index, questions.
@Suite struct CrawlToAnswerTests {
  /// The part of the published JSON that the tests look at.
  struct Answer: Decodable {
    struct Query: Decodable {
      struct Constraint: Decodable {
        let id: String
      }

      let constraints: [Constraint]
      let ignored: [String]
    }

    struct Result: Decodable {
      struct Check: Decodable {
        let constraint: String
        let verdict: String
      }

      let id: String
      let status: String
      let checks: [Check]
    }

    let query: Query
    let results: [Result]

    var sure: Set<String> { ids { !$0.contains("unknown") } }
    var open: Set<String> { ids { $0.contains("unknown") } }

    private func ids(where condition: ([String]) -> Bool) -> Set<String> {
      Set(
        results.filter { condition($0.checks.map(\.verdict)) }.map {
          String($0.id.prefix { $0 != "/" })
        })
    }
  }

  @Test(
    "Pages become answers: the facts, the questions, and a second crawl that fetches nothing anew")
  func wholeWay() async throws {
    try await FixtureWeb.with { web in
      let first = try await web.crawl()
      #expect(first.status == 0, "\(first.messages)")
      #expect(first.messages.contains("soutei"), "what could not be reached is named")

      let silent = try String(contentsOfFile: web.index + "/unreachable.tsv", encoding: .utf8)
      #expect(silent.hasPrefix("soutei\t") && silent.split(separator: "\n").count == 1)
      let told = try await ProgramRun.of("query", "東北", "--lang", "en", "--index", web.index)
      #expect(told.output.contains(/1[ \n]unreachable[ \n]since/), "\(told.output)")

      let records = try records(in: web.index)
      try expectFacts(records)
      try expectPoliteness(web)
      try await expectAnswers(web)

      let before = try Data(contentsOf: URL(fileURLWithPath: web.index + "/programs.jsonl"))
      for site in web.sites.values { site.clearLog() }
      let second = try await web.crawl()
      #expect(second.status == 0, "\(second.messages)")
      for (host, site) in web.sites {
        let fetchedAgain = site.requests.filter { $0.status == 200 }.map(\.path)
        #expect(fetchedAgain.isEmpty, "\(host) sent bodies again: \(fetchedAgain)")
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: web.index + "/programs.jsonl")) == before)

      let offline = try await ProgramRun.of(
        "crawl", "--offline", "--sources", web.sources, "--archive", web.archive, "--index",
        web.folder.appending(path: "again").path)
      #expect(offline.status == 0, "\(offline.messages)")
      let verified = try await ProgramRun.of(
        "verify", "--index", web.index, "--archive", web.archive)
      #expect(verified.status == 0, "\(verified.output) \(verified.messages)")
      #expect(verified.output.contains(" 0 cannot be checked"), "\(verified.output)")
      let again = web.folder.appending(path: "again/programs.jsonl")
      #expect(try Data(contentsOf: again) == before, "the archive alone gives the same records")
    }
  }

  private func records(in index: String) throws -> [String: Program] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: index + "/programs.jsonl")))
    return Dictionary(
      uniqueKeysWithValues: try RecordCoding.programs(inJSONLines: bytes).map { ($0.id, $0) })
  }

  private func expectFacts(_ records: [String: Program]) throws {
    let mihon = try #require(records["mihon/practical-training"]).facts
    #expect(mihon.intake?.value.year == 2027)
    #expect(mihon.fee?.value.yearly == Bounds(exactly: 303_000))
    #expect(mihon.recommendation?.value == .notRequired)
    #expect(mihon.obligation?.value.scope == [])
    #expect(mihon.capacity?.value == Capacity(max: 3))
    #expect(
      mihon.application?.value.windows == [
        ApplicationWindow(
          opens: PartialDate("2026-11-09"), closes: PartialDate("2026-12-11"), time: "17:00",
          rule: .arrive)
      ])
    let reiji = try #require(records["reiji/practical-training"]).facts
    #expect(reiji.fee?.value.yearly == Bounds(exactly: 420_000))
    #expect(reiji.recommendation?.value == .letter)
    #expect(reiji.obligation?.value == Obligation(scope: [.hospital], strength: .required))
    #expect(reiji.capacity?.value.few == true)
    let mogi = try #require(records["mogi/practical-training"]).facts
    #expect(mogi.fee?.value.free == true)
    #expect(mogi.recommendation?.value == .inside)
    let kakuu = try #require(records["kakuu/practical-training"])
    #expect(kakuu.facts.fee?.value.yearly == Bounds(exactly: 386_000))
    #expect(kakuu.facts.obligation == nil, "what the page does not say is unknown")
    #expect(kakuu.pages.contains { $0.mediaType == "application/pdf" })

    #expect(!records.keys.contains { $0.hasPrefix("kasou/") || $0.hasPrefix("soutei/") })
    #expect(records["hinagata/practical-training"] == nil, "a 研究生 is no 実地修練生")
    for record in records.values {
      for name in record.facts.known {
        #expect(record.facts.provenance(of: name)?.evidence.isEmpty == false)
        #expect(record.facts.provenance(of: name)?.basis == .official)
      }
    }
  }

  private func expectPoliteness(_ web: FixtureWeb) throws {
    let kasou = try #require(web.sites["kasou"])
    #expect(Set(kasou.requests.map(\.path)) == ["/robots.txt"])
    let mihon = try #require(web.sites["mihon"])
    #expect(!mihon.requests.contains { $0.path.hasPrefix("/internal/") })
    for site in web.sites.values { #expect(site.mostConnections <= 1) }
  }

  private func expectAnswers(_ web: FixtureWeb) async throws {
    let expected: [(words: String, sure: Set<String>, open: Set<String>)] = [
      ("無料 東北", ["mogi"], []), ("muryo tohoku", ["mogi"], []), ("free Tohoku", ["mogi"], []),
      ("東北", ["mihon", "mogi"], []), ("40万円以下 推薦不要", ["mihon"], []),
      ("募集中", ["mihon", "mogi"], []), ("県内研修義務なし", ["mihon"], ["kakuu", "mogi"]),
    ]
    for (words, sure, open) in expected {
      let run = try await web.query(words, "--format", "json")
      let answer = try JSONDecoder().decode(Answer.self, from: Data(run.output.utf8))
      #expect(answer.sure == sure, "\(words)")
      #expect(answer.open == open, "\(words)")
      #expect(answer.query.ignored.isEmpty, "\(words)")
    }
    let table = try await web.query("無料 東北", "--lang", "ja")
    #expect(table.output.contains("模擬大学"))
    #expect(table.output.contains("公式"))
    let none = try await web.query("ほげらぴよん", "--format", "json")
    #expect(none.status == 1)
    #expect(
      try JSONDecoder().decode(Answer.self, from: Data(none.output.utf8)).query.ignored == [
        "ほげらぴよん"
      ])
    let shown = try await ProgramRun.of(
      "show", "mihon", "--index", web.index, "--today", "2026-11-21", "--lang", "ja")
    #expect(shown.output.contains("推薦") && shown.output.contains("303,000"))
    let compared = try await ProgramRun.of("compare", "mihon", "mogi", "--index", web.index)
    #expect(compared.status == 0 && compared.output.contains("≠"))
    let object = try await ProgramRun.of(
      "compare", "mihon", "mogi", "--index", web.index, "--format", "json")
    for key in ["asOf", "coverage", "programs", "truncated"] {
      #expect(object.output.contains("\"\(key)\":"), "\(object.output)")
    }
    let sources = try await ProgramRun.of(
      "sources", "--sources", web.sources, "--archive", web.archive, "--format", "json")
    #expect(sources.output.contains("\"lastFetched\""))
  }
}
