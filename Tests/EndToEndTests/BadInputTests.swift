import Foundation
import Testing

/// Bad input: one clear message on standard error, the contract's exit status, and nothing lost.
@Suite struct BadInputTests {
  private static let record =
    #"{"facts":{},"id":"a/practical-training","institution":{"name":"見本大学病院"},"kind":"practical-training","schema":1,"title":"見本"}"#

  private static let zeros = String(repeating: "0", count: 64)

  /// A PDF of one page without words.
  private static func pdf(object: String = "", trailer: String = "") -> String {
    """
    %PDF-1.4
    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
    \(object)
    trailer<</Root 1 0 R\(trailer)>>
    """
  }

  /// A folder that is gone afterwards.
  private func withFolder(_ body: (URL) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bad-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try await body(folder)
  }

  @Test(
    "A wrong command line ends with 64 and says what is wrong",
    arguments: [
      (["query", "--no-such-option", "無料"], "no-such-option"), (["query"], "what to look for"),
      (["query", " 　"], "what to look for"), (["frobnicate"], "frobnicate"),
      (["qury", "無料"], "did you mean query?"), (["help", "frob"], "“frob”"),
      (["help", "qury"], "query"),
      (["query", "--limit", "0", "無料"], "limit"),
      (["query", "--today", "2026-02-30", "無料"], "2026-02-30"),
      (["compare", "tokushima"], "two"), (["query", "--lang", "fr", "無料"], "fr"),
    ])
  func commandLine(arguments: [String], message: String) async throws {
    let run = try await ProgramRun.of(arguments)
    #expect(run.status == 64, "\(run.messages)")
    #expect(run.messages.lowercased().contains(message), "\(run.messages)")
    #expect(run.output.isEmpty)
  }

