public import RecruitmentModel

/// How old what the records say is.
public struct RecordsAge: Hashable, Sendable {
  /// The last day on which a page was fetched or a statement read; absent where there is neither.
  public let newest: CalendarDay?
  /// The day on which the oldest of the pages was fetched; absent where none was.
  public let oldestPage: CalendarDay?

  static let attachmentName = "age"

  /// Looks through records.
  init(of programs: [Program]) {
    var pages: [CalendarDay] = []
    var statements: [CalendarDay] = []
    for program in programs {
      pages += program.pages.compactMap { $0.fetchedAt?.day() }
      let evidence = program.facts.known.flatMap {
        program.facts.provenance(of: $0)?.evidence ?? []
      }
      for case .elsewhere(let source) in evidence { statements.append(source.seen) }
      statements += program.listed.map(\.seen)
    }
    newest = (pages + statements).max()
    oldestPage = pages.min()
  }

  /// Reads what `encoded` wrote; nothing is known where there are no such bytes.
  init(_ bytes: [UInt8]?) {
    let days = String(decoding: bytes ?? [], as: UTF8.self).split(
      separator: "/", omittingEmptySubsequences: false)
    newest = days.first.flatMap { CalendarDay($0) }
    oldestPage = days.count > 1 ? CalendarDay(days[1]) : nil
  }

  /// The two days, parted by a slash.
  func encoded() -> [UInt8] {
    Array([newest, oldestPage].map { $0?.description ?? "" }.joined(separator: "/").utf8)
  }
}
