import RecruitmentModel
import TestKit
import Testing

@testable import WebPages

@Suite("No text brings markup into a page")
struct InjectionTests {
  /// The pages that show records.
  private static let lists = [
    "/?", "/?page=2", "/?page=3", "/?view=cards&lang=en", "/?view=cards&lang=en&page=2",
    "/?view=cards&lang=en&page=3", "/map?", "/timeline?lang=zh", "/timeline?lang=en&sort=fee",
  ]

  @Test("text of a record stays text", arguments: Attacks.places.map(\.name))
  func stored(_ place: String) throws {
    let programs = Attacks.texts.enumerated().map { number, text in
      var program = Attacks.record(text, at: place)
      program.id = "mihon\(number)/practical-training"
      return program
    }
    let site = try SampleSite.site(programs)
    let own = programs.flatMap { program in
      [
        "/programs/\(program.id)?ruby=1", "/programs/\(program.id)?lang=en",
        "/compare?id=\(program.id)",
      ]
    }
    for target in Self.lists + own {
      let response = site.response(to: WebRequest(target))
      #expect(response.status == 200, "\(target)")
      let audit = MarkupAudit(response.body)
      #expect(audit.faults.isEmpty, "\(target)")
      #expect(audit.tags > 20)
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
    let programs = Attacks.texts.map { text in
      var program = SampleRecords.programs[0]
      program.id = text + "/x"
      program.institution.id = nil
      return program
    }
    let site = try SampleSite.site(programs)
    for target in ["/", "/?page=2", "/?page=3", "/timeline", "/map"] {
      #expect(MarkupAudit(SampleSite.body(target, of: site)).faults.isEmpty, "\(target)")
    }
  }

  @Test("errors of queries stay text", arguments: Attacks.texts)
  func queryErrors(_ text: String) throws {
    let value = PercentCoding.encoded("\(text) foo:\(text) fee:\(text)")
    let response = try SampleSite.site().response(to: WebRequest("/?q=\(value)"))
    #expect(MarkupAudit(response.body).faults.isEmpty)
  }
}
