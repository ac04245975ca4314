/// For every window of neighbouring documents, what none of them is worth more than.
///
/// All terms have the same windows, so that their bounds can be joined and the best windows looked at
/// first.
struct WindowBounds {
  private(set) var values: [Float]
  private let documents: Int

  /// Bounds for so many documents, all the same at first.
  init(documents: Int, _ value: Float) {
    self.documents = documents
    values = [Float](repeating: value, count: DocumentWindow.count(documents: documents))
  }

  /// The documents of a window.
  func documents(of window: Int) -> Range<Int> {
    DocumentWindow.documents(of: window, of: documents)
  }

  /// Adds what another part of the question is worth.
  mutating func add(_ other: WindowBounds) {
    for window in values.indices {
      // The next number above, so that rounding never makes a bound too small.
      values[window] = (values[window] + other.values[window]).nextUp
    }
  }

  /// Takes their bounds from the windows in which another part of the question has nothing.
  mutating func clear(where other: WindowBounds) {
    for window in values.indices where other.values[window] == 0 { values[window] = 0 }
  }

  /// Takes its bound from a window.
  mutating func clear(_ window: Int) { values[window] = 0 }

  /// Multiplies all bounds and lets none exceed a limit before.
  mutating func scale(by factor: Double, limit: Double) {
    for window in values.indices where values[window] > 0 {
      values[window] = Float(min(Double(values[window]), limit) * factor).nextUp
    }
  }

  /// Lowers the bounds to those of the blocks of a term that reach into each window.
  mutating func lower(to table: BlockTable) {
    var block = 0
    for window in values.indices {
      let (first, last) = (window << DocumentWindow.shift, (window + 1) << DocumentWindow.shift - 1)
      while block < table.count, table.last(of: block) < first { block += 1 }
      guard block < table.count else {
        values[window] = 0
        continue
      }
      var greatest = table.bound(of: block)
      while table.last(of: block) < last, block + 1 < table.count {
        block += 1
        greatest = max(greatest, table.bound(of: block))
      }
      values[window] = min(values[window], greatest)
    }
  }

  /// Leaves bounds only to the windows of some documents, ascending.
  mutating func keep(only documents: some Sequence<DocumentNumber>) {
    var next = 0
    for document in documents {
      let window = document.index >> DocumentWindow.shift
      guard window >= next, window < values.count else { continue }
      while next < window {
        values[next] = 0
        next += 1
      }
      next = window + 1
    }
    while next < values.count {
      values[next] = 0
      next += 1
    }
  }

  /// The windows with the greatest bounds, at most so many, in their order.
  func best(_ count: Int) -> [Int] {
    var best: [Int] = []
    for (window, value) in values.enumerated() where value > 0 {
      if best.count == count {
        guard value > values[best[count - 1]] else { continue }
        best.removeLast()
      }
      best.insert(window, at: best.firstIndex { values[$0] < value } ?? best.count)
    }
    return best.sorted()
  }
}
