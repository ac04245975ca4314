import ChangeLog
import Foundation
import RecruitmentModel
import TestKit
import Testing

@testable import WebPages

@Suite("The site")
struct WebSiteTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let target: String
    let status: Int
    let contains: String
    var testDescription: String { target }
  }

  private static let cases: [Case] = [
    Case(target: "/", status: 200, contains: "見本大学病院"),
    Case(target: "/?q=%E7%84%A1%E6%96%99", status: 200, contains: "無料 → 無料"),
    Case(
      target: "/?q=free+Tohoku&lang=en", status: 200,
      contains: "1 meets every condition; of 1 a condition is not known"),
    Case(target: "/?fee=free", status: 200, contains: "1件"),
    Case(target: "/?fee=unknown", status: 200, contains: "想定大学病院"),
    Case(
      target: "/?status=not-accepting&lang=en", status: 200, contains: "kasou university hospital"),
    Case(target: "/?region=tohoku&lang=en", status: 200, contains: "3 programs"),
    Case(target: "/?q=foo:bar&lang=en", status: 400, contains: "there is no field “foo”"),
    Case(target: "/?q=zzzzqqq&lang=en", status: 200, contains: "not understood: zzzzqqq"),
    Case(target: "/?page=999", status: 200, contains: "見本大学病院"),
    Case(
      target: "/?q=%E7%A0%94%E7%A9%B6%E7%94%9F&lang=en", status: 200,
      contains: "<option value=\"\" selected>as the query says</option>"),
    Case(
      target: "/?q=%E7%A0%94%E7%A9%B6%E7%94%9F&kind=practical-training&lang=en", status: 200,
      contains: "Kind: practical training"),
    Case(
      target: "/?q=%E7%A0%94%E7%A9%B6%E7%94%9F&lang=en", status: 200,
      contains: "1 meets every condition<"),
    Case(target: "/map?lang=en", status: 200, contains: "Miyagi: open 1, not open 0, not known 1"),
    Case(target: "/timeline?lang=en", status: 200, contains: "early December, year unknown"),
    Case(target: "/compare?id=mihon&id=reiji&lang=en", status: 200, contains: "≠ differs"),
    Case(
      target: "/compare?id=nobody&lang=en", status: 200, contains: "No program has the id: nobody"),
    Case(
      target: "/programs/mihon/practical-training?lang=en", status: 200,
      contains: "2026-11-01 – 2026-12-04"),
    Case(
      target: "/programs/soutei/practical-training?lang=en", status: 200,
      contains: "What is not known"),
    Case(
      target: "/programs/nobody/x?lang=en", status: 404, contains: "There is no program “nobody/x”."
    ),
    Case(target: "/programs/mihon", status: 302, contains: ""),
    Case(target: "/changes?lang=en", status: 200, contains: "No change has been recorded yet."),
    Case(target: "/changes.atom", status: 200, contains: "<feed"),
    Case(target: "/calendar.ics?q=%E7%84%A1%E6%96%99", status: 200, contains: "BEGIN:VEVENT"),
    Case(target: "/robots.txt", status: 200, contains: "Disallow"),
    Case(target: "/nothing?lang=en", status: 404, contains: "There is no such page."),
    Case(target: "/%ZZ?lang=en", status: 400, contains: "cannot be read"),
    Case(target: "/assets/progsearch.css", status: 200, contains: ":root"),
    Case(target: "/assets/nothing", status: 404, contains: ""),
    Case(target: "/api/coverage", status: 200, contains: "\"withProgram\":6"),
    Case(target: "/api/search?q=%E7%84%A1%E6%96%99&limit=1", status: 200, contains: "\"facets\":{"),
    Case(target: "/api/search?limit=101", status: 400, contains: "limit is a number"),
    Case(target: "/api/search?fee=cheap", status: 400, contains: "fee is one of"),
    Case(target: "/api/search?place=Atlantis", status: 400, contains: "place is one of"),
    Case(target: "/api/search?region=foo", status: 400, contains: "region is one of"),
    Case(target: "/api/search?fees=free", status: 400, contains: "no such parameter"),
    Case(target: "/api/search?view=foo", status: 400, contains: "no such parameter"),
    Case(target: "/api/search?limit=5&limit=abc", status: 400, contains: "limit may be given once"),
    Case(target: "/api/search?region=tohoku&fee=free&fee=unknown", status: 200, contains: "facets"),
    Case(target: "/?status=zzz&lang=en", status: 200, contains: "6 programs"),
    Case(target: "/?place=Atlantis&lang=en", status: 200, contains: "6 programs"),
    Case(target: "/map/?lang=en", status: 200, contains: "href=\"../assets/progsearch.css\""),
    Case(target: "/map/?lang=en", status: 200, contains: "action=\"../map\""),
    Case(target: "//?lang=en", status: 200, contains: "href=\"../assets/progsearch.css\""),
    Case(target: "/api/search?q=foo:bar", status: 400, contains: "there is no field"),
    Case(target: "/api/programs/mihon/practical-training", status: 200, contains: "\"schema\":1"),
    Case(
      target: "/api/programs/mihon", status: 200, contains: "\"id\":\"mihon/practical-training\""),
    Case(target: "/api/programs/nobody/x", status: 404, contains: "no program"),
    Case(target: "/api/compare?id=mihon&id=reiji", status: 200, contains: "\"differs\":[\"fee\""),
    Case(target: "/api/compare", status: 400, contains: "1 to 6 times"),
    Case(target: "/api/changes?since=soon", status: 400, contains: "since is a day"),
    Case(target: "/api/openapi.json", status: 200, contains: "\"openapi\": \"3.1.0\""),
    Case(target: "/api/nothing", status: 404, contains: "openapi.json"),
  ]

  @Test("answers requests", arguments: cases)
  func answers(_ each: Case) throws {
    let response = try SampleSite.site().response(to: WebRequest(each.target))
    #expect(response.status == each.status)
    #expect(
      each.contains.isEmpty || response.body.contains(each.contains),
      "\(response.body.prefix(3000))")
  }

  @Test("no template is left in a page", arguments: ["ja", "en", "zh"])
  func templates(_ language: String) throws {
    let site = try SampleSite.site()
    for target in Self.cases.map(\.target)
    where !target.contains("assets/") && !target.contains("api/") {
      let body = SampleSite.body(
        target + (target.contains("?") ? "&" : "?") + "lang=\(language)", of: site)
      #expect(body.firstMatch(of: /\{[0-9]/) == nil, "\(target)")
    }
  }

  @Test("one is no plural")
  func plurals() throws {
    let site = try SampleSite.site()
    let one = SampleSite.body("/?fee=free&lang=en", of: site)
    #expect(one.contains("1 program<"))
    #expect(one.contains(/Covered: 6 with a program, [2-9] deadlines known, [2-9] fees known\./))
  }

  @Test("the first view weighs less than 100 KB with what it loads")
  func weight() throws {
    let many = (0..<40).map { number in
      SampleRecords.program(
        "h\(number)", name: "見本第\(number)大学医学部附属病院", prefecture: "宮城県", city: "仙台市"
      ) {
        $0 = SampleRecords.programs[0].facts
      }
    }
    let page = SampleSite.body("/", of: try SampleSite.site(many)).utf8.count
    let assets = Assets.files.reduce(0) { $0 + $1.bytes.count }
    #expect(page + assets < 100_000)
  }

  @Test("only reading is offered", arguments: ["POST", "PUT", "DELETE", "TRACE"])
  func methods(_ method: String) throws {
    let site = try SampleSite.site()
    #expect(site.response(to: WebRequest("/", method: method)).status == 405)
    #expect(site.response(to: WebRequest("/api/search", method: method)).status == 405)
  }

  @Test("an address that is too long is refused")
  func longAddress() throws {
    let target = "/?q=" + String(repeating: "a", count: WebRequest.longestTarget)
    #expect(try SampleSite.site().response(to: WebRequest(target)).status == 414)
  }

  @Test("the longest query is read, whatever its characters take in an address")
  func longestQuery() throws {
    let query = String(repeating: "𠮷", count: 2000)
    let site = try SampleSite.site()
    #expect(site.response(to: WebRequest("/?q=" + PercentCoding.encoded(query))).status == 200)
  }

  @Test("a query of many parts makes no page of megabytes")
  func manyChips() throws {
    let query = (0..<300).map { "w\($0)" }.joined(separator: " ")
    let target = "/?q=\(PercentCoding.encoded(query))&lang=en"
    let page = SampleSite.body(target, of: try SampleSite.site())
    #expect(page.utf8.count < 300_000)
    #expect(page.contains("w299"))
  }

  @Test("equal requests have equal answers")
  func equality() throws {
    let site = try SampleSite.site()
    for target in ["/?q=free", "/map", "/timeline", "/api/search?q=free"] {
      #expect(SampleSite.body(target, of: site) == SampleSite.body(target, of: site))
    }
  }

  @Test("changes stand on their page and in the program's history")
  func history() throws {
    var later = SampleRecords.programs
    later[0].facts.fee = SampleRecords.official(Fee(free: false, yearly: Bounds(exactly: 120_000)))
    let changes = try RecordComparison(noticed: Timestamp(secondsSinceEpoch: 1_795_000_000))
      .changes(from: SampleRecords.programs, to: later)
    let site = try SampleSite.site(later, log: ChangeLog(changes))
    for target in [
      "/changes?lang=en", "/programs/mihon/practical-training?lang=en", "/changes.atom?lang=en",
    ] {
      #expect(SampleSite.body(target, of: site).contains("120,000"), "\(target)")
    }
  }

  @Test("of many changes the latest are shown, and that there are others is said")
  func manyChanges() throws {
    let first = SampleRecords.programs
    var changes: [Change] = []
    for number in 0..<110 {
      var later = first
      later[0].facts.fee = SampleRecords.official(
        Fee(free: false, yearly: Bounds(exactly: 120_000 + number)))
      changes += try RecordComparison(noticed: Timestamp(secondsSinceEpoch: 1_795_000_000 + number))
        .changes(from: first, to: later)
    }
    let site = try SampleSite.site(Array(first.dropFirst()), log: ChangeLog(changes))
    let page = SampleSite.body("/changes?lang=en", of: site)
    #expect(page.contains("The latest 100 of 110"))
    // The program is no longer in the index, so that no link leads to it.
    #expect(!page.contains("programs/mihon"))
    let feed = SampleSite.body("/changes.atom?lang=en", of: site)
    #expect(!feed.contains("programs/mihon"))
  }

  @Test("the feed names itself, its page and a date of our time")
  func feed() throws {
    let site = try SampleSite.site()
    let feed = SampleSite.body("/changes.atom", of: site)
    #expect(feed.contains("<link rel=\"self\" href=\"changes.atom\"/>"))
    #expect(feed.contains("<updated>2026-11-21T00:00:00Z</updated>"))
    var later = SampleRecords.programs
    later[0].facts.fee = SampleRecords.official(Fee(free: false, yearly: Bounds(exactly: 120_000)))
    let changes = try RecordComparison(noticed: Timestamp(secondsSinceEpoch: 1_795_000_000))
      .changes(from: SampleRecords.programs, to: later)
    let changed = SampleSite.body(
      "/changes.atom", of: try SampleSite.site(later, log: ChangeLog(changes)))
    #expect(changed.contains("rel=\"alternate\" href=\"programs/mihon/practical-training\""))
  }

  @Test("what rules say is no offer of the hospital in the data for other programs")
  func linkedData() throws {
    let fee = SampleRecords.official(Fee(free: false, yearly: Bounds(exactly: 120_000)))
    var rules = fee
    rules.basis = .regulation
    for (fact, isOffer) in [(fee, true), (rules, false)] {
      let program = SampleRecords.program(
        "mihon", name: "見本大学病院", prefecture: "宮城県", city: "仙台市"
      ) { $0.fee = fact }
      let page = SampleSite.body(
        "/programs/mihon/practical-training", of: try SampleSite.site([program]))
      #expect(page.contains("\"price\":120000") == isOffer)
    }
  }

  @Test("an id that no program can have is not written into every link")
  func longIDs() {
    let long = String(repeating: "a", count: PageState.longestID + 1)
    let known = String(long.dropLast())
    let state = PageState(WebRequest("/compare?id=\(long)&id=\(known)"))
    #expect(state.compared == [known])
    #expect(state.leftOut.isEmpty)
  }
}
