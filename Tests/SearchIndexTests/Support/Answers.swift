import SearchIndex

/// Everything that an index of a ``Collection`` answers, to compare two of them.
struct Answers: Equatable {
  var names: [String] = []
  var terms: [[UInt8]] = []
  var postings: [[[UInt32]]] = []
  var numbers: [[Int32]] = []
  var stored: [[UInt8]] = []
  var phrases: [[DocumentNumber]] = []

  /// Asks every question; never more than so many of each, whatever a damaged index says.
  init(_ index: InvertedIndex, limit: Int = 300) {
    let entries = index.terms(withPrefix: "", limit: 20)
    names = index.attachmentNames + [index.formatTag]
    terms = entries.map(\.bytes)
    postings = entries.map { Self.postings(of: $0, in: index, limit: limit) }
    for document in (0..<UInt32(min(index.documentCount, limit))).map({ DocumentNumber($0) }) {
      stored.append(index.stored(of: document))
      numbers.append(Self.columns(of: document, in: index))
    }
    for (first, second) in zip(entries, entries.dropFirst()) {
      let phrase = PhraseCursor([(index.postings(of: first), 0), (index.postings(of: second), 1)])
      phrases.append(phrase?.rest ?? [])
    }
  }

  private static func postings(
    of term: TermEntry, in index: InvertedIndex, limit: Int
  ) -> [[UInt32]] {
    var cursor = index.postings(of: term)
    var lines: [[UInt32]] = []
    while !cursor.isAtEnd, lines.count < limit {
      var line = [cursor.document.rawValue, UInt32(cursor.fieldMask)]
      for field in 0..<3 { line += cursor.positions(of: field).prefix(50) }
      lines.append(line)
      cursor.advance()
    }
    var seeking = index.postings(of: term)
    return lines + [[seeking.seek(to: 130).rawValue]]
  }

  private static func columns(of document: DocumentNumber, in index: InvertedIndex) -> [Int32] {
    let fees = index.integerColumn(named: "fee").map { Array($0[document].prefix(50)) } ?? []
    let regions = index.keywordColumn(named: "region").map {
      Array($0.ordinals(of: document).prefix(50))
    }
    let lengths = (0..<3).map { Int32(bitPattern: index.fieldLength($0, of: document)) }
    return fees + (regions ?? []) + lengths
  }
}
