extension InvertedIndex {
  /// Finds the best documents of a question.
  ///
  /// Unless they are counted, documents are passed over that cannot be among the best: the table of
  /// blocks says what no score in a block exceeds.
  ///
  /// - Parameters:
  ///   - question: What is asked; without clauses all documents that the filter admits are worth 0.
  ///   - limit: How many are wanted.
  ///   - counts: Whether all are to be counted.
  /// - Returns: The best documents, and how many there are where they were counted.
  public func best(_ question: TextQuestion, limit: Int, counts: Bool) -> TextHits {
    var search = TextSearch(self, question, limit: limit, counts: counts)
    return search.run()
  }
}

/// One search for the best documents.
struct TextSearch {
  private let joining: TextQuestion.Joining
  private let filter: ((DocumentNumber) -> Bool)?
  private let counts: Bool
  private let documentCount: Int
  private var clauses: [ClauseCursor]
  /// Whether a clause is nowhere, so that no document has all.
  private let lacksClause: Bool
  private let isBare: Bool
  private var top: TopDocuments
  private var total = 0

  init(_ index: InvertedIndex, _ question: TextQuestion, limit: Int, counts: Bool) {
    let scoring = FieldScoring(index)
    clauses = question.clauses.compactMap { ClauseCursor($0, in: index, scoring) }
    lacksClause = clauses.count < question.clauses.count
    isBare = question.clauses.isEmpty
    joining = question.joining
    filter = question.filter
    self.counts = counts
    documentCount = index.documentCount
    top = TopDocuments(limit: limit)
  }

  mutating func run() -> TextHits {
    if isBare {
      admitAll()
    } else if joining == .all || clauses.count < 2 {
      if !clauses.isEmpty, !(joining == .all && lacksClause) { findAll() }
    } else {
      findAny()
    }
    return TextHits(best: top.sorted, total: counts ? total : nil)
  }

  /// Whether a document is looked at further.
  @inline(__always)
  private func admits(_ document: DocumentNumber) -> Bool { filter?(document) ?? true }

  /// What a document must be worth to be among the best; nil while all are taken.
  @inline(__always)
  private var threshold: Double? { counts ? nil : top.threshold }

  private mutating func admitAll() {
    for number in 0..<UInt32(clamping: documentCount) where admits(DocumentNumber(number)) {
      total += 1
      top.insert(DocumentNumber(number), score: 0)
      // All are worth the same, and the first go before the others.
      if threshold != nil { return }
    }
  }

  // MARK: All clauses

  private mutating func findAll() {
    clauses.sort { $0.cost < $1.cost }
    var window = (bound: 0.0, last: -1)
    var document = clauses[0].document
    while document != .end {
      if let threshold {
        if document.index > window.last { window = bound(at: document.index) }
        if window.bound <= threshold {
          guard window.last < documentCount else { return }
          document = clauses[0].approach(DocumentNumber(UInt32(window.last + 1)))
          continue
        }
      }
      let met = meet(document)
      guard met == document else {
        document = met == .end ? .end : clauses[0].approach(met)
        continue
      }
      if admits(document) { scoreAll(document) }
      document = clauses[0].approach(document.next)
    }
  }

  /// The first clause's document where all others stand there too, else the place to go on at.
  @inline(__always)
  private mutating func meet(_ document: DocumentNumber) -> DocumentNumber {
    for place in 1..<max(clauses.count, 1) {
      let met = clauses[place].approach(document)
      if met != document { return met }
    }
    return document
  }

  private mutating func scoreAll(_ document: DocumentNumber) {
    var sum = 0.0
    for place in clauses.indices {
      guard let score = clauses[place].score() else { return }
      sum += score
    }
    total += 1
    top.insert(document, score: sum)
  }

  private mutating func bound(at target: Int) -> (bound: Double, last: Int) {
    var (sum, end) = (0.0, Int.max)
    for place in clauses.indices {
      let (bound, last) = clauses[place].bound(at: target)
      sum += bound
      end = min(end, last)
    }
    return (sum, end)
  }

  // MARK: Any clause

  /// The clauses that together cannot lift a document among the best are asked only of documents that
  /// another clause has.
  private mutating func findAny() {
    var greatest = clauses.map(\.greatestBound)
    let order = greatest.indices.sorted { greatest[$0] < greatest[$1] }
    clauses = order.map { clauses[$0] }
    greatest = order.map { greatest[$0] }
    let sums = greatest.indices.map { greatest[...$0].reduce(0, +) }
    var first = 0
    while true {
      if let threshold {
        while first < clauses.count, sums[first] <= threshold { first += 1 }
        if first == clauses.count { return }
      }
      var document = DocumentNumber.end
      for place in first..<clauses.count { document = min(document, clauses[place].document) }
      guard document != .end else { return }
      if admits(document) { scoreAny(document, from: first, sums) }
      for place in first..<clauses.count where clauses[place].document == document {
        _ = clauses[place].approach(document.next)
      }
    }
  }

  private mutating func scoreAny(_ document: DocumentNumber, from first: Int, _ sums: [Double]) {
    var sum = 0.0
    var isFound = false
    for place in first..<clauses.count where clauses[place].document == document {
      guard let score = clauses[place].score() else { continue }
      sum += score
      isFound = true
    }
    for place in (0..<first).reversed() {
      if let threshold, sum + sums[place] <= threshold { return }
      guard clauses[place].approach(document) == document, let score = clauses[place].score()
      else { continue }
      sum += score
      isFound = true
    }
    guard isFound else { return }
    total += 1
    top.insert(document, score: sum)
  }
}

extension DocumentNumber {
  /// The number behind it; behind the last there is none.
  @inline(__always)
  var next: DocumentNumber { self == .end ? .end : DocumentNumber(rawValue + 1) }
}
