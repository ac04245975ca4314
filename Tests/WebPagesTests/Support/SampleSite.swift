import ChangeLog
import Foundation
import RecruitmentModel
import TestKit
import Workflows

@testable import WebPages

/// A site over made-up records in a folder of its own.
enum SampleSite {
  static let today = CalendarDay(daysSinceEpoch: 20_778)  // 2026-11-21

  private static let usual = Result { try site(SampleRecords.programs) }

  /// The site of the sample records; its index is made once.
  static func site() throws -> WebSite { try usual.get() }

  private static let usualFiles = Result { try StaticSite(site()).files() }

  /// The files of the sample site, which are made once.
  static func files() throws -> [StaticSite.File] { try usualFiles.get() }

  static func site(_ programs: [Program], log: ChangeLog = ChangeLog()) throws -> WebSite {
    let folder = FileManager.default.temporaryDirectory.appending(path: "site-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let directory = IndexDirectory(path: folder.path)
    try RecordFile.write(programs, to: directory.records)
    return WebSite(
      search: try SearchWorkflow(directory: directory, sources: nil), log: log, today: today)
  }

  static func body(_ target: String, of site: WebSite) -> String {
    site.response(to: WebRequest(target)).body
  }
}
