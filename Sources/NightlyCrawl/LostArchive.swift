import PageArchive
import RecruitmentModel
import Workflows

/// Tells an archive that has lost its pages from hospitals that have taken theirs down.
enum LostArchive {
  /// So many records may go without a trace of their pages: one of a source, or an address that was moved by hand.
  private static let mostWithoutTrace = 2

  /// Refuses records from which many are missing, or are told by others only, of whose pages the archive never had
  /// any.
  ///
  /// They are not gone: the archive is a new one, or another.
  static func refuse(
    _ later: RecordLines, replacing index: IndexDirectory, _ archive: PageArchive, at path: String
  ) throws(WorkflowError) {
    guard let earlier = try? RecordLines(at: index.records) else { return }
    var kept: Set<String> = []
    for place in 0..<later.count where try !later.value(Pages.self, at: place).isWithoutPages {
      kept.insert(later.id(at: place))
    }
    var lost: [String] = []
    for place in 0..<earlier.count where !kept.contains(earlier.id(at: place)) {
      let pages = try earlier.value(Pages.self, at: place).pages ?? []
      guard !pages.isEmpty, !pages.contains(where: { has($0.url, archive) }) else { continue }
      lost.append(earlier.id(at: place))
    }
    guard lost.count > mostWithoutTrace, let first = lost.first else { return }
    throw .missingFile(
      path: path,
      purpose:
        "the archive with the pages of \(lost.count) records, \(first) among them; bring it back, "
        + "or remove \(index.records) to begin anew")
  }

  private static func has(_ url: String, _ archive: PageArchive) -> Bool {
    (try? archive.captures(ofURL: url).isEmpty) != true
  }

  /// What is read of a record.
  private struct Pages: Decodable {
    struct Page: Decodable { let url: String }
    let pages: [Page]?

    var isWithoutPages: Bool { pages?.isEmpty ?? true }
  }
}
