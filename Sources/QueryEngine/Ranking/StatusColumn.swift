import RecruitmentModel
import SearchIndex

/// Whether papers are taken on a day, program by program.
struct StatusColumn {
  private let windows: WindowColumn
  private let rolling: IntegerColumn
  private let accepting: IntegerColumn
  private let today: CalendarDay
  private let packedToday: Int32
  private let refusal = Int32(Acceptance.allCases.firstIndex(of: .no) ?? -1)

  init(_ columns: ConditionColumns, today: CalendarDay) {
    windows = WindowColumn(columns.column(.windows))
    rolling = columns.column(.rolling)
    accepting = columns.column(.accepting)
    self.today = today
    packedToday = WindowColumn.packed(today)
  }

  /// The state of a program's application.
  subscript(document: DocumentNumber) -> ProgramStatus {
    if accepting.first(of: document) == refusal { return .notAccepting }
    let count = windows.count(of: document)
    let isRolling = rolling.isKnown(of: document)
    guard count != 1 else {
      return ProgramStatus(
        states: CollectionOfOne(state(windows.window(0, of: document))), isRolling: isRolling)
    }
    return ProgramStatus(
      states: (0..<count).lazy.map { state(windows.window($0, of: document)) },
      isRolling: isRolling)
  }

  private func state(_ window: WindowColumn.Packed) -> ProgramStatus {
    guard window.isWhole else { return ProgramStatus.state(of: window.window, on: today) }
    if packedToday < window.opens { return .upcoming }
    return packedToday > window.closes ? .closed : .open
  }
}
