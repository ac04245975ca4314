import RecruitmentModel
import TestKit
import Testing

@testable import WebPages

@Suite("No text brings markup into a page")
struct InjectionTests {
  /// The pages that show records.
  private static let targets = [
    "/?view=table", "/?view=cards&lang=en", "/map", "/timeline?lang=zh",
    "/compare?id=mihon/practical-training&ruby=1",
    "/programs/mihon/practical-training?ruby=1", "/programs/mihon/practical-training?lang=en",
  ]

  @Test("text of a record stays text", arguments: Attacks.places.map(\.name))
  func stored(_ place: String) throws {
    for text in Attacks.texts {
      let site = try SampleSite.site([Attacks.record(text, at: place)])
      for target in Self.targets {
        let response = site.response(to: WebRequest(target))
        #expect(response.status == 200)
        let audit = MarkupAudit(response.body)
        #expect(audit.faults.isEmpty, "\(target) with \(text)")
        #expect(audit.tags > 20)
      }
    }
  }

  private static let parameters = [
    "q", "kind", "place", "region", "fee", "deadline", "recommendation", "obligation", "start",
    "status", "sort",
    "view", "page", "lang", "ruby", "id", "nothing",
  ]

  @Test("what stands in an address stays text", arguments: parameters)
  func reflected(_ name: String) throws {
    let site = try SampleSite.site()
    for text in Attacks.texts {
      let value = PercentCoding.encoded(text)
      for page in [
        "/", "/map", "/timeline", "/compare", "/changes", "/programs/mihon/practical-training",
      ] {
        for target in [
          "\(page)?\(name)=\(value)", "\(page)?\(value)=1&\(name)=a\(value)",
          "\(page)/\(value)?q=a",
        ] {
          let response = site.response(to: WebRequest(target))
          #expect([200, 302, 400, 404].contains(response.status), "\(target)")
          guard response.status != 302 else { continue }
          #expect(MarkupAudit(response.body).faults.isEmpty, "\(target)")
        }
      }
    }
  }

  @Test("an id that is markup leads to its program and nowhere else")
  func ids() throws {
    for text in Attacks.texts where !text.contains("\u{0}") {
      var program = SampleRecords.programs[0]
      program.id = text + "/x"
      program.institution.id = nil
      let site = try SampleSite.site([program])
      let response = site.response(to: WebRequest("/"))
      #expect(MarkupAudit(response.body).faults.isEmpty, "\(text)")
    }
  }

  @Test("errors of queries stay text", arguments: Attacks.texts)
  func queryErrors(_ text: String) throws {
    let value = PercentCoding.encoded("\(text) foo:\(text) fee:\(text)")
    let response = try SampleSite.site().response(to: WebRequest("/?q=\(value)"))
    #expect(MarkupAudit(response.body).faults.isEmpty)
  }
}
