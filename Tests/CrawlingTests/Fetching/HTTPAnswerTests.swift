import PageArchive
import RecruitmentModel
import Testing

@testable import Crawling

@Suite("An answer") struct HTTPAnswerTests {
  private func answer(_ status: Int, _ fields: [String: String]) -> HTTPAnswer {
    let headers = fields.map { HeaderField(name: $0.key, value: $0.value) }
    return HTTPAnswer(status: status, headers: headers, body: [], requestHeaders: [])
  }

  @Test(
    "asks for a pause in seconds or until a date (RFC 9110, 10.2.3)",
    arguments: [
      (503, "120", .seconds(120)), (429, "0", .zero),
      (429, "Sun, 06 Nov 1994 08:49:47 GMT", .seconds(10)),
      (429, "Sun, 06 Nov 1994 08:00:00 GMT", .zero), (200, "120", nil), (503, "soon", nil),
      (503, "-5", nil), (503, "99999999999999999999", .seconds(Int(Int32.max))),
      (503, " 12 ", .seconds(12)), (503, "", nil), (503, "1.5", nil),
      (503, "9999999999", .seconds(Int(Int32.max))),
    ] as [(Int, String, Duration?)])
  func pauses(status: Int, field: String, pause: Duration?) throws {
    let now = try #require(Timestamp("1994-11-06T08:49:37Z"))
    #expect(answer(status, ["Retry-After": field]).pauseAsked(at: now) == pause)
  }

  @Test(
    "redirects only with a status and a target for it",
    arguments: [
      (301, "/x", true), (302, "/x", true), (303, "/x", true), (307, "/x", true), (308, "/x", true),
      (300, "/x", false), (304, "/x", false), (200, "/x", false),
    ])
  func redirects(status: Int, target: String, isRedirect: Bool) {
    #expect((answer(status, ["location": target]).redirect == target) == isRedirect)
    #expect(answer(status, [:]).redirect == nil)
  }

  @Test(
    "has dates in three forms",
    arguments: [
      ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
      ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"),
      ("Monday, 06-Nov-34 08:49:37 GMT", "2034-11-06T08:49:37Z"),
      ("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z"), ("", nil), ("soon", nil),
      ("Sun Nov 31 1994", nil), ("Sun, 31 Feb 1994 08:49:37 GMT", nil),
    ] as [(String, String?)])
  func dates(text: String, date: String?) {
    #expect(HTTPDate.timestamp(text)?.description == date)
  }
}
