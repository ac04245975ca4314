/// Walks the documents that may have a clause, with what it is worth in each and at most.
struct ClauseCursor {
  private var phrases: [PhraseCursor]
  /// How rare the clause is: by the rarest term of each phrase, so that nothing need be counted before.
  let rarity: Double
  private let scoring: FieldScoring

  /// Looks up the terms; nil where no document has all the terms of any phrase.
  init?(_ clause: TextQuestion.Clause, in index: InvertedIndex, _ scoring: FieldScoring) {
    var phrases: [PhraseCursor] = []
    for phrase in clause.phrases {
      var cursors: [(postings: PostingsCursor, offset: Int)] = []
      for (term, offset) in phrase {
        guard let cursor = index.postings(of: term) else { break }
        cursors.append((cursor, offset))
      }
      guard cursors.count == phrase.count,
        let cursor = PhraseCursor(unconfirmed: cursors), cursor.document != .end
      else { continue }
      phrases.append(cursor)
    }
    guard !phrases.isEmpty else { return nil }
    self.phrases = phrases
    self.scoring = scoring
    rarity = scoring.rarity(documents: phrases.reduce(0) { $0 + $1.cost })
  }

  /// At most so many documents are met.
  var cost: Int { phrases.reduce(0) { $0 + $1.cost } }

  /// The document that the clause stands at, which has all the terms of one of its phrases.
  var document: DocumentNumber {
    phrases.count == 1
      ? phrases[0].document : phrases.reduce(.end) { min($0, $1.document) }
  }

  /// Moves to the first document not before `target` that may have the clause.
  @inline(__always)
  mutating func approach(_ target: DocumentNumber) -> DocumentNumber {
    if phrases.count == 1 { return phrases[0].approach(target) }
    var nearest = DocumentNumber.end
    for place in phrases.indices { nearest = min(nearest, phrases[place].approach(target)) }
    return nearest
  }

  /// What the clause is worth in the document at which it stands; nil where it only seemed to be there.
  mutating func score() -> Double? {
    let document = document
    var weight = 0.0
    for place in phrases.indices where phrases[place].document == document {
      if phrases[place].confirm() { weight += scoring.weight(of: phrases[place]) }
    }
    return weight > 0 ? rarity * scoring.saturated(weight) : nil
  }

  /// What no document from `target` on to the last one named is worth more than.
  mutating func bound(at target: Int) -> (bound: Double, last: Int) {
    guard phrases.count == 1 else { return (rarity * scoring.limit, Int.max) }
    let (bound, last) = phrases[0].bound(at: target)
    return (rarity * min(Double(bound), scoring.limit), last)
  }

  /// What no document is worth more than.
  var greatestBound: Double {
    phrases.count == 1
      ? rarity * min(Double(phrases[0].greatestBound), scoring.limit) : rarity * scoring.limit
  }
}

/// BM25F over the fields of one index, its constants laid out for the innermost loop.
struct FieldScoring {
  private struct Field {
    let weight: Double
    let base: Double
    let slope: Double
    let lengths: ByteRegion
  }

  private let fields: [Field]
  private let scoring: BM25F

  init(_ index: InvertedIndex) {
    let scoring = BM25F(index)
    self.scoring = scoring
    fields = scoring.fields.enumerated().map { number, field in
      let average = scoring.averageLength(of: number)
      return Field(
        weight: field.weight, base: average > 0 ? 1 - field.b : 1,
        slope: average > 0 ? field.b / average : 0, lengths: index.lengths[number])
    }
  }

  /// What no saturated weight exceeds.
  var limit: Double { scoring.k1 + 1 }

  func rarity(documents: Int) -> Double {
    scoring.inverseDocumentFrequency(documentFrequency: documents)
  }

  @inline(__always)
  func saturated(_ weight: Double) -> Double {
    (scoring.k1 + 1) * weight / (scoring.k1 + weight)
  }

  /// The weighted frequencies of the document at which a phrase stands.
  @inline(__always)
  func weight(of phrase: PhraseCursor) -> Double {
    var sum = 0.0
    var mask = phrase.fieldMask
    let document = phrase.document
    while mask != 0 {
      let number = mask.trailingZeroBitCount
      mask &= mask - 1
      guard number < fields.count else { break }
      sum += weight(frequency: phrase.frequency(of: number), in: number, of: document)
    }
    return sum
  }

  /// The weight of a frequency in one field of a document.
  @inline(__always)
  func weight(frequency: UInt32, in field: Int, of document: DocumentNumber) -> Double {
    let constants = fields[field]
    let length = Double(constants.lengths.uint32(at: document.index))
    return constants.weight * Double(frequency) / (constants.base + constants.slope * length)
  }
}
