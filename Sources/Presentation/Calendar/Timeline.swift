package import RecruitmentModel

/// The dates of several programs on one line of time.
package struct Timeline: Sendable {
  /// A program with its dates.
  package struct Row: Sendable {
    let name: String
    let id: String
    let events: [DatedEvent]
    let undated: [UndatedEvent]
    /// How strongly each fact is founded.
    let bases: [FactName: Basis]

    /// The first day from today on which something of it may happen.
    func next(after today: CalendarDay) -> CalendarDay? {
      events.map(\.days).filter { $0.upperBound >= today }.map { max($0.lowerBound, today) }.min()
    }
  }

  /// The programs that have a day from today on, the next one first.
  let rows: [Row]
  /// How many more of them there are than are shown.
  let hidden: Int
  /// The programs of which only days of the past are known.
  let pastOnly: Int
  /// The programs that state dates without a year or a month, and no other.
  let undatedOnly: [Row]
  /// The programs of which no date is known.
  let withoutDates: Int
  let today: CalendarDay
  /// The days that the line covers: whole months.
  let days: ClosedRange<CalendarDay>

  /// The line reaches at most this many months on.
  private static let mostMonths = 18
  /// And at least this many.
  private static let leastMonths = 4

  /// Gathers programs one by one, and keeps only the dates of those that may be shown.
  package struct Gathering {
    private let text: FactText
    private let today: CalendarDay
    private let limit: Int
    private var coming: [Row] = []
    fileprivate private(set) var comingCount = 0
    fileprivate private(set) var undated: [Row] = []
    fileprivate private(set) var past = 0
    fileprivate private(set) var empty = 0

    /// Begins for a day and the most programs to show.
    package init(_ text: FactText, today: CalendarDay, limit: Int) {
      self.text = text
      self.today = today
      self.limit = limit
    }

    /// The programs whose days come next, the first one first.
    fileprivate var next: [Row] {
      let sorted = coming.sorted {
        ($0.next(after: today) ?? today, $0.id) < ($1.next(after: today) ?? today, $1.id)
      }
      return Array(sorted.prefix(limit))
    }

    /// Takes in a program.
    package mutating func add(_ program: Program) {
      let row = Row(program, text)
      if row.next(after: today) != nil {
        coming.append(row)
        comingCount += 1
        if coming.count / 2 > max(limit, 100) { coming = next }
      } else if !row.events.isEmpty {
        past += 1
      } else if !row.undated.isEmpty {
        if undated.count < limit { undated.append(row) }
      } else {
        empty += 1
      }
    }

    /// The line of the programs that come next.
    package func timeline() -> Timeline { Timeline(self, today: today) }
  }

  /// Puts programs on a line.
  package init(_ programs: [Program], _ text: FactText, today: CalendarDay) {
    var gathering = Gathering(text, today: today, limit: .max)
    for program in programs { gathering.add(program) }
    self.init(gathering, today: today)
  }

  private init(_ gathering: Gathering, today: CalendarDay) {
    rows = gathering.next
    hidden = gathering.comingCount - rows.count
    pastOnly = gathering.past
    undatedOnly = gathering.undated
    withoutDates = gathering.empty
    self.today = today
    let last = rows.flatMap(\.events).map(\.days.upperBound).max() ?? today
    let months = (last.year - today.year) * 12 + last.month - today.month + 1
    let shown = min(max(months, Self.leastMonths), Self.mostMonths)
    let first = CalendarDay(year: today.year, month: today.month, day: 1) ?? today
    let behind = Self.month(shown, after: first)
    days = first...CalendarDay(daysSinceEpoch: behind.daysSinceEpoch - 1)
  }

  /// The first days of the months that the line covers.
  var months: [CalendarDay] {
    (0...Self.mostMonths).map { Self.month($0, after: days.lowerBound) }
      .filter { $0 <= days.upperBound }
  }

  private static func month(_ number: Int, after first: CalendarDay) -> CalendarDay {
    let month = first.month - 1 + number
    return CalendarDay(year: first.year + month / 12, month: month % 12 + 1, day: 1) ?? first
  }

  /// Where a day lies on a line of some length; nil for one that the line does not reach.
  func place(of day: CalendarDay, in length: Int) -> Int? {
    guard days.contains(day) else { return nil }
    let number = day.daysSinceEpoch - days.lowerBound.daysSinceEpoch
    let count = days.upperBound.daysSinceEpoch - days.lowerBound.daysSinceEpoch + 1
    return min(length - 1, number * length / count)
  }

  /// The rounds of a row: from the day on which papers are taken to the last one.
  func rounds(of row: Row) -> [ClosedRange<CalendarDay>] {
    row.events.filter { $0.matter == .closes && $0.isDayKnown }.compactMap { close in
      row.events.first { $0.matter == .opens && $0.number == close.number && $0.isDayKnown }
        .flatMap { open in
          open.days.lowerBound <= close.days.upperBound
            ? open.days.lowerBound...close.days.upperBound : nil
        }
    }
  }
}

extension Timeline.Row {
  /// Takes the dates of a program.
  init(_ program: Program, _ text: FactText) {
    let dates = ProgramDates(program)
    name = SafeText.line(text.name(of: program))
    id = program.id
    events = dates.events
    undated = dates.undated
    let known = program.facts.known.compactMap { name in
      program.facts.provenance(of: name).map { (name, $0.basis) }
    }
    bases = Dictionary(known, uniquingKeysWith: { one, _ in one })
  }
}
