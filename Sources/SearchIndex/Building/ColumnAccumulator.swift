/// Collects a column of numbers, document by document.
struct IntegerAccumulator {
  private(set) var starts: [UInt32] = [0]
  private(set) var values: [Int32] = []

  /// Whether so many further values can be numbered.
  func hasRoom(for count: Int) -> Bool {
    values.count + count < Int(UInt32.max)
  }

  /// Takes the values of the next document.
  mutating func add(_ new: [Int32]) {
    values.append(contentsOf: new)
    starts.append(UInt32(truncatingIfNeeded: values.count))
  }
}

/// Collects a column of texts, document by document; texts are numbered in order of first use.
struct KeywordAccumulator {
  private(set) var numbers = IntegerAccumulator()
  private(set) var texts = TermTable()

  /// Takes the texts of the next document.
  mutating func add(_ new: [String]) {
    numbers.add(
      new.map { text in
        var text = text
        let number = text.withUTF8 { texts.number(of: UnsafeRawBufferPointer($0)) }
        return Int32(truncatingIfNeeded: number)
      })
  }

  /// The distinct texts in byte order, by their numbers, and the place of each number in that order.
  var order: (sorted: [Int], ordinals: [UInt32]) {
    let sorted = texts.sortedNumbers()
    var ordinals = [UInt32](repeating: 0, count: sorted.count)
    for (ordinal, number) in sorted.enumerated() {
      ordinals[number] = UInt32(truncatingIfNeeded: ordinal)
    }
    return (sorted, ordinals)
  }
}
