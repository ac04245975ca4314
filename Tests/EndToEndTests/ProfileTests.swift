import Foundation
import Testing

/// The commands that answer for one person, run as real programs.
@Suite struct ProfileTests {
  private static let index = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Index/programs.jsonl").path

  /// A folder with the shipped records and a profile; it is gone afterwards.
  private func withProfile(
    _ yaml: String, _ body: (_ index: String, _ profile: String) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "me-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(
      atPath: Self.index, toPath: folder.appending(path: "programs.jsonl").path)
    let file = folder.appending(path: "me.yaml")
    try yaml.write(to: file, atomically: true, encoding: .utf8)
    try await body(folder.path, file.path)
  }

  @Test("A profile is matched, planned and judged, in text and in JSON")
  func answers() async throws {
    let yaml = """
      recognition: preliminary-examination
      preliminaryExamination: {passed: practical, year: 2025}
      selfTrainingPasses: [2019, 2024]
      """
    try await withProfile(yaml) { index, profile in
      let common = ["--profile", profile, "--index", index, "--today", "2026-11-21"]
      for (command, words) in [
        (["match"], "tokushima/practical-training"), (["plan"], "not before 2026-11-21"),
        (["eligible", "jsim/general-internist-53"], "× no"),
      ] {
        let run = try await ProgramRun.of(command + common)
        #expect(run.status == 0 && run.output.contains(words), "\(run.output) \(run.messages)")
        let json = try await ProgramRun.of(command + common + ["--format", "json"])
        let data = Data(json.output.utf8)
        let answer = try #require(
          try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(answer["coverage"] is [String: Any] && answer["asOf"] is String)
        #expect(answer["truncated"] as? Bool == false)
      }
      let svg = try await ProgramRun.of(["plan"] + common + ["--format", "svg"])
      #expect(svg.output.hasPrefix("<svg") && svg.output.hasSuffix("</svg>\n"))
      let calendar = try await ProgramRun.of(["plan"] + common + ["--format", "ical"])
      #expect(calendar.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
    }
  }

  @Test("A bad profile ends with 65, its line and what would be right")
  func badProfile() async throws {
    try await withProfile("goal: licence\nbuget: 5\n") { index, profile in
      for command in [["match"], ["plan"], ["eligible", "jsim/general-internist-53"]] {
        let run = try await ProgramRun.of(command + ["--profile", profile, "--index", index])
        #expect(run.status == 65)
        #expect(run.messages.contains("me.yaml:2: unknown key “buget”; did you mean “budget”?"))
      }
    }
  }

  @Test("Rules in a circle end with 65 and the way round")
  func circle() async throws {
    try await withProfile("{}") { index, profile in
      let line =
        #"{"facts":{"rules":{"basis":"reported","evidence":[{"note":"n","seen":"2026-11-01","url":"https://a.example.jp/"}],"value":[{"id":"a","needs":{"rule":"b"},"text":"t"},{"id":"b","needs":{"rule":"a"},"text":"t"}]}},"id":"gakkai/exam","institution":{"name":"見本学会"},"kind":"examination","pages":[],"schema":1,"title":"見本試験"}"#
      try (line + "\n").write(
        toFile: index + "/programs.jsonl", atomically: true, encoding: .utf8)
      let run = try await ProgramRun.of(
        "eligible", "gakkai/exam", "--profile", profile, "--index", index)
      #expect(run.status == 65)
      #expect(run.messages.contains("gakkai/exam: rules.0.needs"), "\(run.messages)")
      #expect(run.messages.contains("a → b → a"))
      // No index is made of them either; the line is named.
      let file = index + "/rules.jsonl"
      try ("\n" + line + "\n").write(toFile: file, atomically: true, encoding: .utf8)
      let made = try await ProgramRun.of("index", "--from", file, "--index", index + "/made")
      #expect(made.status == 65 && !FileManager.default.fileExists(atPath: index + "/made"))
      #expect(
        made.messages.contains("rules.jsonl, line 2: facts.rules.0.needs"), "\(made.messages)")
    }
  }

  @Test("A pass on a day to come ends with 65 for every command that reads a profile")
  func passToCome() async throws {
    try await withProfile("preliminaryExamination: {passed: practical, year: 2030}\n") {
      index, profile in
      let common = ["--profile", profile, "--today", "2026-11-22"]
      for command in [
        ["match", "--index", index], ["plan", "--index", index],
        ["eligible", "mhlw/national-examination-120", "--index", index], ["profile", "check"],
      ] {
        let run = try await ProgramRun.of(command + common)
        #expect(run.status == 65 && run.output.isEmpty, "\(command)")
        #expect(run.messages.contains("me.yaml:1: “year: 2030” is after today, 2026-11-22"))
      }
    }
  }

  @Test("profile init keeps the right answers of a pipe, and says which one it left out")
  func profilePipe() async throws {
    try await withProfile("") { index, profile in
      let answers = index + "/answers"
      let lines = ["China", "N9", "preliminary-examination", "", "part-1", "2026", "2025"]
      try (lines.joined(separator: "\n") + "\n").write(
        toFile: answers, atomically: true, encoding: .utf8)
      let run = try await ProgramRun.of(
        ["profile", "init", profile, "--force"], input: URL(fileURLWithPath: answers))
      #expect(run.status == 65)
      #expect(run.messages.contains("the answer to “japanese” is left out: “N9” is no value"))
      #expect(run.messages.contains("“preliminaryExamination.expected” is left out"))
      let yaml = try String(contentsOfFile: profile, encoding: .utf8)
      #expect(yaml.contains("citizenship: 'China'") && !yaml.contains("japanese"))
      #expect(yaml.contains("preliminaryExamination: {passed: part-1, year: 2026}"))
    }
  }

  @Test("What is missing or is no examination is named")
  func wrongNames() async throws {
    try await withProfile("{}") { index, profile in
      let none = try await ProgramRun.of("plan", "--profile", index + "/no.yaml", "--index", index)
      #expect(none.status == 66 && none.messages.contains("no.yaml"))
      let empty = try await ProgramRun.of("plan", "--profile", profile, "--index", index + "/no")
      #expect(empty.status == 66 && empty.messages.contains("no index"))
      let other = try await ProgramRun.of(
        "eligible", "tokushima", "--profile", profile, "--index", index)
      #expect(other.status == 64 && other.messages.contains("is no examination"))
      let day = try await ProgramRun.of("plan", "--profile", profile, "--today", "2026-02-30")
      #expect(day.status == 64)
    }
  }

  @Test("profile init writes what it is told, and never over a file without --force")
  func profileInit() async throws {
    try await withProfile("goal: licence\n") { index, profile in
      let kept = try await ProgramRun.of("profile", "init", profile)
      #expect(kept.status == 74 && kept.messages.contains("--force"))
      #expect(try String(contentsOfFile: profile, encoding: .utf8) == "goal: licence\n")
      // Standard input is empty: every question stays unknown.
      let forced = try await ProgramRun.of("profile", "init", profile, "--force")
      #expect(forced.status == 0, "\(forced.messages)")
      let check = try await ProgramRun.of("profile", "check", "--profile", profile)
      #expect(check.status == 0)
      #expect(try !String(contentsOfFile: profile, encoding: .utf8).contains("goal"))
    }
  }

  @Test("Two ways to a licence stand side by side, stage by stage, with their sources")
  func pathways() async throws {
    try await withProfile("{}") { index, _ in
      let run = try await ProgramRun.of(
        "compare", "jp/route-b", "us/state-provisional", "--index", index, "--lang", "en")
      #expect(run.status == 0)
      for word in ["Recognition", "Examination", "Licence", "USMLE", "[1]", "mhlw.go.jp"] {
        #expect(run.output.contains(word), "\(run.output)")
      }
    }
  }
}
