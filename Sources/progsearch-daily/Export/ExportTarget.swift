import ArgumentParser
import CommandSupport
import RecruitmentModel

/// What `export` can write: a format of one file, or the folder of a site.
enum ExportTarget: Hashable, ExpressibleByArgument, CaseIterable {
  case file(ExportFormat)
  case site

  static var allCases: [ExportTarget] { ExportFormat.allCases.map(ExportTarget.file) + [.site] }
  static var allValueStrings: [String] { allCases.map(\.name) }

  init?(argument: String) {
    guard let found = Self.allCases.first(where: { $0.name == argument }) else { return nil }
    self = found
  }

  var name: String {
    switch self {
    case .file(let format): format.rawValue
    case .site: "site"
    }
  }

  /// The kinds that are written where nothing is asked for: formats for programs get every record.
  var kindsOfAll: Set<ProgramKind> {
    switch fileFormat {
    case .csv, .jsonl, .jsonld, .atom: Set(ProgramKind.allCases)
    case .markdown, .html, .ical: Selection.usualKinds
    }
  }

  /// The format of a file; that of a spreadsheet where none was named.
  var fileFormat: ExportFormat {
    if case .file(let format) = self { format } else { .csv }
  }
}
