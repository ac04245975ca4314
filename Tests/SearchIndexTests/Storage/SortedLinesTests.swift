import Testing

@testable import SearchIndex

/// Lines found by their keys, and by the beginnings of keys.
@Suite struct SortedLinesTests {
  private func lines(_ pairs: [(String, String)]) throws -> SortedLines {
    var builder = IndexBuilder(schema: try IndexSchema(textFields: []), formatTag: "")
    builder.attach(
      SortedLines.bytes(of: pairs.map { (key: $0.0, value: $0.1) }), named: "lines")
    let index = try InvertedIndex(bytes: builder.serialized())
    return try #require(index.lines(named: "lines"))
  }

  @Test("A key gives its values in the order in which they were given, and another key none")
  func values() throws {
    let lines = try lines([
      ("東北", "b"), ("東", "x"), ("東北", "a"), ("east", "tab\tin value"), ("", "no"),
    ])
    #expect(lines.count == 4)
    #expect(lines.lines(of: "東北").map(lines.value) == ["b", "a"])
    #expect(lines.lines(of: "east").map(lines.value) == ["tab\tin value"])
    #expect(lines.lines(of: "東北大").isEmpty)
    #expect(lines.lines(of: "").isEmpty)
    #expect(lines.isSound())
  }

  @Test("Going down finds every key that begins a text, as comparing each does", arguments: 0..<30)
  func walk(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let letters = ["a", "b", "都", "京", "é"]
    func word() -> String {
      (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        letters.randomElement(using: &generator) ?? ""
      }.joined()
    }
    let words = (0..<60).map { _ in word() }
    let lines = try lines(words.enumerated().map { ($0.element, String($0.offset)) })
    for text in (0..<40).map({ _ in word() + word() }) {
      var found: Set<String> = []
      var walk = SortedLines.Walk(lines)
      for byte in text.utf8 {
        guard walk.step(byte) else { break }
        found.formUnion(walk.ended.map(lines.value))
      }
      let expected = words.indices.filter { text.utf8.starts(with: words[$0].utf8) }
      #expect(found == Set(expected.map(String.init)))
    }
  }

  @Test("Bytes that are no lines are refused", arguments: [[], [1, 0, 0, 0], [9, 9, 9, 9, 9]])
  func damaged(bytes: [UInt8]) throws {
    var builder = IndexBuilder(schema: try IndexSchema(textFields: []), formatTag: "")
    builder.attach(bytes, named: "lines")
    let index = try InvertedIndex(bytes: builder.serialized())
    #expect(index.lines(named: "lines") == nil)
  }
}
