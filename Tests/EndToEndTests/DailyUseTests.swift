import Foundation
import Testing

/// What a person does day by day, with the real binaries: exports, kept searches, the doctor.
@Suite struct DailyUseTests {
  private static func record(_ id: String, _ prefecture: String, facts: String = "{}") -> String {
    #"{"facts":\#(facts),"id":"\#(id)/practical-training","institution":{"id":"\#(id)","name":"\#(id)大学病院","prefecture":"\#(prefecture)"},"kind":"practical-training","pages":[],"schema":1,"title":"見本"}"#
  }

  private static func change(_ id: String, at noticed: String, _ event: String = "appeared")
    -> String
  {
    #"{"change":"\#(event)","id":"\#(id)/practical-training","institution":{"name":"\#(id)大学病院"},"kind":"practical-training","noticed":"\#(noticed)","schema":1,"title":"見本"}"#
      + "\n"
  }

  private static let records = [
    record("mihon", "宮城県"), record("reiji", "東京都"), record("mogi", "秋田県"),
  ].joined(separator: "\n")

  /// A folder with an index of three made-up hospitals, gone afterwards.
  private func withIndex(
    _ body: (_ folder: URL, _ run: (String...) async throws -> ProgramRun) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "daily-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.records.write(
      to: folder.appending(path: "programs.jsonl"), atomically: true, encoding: .utf8)
    let environment = [
      "PROGSEARCH_INDEX": folder.path, "XDG_STATE_HOME": folder.appending(path: "state").path,
    ]
    try await body(folder) { (arguments: String...) in
      try await ProgramRun.of(arguments, environment: environment)
    }
  }

  private func log(_ changes: [String], in folder: URL) throws {
    try changes.joined().write(
      to: folder.appending(path: "changes.jsonl"), atomically: true, encoding: .utf8)
  }

  @Test(
    "A kind without words lists what there is of it",
    arguments: [("practical-training", 3), ("examination", 0), ("pathway", 0)])
  func kind(kind: String, count: Int) async throws {
    try await withIndex { folder, _ in
      for words in [[], [" "]] {
        let found = try await ProgramRun.of(
          ["query"] + words + ["--kind", kind, "--format", "jsonl"],
          environment: ["PROGSEARCH_INDEX": folder.path])
        #expect(found.status == (count > 0 ? 0 : 1), "\(found.messages)")
        #expect(found.output.split(separator: "\n").count == count)
      }
    }
  }

  @Test("A kept search is told each of its news once, and nothing that does not concern it")
  func news() async throws {
    try await withIndex { folder, run in
      let old = Self.change("mihon", at: "2026-11-01T18:00:00Z")
      try log([old], in: folder)
      #expect(try await run("watch", "add", "tohoku", "東北").status == 0)
      #expect(try await run("changes", "--for", "tohoku").status == 1)
      let new = [
        Self.change("mihon", at: "2026-11-02T18:00:00Z", "gone"),
        Self.change("reiji", at: "2026-11-02T18:00:00Z"),
        Self.change("mogi", at: "2026-11-02T18:00:00Z"),
      ]
      try log([old] + new, in: folder)
      let kept = try await run("changes", "--for", "tohoku", "--keep-unread")
      let news = try await run("changes", "--for", "tohoku")
      #expect(kept.output == news.output)
      #expect(news.status == 0)
      #expect(news.output.contains("mihon") && news.output.contains("mogi"))
      #expect(!news.output.contains("reiji"))
      #expect(try await run("changes", "--for", "tohoku").status == 1)
    }
  }

  @Test("Of a program that the search found and that is gone from the index, it is told")
  func gone() async throws {
    try await withIndex { folder, run in
      #expect(try await run("watch", "add", "tohoku", "東北").status == 0)
      try Self.record("reiji", "東京都").write(
        to: folder.appending(path: "programs.jsonl"), atomically: true, encoding: .utf8)
      try log([Self.change("mogi", at: "2026-11-02T18:00:00Z", "gone")], in: folder)
      #expect(try await run("changes", "--for", "tohoku").output.contains("mogi"))
    }
  }

  @Test("Another log in the place of the one that was read is told again rather than never")
  func otherLog() async throws {
    try await withIndex { folder, run in
      let changes = ["01", "02", "03"].map { Self.change("mihon", at: "2026-11-\($0)T18:00:00Z") }
      try log(changes, in: folder)
      #expect(try await run("watch", "add", "tohoku", "東北").status == 0)
      // The first one is gone, a new one has come: the count alone would hide it.
      let later = Self.change("mogi", at: "2026-11-04T18:00:00Z")
      try log([changes[1], changes[2], later], in: folder)
      #expect(try await run("changes", "--for", "tohoku").output.contains("mogi"))
    }
  }

  @Test("An answer that could not be written leaves the news unread")
  func unwritten() async throws {
    try await withIndex { folder, run in
      #expect(try await run("watch", "add", "tohoku", "東北").status == 0)
      try log([Self.change("mihon", at: "2026-11-02T18:00:00Z")], in: folder)
      let lost = try await run("changes", "--for", "tohoku", "--output", "/no-such-folder/news")
      #expect(lost.status == 74)
      #expect(try await run("changes", "--for", "tohoku").output.contains("mihon"))
    }
  }

  @Test("A file of watches that cannot be read is named and left alone")
  func damagedWatches() async throws {
    try await withIndex { folder, run in
      let file = folder.appending(path: "state/progsearch/watches.json")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try "{half".write(to: file, atomically: true, encoding: .utf8)
      let result = try await run("watch", "add", "tohoku", "東北")
      #expect(result.status == 65 && result.messages.contains("watches.json"))
      #expect(try String(contentsOf: file, encoding: .utf8) == "{half")
    }
  }

  @Test("An export that finds nothing leaves the older file as it is")
  func exports() async throws {
    try await withIndex { folder, run in
      let file = folder.appending(path: "out.csv").path
      #expect(try await run("export", "--format", "csv", "--output", file).status == 0)
      let first = try String(contentsOfFile: file, encoding: .utf8)
      #expect(first.components(separatedBy: "\r\n").count == 5)
      let none = try await run("export", "--format", "csv", "--output", file, "九州")
      #expect(none.status == 1)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == first)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(!names.contains { $0.hasSuffix(".part") })
    }
  }

  @Test(
    "Every format of an answer names what it has",
    arguments: ["json", "jsonl", "csv", "markdown", "html"])
  func formats(format: String) async throws {
    try await withIndex { _, run in
      let result = try await run("query", "--format", format, "宮城")
      #expect(result.status == 0)
      #expect(result.output.contains("mihon") && !result.output.contains("reiji"))
    }
  }

  @Test("The doctor says what is missing and what to do")
  func doctor() async throws {
    try await withIndex { _, run in
      let well = try await run("doctor", "--lang", "en")
      #expect(well.output.contains("3 records"), "\(well.output)")
      let ill = try await run("doctor", "--index", "/no-such-folder")
      #expect(ill.status == 70 && ill.output.contains("progsearch index --from"))
    }
  }

  @Test("The doctor speaks the language of the labels, and JSON")
  func doctorLanguages() async throws {
    try await withIndex { _, run in
      #expect(try await run("doctor", "--lang", "ja").output.contains("3件の記録"))
      let json = try await run("doctor", "--format", "json")
      #expect(json.output.hasPrefix(#"{"findings":[{"#))
    }
  }

  @Test("What only looks like practical training is left out of documents, or called by its kind")
  func lookAlikes() async throws {
    try await withIndex { folder, run in
      let other = Self.record("hinagata", "宮城県").replacing("practical-training", with: "other")
      try (Self.records + "\n" + other).write(
        to: folder.appending(path: "programs.jsonl"), atomically: true, encoding: .utf8)
      let usual = try await run("export", "--format", "markdown", "--lang", "en")
      #expect(usual.output.contains("mihon") && !usual.output.contains("hinagata"))
      let named = try await run("export", "--format", "markdown", "--lang", "en", "--kind", "other")
      #expect(named.output.contains("hinagata大学病院 (other)"))
      #expect(try await run("export", "--format", "csv").output.contains("hinagata"))
    }
  }

  @Test("A kind that contradicts the words is named")
  func contradiction() async throws {
    try await withIndex { _, run in
      let result = try await run("query", "--kind", "practical-training", "試験")
      #expect(result.status == 1 && result.messages.contains("nothing is both"))
    }
  }

  @Test(
    "Values are listed for shells",
    arguments: [("regions", "東北\n"), ("prefectures", "徳島県\n"), ("prefectures", "Tokushima\n")])
  func values(list: String, value: String) async throws {
    #expect(try await ProgramRun.of("topics", "--values", list).output.contains(value))
  }

  @Test("The older names of formats and options are still taken")
  func olderNames() async throws {
    try await withIndex { folder, run in
      let profile = folder.appending(path: "me.yaml")
      try "citizenship: 見本国\n".write(to: profile, atomically: true, encoding: .utf8)
      #expect(try await run("plan", "--profile", profile.path, "--format", "text").status == 0)
      #expect(try await run("profile", "check", "--profile", profile.path).status == 0)
      #expect(try await run("profile", "check", profile.path).status == 0)
      #expect(try await run("changes", "--format", "text").status == 1)
    }
  }

  @Test("Topics are shown by name, and an unknown one names those that there are")
  func topics() async throws {
    #expect(try await ProgramRun.of("help", "topics").output.contains("evidence"))
    #expect(try await ProgramRun.of("topics", "exit", "--lang", "en").output.contains("64"))
    let none = try await ProgramRun.of("topics", "none")
    #expect(none.status == 64 && none.messages.contains("statuses"))
  }
}
