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
struct TextSearch: ~Copyable {
  private let joining: TextQuestion.Joining
  private let filter: DocumentFilter?
  private let counts: Bool
  private let documentCount: Int
  /// Up to so many documents that may be met, nothing is gained by looking at the best first.
  private let fewDocuments: Int
  /// So many windows for each document that is wanted are looked at before the others: as a block of a
  /// common term reaches into several, fewer would have few blocks.
  private static let promisingWindows = 3
  private let scoring: FieldScoring
  private let walk: QuestionWalk
  private let clauses: UnsafeMutableBufferPointer<ClauseWalk>
  /// What each clause is worth in the document that is looked at.
  private var scores: [Double]
  /// What each clause is worth at most in the documents that are looked through.
  private var limits: [Double]
  /// The window that is looked through; nil where all documents are.
  private var window: Int?
  private var starts = PhraseStarts()
  /// Made where several clauses are joined by any, window by window.
  private var sums = WindowSums([])
  private let comparesPlaces: Bool
  /// Whether a clause is nowhere, so that no document has all.
  private let lacksClause: Bool
  private let isBare: Bool
  private var top: TopDocuments
  private var total = 0

  init(
    _ index: InvertedIndex, _ question: TextQuestion, limit: Int, counts: Bool,
    fewDocuments: Int = 4000
  ) {
    self.fewDocuments = fewDocuments
    scoring = FieldScoring(index)
    walk = QuestionWalk(question.clauses, in: index, by: scoring)
    if question.joining == .all { walk.sortByCost() }
    clauses = walk.clauses
    scores = clauses.map { _ in 0 }
    limits = []
    for clause in clauses { limits.append(clause.greatest(by: scoring)) }
    comparesPlaces = clauses.contains(where: \.comparesPlaces)
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
    } else if !clauses.isEmpty, joining == .any || !lacksClause {
      if counts {
        total = walk.count(joining, filter, documents: documentCount)
        walk.restart()
      }
      if mostDocuments <= fewDocuments {
        for stretch in stretches { find(in: stretch) }
      } else {
        findBestFirst()
      }
    }
    return TextHits(best: top.sorted, total: counts ? total : nil)
  }

  /// At most so many documents are met.
  private var mostDocuments: Int {
    joining == .all ? clauses[0].cost : clauses.reduce(0) { $0 + $1.cost }
  }

  /// Whether a document is looked at further.
  @inline(__always)
  private func admits(_ document: DocumentNumber) -> Bool { filter?.admits(document) ?? true }

  /// What a document must be worth to be among the best; nil while all are taken.
  @inline(__always)
  private var threshold: Double? { top.threshold }

  /// The stretches of documents outside which there is nothing to find.
  private var stretches: [Range<Int>] {
    filter?.stretches(of: documentCount) ?? [0..<documentCount]
  }

  private mutating func admitAll() {
    var found = 0
    for stretch in stretches {
      for number in stretch {
        let document = DocumentNumber(UInt32(truncatingIfNeeded: number))
        guard admits(document) else { continue }
        found += 1
        // All are worth the same, and the first go before the others.
        if threshold == nil { top.insert(document, score: 0) }
        if threshold != nil, !counts { return }
      }
    }
    total = found
  }

  // MARK: Windows

  /// Looks through the windows of documents that promise most; after them hardly another one can have a
  /// document that is among the best.
  private mutating func findBestFirst() {
    let parts = clauses.map { $0.bounds(documents: documentCount, by: scoring) }
    var bounds = parts[0]
    for part in parts.dropFirst() { bounds.add(part) }
    if joining == .all {
      for part in parts { bounds.clear(where: part) }
    }
    filter?.clear(&bounds)
    if joining == .any, clauses.count > 1 { sums = WindowSums(clauses) }
    let best = bounds.best(Self.promisingWindows * top.limit)
    for window in best { find(in: window, bounds, parts) }
    walk.restart()
    sums.restart()
    var visited = best[...]
    for (window, bound) in bounds.values.enumerated() where bound > 0 {
      if visited.first == window {
        visited.removeFirst()
      } else if threshold.map({ Double(bound) >= $0 }) ?? true {
        find(in: window, bounds, parts)
      }
    }
  }

  private mutating func find(in window: Int, _ bounds: WindowBounds, _ parts: [WindowBounds]) {
    for place in parts.indices { limits[place] = Double(parts[place].values[window]) }
    self.window = window
    find(in: bounds.documents(of: window))
  }

  /// Looks through some documents, in which no clause is worth more than its limit.
  private mutating func find(in documents: Range<Int>) {
    if joining == .all || clauses.count == 1 {
      findAll(in: documents, others: limits.dropFirst().reduce(0, +))
    } else {
      findAny(in: documents, limits)
    }
  }

  // MARK: All clauses

  /// The others than the first clause are together worth no more than given.
  private mutating func findAll(in documents: Range<Int>, others: Double) {
    var promise = Promise(before: documents.upperBound, filter?.admits)
    promise.ask(leastOfFirst(others), in: gate(of: 0), by: scoring)
    let end = promise.end
    var document = clauses[0].approach(
      DocumentNumber(UInt32(documents.lowerBound)), promise, by: scoring)
    while document < end {
      switch meet(document, others: others) {
      case .all:
        scoreAll(document)
        promise.ask(leastOfFirst(others), in: gate(of: 0), by: scoring)
      case .tooLittle: break
      case .further(let met):
        document = met == .end ? .end : clauses[0].approach(met, promise, by: scoring)
        continue
      }
      document = clauses[0].approach(document.next, promise, by: scoring)
    }
  }

  /// What is known of a document at which the first clause stands.
  private enum Meeting {
    /// All clauses stand there, and it may be among the best.
    case all
    /// It cannot be among the best.
    case tooLittle
    /// A clause is not there; where it stands instead.
    case further(DocumentNumber)
  }

  /// Takes the other clauses to a document, as long as it can be among the best by what those that stand there
  /// are worth at most and those that follow are worth anywhere in the window.
  @inline(__always)
  private mutating func meet(_ document: DocumentNumber, others: Double) -> Meeting {
    guard let threshold else {
      let met = walk.meet(document)
      return met == document ? .all : .further(met)
    }
    var most = clauses[0].scoreAtMost(by: scoring)
    var rest = others
    for place in 1..<max(clauses.count, 1) {
      if (most + rest) * Self.rounding < threshold { return .tooLittle }
      let met = clauses[place].meet(document)
      guard met == document else { return .further(met) }
      rest -= limits[place]
      most += clauses[place].scoreAtMost(by: scoring)
    }
    return most * Self.rounding < threshold ? .tooLittle : .all
  }

  /// More than sums of the same numbers in another order differ.
  private static let rounding = 1 + 1e-12

  /// Of a term that has so many documents in a window it is first told which shapes may weigh enough there.
  private static let manyDocuments = 8

  /// The window by whose shortest texts documents of a clause are passed over; nil where that takes longer than
  /// looking at them.
  private func gate(of clause: Int) -> Int? {
    clauses[clause].cost << DocumentWindow.shift > Self.manyDocuments * documentCount
      ? window : nil
  }

  /// What the rarest term of the first clause must weigh for a document to be among the best.
  private func leastOfFirst(_ others: Double) -> Float {
    threshold.map { clauses[0].least(for: $0 - others, by: scoring) } ?? 0
  }

  private mutating func scoreAll(_ document: DocumentNumber) {
    var sum = 0.0
    for place in clauses.indices {
      let score = clauses[place].score(&starts, by: scoring)
      guard score > 0 else { return }
      sum += score
    }
    top.insert(document, score: sum)
  }

  // MARK: Any clause

  /// The clauses that together cannot lift a document among the best are asked only of documents that
  /// another clause has.
  private mutating func findAny(in documents: Range<Int>, _ bounds: [Double]) {
    let order = bounds.indices.sorted { bounds[$0] < bounds[$1] }
    var sums: [Double] = []
    for place in order { sums.append((sums.last ?? 0) + bounds[place]) }
    if !self.sums.isEmpty, let threshold {
      return findSummed(in: documents, order, sums, worth: threshold)
    }
    let start = DocumentNumber(UInt32(documents.lowerBound))
    var first = 0
    var approached = order.count
    while true {
      if let threshold {
        while first < order.count, sums[first] < threshold { first += 1 }
      }
      if first == order.count { return }
      if first == order.count - 1 {
        return findLed(from: start, before: documents.upperBound, order, sums)
      }
      while approached > first {
        approached -= 1
        _ = clauses[order[approached]].approach(start)
      }
      var document = DocumentNumber.end
      for place in order[first...] { document = min(document, clauses[place].document) }
      guard document.index < documents.upperBound else { return }
      if admits(document) { scoreAny(document, order, from: first, sums) }
      for place in order[first...] where clauses[place].document == document {
        _ = clauses[place].approach(document.next)
      }
    }
  }

  /// The part of what the last clause in the order is worth at most from which it leads alone.
  private static let leadingPart = 0.7

  /// Looks at the documents of a window that may be worth enough by what their terms weigh.
  private mutating func findSummed(
    in documents: Range<Int>, _ order: [Int], _ limits: [Double], worth threshold: Double
  ) {
    let last = order.count - 1
    guard limits[last] >= threshold else { return }
    let missing = threshold - (last > 0 ? limits[last - 1] : 0)
    if missing > Self.leadingPart * self.limits[order[last]] {
      return findLed(
        from: DocumentNumber(UInt32(documents.lowerBound)), before: documents.upperBound, order,
        limits)
    }
    sums.find(in: documents, order, limits, worth: threshold, by: scoring)
    for number in sums.found {
      let document = DocumentNumber(UInt32(number))
      guard admits(document) else { continue }
      _ = clauses[order[last]].approach(document)
      scoreAny(document, order, from: last, limits)
    }
  }

  /// Only the last clause in the order can lift a document among the best.
  private mutating func findLed(
    from start: DocumentNumber, before end: Int, _ order: [Int], _ sums: [Double]
  ) {
    let (first, others) = (order.count - 1, order.count > 1 ? sums[order.count - 2] : 0)
    let leader = order[first]
    func least() -> Float {
      top.threshold.map { clauses[leader].least(for: $0 - others, by: scoring) } ?? 0
    }
    var promise = Promise(before: end, filter?.admits)
    promise.ask(least(), in: gate(of: leader), by: scoring)
    var document = clauses[leader].approach(start, promise, by: scoring)
    while document < promise.end {
      scoreAny(document, order, from: first, sums)
      promise.ask(least(), in: gate(of: leader), by: scoring)
      document = clauses[leader].approach(document.next, promise, by: scoring)
    }
  }

  /// Scores a document at which some of the clauses from a place in the order on stand.
  private mutating func scoreAny(
    _ document: DocumentNumber, _ order: [Int], from first: Int, _ sums: [Double]
  ) {
    guard mayBeBest(document, order, from: first, sums) else { return forget() }
    for place in order where clauses[place].document == document {
      scores[place] = clauses[place].score(&starts, by: scoring)
    }
    // Added in one order, so that equal documents get equal sums.
    var sum = 0.0
    var isFound = false
    for score in scores {
      sum += score
      if score > 0 { isFound = true }
    }
    forget()
    guard isFound else { return }
    top.insert(document, score: sum)
  }

  /// Whether a document can be among the best, told without comparing places; takes all clauses there if so.
  @inline(__always)
  private mutating func mayBeBest(
    _ document: DocumentNumber, _ order: [Int], from first: Int, _ sums: [Double]
  ) -> Bool {
    var most = first > 0 ? sums[first - 1] : 0
    for place in order[first...] where clauses[place].document == document {
      most += clauses[place].scoreAtMost(by: scoring)
    }
    for rank in (0..<first).reversed() {
      if let threshold, most * Self.rounding < threshold { return false }
      let place = order[rank]
      most -= sums[rank] - (rank > 0 ? sums[rank - 1] : 0)
      if clauses[place].meet(document) == document {
        most += clauses[place].scoreAtMost(by: scoring)
      }
    }
    return threshold.map { most * Self.rounding >= $0 } ?? true
  }

  private mutating func forget() {
    for place in scores.indices { scores[place] = 0 }
  }
}

extension DocumentNumber {
  /// The number behind it; behind the last there is none.
  @inline(__always)
  var next: DocumentNumber { self == .end ? .end : DocumentNumber(rawValue + 1) }
}
