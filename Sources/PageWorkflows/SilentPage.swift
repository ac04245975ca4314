import PageArchive
import RecruitmentModel

/// A page that does not state now what it may have stated before.
struct SilentPage {
  /// What stands there now, or stood there last.
  let capture: StoredCapture
  /// The programs of which it says no more than that recruiting is over, or is to come.
  let notices: [Program]
  /// Whether it states something else: then only what it has a notice of is looked for in earlier versions.
  let statesOthers: Bool
}

/// What the pages of a source state, and those of which the earlier versions count.
struct StatedPages {
  private(set) var stated: [Program] = []
  private(set) var silent: [SilentPage] = []

  /// Takes a page; whether a program is between two cycles is told of each by itself.
  mutating func add(
    _ outcome: SourceReading.Outcome, of capture: StoredCapture, by extraction: ExtractionWorkflow,
    besides known: Set<String> = [], marking change: (inout SourcePage) -> Void
  ) {
    let programs = outcome.programs.filter { !known.contains($0.id) }
      .map { $0.markingPages(change) }
    let notices = programs.filter(extraction.isBetweenCycles)
    let others = programs.filter { !extraction.isBetweenCycles($0) }
    stated += others
    guard !outcome.isForbidden, !notices.isEmpty || outcome.programs.isEmpty else { return }
    silent.append(
      SilentPage(capture: capture, notices: notices, statesOthers: !others.isEmpty))
  }
}

/// The way back through the versions of a page, to the last that states what it has only a notice of now.
struct EarlierVersions {
  /// What was found, marked with the time since when it is not stated any more.
  private(set) var found: [Program] = []
  private let page: SilentPage
  private let wanted: Set<String>
  private var since: Timestamp

  init(of page: SilentPage) {
    self.page = page
    wanted = Set(page.notices.map(\.id))
    since = page.capture.fetchedAt
  }

  /// Whether all was found that may be found.
  var isOver: Bool { !found.isEmpty && wanted.isSubset(of: found.map(\.id)) }

  /// Takes what a version states, unless a later one has stated it.
  mutating func take(_ stated: [Program], of version: StoredCapture) {
    let ids = Set(found.map(\.id))
    for program in stated where !ids.contains(program.id) {
      if page.statesOthers && !wanted.contains(program.id) { continue }
      found.append(program.markingPages { $0.goneSince = since })
    }
    since = version.fetchedAt
  }
}

extension Program {
  /// The program with its pages changed.
  func markingPages(_ change: (inout SourcePage) -> Void) -> Program {
    var program = self
    for place in program.pages.indices { change(&program.pages[place]) }
    return program
  }

  /// What was stated in the past, and what notices say of it that came later.
  ///
  /// Where papers would still be taken, a notice that recruiting is over ends it, and proves that. Where the
  /// days tell so already, it says nothing new. A notice of which nothing was stated before stays as it is.
  static func past(_ stated: [Program], asOf notices: [Program]) -> [Program] {
    var stated = stated
    var believed: [Program] = []
    for notice in notices {
      let places = stated.indices.filter { stated[$0].id == notice.id }
      if places.isEmpty { believed.append(notice) }
      guard notice.facts.accepting?.value == .no,
        places.contains(where: { stated[$0].isEnded(by: notice) })
      else { continue }
      for place in places { stated[place].facts.accepting = nil }
      var end = notice
      end.facts = Facts()
      end.facts.accepting = notice.facts.accepting
      believed.append(end)
    }
    return stated + believed
  }

  /// Whether papers would still be taken when the notice came, which must not speak of another intake.
  private func isEnded(by notice: Program) -> Bool {
    let years = Set([self, notice].compactMap { $0.facts.intake?.value.year })
    guard years.count < 2, let application = facts.application?.value,
      let date = notice.pages.first?.fetchedAt
    else { return false }
    return pages.allSatisfy { $0.fetchedAt.map { $0 <= date } ?? true }
      && application.mayTakePapers(on: date.day())
  }
}

extension Application {
  /// Whether papers are taken on a day or after it, for all that is stated.
  fileprivate func mayTakePapers(on day: CalendarDay) -> Bool {
    rolling || windows.contains { $0.closingDays.map { $0.upperBound >= day } ?? true }
  }
}
