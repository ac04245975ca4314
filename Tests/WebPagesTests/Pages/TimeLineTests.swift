import Foundation
import RecruitmentModel
import TestKit
import Testing

@testable import WebPages

@Suite("The time line")
struct TimeLineTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let window: ApplicationWindow
    let says: String
    let never: String
    var testDescription: String { says }
  }

  private static func window(_ opens: String?, _ closes: String?) -> ApplicationWindow {
    ApplicationWindow(
      opens: opens.flatMap { PartialDate($0) }, closes: closes.flatMap { PartialDate($0) })
  }

  /// Today is 2026-11-21.
  private static let cases: [Case] = [
    Case(
      window: window("2026-11-04", "2026-12"),
      says: "application 2026-11-04 – 2026-12 (day not known)", never: "2026-12-31"),
    Case(
      window: window("2026-12", "2027-01"), says: "application 2026-12 – 2027-01 (day not known)",
      never: "2027-01-31"),
    Case(
      window: window("2026-11-10", nil), says: "application from 2026-11-10 (end not known)",
      never: "application 2026-11-10<"),
    Case(
      window: window(nil, "2026-12"), says: "closes 2026-12 (day not known)", never: "2026-12-31"),
    Case(
      window: window("2026-11-04", "2026-12-05"), says: "application 2026-11-04 – 2026-12-05",
      never: "not known)"),
    Case(
      window: window(nil, "XXXX-12-05"), says: ": closes 5 December, year unknown",
      never: "2026-12-05"),
    Case(
      window: window("2024-06-01", "2024-07-01"),
      says: "Dates too far away for the drawing: 1.", never: "<svg class=\"timeline\""),
  ]

  private static func page(_ program: Program) throws -> String {
    SampleSite.body("/timeline?lang=en", of: try SampleSite.site([program]))
  }

  private static func program(_ application: Fact<Application>) -> Program {
    SampleRecords.program("mihon", name: "見本大学病院", prefecture: "宮城県", city: "仙台市") {
      $0.application = application
    }
  }

  @Test("says of a date what is known and no more", arguments: cases)
  func windows(_ each: Case) throws {
    let page = try Self.page(
      Self.program(SampleRecords.official(Application(windows: [each.window]))))
    #expect(page.contains(each.says), "\(page.suffix(4000))")
    #expect(!page.contains(each.never))
  }

  @Test("what is far away is in the table, and is drawn at no other day")
  func farAway() throws {
    let application = Application(windows: [
      Self.window("2024-06-01", "2024-07-01"), Self.window("2026-11-04", "2026-12-05"),
      Self.window("2028-03-01", "2028-04-01"),
    ])
    let page = try Self.page(Self.program(SampleRecords.official(application)))
    #expect(page.components(separatedBy: "class=\"event window").count == 2)
    #expect(page.contains("too far away for the drawing: 2."))
    #expect(page.contains("2024-06-01 – 2024-07-01") && page.contains("2028-03-01 – 2028-04-01"))
  }

  @Test("what the hospital does not say itself is marked, with or without a day")
  func marks() throws {
    let windows = [Self.window(nil, "XXXX-12-05"), Self.window("2026-11-04", "2026-12-05")]
    let told = try Self.page(
      Self.program(SampleRecords.reported(Application(windows: windows))))
    #expect(told.components(separatedBy: "class=\"mark reported\"").count == 3)
    #expect(told.contains("2026-12-05 (reported)\"") && told.contains("class=\"told\""))
    let own = try Self.page(
      Self.program(SampleRecords.official(Application(windows: windows))))
    #expect(!own.contains("mark reported") && !own.contains("class=\"told\""))
  }
}
