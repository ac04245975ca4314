import Foundation
import Testing

/// Output that cannot be written: one line on standard error and 74, whatever the command; never a crash.
@Suite struct BrokenOutputTests {
  private static let record =
    #"{"facts":{},"id":"mihon/practical-training","institution":{"id":"mihon","name":"見本大学病院"},"kind":"practical-training","pages":[],"schema":1,"title":"見本"}"#

  private static let commands: [[String]] = [
    ["query", "見本"], ["query", "--format", "json", "見本"], ["query", "--batch", "queries"],
    ["show", "mihon"], ["show", "mihon", "--format", "json"], ["compare", "mihon", "mihon"],
    ["export", "--format", "csv"], ["calendar"], ["doctor"], ["topics"],
    ["topics", "--values", "fields"], ["match", "--profile", "me.yaml"],
    ["plan", "--profile", "me.yaml"], ["--help"], ["query", "--help"], ["--version"],
    ["doctor", "--help"],
  ]

  /// Runs a command in a folder with an index, by the shell, which sets up its output.
  private func run(
    _ arguments: [String], _ output: String, before: String = "", into stream: FileHandle? = nil
  ) async throws -> ProgramRun {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "broken-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = [
      "programs.jsonl": Self.record, "queries": "見本\n", "me.yaml": "citizenship: 見本国\n",
    ]
    for (name, text) in files {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    return try await ProgramRun.ofShell(
      "\(before) cd \"$1\" && shift && exec \"$0\" \"$@\" \(output)", [folder.path] + arguments,
      environment: [
        "PROGSEARCH_INDEX": folder.path, "XDG_STATE_HOME": folder.path, "NO_COLOR": "1",
      ], into: stream)
  }

  @Test(
    "A device without room is told in one line", .enabled(if: hasFullDevice), arguments: commands)
  func full(command: [String]) async throws {
    let run = try await run(command, "> /dev/full")
    #expect(run.status == 74, "\(command): \(run.messages)")
    #expect(run.messages.contains("cannot be written: No space left"), "\(run.messages)")
    #expect(run.messages.split(separator: "\n").count == 1, "\(run.messages)")
  }

  @Test("An output that is closed is told in one line", arguments: commands)
  func closed(command: [String]) async throws {
    let run = try await run(command, ">&-")
    #expect(run.status == 74, "\(command): \(run.messages)")
    #expect(run.messages.split(separator: "\n").count == 1, "\(run.messages)")
  }

  @Test("A reader who has gone away is told nothing", arguments: commands)
  func goneReader(command: [String]) async throws {
    // The second time the signal is ignored, as it is below some services, so that it is the write that fails.
    for before in ["", "trap '' PIPE;"] {
      let pipe = Pipe()
      try pipe.fileHandleForReading.close()
      let run = try await run(command, "", before: before, into: pipe.fileHandleForWriting)
      #expect(run.messages.isEmpty, "\(command): \(run.messages)")
      #expect(run.status != 0)
    }
  }

  @Test("Messages that cannot be written change nothing of the answer")
  func closedMessages() async throws {
    for output in ["2>&-"] + (Self.hasFullDevice ? ["2> /dev/full"] : []) {
      let run = try await run(["query", "見本", "xqzzv"], output)
      #expect(run.status == 0)
      #expect(run.output.contains("見本大学病院"))
    }
  }

  private static var hasFullDevice: Bool { FileManager.default.fileExists(atPath: "/dev/full") }
}
