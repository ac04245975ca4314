import ArgumentParser
package import Presentation
package import RecruitmentModel

/// The formats in which programs are written for other programs and for keeping.
package enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case csv
  case jsonl
  case markdown
  case html
  case ical
  case atom
  case jsonld

  /// A writer of the format.
  ///
  /// - Parameters:
  ///   - wording: The language of labels.
  ///   - today: The day of which statuses hold.
  ///   - startsWithMark: Whether CSV starts with a byte order mark.
  /// - Returns: The writer; nil for the feed, which tells changes and not programs.
  package func exporter(
    _ wording: Wording, today: CalendarDay, startsWithMark: Bool = false
  ) -> (any ProgramExporter)? {
    switch self {
    case .csv: CSVExporter(wording, startsWithMark: startsWithMark)
    case .jsonl: JSONLinesExporter()
    case .markdown: MarkdownExporter(wording, today: today)
    case .html: HTMLExporter(wording, today: today)
    case .ical: ICalendarExporter(wording)
    case .atom: nil
    case .jsonld: JSONLDExporter(wording)
    }
  }
}
