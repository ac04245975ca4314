import Foundation
import RecruitmentModel
import TestKit
import Testing

@testable import Workflows

/// Records that are read and written one at a time.
@Suite struct RecordLinesTests {
  private func withFile(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path + "/programs.jsonl")
  }

  @Test("A draft has no name, keeps the last record of an id, and is written in the order of ids")
  func draft() throws {
    try withFile { path in
      var draft = try RecordDraft(beside: path)
      let folder = (path as NSString).deletingLastPathComponent
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
      var other = SampleRecords.programs[0]
      other.title = "another"
      try draft.add(other)
      for program in SampleRecords.programs.reversed() { try draft.add(program) }
      try draft.lines.write(to: path)
      #expect(
        FileManager.default.contents(atPath: path)
          == Data(try RecordCoding.jsonLines(SampleRecords.programs).utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["programs.jsonl"])
      let lines = try RecordLines(at: path)
      #expect(lines.count == SampleRecords.programs.count)
      #expect(
        try (0..<lines.count).map(lines.program) == SampleRecords.programs.sorted { $0.id < $1.id })
      #expect(try lines.isSame(asFileAt: path))
    }
  }

  @Test("The same records leave a file alone; more, fewer and other ones do not")
  func sameness() throws {
    try withFile { path in
      let all = try RecordDraft.lines(of: SampleRecords.programs, beside: path)
      #expect(try !all.isSame(asFileAt: path))
      try all.write(to: path)
      let old = Date(timeIntervalSince1970: 1_000_000_000)
      let manager = FileManager.default
      try manager.setAttributes([.modificationDate: old], ofItemAtPath: path)
      try all.write(to: path)
      #expect(try manager.attributesOfItem(atPath: path)[.modificationDate] as? Date == old)
      for programs in [Array(SampleRecords.programs.dropLast()), []] {
        #expect(try !RecordDraft.lines(of: programs, beside: path).isSame(asFileAt: path))
      }
      try RecordDraft.lines(of: [], beside: path).write(to: path)
      #expect(manager.contents(atPath: path) == Data())
      #expect(try !all.isSame(asFileAt: path))
    }
  }

  struct Fault: Sendable {
    let text: String
    let line: Int
    let key: String
  }

  @Test(
    "What is wrong with a line is told with its number",
    arguments: [
      Fault(text: "\n{}\n", line: 2, key: "id"),
      Fault(text: #"{"id":"a"}"# + "\n\n" + #"{"id":"a"}"#, line: 3, key: "id"),
      Fault(text: "nonsense", line: 1, key: ""),
    ])
  func faults(_ fault: Fault) throws {
    try withFile { path in
      try RecordDraft.lines(of: [], beside: path).write(to: path)
      try Data(fault.text.utf8).write(to: URL(fileURLWithPath: path))
      let error = #expect(throws: WorkflowError.self) { try RecordLines(at: path) }
      guard case .badRecord(path, fault.line, fault.key, _)? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  @Test("A file that is none, and a folder, are told")
  func noFile() throws {
    try withFile { path in
      #expect(throws: WorkflowError.self) { try RecordLines(at: path) }
      try RecordDraft.lines(of: [], beside: path).write(to: path)
      let folder = (path as NSString).deletingLastPathComponent
      #expect(throws: WorkflowError.self) { try RecordLines(at: folder) }
      #expect(throws: WorkflowError.self) { try RecordDraft(beside: path + "/under/a/file") }
    }
  }
}
