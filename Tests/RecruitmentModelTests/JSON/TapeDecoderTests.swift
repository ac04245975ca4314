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
}
