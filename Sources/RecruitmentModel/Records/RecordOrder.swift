/// What of a record stands in the wrong order for sure: days that lie before the day on which they begin, and
/// ranges whose greatest is less than their least.
struct RecordOrder {
  /// The first fault with the keys that lead to it; nil where there is none.
  private(set) var fault: (key: String, reason: String)?

  init(_ facts: Facts) {
    each(facts.application, "application") { order, application, path in
      for (number, window) in application.windows.enumerated() {
        // A third of a month is less than the month.
        let last = window.part == nil ? window.closes?.latest : window.closingDays?.upperBound
        order.check(
          "opens", window.opens, "closes", window.closes, last, "\(path).windows.\(number)")
      }
    }
    each(facts.training, "training") { order, training, path in
      order.check("starts", training.starts, "ends", training.ends, training.ends?.latest, path)
      order.check(training.months, "\(path).months")
    }
    each(facts.examDate, "examDate") { order, days, path in
      for (number, day) in days.enumerated() {
        order.check("starts", day.starts, "ends", day.ends, day.ends?.latest, "\(path).\(number)")
      }
    }
    each(facts.capacity, "capacity") { order, capacity, path in
      order.check(Bounds(min: capacity.min, max: capacity.max), path)
    }
    each(facts.fee, "fee") { order, fee, path in
      order.check(fee.yearly, "\(path).yearly")
      for (number, item) in fee.items.enumerated() {
        order.check(item.amount, "\(path).items.\(number).amount")
      }
    }
  }

  /// Looks at a fact and at what it beat.
  private mutating func each<Value>(
    _ fact: Fact<Value>?, _ name: String, _ look: (inout RecordOrder, Value, String) -> Void
  ) {
    guard let fact else { return }
    look(&self, fact.value, "facts.\(name).value")
    for (number, other) in fact.conflicts.enumerated() {
      look(&self, other.value, "facts.\(name).conflicts.\(number).value")
    }
  }

  private mutating func check(
    _ firstKey: String, _ first: PartialDate?, _ lastKey: String, _ last: PartialDate?,
    _ latest: CalendarDay?, _ path: String
  ) {
    guard fault == nil, let first, let last, let early = first.earliest, let latest, latest < early
    else { return }
    fault = (
      "\(path).\(lastKey)",
      "“\(last)” lies before “\(firstKey)”; it should be a date not before \(first)"
    )
  }

  private mutating func check(_ bounds: Bounds?, _ path: String) {
    guard fault == nil, let min = bounds?.min, let max = bounds?.max, max < min else { return }
    fault = ("\(path).max", "\(max) is less than “min”; it should be at least \(min)")
  }
}
