import Foundation
import RecruitmentModel
import Testing

@testable import PageWorkflows

/// What one page states of a program, in short.
struct PageCase: Sendable {
  var name: String
  var intake: Int?
  var closes: String?
  var starts: String?
  var free: Bool?

  /// The page's record, under an address that is its name.
  var program: Program {
    let evidence: [Evidence] = [.page(PageEvidence(page: 0, section: nil, quote: name))]
    var program = Program(
      id: "mihon/practical-training", kind: .practicalTraining, title: "見本大学病院 実地修練生",
      institution: Institution(id: "mihon", name: "見本大学病院"), pages: [SourcePage(url: name)])
    program.facts.intake = intake.map {
      Fact(Intake(year: $0), basis: .official, evidence: evidence)
    }
    program.facts.application = closes.map {
      Fact(
        Application(windows: [ApplicationWindow(closes: PartialDate($0))]), basis: .official,
        evidence: evidence)
    }
    program.facts.training = starts.map {
      Fact(Training(starts: PartialDate($0)), basis: .official, evidence: evidence)
    }
    program.facts.fee = free.map { Fact(Fee(free: $0), basis: .official, evidence: evidence) }
    return program
  }
}

@Suite("The pages of one program")
struct ProgramMergingTests {
  static let cases: [(pages: [PageCase], together: Set<String>)] = [
    // Intakes that are stated.
    (
      [PageCase(name: "old", intake: 2026, free: true), PageCase(name: "new", intake: 2027)],
      ["new"]
    ),
    (
      [
        PageCase(name: "html", intake: 2027, closes: "2026-12-04"),
        PageCase(name: "pdf", intake: 2027, free: false),
      ], ["html", "pdf"]
    ),
    // A page without an intake goes with the newest whose days it fits.
    ([PageCase(name: "fees", free: false), PageCase(name: "new", intake: 2027)], ["fees", "new"]),
    (
      [
        PageCase(name: "left", closes: "2024-12-06", free: true),
        PageCase(name: "fees", free: false),
        PageCase(name: "new", intake: 2027),
      ], ["fees", "new"]
    ),
    (
      [PageCase(name: "left", closes: "2025-12-05"), PageCase(name: "new", closes: "2026-12-04")],
      ["new"]
    ),
    (
      [
        PageCase(name: "one", closes: "2026-12-04"),
        PageCase(name: "two", closes: "2026-12-04", starts: "2027-04-01"),
      ], ["one", "two"]
    ),
    (
      [PageCase(name: "left", starts: "2025-04-01"), PageCase(name: "new", intake: 2027)], ["new"]
    ),
    (
      [PageCase(name: "january", starts: "2028-01-05"), PageCase(name: "new", intake: 2027)],
      ["january", "new"]
    ),
    (
      [
        PageCase(name: "april", starts: "2027-04-01"),
        PageCase(name: "october", starts: "2027-10-01"),
      ],
      ["october"]
    ),
    // A date without a year decides nothing.
    (
      [PageCase(name: "yearless", closes: "XXXX-12-04"), PageCase(name: "new", intake: 2027)],
      ["yearless", "new"]
    ),
  ]

  @Test("go together if they can speak of one intake, in whatever order", arguments: cases.indices)
  func pagesGoTogether(index: Int) throws {
    let (pages, together) = Self.cases[index]
    for order in [pages, pages.reversed()] {
      let record = try #require(Program.joined(order.map(\.program)))
      #expect(Set(record.pages.map(\.url)) == together)
      for claim in record.facts.claims {
        for case .page(let words) in claim.evidence {
          #expect(record.pages[words.page].url == words.quote, "evidence points at its page")
        }
      }
    }
  }
}
