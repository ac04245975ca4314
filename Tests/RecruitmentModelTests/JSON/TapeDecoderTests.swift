import Foundation
import Testing

@testable import RecruitmentModel

/// What is decoded here is what Foundation decodes; what is not is left to it.
@Suite struct TapeDecoderTests {
  struct Sample: Codable, Equatable {
    struct Part: Codable, Equatable {
      var name: String
      var numbers: [Int]
      var share: Double?
    }

    enum Kind: String, Codable {
      case one
      case two
    }

    var flag: Bool?
    var kind: Kind?
    var names: [String: Int]?
    var part: Part?
    var parts: [Part]?
    var text: String?
  }

  static let readable = [
    "{}", #"{"flag":true}"#, #" { "flag" : false , "kind" : "two" } "#, #"{"text":""}"#,
    #"{"text":"修練 \"無料\" \\ \/ \n\t\r\b\f \u65E5\u672c \uD842\uDFB7"}"#,
    #"{"part":{"name":"a","numbers":[1,-2,0,9007199254740993],"share":-1.5e-3}}"#,
    #"{"parts":[{"name":"a","numbers":[]},{"name":"b","numbers":[7],"share":0}]}"#,
    #"{"names":{"a":1,"b":2},"unknown":[[],{},[{"x":[1.25,true]}]]}"#,
  ]

  @Test("reads what we write", arguments: readable)
  func reads(json: String) throws {
    let tape = try #require(JSONTape(Array(json.utf8)))
    let value = try TapeDecoder(tape: tape, number: 0).value(as: Sample.self)
    #expect(value == (try JSONDecoder().decode(Sample.self, from: Data(json.utf8))))
  }

  static let foreign = [
    "", "{", "}", "nul", #"{"flag":null}"#, #"{"flag":tru}"#, #"{"flag":true,}"#, #"{"flag" true}"#,
    #"{"text":"a","flag":true}"#, #"{"flag":true,"flag":false}"#, #"{"text":"a}"#,
    "{\"text\":\"a\nb\"}",
    #"{"part":01}"#, #"{"part":1.}"#, #"{"part":.5}"#, #"{"part":-}"#, #"{"part":1e}"#, "{} {}",
    "[1,]",
    String(repeating: "[", count: 200) + String(repeating: "]", count: 200),
  ]

  @Test("leaves anything else alone", arguments: foreign)
  func refuses(json: String) {
    #expect(JSONTape(Array(json.utf8)) == nil)
  }

  static let unfit = [
    #"{"flag":1}"#, #"{"text":1}"#, #"{"kind":"three"}"#, #"{"part":{"name":"a"}}"#, "[]", "1",
    #"{"part":{"name":"a","numbers":[1.5]}}"#,
    #"{"part":{"name":"a","numbers":[99999999999999999999]}}"#,
    #"{"text":"\x"}"#, #"{"text":"\uD842"}"#, #"{"text":"\u12"}"#, #"{"text":"\uD842\u0041"}"#,
  ]

