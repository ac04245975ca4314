import QueryEngine
import RecruitmentModel
import Testing

/// Whether papers are taken on a day, with the edge on each side.
@Suite struct ProgramStatusTests {
  struct Case: Sendable {
    let windows: [ApplicationWindow]
    let rolling: Bool
    let accepting: Acceptance?
    let status: ProgramStatus

    init(
      _ windows: [(String?, String?)], rolling: Bool = false, accepting: Acceptance? = nil,
      part: ApplicationWindow.Part? = nil, _ status: ProgramStatus
    ) {
      self.windows = windows.map {
        ApplicationWindow(
          opens: $0.0.flatMap { PartialDate($0) }, closes: $0.1.flatMap { PartialDate($0) },
          part: part)
      }
      self.rolling = rolling
      self.accepting = accepting
      self.status = status
    }
  }

  @Test(
    "On 2026-11-21",
    arguments: [
      Case([("2026-11-21", "2026-12-04")], .open), Case([("2026-11-22", "2026-12-04")], .upcoming),
      Case([("2026-11-01", "2026-11-21")], .open), Case([("2026-11-01", "2026-11-20")], .closed),
      Case([(nil, "2026-11-21")], .open), Case([(nil, "2026-11")], .unknown),
      Case([(nil, "2026-12")], .open),
      Case([(nil, "2026-10")], .closed), Case([(nil, "XXXX-12-04")], .unknown), Case([], .unknown),
      Case([(nil, "2026-11")], part: .early, .closed), Case([(nil, "2026-11")], part: .late, .open),
      Case([], rolling: true, .rolling), Case([], rolling: true, accepting: .no, .notAccepting),
      Case([("2026-11-01", "2026-12-04")], accepting: .no, .notAccepting),
      Case([], accepting: .yes, .unknown),
      Case([("2026-09-01", "2026-09-30"), ("2026-11-01", "2026-11-30")], .open),
      Case([("2026-09-01", "2026-09-30"), ("2026-12-01", "2026-12-20")], .upcoming),
      Case([("2026-09-01", "2026-09-30"), (nil, "XXXX-12")], .unknown),
      Case([("2026-12-01", nil)], .upcoming),
    ])
  func status(_ expected: Case) throws {
    let today = try #require(CalendarDay("2026-11-21"))
    let isSilent = expected.windows.isEmpty && !expected.rolling
    let application =
      isSilent ? nil : Application(windows: expected.windows, rolling: expected.rolling)
    #expect(
      ProgramStatus(application: application, accepting: expected.accepting, on: today)
        == expected.status)
  }
}
