import Foundation
import Testing

/// Index files that are cut off, altered, foreign or of a later version, and queries that cannot be read:
/// the contract's status, a message that shows the place, and the file as it was.
@Suite struct IndexCheckTests {
  private static let record =
    #"{"facts":{},"id":"a/practical-training","institution":{"name":"見本大学病院"},"kind":"practical-training","schema":1,"text":"訪問診療に同行する","title":"見本"}"#

  /// A folder with an index that is gone afterwards.
  private func withIndex(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "check-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let records = folder.appending(path: "r.jsonl")
    try (Self.record + "\n").write(to: records, atomically: true, encoding: .utf8)
    let index = folder.appending(path: "index").path
    #expect(try await ProgramRun.of("index", "--from", records.path, "--index", index).status == 0)
    try await body(index)
  }

  @Test("A whole index is said to be whole, and a missing one ends with 66")
  func whole() async throws {
    try await withIndex { index in
      let run = try await ProgramRun.of("check", "--index", index)
      #expect(run.status == 0 && run.output.contains("is whole: 1 records"), "\(run.messages)")
      try FileManager.default.removeItem(atPath: index + "/programs.idx")
      #expect(try await ProgramRun.of("check", "--index", index).status == 66)
    }
  }

  struct Damage: Sendable {
    let name: String
    let message: String
    let change: @Sendable (inout [UInt8]) -> Void
  }

  static let damages = [
    Damage(name: "cut off", message: "cut off") { $0.removeLast($0.count / 2) },
    Damage(name: "empty", message: "no index") { $0 = [] },
    Damage(name: "altered", message: "checksum") { $0[$0.count / 2] ^= 1 },
    Damage(name: "foreign", message: "no index") { $0 = Array("SQLite format 3\0 and more".utf8) },
    Damage(name: "of a later file version", message: "file version 250") { $0[4] = 250 },
    Damage(name: "longer", message: "header") { $0 += [0, 0, 0, 0] },
  ]

  @Test(
    "A damaged index ends with 65 in check and in query, and is left as it is", arguments: damages)
  func damaged(damage: Damage) async throws {
    try await withIndex { index in
      let file = URL(fileURLWithPath: index + "/programs.idx")
      var bytes = [UInt8](try Data(contentsOf: file))
      damage.change(&bytes)
      try Data(bytes).write(to: file)
      for arguments in [["check"], ["query", "診療"]] {
        let run = try await ProgramRun.of(arguments + ["--index", index])
        #expect(run.status == 65, "\(arguments): \(run.messages)")
        #expect(
          run.messages.contains("programs.idx") && run.messages.contains(damage.message),
          "\(run.messages)")
      }
      #expect([UInt8](try Data(contentsOf: file)) == bytes)
    }
  }

  struct BadRecord: Sendable {
    let change: (String, String)
    let key: String
  }

  @Test(
    "A record that breaks the contract ends with 65 and names file, line and key; the old index stays",
    arguments: [
      BadRecord(change: (#""schema":1"#, #""schema":2"#), key: "schema"),
      BadRecord(change: (#""schema":1,"#, ""), key: "schema"),
      BadRecord(
        change: (
          #""facts":{}"#,
          #""facts":{"fee":{"basis":"official","evidence":[],"value":{"free":true}}}"#
        ), key: "facts.fee.evidence"),
      BadRecord(change: (#""facts":{}"#, #""facts":{"fee":null}"#), key: "fee"),
      BadRecord(change: (#""kind":"practical-training""#, #""kind":"cooking""#), key: "kind"),
      BadRecord(change: (#""title":"見本""#, #""title":7"#), key: "title"),
      BadRecord(change: (#"{"facts""#, #"{{"facts""#), key: "line 2"),
      BadRecord(change: ("", ""), key: "id"),
    ])
  func badRecord(bad: BadRecord) async throws {
    try await withIndex { index in
      let records = index + "-bad.jsonl"
      let other =
        bad.change.0.isEmpty ? Self.record : Self.record.replacing(bad.change.0, with: bad.change.1)
      try (Self.record + "\n" + other + "\n").write(
        toFile: records, atomically: true, encoding: .utf8)
      let file = URL(fileURLWithPath: index + "/programs.idx")
      let before = try Data(contentsOf: file)
      let run = try await ProgramRun.of("index", "--from", records, "--index", index)
      #expect(run.status == 65, "\(run.messages)")
      #expect(
        run.messages.contains("-bad.jsonl, line 2") && run.messages.contains(bad.key),
        "\(run.messages)")
      #expect(try Data(contentsOf: file) == before)
      #expect(try await ProgramRun.of("check", "--index", index).status == 0)
    }
  }

  @Test(
    "A query that cannot be read ends with 64 and shows the place",
    arguments: [
      (String(repeating: "a", count: 100_000), "100000"), ("無料 fees<=5", "character 4"),
      ("東北 \"公衆衛生", "character 4"), ("「公衆衛生", "「"), ("fee<=cheap", "cheap"),
      ("closes:someday", "someday"),
    ])
  func badQuery(query: String, message: String) async throws {
    try await withIndex { index in
      let run = try await ProgramRun.of("query", "--index", index, query)
      #expect(run.status == 64, "\(run.messages)")
      #expect(run.messages.contains(message), "\(run.messages)")
      #expect(run.output.isEmpty)
    }
  }

  @Test("Control characters are no fault and never reach the output")
  func controls() async throws {
    try await withIndex { index in
      let run = try await ProgramRun.of("query", "--index", index, "\u{1B}[31m診療\u{7}\u{202E}xq")
      #expect([0, 1].contains(run.status), "\(run.messages)")
      #expect(
        !(run.output + run.messages).unicodeScalars.contains {
          "\u{1B}\u{7}\u{202E}".unicodeScalars.contains($0)
        })
    }
  }
}
