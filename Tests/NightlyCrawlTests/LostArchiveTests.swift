import Foundation
import PageArchive
import RecruitmentModel
import TestKit
import Testing
import Workflows

@testable import NightlyCrawl

@Suite struct LostArchiveTests {
  @Test("Records are not taken for gone whose pages the archive never had")
  func refuses() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/lost-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let archive = try PageArchive(directory: folder + "/archive", access: .readWrite)
    let index = IndexDirectory(path: folder)
    let made = ["a", "b", "c", "d"].map {
      SampleRecords.program($0, name: "見本大学病院", prefecture: "宮城県", city: "仙台市")
    }
    var programs = made
    try RecordFile.write(programs, to: index.records)
    func check(_ later: Int) throws {
      var draft = try RecordDraft(beside: index.records)
      for program in programs.prefix(later) { try draft.add(program) }
      try LostArchive.refuse(draft.lines, replacing: index, archive, at: folder)
    }
    try check(4)
    try check(2)
    #expect(throws: WorkflowError.self) { try check(1) }
    // What only others tell is not what the hospital's own page did.
    for program in programs.indices { programs[program].pages = [] }
    #expect(throws: WorkflowError.self) { try check(4) }
    programs = made
    // A page that the archive has had is one that is gone.
    for program in programs {
      try archive.store(
        Capture(
          url: program.pages[0].url, sourceID: "a", fetchedAt: .init(secondsSinceEpoch: 0),
          status: 200, headers: [], body: [1]))
    }
    try check(0)
  }
}