  @Test(
    "An unknown field of the query language is named with its place and the fields that there are")
  func unknownField() async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "r.jsonl")
      try (Self.record + "\n").write(to: file, atomically: true, encoding: .utf8)
      let index = folder.appending(path: "index").path
      #expect(try await ProgramRun.of("index", "--from", file.path, "--index", index).status == 0)
      let run = try await ProgramRun.of("query", "--index", index, "無料 fees<=5")
      #expect(run.status == 64)
      #expect(
        run.messages.contains("fees") && run.messages.contains("4") && run.messages.contains("fee,")
      )
    }
  }

  @Test("A missing index ends with 66 and says how to build one")
  func missingIndex() async throws {
    try await withFolder { folder in
      let run = try await ProgramRun.of("query", "--index", folder.path, "無料")
      #expect(run.status == 66)
      #expect(run.messages.contains("progsearch index --from"))
    }
  }

  @Test("A corrupt record ends with 65, names file, line and key, and leaves the old index")
  func corruptRecord() async throws {
    try await withFolder { folder in
      let good = folder.appending(path: "good.jsonl")
      let bad = folder.appending(path: "bad.jsonl")
      let index = folder.appending(path: "index").path
      try (Self.record + "\n").write(to: good, atomically: true, encoding: .utf8)
      let broken = Self.record.replacing(
        "practical-training\",\"schema", with: "cooking\",\"schema")
      try (Self.record + "\n" + broken + "\n").write(to: bad, atomically: true, encoding: .utf8)
      #expect(try await ProgramRun.of("index", "--from", good.path, "--index", index).status == 0)
      let before = try Data(contentsOf: URL(fileURLWithPath: index + "/programs.idx"))
      let run = try await ProgramRun.of("index", "--from", bad.path, "--index", index)
      #expect(run.status == 65)
      #expect(run.messages.contains("bad.jsonl, line 2") && run.messages.contains("kind"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: index + "/programs.idx")) == before)
      #expect(try await ProgramRun.of("show", "a/practical-training", "--index", index).status == 0)
    }
  }

  @Test("A record whose days stand in the wrong order ends with 65 and says what would be right")
  func wrongOrder() async throws {
    try await withFolder { folder in
      let bad = folder.appending(path: "bad.jsonl")
      let index = folder.appending(path: "index").path
      let fact =
        #""training":{"basis":"official","evidence":[{"note":"n","seen":"2026-11-01","url":"u"}],"value":{"ends":"2027-01-04","starts":"2027-04-01"}}"#
      let days = Self.record.replacing("\"facts\":{}", with: "\"facts\":{\(fact)}")
      try (days + "\n").write(to: bad, atomically: true, encoding: .utf8)
      let run = try await ProgramRun.of("index", "--from", bad.path, "--index", index)
      #expect(run.status == 65 && !FileManager.default.fileExists(atPath: index))
      #expect(
        run.messages.contains("bad.jsonl, line 1: facts.training.value.ends"), "\(run.messages)")
      #expect(run.messages.contains("it should be a date not before 2027-04-01"))
    }
  }

  @Test("A damaged index file ends with 65 and says what to do")
  func damagedIndex() async throws {
    try await withFolder { folder in
      let good = folder.appending(path: "good.jsonl")
      try (Self.record + "\n").write(to: good, atomically: true, encoding: .utf8)
      let index = folder.appending(path: "index").path
      #expect(try await ProgramRun.of("index", "--from", good.path, "--index", index).status == 0)
      try Data("nonsense".utf8).write(to: URL(fileURLWithPath: index + "/programs.idx"))
      let run = try await ProgramRun.of("query", "--index", index, "無料")
      #expect(run.status == 65)
      #expect(run.messages.contains("programs.idx"))
    }
  }

  @Test(
    "What is no page ends with 65 and the reason",
    arguments: [
      ("", "nothing"), (" \r\n", "nothing"), ("PK\u{03}\u{04}zip", "zip"), ("GIF89a", "image/gif"),
      ("\0\0\0\0\0\0abc", "octet-stream"), ("%PDF-1.4 broken", "PDF"), (pdf(), "scan"),
      (
        pdf(
          object: "4 0 obj<</Filter/Standard/V 1/R 2/O<\(zeros)>/U<\(zeros)>/P -4>>endobj",
          trailer: "/Encrypt 4 0 R/ID[<00><00>]"), "password"
      ),
    ])
  func unreadablePage(content: String, reason: String) async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "page")
      try Data(content.utf8).write(to: file)
      let run = try await ProgramRun.of("extract", file.path)
      #expect(run.status == 65, "\(run.messages)")
      #expect(run.messages.contains(reason), "\(run.messages)")
      #expect(run.output.isEmpty)
    }
  }

  @Test("A missing page and an empty folder end with 66, a page without programs with 1")
  func otherPages() async throws {
    try await withFolder { folder in
      #expect(try await ProgramRun.of("extract", folder.path + "/none").status == 66)
      #expect(try await ProgramRun.of("extract", folder.path).status == 66)
      let file = folder.appending(path: "page.html")
      try "<html><body><p>お見舞いの方へ</p></body></html>".write(
        to: file, atomically: true, encoding: .utf8)
      let run = try await ProgramRun.of("extract", "--format", "json", file.path)
      #expect(run.status == 1)
      #expect(run.output == "[]\n")
      #expect(run.messages.contains("states no program"), "\(run.messages)")
      try "<html><body><p>\(String(repeating: "의사 모집 ", count: 9))</p></body></html>".write(
        to: file, atomically: true, encoding: .utf8)
      let other = try await ProgramRun.of("extract", "--format", "json", file.path)
      #expect(other.status == 1 && other.messages.contains("language"), "\(other.messages)")
    }
  }

  @Test("A source list with a wrong key ends with 65 and names file, line and the right key")
  func wrongKey() async throws {
    try await withFolder { folder in
      let file = folder.appending(path: "sources.yaml")
      try "sources:\n  - id: mihon\n    nmae: 見本大学病院\n".write(
        to: file, atomically: true, encoding: .utf8)
      let run = try await ProgramRun.of(
        "crawl", "--offline", "--sources", file.path, "--archive", folder.path + "/a", "--index",
        folder.path + "/i")
      #expect(run.status == 65)
      #expect(run.messages.contains("sources.yaml:3") && run.messages.contains("name"))
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/i/programs.jsonl"))
    }
  }

  @Test("A page on a private address is refused unless it is allowed, with 69")
  func privateAddress() async throws {
    let run = try await ProgramRun.of(
      "extract", "--contact", "test@example.org", "http://127.0.0.1:1/page")
    #expect(run.status == 69)
    #expect(run.messages.contains("127.0.0.1"))
  }

  @Test("A host that does not resolve is named, with 69")
  func unresolvable() async throws {
    // A label of 70 letters is refused by every resolver, without a question on the network.
    let host = String(repeating: "a", count: 70) + ".example"
    let run = try await ProgramRun.of(
      "extract", "--contact", "test@example.org", "http://\(host)/page")
    #expect(run.status == 69)
    #expect(run.messages.contains(host))
  }

  @Test("Nobody crawls the public network without saying who asks")
  func contact() async throws {
    let run = try await ProgramRun.of("crawl", "--only", "tokushima")
    #expect(run.status == 64)
    #expect(run.messages.contains("--contact"))
  }
}
