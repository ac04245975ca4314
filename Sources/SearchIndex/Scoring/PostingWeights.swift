/// How much a posting weighs by the weights of an index's own schema: its frequency after weight and
/// length, as BM25F has it.
struct PostingWeights {
  private struct Field {
    let weight: Double
    let base: Double
    let slope: Double
  }

  private let fields: [Field]
  private let lengths: [[UInt32]]
  private let k1: Double

  /// Takes the fields with their mean lengths, and for each field the length in every document.
  init(_ scoring: BM25F, lengths: [[UInt32]]) {
    self.lengths = lengths
    k1 = scoring.k1
    fields = scoring.fields.enumerated().map { number, field in
      let average = scoring.averageLength(of: number)
      return average > 0
        ? Field(weight: field.weight, base: 1 - field.b, slope: field.b / average)
        : Field(weight: field.weight, base: 1, slope: 0)
    }
  }

  /// The weight of occurrences in one field of a document.
  @inline(__always)
  func weight(_ document: Int, field: Int, _ frequency: Int) -> Double {
    guard field < fields.count, document < lengths[field].count else { return 0 }
    let field = (constants: fields[field], length: lengths[field][document])
    return field.constants.weight * Double(frequency)
      / (field.constants.base + field.constants.slope * Double(field.length))
  }

  /// A sum of weights as a score, before it is multiplied by how rare the term is.
  func saturated(_ weight: Double) -> Double { (k1 + 1) * weight / (k1 + weight) }
}
