import Foundation
import QueryEngine
import RecruitmentModel
import TestKit
import Testing
import Workflows

/// A folder with records and index: made, made anew when stale, and kept when something fails.
@Suite struct IndexDirectoryTests {
  private func withFolder(_ body: (IndexDirectory) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "index-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(IndexDirectory(path: folder.path))
  }

  @Test("Records that are written are found again")
  func roundTrip() throws {
    try withFolder { directory in
      try directory.replace(
        SampleRecords.programs, directory: InstitutionDirectory(), try TextTools())
      #expect(
        try RecordFile.programs(at: directory.records)
          == SampleRecords.programs.sorted { $0.id < $1.id })
      let engine = try directory.engine(try TextTools()) { () throws(WorkflowError) in
        InstitutionDirectory()
      }
      #expect(engine.ids.count == SampleRecords.programs.count)
      #expect(try engine.program(id: "mihon/practical-training") == SampleRecords.programs[0])
    }
  }

  @Test("An index that is older than its records is made anew; so is a missing one")
  func stale() throws {
    try withFolder { directory in
      let tools = try TextTools()
      try directory.replace(SampleRecords.programs, directory: InstitutionDirectory(), tools)
      try RecordFile.write([SampleRecords.programs[0]], to: directory.records)
      let engine = try directory.engine(tools) { () throws(WorkflowError) in InstitutionDirectory()
      }
      #expect(engine.ids == ["mihon/practical-training"])
      try FileManager.default.removeItem(atPath: directory.index)
      let again = try directory.engine(tools) { () throws(WorkflowError) in InstitutionDirectory() }
      #expect(again.ids == ["mihon/practical-training"])
    }
  }

  @Test("An index that is current need not be replaced; one that is damaged, or older, has to be")
  func current() throws {
    try withFolder { directory in
      let tools = try TextTools()
      let names = InstitutionDirectory()
      let records = try RecordDraft.lines(of: SampleRecords.programs, beside: directory.records)
      let fewer = try RecordDraft.lines(of: [SampleRecords.programs[0]], beside: directory.records)
      #expect(!directory.isCurrent(for: records, after: [], tools))
      try directory.replace(SampleRecords.programs, directory: names, tools)
      #expect(directory.isCurrent(for: records, after: [directory.records], tools))
      #expect(!directory.isCurrent(for: fewer, after: [], tools))
      let newer = directory.path + "/newer"
      try Data().write(to: URL(fileURLWithPath: newer))
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: 60)], ofItemAtPath: newer)
      #expect(!directory.isCurrent(for: records, after: [newer], tools))
      #expect(!directory.isCurrent(for: records, after: ["/no/such"], tools))
      try Data("nonsense".utf8).write(to: URL(fileURLWithPath: directory.index))
      #expect(!directory.isCurrent(for: records, after: [], tools))
    }
  }

  @Test("A folder without records has no index, and a damaged index file is an error")
  func faults() throws {
    try withFolder { directory in
      let tools = try TextTools()
      #expect(throws: WorkflowError.self) {
        try directory.engine(tools) { () throws(WorkflowError) in InstitutionDirectory() }
      }
      try directory.replace(SampleRecords.programs, directory: InstitutionDirectory(), tools)
      try Data("nonsense".utf8).write(to: URL(fileURLWithPath: directory.index))
      #expect(throws: WorkflowError.self) {
        try directory.engine(tools) { () throws(WorkflowError) in InstitutionDirectory() }
      }
    }
  }
}
