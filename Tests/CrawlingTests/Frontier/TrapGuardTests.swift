import RecruitmentModel
import Testing

@testable import Crawling

@Suite("Addresses that lead nowhere") struct TrapGuardTests {
  private func admitted(_ paths: [String]) -> Int {
    var traps = TrapGuard()
    return paths.compactMap { WebAddress("https://h.example" + $0) }.count { traps.admits($0) }
  }

  @Test(
    "Of a calendar, a list by filters, a path without end only the first are visited",
    arguments: [
      ((1...200).map { "/calendar/2026/\($0)/" }, TrapGuard.mostOfOneShape),
      ((1...200).map { "/list?page=\($0)" }, TrapGuard.mostOfOneShape),
      ((1...200).map { "/news/\($0).html" }, TrapGuard.mostNumbered),
      ((1...200).map { "/2026/news/\($0).html" }, TrapGuard.mostOfOneShape),
      ((1...50).map { "/list?a=\($0)&b=1&c=2&d=3&e=4" }, 0),
      ((3...30).map { "/" + String(repeating: "a/", count: $0) }, 0),
      (
        [
          String(repeating: "/x", count: 1) + "/" + (1...20).map { "s\($0)" }.joined(separator: "/")
        ], 0
      ),
      (["/education/shuren/", "/recruit/2026/guide.html", "/a?id=1"], 3),
      ((0..<100).map { "/p" + String(repeating: "q", count: $0) }, 100),
    ] as [([String], Int)])
  func traps(_ paths: [String], _ expected: Int) {
    #expect(admitted(paths) == expected)
  }

  @Test(
    "Session ids and marks of campaigns are no part of an address",
    arguments: [
      ("/a?PHPSESSID=123", "/a"), ("/a?x=1&jsessionid=5", "/a?x=1"),
      ("/a;jsessionid=AB12?x=1", "/a?x=1"), ("/a?utm_source=x&id=3&utm_medium=y", "/a?id=3"),
      ("/a?id=3", "/a?id=3"), ("/a?", "/a?"), ("/a;b", "/a;b"), ("/a?ASPSESSIONIDQQ=1", "/a"),
    ] as [(String, String)])
  func sessions(_ path: String, _ expected: String) throws {
    let address = try #require(WebAddress("https://h.example" + path))
    #expect(address.withoutSession.target == expected)
  }
}

@Suite("How often a page is asked for") struct RevisitRhythmTests {
  @Test(
    "A page rests the longer, the longer it is the same, but not in the season",
    arguments: [
      ("2026-06-10", 10, 1, true), ("2026-06-10", 40, 1, false), ("2026-06-10", 40, 2, true),
      ("2026-06-10", 100, 3, false), ("2026-06-10", 100, 4, true), ("2026-06-10", 300, 6, false),
      ("2026-06-10", 300, 7, true), ("2026-11-10", 300, 1, true), ("2027-01-10", 300, 1, true),
    ] as [(String, Int, Int, Bool)])
  func rhythm(_ today: String, _ unchangedFor: Int, _ restedFor: Int, _ isDue: Bool) throws {
    let now = try #require(Timestamp(today + "T18:00:00Z"))
    let checked = Timestamp(secondsSinceEpoch: now.secondsSinceEpoch - restedFor * 86_400)
    let fetched = Timestamp(
      secondsSinceEpoch: checked.secondsSinceEpoch - unchangedFor * 86_400)
    #expect(RevisitRhythm().isDue(fetchedAt: fetched, checkedAt: checked, now: now) == isDue)
  }
}