  @Test("throws where a value does not fit", arguments: unfit)
  func throwsOnUnfit(json: String) {
    #expect(throws: (any Error).self) {
      let tape = try #require(JSONTape(Array(json.utf8)))
      _ = try TapeDecoder(tape: tape, number: 0).value(as: Sample.self)
    }
  }

  @Test("refuses bytes that are no UTF-8")
  func refusesOtherBytes() throws {
    let bytes = Array(#"{"text":""#.utf8) + [0xE3, 0x81] + Array(#""}"#.utf8)
    let tape = try #require(JSONTape(bytes))
    #expect(throws: (any Error).self) {
      try TapeDecoder(tape: tape, number: 0).value(as: Sample.self)
    }
  }

  @Test("finds the end of a text and its escapes wherever they stand", arguments: 0...17)
  func textsOfEveryLength(length: Int) throws {
    let head = String(repeating: "a", count: length)
    for tail in ["", #"\""#, #"\n長い文"#, #"\\"#, "\u{7F}é", #"\\\"\\bbbbbbbbbbbb\t"#] {
      let json = #"{"text":""# + head + tail + #""}"#
      let tape = try #require(JSONTape(Array(json.utf8)))
      let value = try TapeDecoder(tape: tape, number: 0).value(as: Sample.self)
      #expect(value == (try JSONDecoder().decode(Sample.self, from: Data(json.utf8))))
      #expect(JSONTape(Array((#"{"text":""# + head + "\u{1}" + tail + #""}"#).utf8)) == nil)
    }
  }

  private static let page = #"{"page":0,"quote":"q"}"#

  private static func fact(_ evidence: String, _ rest: String = #""value":"yes""#) -> String {
    #"{"basis":"official","evidence":\#(evidence),\#(rest)}"#
  }

  static let facts = [
    fact("[\(page)]"),
    fact(#"[{"end":9,"note":"n","page":1,"quote":"q","section":"s","start":2}]"#),
    fact(##"[{"note":"n","seen":"2026-11-01","url":"https://a.example.jp/#x"},\##(page)]"##),
    #"{"asOf":"2026-11","basis":"reported","confidence":0.5,"conflicts":[\#(fact("[\(page)]"))],"#
      + #""evidence":[\#(page)],"value":"no"}"#,
  ]

  @Test("reads facts as Foundation does", arguments: facts)
  func readsFacts(json: String) throws {
    let tape = try #require(JSONTape(Array(json.utf8)))
    let fact = try TapeDecoder(tape: tape, number: 0).value(as: Fact<Acceptance>.self)
    #expect(fact == (try JSONDecoder().decode(Fact<Acceptance>.self, from: Data(json.utf8))))
  }

  static let faultyFacts = [
    fact("[]"), fact("{}"), fact("[1]"), fact(#"[{"page":0}]"#),
    fact(#"[{"page":"0","quote":"q"}]"#),
    fact(#"[{"note":1,"page":0,"quote":"q"}]"#), fact(#"[{"quote":"q"}]"#),
    fact("[\(page)]", #""value":"perhaps""#), fact("[\(page)]", #""values":"yes""#),
    #"{"basis":"official","value":"yes"}"#, #"{"evidence":[\#(page)],"value":"yes"}"#, "[]",
    #"{"asOf":"soon","basis":"official","evidence":[\#(page)],"value":"yes"}"#,
    #"{"basis":"official","conflicts":{},"evidence":[\#(page)],"value":"yes"}"#,
  ]

  @Test("refuses facts as Foundation does", arguments: faultyFacts)
  func refusesFacts(json: String) throws {
    let tape = try #require(JSONTape(Array(json.utf8)))
    #expect(throws: (any Error).self) {
      try TapeDecoder(tape: tape, number: 0).value(as: Fact<Acceptance>.self)
    }
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(Fact<Acceptance>.self, from: Data(json.utf8))
    }
  }

  /// What facts may hold, well and badly written.
  static let values: [(fact: String, value: String, isRead: Bool)] = [
    ("accepting", #""by-enquiry""#, true), ("accepting", "true", false),
    ("application", #"{"note":"n","rolling":true}"#, true), ("application", "[]", false),
    (
      "application",
      #"{"windows":[{"closes":"2026-12","opens":"XXXX-11-04","part":"late","rule":"arrive","#
        + #""time":"17:00"},{}]}"#, true
    ),
    ("application", #"{"windows":[{"closes":"2026-13"}]}"#, false),
    ("application", #"{"windows":[{"rule":"never"}]}"#, false),
    ("application", #"{"windows":{}}"#, false), ("application", #"{"rolling":1}"#, false),
    ("capacity", #"{"few":true,"max":3,"min":2}"#, true), ("capacity", #"{"max":1.5}"#, false),
    ("contact", #"{"email":"a@b","office":"o","phone":"1"}"#, true), ("contact", #""o""#, false),
    ("departments", #"["内科","\u5916科"]"#, true), ("departments", #"[1]"#, false),
    ("departments", #""内科""#, false),
    ("examDate", #"[{"ends":"2026-11-09","part":"p","starts":"2026-11-08"}]"#, true),
    ("examDate", #"[{"part":"p"}]"#, false), ("examDate", #"{"starts":"2026-11-08"}"#, false),
    ("fee", #"{"free":true}"#, true), ("fee", "{}", false), ("fee", #"{"free":"yes"}"#, false),
    (
      "fee",
      #"{"free":false,"items":[{"amount":{"max":2},"name":"n","per":"year","tax":"exempt"}],"#
        + #""yearly":{"max":3,"min":1}}"#, true
    ),
    ("fee", #"{"free":false,"items":[{"name":"n","per":"year"}]}"#, false),
    ("fee", #"{"free":false,"yearly":3}"#, false),
    ("intake", #"{"year":2027}"#, true), ("intake", #"{"year":"2027"}"#, false),
    ("intake", "2027", false),
    ("obligation", #"{"scope":["hospital","prefecture"],"strength":"expected"}"#, true),
    ("obligation", #"{"strength":"expected"}"#, false), ("obligation", #"{"scope":["x"]}"#, false),
    ("recommendation", #""inter\u006eal""#, true), ("recommendation", #""inside""#, false),
    ("rules", #"[{"id":"a","needs":{"years":[1,true,"x"]},"text":"t"}]"#, true),
    ("rules", #"[{"id":"a"}]"#, false),
    ("selection", #"{"result":"2027","steps":[{"date":"2026-12-18","method":"interview"}]}"#, true),
    ("selection", "{}", false), ("selection", #"{"steps":[{"date":"2026-12-18"}]}"#, false),
    (
      "steps",
      #"[{"leadsTo":["b"],"name":"n","order":1,"requires":[],"stage":"licence"}]"#, true
    ),
    ("steps", #"[{"name":"n","order":1}]"#, false),
    ("training", #"{"ends":"2027-12-28","months":{"min":12},"starts":"2027-01-04"}"#, true),
    ("training", #"{"starts":"2027-01-04T00"}"#, false), ("training", #"{"months":12}"#, false),
    ("venues", "[]", true),
  ]

  @Test("reads or refuses what a fact holds as Foundation does", arguments: values)
  func readsValues(fact: String, value: String, isRead: Bool) throws {
    let stated = Self.fact("[\(Self.page)]", #""value":\#(value)"#)
    let json =
      #"{"facts":{"\#(fact)":\#(stated)},"id":"a/b","institution":{"name":"見本病院"},"#
      + #""kind":"other","schema":1,"title":"見本"}"#
    let tape = try #require(JSONTape(Array(json.utf8)))
    let read = try? Program(tape: TapeDecoder(tape: tape, number: 0))
    #expect(read == (try? JSONDecoder().decode(Program.self, from: Data(json.utf8))))
    #expect((read != nil) == isRead)
  }

  @Test("refuses a record whose parts are of another kind, as Foundation does")
  func refusesRecords() throws {
    let institution = #""institution":{"name":"見本病院"}"#
    func record(_ facts: String, _ pages: String = "[]", schema: Int = 1) -> String {
      #"{"facts":\#(facts),"id":"a/b",\#(institution),"kind":"other","pages":\#(pages),"#
        + #""schema":\#(schema),"title":"見本"}"#
    }
    let page =
      #"[{"fetchedAt":"2026-11-22T01:02:03Z","goneSince":"2026-11-22T01:02:04Z","url":"u"}]"#
    for (json, isRead) in [
      (record("{}"), true), (record("{}", page), true), (record("[]"), false), (record("1"), false),
      (record(#"{"fee":[]}"#), false), (record(#"{"fee":{}}"#), false), (record("{}", "{}"), false),
      (record("{}", "[1]"), false), (record("{}", schema: 2), false),
    ] {
      let tape = try #require(JSONTape(Array(json.utf8)))
      let read = try? TapeDecoder(tape: tape, number: 0).value(as: Program.self)
      #expect(read == (try? JSONDecoder().decode(Program.self, from: Data(json.utf8))), "\(json)")
      #expect((read != nil) == isRead, "\(json)")
    }
  }
}
