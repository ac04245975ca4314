import JapaneseText
import RecruitmentModel

/// Says of a quotation that the weekday printed beside a date is not that of the day.
///
/// The date stays as it is printed; whoever reads the fact should know that one of the two is mistyped.
enum WeekdayNote {
  /// A value as one with dates; nil for all others, which asking for the protocol takes long to tell.
  static func dated<Value: FactValue>(_ value: Value) -> (any DatedValue)? {
    let types: [Any.Type] = [
      Application.self, Training.self, Selection.self, [ExaminationDay].self,
    ]
    return types.contains { $0 == Value.self } ? value as? any DatedValue : nil
  }

  /// The note on a quotation of a value with dates; nil where weekday and date agree.
  static func text(on quote: String, of value: any DatedValue) -> String? {
    let days = value.dates.compactMap(\.calendarDay)
    guard !days.isEmpty else { return nil }
    var notes: [String] = []
    for mention in DateReader().dates(in: FoldedText(quote)) {
      guard let printed = mention.weekday,
        let day = days.first(where: { mention.canMean($0) })
      else { continue }
      let actual = Weekday(daysSinceEpoch: day.daysSinceEpoch)
      let note = "\(day) is \(actual.kanji); the page has \(printed.kanji) beside it"
      if actual != printed, !notes.contains(note) { notes.append(note) }
    }
    return notes.isEmpty ? nil : notes.joined(separator: "; ")
  }
}

/// A value that holds dates.
protocol DatedValue {
  /// The dates, as far as each is known.
  var dates: [PartialDate] { get }
}

extension Application: DatedValue {
  var dates: [PartialDate] { windows.flatMap { [$0.opens, $0.closes] }.compactMap(\.self) }
}

extension Training: DatedValue {
  var dates: [PartialDate] { [starts, ends].compactMap(\.self) }
}

extension Selection: DatedValue {
  var dates: [PartialDate] { (steps.map(\.date) + [result]).compactMap(\.self) }
}

extension [ExaminationDay]: DatedValue {
  var dates: [PartialDate] { flatMap { [$0.starts, $0.ends] }.compactMap(\.self) }
}

extension DateMention {
  /// Whether a day is one that the words may mean.
  fileprivate func canMean(_ other: CalendarDay) -> Bool {
    day == other.day && (month ?? other.month) == other.month && (year ?? other.year) == other.year
  }
}
