import ChangeLog
import Foundation
import RecruitmentModel
import TestKit
import Testing

@testable import Workflows

@Suite struct ChangeFileTests {
  private let noticed = Timestamp(secondsSinceEpoch: 1_795_284_000)

  private func withIndex(_ body: (IndexDirectory) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try body(IndexDirectory(path: folder.path))
  }

  @Test("Changes are noted once, whether or not the records were replaced after")
  func once() throws {
    try withIndex { index in
      let all = try RecordDraft.lines(of: SampleRecords.programs, beside: index.records)
      let fewer = try RecordDraft.lines(
        of: Array(SampleRecords.programs.dropFirst()), beside: index.records)
      #expect(try ChangeFile.note(all, replacing: index, at: noticed).isEmpty)
      #expect(!FileManager.default.fileExists(atPath: index.changes))
      try RecordFile.write(SampleRecords.programs, to: index.records)
      #expect(try ChangeFile.note(fewer, replacing: index, at: noticed).count == 1)
      let later = Timestamp(secondsSinceEpoch: noticed.secondsSinceEpoch + 60)
      #expect(try ChangeFile.note(fewer, replacing: index, at: later).isEmpty)
      #expect(try ChangeFile.log(of: index).changes.map(\.change) == [.gone])
      try fewer.write(to: index.records)
      #expect(
        try ChangeFile.note(all, replacing: index, at: later).map(\.change)
          == [.reappeared])
    }
  }

  @Test("A bad line is named by file and line, and a folder without an index is none")
  func faults() throws {
    try withIndex { index in
      #expect(throws: WorkflowError.self) { try ChangeFile.log(of: index) }
      try Data("\n{}\n".utf8).write(to: URL(fileURLWithPath: index.changes))
      let error = #expect(throws: WorkflowError.self) { try ChangeFile.log(of: index) }
      guard case .badRecord(let file, 2, _, _)? = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(file == index.changes)
    }
  }
}
