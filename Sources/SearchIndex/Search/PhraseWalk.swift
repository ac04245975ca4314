/// A phrase of a question on its way through the documents that have all its terms, near each other or not.
///
/// Where they stand is compared only in documents that have the terms of all clauses. It points at cursors
/// that ``QuestionWalk`` owns.
struct PhraseWalk {
  /// The rarest term first.
  let cursors: UnsafeMutablePointer<PostingsCursor>
  /// Where each term stands in the phrase.
  let offsets: UnsafePointer<Int>
  /// The number of terms.
  let count: Int
  /// How many terms stand behind those, of which one must stand at its offset too.
  private let ends: Int
  /// The current document, which has all the terms.
  private(set) var document: DocumentNumber = 0
  /// Whether it is not known yet that the current document has all the terms.
  private var isUnsettled = false

  init(
    _ cursors: UnsafeMutablePointer<PostingsCursor>, at offsets: UnsafePointer<Int>, count: Int,
    ends: Int
  ) {
    self.ends = ends
    self.cursors = cursors
    self.offsets = offsets
    self.count = count
    start()
  }

  /// Whether all that must be known of a document is that it has a term.
  var isTerm: Bool { count == 1 && ends == 0 }

  /// At most so many documents are met.
  var cost: Int { cursors[0].cost }

  /// Goes to the first document, as the cursors stand at theirs.
  mutating func start() { settle(at: cursors[0].document) }

  /// Moves to the first document that is not before `target` and has all the terms.
  @inline(__always)
  mutating func approach(_ target: DocumentNumber) -> DocumentNumber {
    if target > document || isUnsettled {
      settle(at: cursors[0].seek(to: max(target, document)))
    }
    return document
  }

  /// Looks whether a document has all the terms; where it has not, it stands at a later one before which there is
  /// none, without looking for the next that has them.
  @inline(__always)
  mutating func meet(_ target: DocumentNumber) -> DocumentNumber {
    guard target > document || isUnsettled && target == document else { return document }
    for term in 0..<max(count, 1) {
      let met = cursors[term].seek(to: target)
      guard met == target else {
        (document, isUnsettled) = (met, met != .end)
        return met
      }
    }
    (document, isUnsettled) = (target, false)
    return target
  }

  /// Moves to the first document from `target` on that has all the terms and is promising; where there is
  /// none before the promise ends, somewhere behind that.
  @inline(__always)
  mutating func approach(
    _ target: DocumentNumber, _ promise: borrowing Promise, by scoring: borrowing FieldScoring
  ) -> DocumentNumber {
    cursors[0].seek(to: max(target, document))
    settle(promise, by: scoring)
    return document
  }

  @inline(__always)
  private mutating func settle(at start: DocumentNumber) {
    var common = start
    var agreeing = 1
    while common != .end, agreeing < count {
      let met = cursors[agreeing].seek(to: common)
      if met == common {
        agreeing += 1
      } else {
        common = met == .end ? .end : cursors[0].seek(to: met)
        agreeing = 1
      }
    }
    document = common
    isUnsettled = false
  }

  /// Looks at the other terms only where the rarest keeps the promise.
  @inline(__always)
  private mutating func settle(
    _ promise: borrowing Promise, by scoring: borrowing FieldScoring
  ) {
    var common = promise.pass(&cursors[0], by: scoring)
    var agreeing = 1
    while common < promise.end, agreeing < count {
      let met = cursors[agreeing].seek(to: common)
      if met == common, cursors[agreeing].mayKeep(promise) {
        agreeing += 1
      } else {
        cursors[0].seek(to: met == common ? common.next : met)
        common = promise.pass(&cursors[0], by: scoring)
        agreeing = 1
      }
    }
    document = common
    isUnsettled = common >= promise.end && common != .end
  }

  /// Documents among which are all that have the terms, of so many in all; as soon as they are few against
  /// those of a further term, it is left out.
  func candidates(documents: Int) -> DocumentBits {
    var common = DocumentBits(documents: documents)
    common.insert(allOf: cursors[0])
    for term in 1..<max(count, 1) {
      guard DocumentBits.isWorthWriting(cursors[term].cost, for: common.count) else { break }
      var next = DocumentBits(documents: documents)
      next.insert(allOf: cursors[term])
      common.formIntersection(next)
    }
    return common
  }

  /// What the phrase weighs in the current document; 0 where its terms do not stand in their distances.
  @inline(__always)
  func weight(_ starts: inout PhraseStarts, by scoring: borrowing FieldScoring) -> Double {
    guard !isTerm else { return weightAtMost(by: scoring) }
    var sum = 0.0
    var fields = commonFields
    while fields != 0 {
      let field = fields.trailingZeroBitCount
      fields &= fields - 1
      let frequency = frequency(in: field, &starts)
      if frequency > 0 { sum += scoring.weight(frequency: frequency, in: field, of: document) }
    }
    return sum
  }

  /// How often the phrase stands in a field of the current document.
  @inline(__always)
  private func frequency(in field: Int, _ starts: inout PhraseStarts) -> UInt32 {
    starts.find(cursors, at: offsets, count: count, in: field)
    guard ends > 0, !starts.found.isEmpty else {
      return UInt32(truncatingIfNeeded: starts.found.count)
    }
    var sum = 0
    for end in count..<count + ends where cursors[end].seek(to: document) == document {
      var reader = cursors[end].positionReader(of: field)
      sum += starts.count(before: &reader, offset: offsets[end])
    }
    return UInt32(truncatingIfNeeded: sum)
  }

  /// Whether the terms stand in their distances in the current document.
  func isThere(_ starts: inout PhraseStarts) -> Bool {
    guard !isTerm else { return true }
    var fields = commonFields
    while fields != 0 {
      let field = fields.trailingZeroBitCount
      fields &= fields - 1
      if count == 2, ends == 0 {
        if arePaired(in: field) { return true }
      } else if frequency(in: field, &starts) > 0 {
        return true
      }
    }
    return false
  }

  /// Whether two terms stand in their distance in a field.
  private func arePaired(in field: Int) -> Bool {
    var first = cursors[0].positionReader(of: field)
    var second = cursors[1].positionReader(of: field)
    let distance = offsets[1] - offsets[0]
    var (one, other) = (first.next(), second.next())
    while let place = one, let reached = other {
      let missing = Int(place) + distance - Int(reached)
      if missing == 0 { return true }
      if missing > 0 { other = second.next() } else { one = first.next() }
    }
    return false
  }

  /// What the weight cannot exceed in the current document: the phrase stands nowhere more often than the
  /// rarest of its terms.
  @inline(__always)
  func weightAtMost(by scoring: borrowing FieldScoring) -> Double {
    if count == 1 { return cursors[0].weight(by: scoring) }
    var sum = 0.0
    var fields = commonFields
    while fields != 0 {
      let field = fields.trailingZeroBitCount
      fields &= fields - 1
      var least = cursors[0].frequency(of: field)
      for term in 1..<max(count, 1) { least = min(least, cursors[term].frequency(of: field)) }
      sum += scoring.weight(frequency: least, in: field, of: document)
    }
    return sum
  }

  /// The fields of the current document in which all the terms stand.
  @inline(__always)
  private var commonFields: FieldMask {
    var common = cursors[0].fieldMask
    for term in 1..<max(count, 1) { common &= cursors[term].fieldMask }
    return common
  }
}
