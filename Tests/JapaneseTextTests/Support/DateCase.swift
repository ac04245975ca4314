import JapaneseText
import Testing

/// A text with its dates marked, and each date in short.
struct DateCase: Sendable, CustomTestStringConvertible {
  let marked: String
  let dates: [String]
  var testDescription: String { marked }

  init(_ marked: String, _ dates: String...) {
    self.marked = marked
    self.dates = dates
  }
}

extension DateMention {
  /// What the words say, such as `2026-11-04`, `XXXX-12 early`, `next-03 end`, `XXXX-XX-28`.
  var summary: String {
    let year = year.map { "\($0)" } ?? relativeYear.map { "\($0)" } ?? "XXXX"
    var summary = year + (month.map(twoDigits) ?? "-XX") + (day.map(twoDigits) ?? "")
    if let part { summary += " \(part)" }
    return isMonthEnd ? summary + " end" : summary
  }

  private func twoDigits(_ number: Int) -> String { (number < 10 ? "-0" : "-") + "\(number)" }
}
