/// A clause of a question on its way through the documents that may have it.
struct ClauseWalk {
  private let phrases: UnsafeMutablePointer<PhraseWalk>
  /// The number of phrases.
  let count: Int
  /// Terms of which every document has the clause.
  private let sureTerms: [PostingsCursor]
  /// How rare the clause is: by the rarest term of each phrase, so that nothing need be counted before.
  let rarity: Double
  /// At most so many documents are met.
  let cost: Int
  /// The document that the clause stands at, which has all the terms of one of its phrases.
  private(set) var document: DocumentNumber

  init(
    _ phrases: UnsafeMutablePointer<PhraseWalk>, count: Int, rarity: Double,
    sureTerms: [PostingsCursor]
  ) {
    self.phrases = phrases
    self.count = count
    self.sureTerms = sureTerms
    self.rarity = rarity
    cost = (0..<count).reduce(0) { $0 + phrases[$1].cost }
    document = 0
    start()
  }

  /// Whether the clause is a single term.
  var isTerm: Bool { count == 1 && phrases[0].isTerm }

  /// Whether places must be compared to know what a document is worth.
  var comparesPlaces: Bool { !(0..<count).allSatisfy { phrases[$0].isTerm } }

  /// The rarest term of each phrase, where it stands now.
  var leaders: [PostingsCursor] { (0..<count).map { phrases[$0].cursors[0] } }

  /// Stands where the nearest of the phrases stands.
  mutating func start() {
    document = (0..<count).reduce(.end) { min($0, phrases[$1].document) }
  }

  /// Moves to the first document not before `target` that may have the clause.
  @inline(__always)
  mutating func approach(_ target: DocumentNumber) -> DocumentNumber {
    if count == 1 {
      // A phrase that is not behind the target may yet have to be looked at.
      document = phrases[0].approach(target)
    } else if target > document {
      var nearest = DocumentNumber.end
      for place in 0..<count { nearest = min(nearest, phrases[place].approach(target)) }
      document = nearest
    }
    return document
  }

  /// Stands at a document if it may have the clause, else at a later one before which there is none.
  @inline(__always)
  mutating func meet(_ target: DocumentNumber) -> DocumentNumber {
    guard count == 1 else { return approach(target) }
    document = phrases[0].meet(target)
    return document
  }

  /// Moves to the first document from `target` on that may have the clause and is promising; where there is
  /// none before the promise ends, somewhere behind that.
  @inline(__always)
  mutating func approach(
    _ target: DocumentNumber, _ promise: borrowing Promise, by scoring: borrowing FieldScoring
  ) -> DocumentNumber {
    if count == 1 {
      document = phrases[0].approach(target, promise, by: scoring)
      return document
    }
    var found = approach(target)
    while found < promise.end, !(promise.filter?(found) ?? true) { found = approach(found.next) }
    return found
  }

  /// What the rarest term must weigh at least for the clause to be worth so much, as far as that is told.
  func least(for score: Double, by scoring: borrowing FieldScoring) -> Float {
    guard count == 1, score > 0 else { return 0 }
    // A little less, so that rounding never makes it too much.
    return Float(scoring.weight(ofSaturated: score / rarity) * (1 - 1e-6))
  }

  /// What the clause is worth at most anywhere.
  func greatest(by scoring: borrowing FieldScoring) -> Double { (rarity * scoring.limit).nextUp }

  /// What the clause is worth in the document at which it stands; 0 where it only seemed to be there.
  @inline(__always)
  func score(_ starts: inout PhraseStarts, by scoring: borrowing FieldScoring) -> Double {
    var weight = 0.0
    for place in 0..<count where phrases[place].document == document {
      weight += phrases[place].weight(&starts, by: scoring)
    }
    return rarity * scoring.saturated(weight)
  }

  /// Whether the document at which the clause stands really has one of its phrases.
  func isThere(_ starts: inout PhraseStarts) -> Bool {
    for place in 0..<count where phrases[place].document == document {
      if phrases[place].isThere(&starts) { return true }
    }
    return false
  }

  /// How many documents must be written down to know the sure ones.
  var sureCost: Int {
    let terms = (0..<count).reduce(0) { $0 + (phrases[$1].isTerm ? phrases[$1].cost : 0) }
    return sureTerms.reduce(terms) { $0 + $1.cost }
  }

  /// The documents of which it is known without comparing places that they have the clause, of so many in all.
  func sureDocuments(documents: Int) -> DocumentBits {
    var found = DocumentBits(documents: documents)
    for place in 0..<count where phrases[place].isTerm {
      found.insert(allOf: phrases[place].cursors[0])
    }
    for cursor in sureTerms { found.insert(allOf: cursor) }
    return found
  }

  /// Documents among which are all that have the clause, of so many in all; just those where no places must be
  /// compared.
  func candidates(documents: Int) -> DocumentBits {
    var found = DocumentBits(documents: documents)
    for place in 0..<count {
      found.formUnion(phrases[place].candidates(documents: documents))
    }
    return found
  }

  /// What the clause is worth at most in the document at which it stands, told without comparing places.
  @inline(__always)
  func scoreAtMost(by scoring: borrowing FieldScoring) -> Double {
    var weight = 0.0
    for place in 0..<count where phrases[place].document == document {
      weight += phrases[place].weightAtMost(by: scoring)
    }
    return rarity * scoring.saturated(weight)
  }

  /// The most phrases of which bounds are added up; more exceed any limit.
  private static let fewPhrases = 8

  /// What no document of each window is worth more than; asked before anything has moved.
  func bounds(documents: Int, by scoring: borrowing FieldScoring) -> WindowBounds {
    // A sum of weights is worth no more than the weights one by one.
    let isFew = count <= Self.fewPhrases
    var sum = WindowBounds(documents: documents, isFew ? 0 : .infinity)
    for place in 0..<(isFew ? count : 0) {
      var bounds = WindowBounds(documents: documents, .infinity)
      for term in 0..<phrases[place].count { phrases[place].cursors[term].lower(&bounds) }
      sum.add(bounds)
    }
    sum.scale(by: rarity, limit: scoring.limit)
    return sum
  }
}
