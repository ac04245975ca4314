import Foundation
import Testing

@testable import RecruitmentModel

@Suite("JSON of values")
struct JSONScopeTests {
  /// A value with every kind of part.
  private struct Whole: Codable, Equatable {
    struct Part: Codable, Equatable {
      var zeta: String?
      var alpha: [Int]
    }

    enum Choice: Codable, Equatable {
      case nothing
      case words(String, count: Int)
    }

    var text: String
    var yes: Bool
    var least: Int64
    var share: Double
    var none: Int?
    var parts: [Part]
    var names: [String: [Double]]
    var choices: [Choice]
    var empty: [String]
  }

  private static func foundation(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static func ours(_ value: some Encodable) throws -> String {
    String(decoding: try JSONScope.bytes(of: value), as: UTF8.self)
  }

  @Test("is that of Foundation with sorted keys")
  func whole() throws {
    let value = Whole(
      text: "見本\"大学\\病院/\t\n\r\u{8}\u{C}\u{1F}", yes: false, least: .min, share: 0.85, none: nil,
      parts: [.init(zeta: nil, alpha: []), .init(zeta: "", alpha: [3, -1])],
      names: ["b": [1, 2.5], "a": [], "見本": [-0.0]],
      choices: [.nothing, .words("月額", count: 2)], empty: [])
    #expect(try Self.ours(value) == Self.foundation(value))
  }

  @Test("of every letter below 32 and of the signs is that of Foundation")
  func escapes() throws {
    let text = String(String.UnicodeScalarView((0..<0x7F).compactMap(Unicode.Scalar.init)))
    #expect(try Self.ours([text]) == Self.foundation([text]))
  }

  @Test(
    "escapes what steers a terminal or turns letters round, and nothing else",
    arguments: [
      ("\u{7F}", #"\u007f"#), ("\u{9B}", #"\u009b"#), ("\u{AD}", #"\u00ad"#),
      ("\u{600}", #"\u0600"#),
      ("\u{200B}", #"\u200b"#), ("\u{202E}", #"\u202e"#), ("\u{2028}", #"\u2028"#),
      ("\u{2066}", #"\u2066"#), ("\u{FEFF}", #"\ufeff"#), ("\u{E0001}", #"\udb40\udc01"#),
      ("①※～…２", "①※～…２"), ("é", "é"),
    ])
  func treacherous(text: String, json: String) throws {
    #expect(try Self.ours("a\(text)b") == "\"a\(json)b\"")
  }

  @Test("refuses numbers that JSON has not")
  func numbers() {
    #expect(throws: EncodingError.self) { try JSONScope.bytes(of: [Double.nan]) }
  }

  /// A value that writes through containers of containers.
  private struct Nested: Encodable {
    enum Key: String, CodingKey {
      case outer
      case inner
      case after
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      var outer = container.nestedContainer(keyedBy: Key.self, forKey: .outer)
      try container.encode(1, forKey: .after)
      var list = outer.nestedUnkeyedContainer(forKey: .inner)
      try list.encode("x")
      var inside = list.nestedContainer(keyedBy: Key.self)
      try inside.encode(true, forKey: .inner)
      try list.encode("y")
    }
  }

  @Test("of containers inside containers is that of Foundation")
  func nested() throws {
    #expect(try Self.ours([Nested(), Nested()]) == Self.foundation([Nested(), Nested()]))
  }
}
