/// Finds where phrases begin, with memory that it uses again.
struct PhraseStarts {
  /// The starts that were found last, ascending.
  private(set) var found: [Int] = []

  /// Finds where in a field terms stand at their offsets; all stand at the same document.
  mutating func find(
    _ cursors: UnsafeMutablePointer<PostingsCursor>, at offsets: UnsafePointer<Int>, count: Int,
    in field: Int
  ) {
    found.removeAll(keepingCapacity: true)
    var first = cursors[0].positionReader(of: field)
    while let position = first.next() { found.append(Int(position) &- offsets[0]) }
    var term = 1
    while term < count, !found.isEmpty {
      var reader = cursors[term].positionReader(of: field)
      keep(&reader, offset: offsets[term])
      term += 1
    }
  }

  /// How many of the starts have a term at its offset behind them; both sides are ascending.
  func count(before reader: inout PositionReader, offset: Int) -> Int {
    var count = 0
    var candidate = 0
    while candidate < found.count, let position = reader.next() {
      let start = Int(position) &- offset
      while candidate < found.count, found[candidate] < start { candidate += 1 }
      if candidate < found.count, found[candidate] == start { count += 1 }
    }
    return count
  }

  /// Keeps the starts from which a term stands at its offset; both sides are ascending.
  private mutating func keep(_ reader: inout PositionReader, offset: Int) {
    var kept = 0
    var candidate = 0
    found.withUnsafeMutableBufferPointer { found in
      while candidate < found.count, let position = reader.next() {
        let start = Int(position) &- offset
        while candidate < found.count, found[candidate] < start { candidate += 1 }
        if candidate < found.count, found[candidate] == start {
          found[kept] = start
          kept += 1
          candidate += 1
        }
      }
    }
    found.removeLast(found.count - kept)
  }
}
