import Foundation
import QueryEngine
import RecruitmentModel
import TestKit
import Testing

@testable import WebPages

@Suite("The programs of a list")
struct ResultListTests {
  /// Two examinations of one office, two ways to a licence of one country, two offers of one hospital.
  private static let site = Result { try SampleSite.site(programs) }
  private static let programs: [Program] =
    [("mihon-119", "第119回見本試験"), ("mihon-120", "第120回見本試験")].map { id, title in
      program("office/\(id)", .examination, title) {
        $0.examDate = SampleRecords.official(
          [PartialDate("2026-11-09")].compactMap(\.self).map {
            ExaminationDay(part: "筆記", starts: $0)
          })
      }
    }
    + [("route-a", "見本国：道A"), ("route-b", "見本国：道B")].map { id, title in
      program("country/\(id)", .pathway, title)
    }
    + [("research-student", "見本 研究生募集"), ("registered-doctor", "見本 研修登録医募集")].map { id, title in
      program("mihon/\(id)", .other, title)
    }

  private static func program(
    _ id: String, _ kind: ProgramKind, _ title: String, _ change: (inout Facts) -> Void = { _ in }
  ) -> Program {
    var program = SampleRecords.program(
      String(id.prefix { $0 != "/" }), name: "見本", prefecture: "宮城県", city: "仙台市", kind: kind,
      title: title, change)
    program.id = id
    if kind != .other { program.institution.prefecture = nil }
    return program
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let target: String
    let titles: [String]
    var testDescription: String { target }
  }

  @Test(
    "what one office or hospital offers is told apart by its title",
    arguments: [
      Case(target: "/?kind=examination", titles: ["第119回見本試験", "第120回見本試験"]),
      Case(target: "/?kind=examination&view=cards&lang=en", titles: ["第119回見本試験", "第120回見本試験"]),
      Case(target: "/?kind=pathway", titles: ["見本国：道A", "見本国：道B"]),
      Case(target: "/?kind=other&lang=zh", titles: ["見本 研究生募集", "見本 研修登録医募集"]),
      Case(target: "/timeline?kind=examination", titles: ["第119回見本試験", "第120回見本試験"]),
      Case(
        target: "/compare?id=office/mihon-119&id=office/mihon-120&lang=en",
        titles: ["第119回見本試験", "第120回見本試験", "Remove from the comparison: 第119回見本試験"]),
      Case(target: "/programs/country/route-a", titles: ["<title>見本国：道A – "]),
    ])
  func titles(_ each: Case) throws {
    let body = SampleSite.body(each.target, of: try Self.site.get())
    for title in each.titles { #expect(body.contains(title), "\(title)") }
  }

  @Test("what a kind cannot have is not called unknown")
  func inapplicable() throws {
    let site = try Self.site.get()
    #expect(SampleSite.body("/?kind=pathway", of: site).contains("inapplicable"))
    let examinations = SampleSite.body("/?kind=examination", of: site)
    #expect(examinations.contains("2026-11-09"))
    #expect(examinations.contains("<span class=\"unseen\">該当しない</span>"))
    let other = SampleSite.body("/?kind=other", of: site)
    #expect(other.contains("<span class=\"unknown\">"))
    #expect(!other.contains("inapplicable"))
  }

  @Test("what nobody says of a way to a licence is unknown, what is said of it stands there")
  func pathway() throws {
    let silent = Self.program("country/route-a", .pathway, "見本国：道A")
    let stated = Self.program("country/route-b", .pathway, "見本国：道B") {
      $0.application = SampleRecords.official(Application(rolling: true))
    }
    let site = try SampleSite.site([silent, stated])
    let view = try FactView(
      context: PageContext(
        PageState(), addresses: Addresses(depth: 0, isStatic: true, language: .japanese),
        today: SampleSite.today,
        coverage: site.table.coverage))
    for name in [FactName.fee, .application, .eligibility, .documents, .contact] {
      #expect(view.value(name, of: silent).markup.contains("class=\"unknown\""), "\(name)")
    }
    for name in [FactName.examDate, .venues, .rules, .training, .capacity, .obligation] {
      #expect(view.value(name, of: silent).markup.contains("inapplicable"), "\(name)")
    }
    let page = SampleSite.body("/programs/country/route-b", of: site)
    #expect(page.contains("status rolling"))
    #expect(SampleSite.body("/programs/country/route-a", of: site).contains("status unknown"))
  }

  @Test("programs share cells of equal values only", arguments: ["", "&view=cards", "&lang=zh"])
  func sharedCells(_ parameters: String) throws {
    func fee(_ id: String, _ yearly: Int, _ change: (inout Fact<Fee>) -> Void = { _ in }) -> Program
    {
      Self.program("\(id)/practical-training", .practicalTraining, "見本 \(id)") {
        var fact = SampleRecords.official(
          Fee(free: false, yearly: Bounds(exactly: yearly)))
        change(&fact)
        $0.fee = fact
      }
    }
    let programs = [
      fee("a", 111_000), fee("b", 111_000) { $0.asOf = PartialDate("2020-01-01") },
      fee("c", 222_000),
      fee("d", 111_000) { $0.conflicts = [SampleRecords.official(Fee(free: true))] },
      fee("e", 111_000) { $0.basis = .reported },
    ]
    let site = try SampleSite.site(programs)
    for _ in 0..<2 {
      let body = SampleSite.body("/?\(parameters)", of: site)
      #expect(body.components(separatedBy: "111,000").count == 5)
      #expect(body.components(separatedBy: "222,000").count == 2)
      #expect(body.components(separatedBy: "mark conflict").count == 2)
      #expect(body.components(separatedBy: "mark reported").count == 2)
    }
  }
}
