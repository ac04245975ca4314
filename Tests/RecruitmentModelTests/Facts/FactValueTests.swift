import Foundation
import RecruitmentModel
import Testing

/// Two statements of one fact as JSON values, and what they say together; nil where they do not agree.
struct Agreement: Sendable, CustomTestStringConvertible {
  let one: String
  let other: String
  let both: String?

  init(_ one: String, _ other: String, _ both: String?) {
    self.one = one
    self.other = other
    self.both = both
  }

  var testDescription: String { "\(one) with \(other)" }

  /// Whether joining them in either order gives what it should.
  func holds<Value: FactValue>(for type: Value.Type) throws -> Bool {
    let decode = { (text: String) in try JSONDecoder().decode(type, from: Data(text.utf8)) }
    let wanted = try both.map(decode)
    return try decode(one).joined(with: decode(other)) == wanted
      && decode(other).joined(with: decode(one)) == wanted
  }
}

@Suite("Two statements of one thing")
struct FactValueTests {
  @Test(
    "about rounds agree where one says more than the other",
    arguments: [
      Agreement(
        #"{"windows":[{"closes":"2026-12-04"}]}"#,
        #"{"windows":[{"opens":"2026-11-04","closes":"2026-12-04","time":"17:00","rule":"arrive"}]}"#,
        #"{"windows":[{"opens":"2026-11-04","closes":"2026-12-04","time":"17:00","rule":"arrive"}]}"#
      ),
      Agreement(
        #"{"windows":[{"closes":"2026-12","part":"early"}]}"#,
        #"{"windows":[{"closes":"2026-12-04"}]}"#, #"{"windows":[{"closes":"2026-12-04"}]}"#),
      Agreement(
        #"{"windows":[{"closes":"2026-12","part":"late"}]}"#,
        #"{"windows":[{"closes":"2026-12-04"}]}"#, nil),
      Agreement(
        #"{"windows":[{"closes":"XXXX-12-04"}]}"#, #"{"windows":[{"closes":"2026-12-04"}]}"#,
        #"{"windows":[{"closes":"2026-12-04"}]}"#),
      Agreement(
        #"{"windows":[{"closes":"2026-12-04"}]}"#, #"{"windows":[{"closes":"2026-12-05"}]}"#, nil),
      Agreement(
        #"{"windows":[{"closes":"2026-12-04","time":"17:00"}]}"#,
        #"{"windows":[{"closes":"2026-12-04","time":"15:00"}]}"#, nil),
      Agreement(
        #"{"windows":[{"opens":"2026-11-04"}]}"#, #"{"windows":[{"closes":"2026-12-04"}]}"#, nil),
      Agreement(
        #"{"windows":[{"closes":"2027-01-15"}]}"#,
        #"{"windows":[{"closes":"2026-12-04"},{"closes":"2027-01-15","time":"17:00"}]}"#,
        #"{"windows":[{"closes":"2026-12-04"},{"closes":"2027-01-15","time":"17:00"}]}"#),
      Agreement(#"{"rolling":true}"#, #"{"windows":[{"closes":"2026-12-04"}]}"#, nil),
    ])
  func applications(_ pair: Agreement) throws {
    #expect(try pair.holds(for: Application.self))
  }

  @Test(
    "about fees agree where the charges of one fit into the sum of the other",
    arguments: [
      Agreement(
        #"{"free":false,"yearly":{"min":372000,"max":372000}}"#,
        #"{"free":false,"items":[{"name":"修練料","amount":{"min":30000,"max":30000},"per":"month"}]}"#,
        #"{"free":false,"yearly":{"min":372000,"max":372000},"items":[{"name":"修練料","amount":{"min":30000,"max":30000},"per":"month"}]}"#
      ),
      Agreement(
        #"{"free":false,"yearly":{"min":300000,"max":300000}}"#,
        #"{"free":false,"items":[{"name":"修練料","amount":{"min":30000,"max":30000},"per":"month"}]}"#,
        nil),
      Agreement(
        #"{"free":false,"items":[{"name":"研修料","amount":{"min":30000,"max":30000},"per":"month","tax":"included"}]}"#,
        #"{"free":false,"items":[{"name":"登録料","amount":{"min":9000,"max":9000},"per":"once"},{"name":"修練料","amount":{"min":30000,"max":30000},"per":"month"}]}"#,
        #"{"free":false,"items":[{"name":"登録料","amount":{"min":9000,"max":9000},"per":"once"},{"name":"修練料","amount":{"min":30000,"max":30000},"per":"month","tax":"included"}]}"#
      ),
      Agreement(
        #"{"free":false,"items":[{"name":"修練料","amount":{"min":30000,"max":30000},"per":"month","tax":"included"}]}"#,
        #"{"free":false,"items":[{"name":"修練料","amount":{"min":30000,"max":30000},"per":"month","tax":"excluded"}]}"#,
        nil),
      Agreement(#"{"free":true}"#, #"{"free":false}"#, nil),
    ])
  func fees(_ pair: Agreement) throws { #expect(try pair.holds(for: Fee.self)) }

  @Test(
    "about an office agree only where they share a part",
    arguments: [
      Agreement(
        #"{"office":"教務係","phone":"076-000-0456"}"#, #"{"office":"教務係","email":"a@example.jp"}"#,
        #"{"office":"教務係","phone":"076-000-0456","email":"a@example.jp"}"#),
      Agreement(#"{"office":"教務係"}"#, #"{"email":"a@example.jp"}"#, nil),
      Agreement(#"{"office":"教務係","phone":"1"}"#, #"{"office":"教務係","phone":"2"}"#, nil),
    ])
  func contacts(_ pair: Agreement) throws { #expect(try pair.holds(for: Contact.self)) }

  @Test(
    "about the choice agree where one names fewer steps or days",
    arguments: [
      Agreement(
        #"{"steps":[{"method":"interview","date":"2026-12-18"}]}"#,
        #"{"steps":[{"method":"documents"},{"method":"interview"}],"result":"2026-12-25"}"#,
        #"{"steps":[{"method":"documents"},{"method":"interview","date":"2026-12-18"}],"result":"2026-12-25"}"#
      ),
      Agreement(
        #"{"steps":[{"method":"written"}]}"#, #"{"steps":[{"method":"interview"}]}"#, nil),
      Agreement(
        #"{"steps":[],"result":"2026-12-25"}"#, #"{"steps":[],"result":"2026-12-26"}"#, nil),
    ])
  func selections(_ pair: Agreement) throws { #expect(try pair.holds(for: Selection.self)) }

  @Test(
    "about the training, places, duties and lists",
    arguments: [
      Agreement(
        #"{"months":{"min":12,"max":12}}"#, #"{"starts":"2027-04"}"#,
        #"{"months":{"min":12,"max":12},"starts":"2027-04"}"#),
      Agreement(#"{"starts":"2027-04-01"}"#, #"{"starts":"2027-01-04"}"#, nil),
      Agreement(#"{"starts":"2027-04-01"}"#, #"{"ends":"2027-03-31"}"#, nil),
      Agreement(
        #"{"starts":"2027-04-01"}"#, #"{"ends":"2027-04-01"}"#,
        #"{"starts":"2027-04-01","ends":"2027-04-01"}"#),
    ])
  func trainings(_ pair: Agreement) throws { #expect(try pair.holds(for: Training.self)) }

  @Test("about papers agree where one list has all of the other")
  func lists() {
    #expect(["履歴書"].joined(with: ["診断書", "履歴書"]) == ["診断書", "履歴書"])
    #expect(["履歴書"].joined(with: ["診断書"]) == nil)
    #expect(Capacity(few: true).joined(with: Capacity(min: 2, max: 2)) == nil)
    #expect(Capacity(min: 4).joined(with: Capacity(max: 2)) == nil)
    #expect(Capacity(min: 2).joined(with: Capacity(max: 4)) == Capacity(min: 2, max: 4))
    #expect(Obligation(scope: []).joined(with: Obligation(scope: [.hospital])) == nil)
  }

  @Test("are one fact, with the evidence of both pages, as old as the older")
  func agreeingFactsJoin() throws {
    let page = { (day: String, months: Bounds?, starts: String?) in
      Fact(
        Training(months: months, starts: starts.flatMap { PartialDate($0) }), basis: .official,
        asOf: PartialDate(day), evidence: [.page(PageEvidence(page: 0, section: nil, quote: day))])
    }
    let merged = page("2026-11-20", Bounds(exactly: 12), nil)
      .merged(with: page("2026-11-21", nil, "2027-04"))
    #expect(merged.value.months == Bounds(exactly: 12))
    #expect(merged.value.starts == PartialDate("2027-04"))
    #expect(merged.evidence.count == 2 && merged.conflicts.isEmpty)
    #expect(merged.asOf == PartialDate("2026-11-20"))
  }

  @Test("of which neither is stronger: the more cautious counts, the other stays as a conflict")
  func cautionDecides() throws {
    func wins<Value: FactValue>(_ cautious: Value, over bold: Value) -> Bool {
      let fact = { (value: Value) in
        Fact(value, basis: .official, asOf: PartialDate("2026-11-20"), evidence: [])
      }
      return [
        fact(cautious).merged(with: fact(bold)), fact(bold).merged(with: fact(cautious)),
      ].allSatisfy { $0.value == cautious && $0.conflicts.map(\.value) == [bold] }
    }
    let until = { (day: String) in
      Application(windows: [ApplicationWindow(closes: PartialDate(day))])
    }
    #expect(wins(until("2026-12-04"), over: until("2026-12-05")))
    #expect(wins(until("2026-12-04"), over: Application(rolling: true)))
    #expect(wins(Fee(free: false), over: Fee(free: true)))
    #expect(
      wins(
        Fee(free: false, yearly: Bounds(exactly: 400_000)),
        over: Fee(free: false, yearly: Bounds(exactly: 300_000))))
    #expect(wins(Recommendation.inside, over: .notRequired))
    #expect(
      wins(Obligation(scope: [.prefecture], strength: .expected), over: Obligation(scope: [])))
    #expect(wins(Acceptance.no, over: .yes))
  }
}
