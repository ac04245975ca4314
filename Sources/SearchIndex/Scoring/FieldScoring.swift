/// BM25F over the fields of one index, its constants laid out for the innermost loop.
///
/// It reads the lengths where they lie in the index, and must not outlive it.
struct FieldScoring {
  private struct Field {
    let weight: Double
    let base: Double
    let slope: Double
    let lengths: BitRow
    let least: UInt32
    let (shortWeight, shortBase, shortSlope): (Float, Float, Float)

    init(weight: Double, base: Double, slope: Double, _ lengths: PackedNumbers) {
      (self.weight, self.base, self.slope) = (weight, base, slope)
      (shortWeight, shortBase, shortSlope) = (Float(weight), Float(base), Float(slope))
      (self.lengths, least) = (lengths.row, lengths.base ?? 0)
    }
  }

  private let fields: [Field]
  private let shapes: OccurrenceShapes
  /// For each field the length of the shortest text of each window.
  private let shortest: [Float]
  private let windows: Int
  private let scoring: BM25F
  /// What no saturated weight exceeds.
  let limit: Double
  private let k1: Double
  private let (shortLimit, shortK1): (Float, Float)

  init(_ index: InvertedIndex) {
    let scoring = BM25F(index)
    self.scoring = scoring
    shapes = index.shapes
    shortest = index.shortestTexts
    windows = DocumentWindow.count(documents: index.documentCount)
    k1 = scoring.k1
    limit = scoring.k1 + 1
    (shortLimit, shortK1) = (Float(limit), Float(k1))
    fields = scoring.fields.enumerated().map { number, field in
      let average = scoring.averageLength(of: number)
      return Field(
        weight: field.weight, base: average > 0 ? 1 - field.b : 1,
        slope: average > 0 ? field.b / average : 0, index.lengths[number])
    }
  }

  /// So many of the commonest shapes are looked at for each window.
  static let commonShapes = 16

  /// Which of the commonest shapes may weigh so much in a window, by the shortest texts there: the bit of each.
  func shapes(weighing least: Float, in window: Int) -> UInt64 {
    var open: UInt64 = 0
    for shape in 0..<min(shapes.count, Self.commonShapes) {
      let mask = shapes.mask(shape)
      let field = mask.trailingZeroBitCount
      if mask & (mask &- 1) == 0, field < fields.count {
        let constants = fields[field]
        let most = constants.shortWeight * Float(shapes.frequency(shape, in: field))
        let length = shortest[field * windows + window]
        // A little more, so that rounding never shuts one out.
        let needed = least * (constants.shortBase + constants.shortSlope * length)
        if most * (1 + 1e-5) < needed { continue }
      }
      open |= 1 << UInt64(shape)
    }
    return open
  }

  func rarity(documents: Int) -> Double {
    scoring.inverseDocumentFrequency(documentFrequency: documents)
  }

  @inline(__always)
  func saturated(_ weight: Double) -> Double { limit * weight / (k1 + weight) }

  /// The weight that is saturated to a number; infinite where none is.
  func weight(ofSaturated number: Double) -> Double {
    number < limit ? k1 * number / (limit - number) : .infinity
  }

  /// The weight of what stands in some fields of a document.
  @inline(__always)
  func weight(
    _ mask: FieldMask, of document: DocumentNumber, _ frequency: (Int) -> UInt32
  ) -> Double {
    var sum = 0.0
    var mask = mask
    while mask != 0 {
      let field = mask.trailingZeroBitCount
      mask &= mask - 1
      sum += weight(frequency: frequency(field), in: field, of: document)
    }
    return sum
  }

  /// The weight of occurrences of a shape in a document.
  @inline(__always)
  func weight(ofShape shape: Int, _ shapes: OccurrenceShapes, of document: DocumentNumber) -> Double
  {
    var sum = 0.0
    var mask = shapes.mask(shape)
    while mask != 0 {
      let field = mask.trailingZeroBitCount
      mask &= mask - 1
      sum += weight(frequency: shapes.frequency(shape, in: field), in: field, of: document)
    }
    return sum
  }

  /// The saturated weight of occurrences of a shape in a document, as nearly as short numbers tell; mostly found
  /// with one division.
  @inline(__always)
  func roughly(
    ofShape shape: Int, _ shapes: OccurrenceShapes, of document: DocumentNumber
  ) -> Float {
    let mask = shapes.mask(shape)
    let field = mask.trailingZeroBitCount
    guard mask & (mask &- 1) == 0, field < fields.count else {
      return Float(saturated(weight(ofShape: shape, shapes, of: document)))
    }
    let constants = fields[field]
    let length = constants.least &+ constants.lengths[document.index]
    let weight = constants.shortWeight * Float(shapes.frequency(shape, in: field))
    return shortLimit * weight
      / (weight + shortK1 * (constants.shortBase + constants.shortSlope * Float(length)))
  }

  /// Whether occurrences of a shape weigh so much in a document; mostly told without a division.
  @inline(__always)
  func weighs(
    _ least: Double, shape: Int, _ shapes: OccurrenceShapes, of document: DocumentNumber
  ) -> Bool {
    let mask = shapes.mask(shape)
    let field = mask.trailingZeroBitCount
    guard mask & (mask &- 1) == 0, field < fields.count else {
      return weight(ofShape: shape, shapes, of: document) >= least
    }
    let constants = fields[field]
    let length = constants.least &+ constants.lengths[document.index]
    return constants.weight * Double(shapes.frequency(shape, in: field))
      >= least * (constants.base + constants.slope * Double(length))
  }

  /// The weight of a frequency in one field of a document.
  @inline(__always)
  func weight(frequency: UInt32, in field: Int, of document: DocumentNumber) -> Double {
    guard field < fields.count else { return 0 }
    let constants = fields[field]
    let length = constants.least &+ constants.lengths[document.index]
    return constants.weight * Double(frequency)
      / (constants.base + constants.slope * Double(length))
  }
}
