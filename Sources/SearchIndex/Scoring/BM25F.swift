/// The score of a term in a document whose fields count differently.
///
/// A frequency is first divided by how long its field is and weighted, then summed over the fields,
/// then saturated once, so that a term in two fields does not count as two terms:
///
/// - *tf* = Σ weight · frequency / (1 − b + b · length / average length)
/// - *idf* = ln(1 + (N − n + ½) / (n + ½)) for N documents, n of them with the term
/// - score = idf · (k1 + 1) · tf / (k1 + tf)
public struct BM25F: Hashable, Sendable {
  /// The customary saturation: how slowly further occurrences stop to count.
  public static let standardK1 = 1.2
  /// The customary part that a field's length plays.
  public static let standardB = 0.75

  /// How one field counts.
  public struct Field: Hashable, Sendable {
    /// The factor of the field's frequencies.
    public var weight: Double
    /// How strongly length is held against a document, from 0 to 1.
    public var b: Double

    /// Sets both numbers.
    public init(weight: Double = 1, b: Double = BM25F.standardB) {
      self.weight = weight
      self.b = b
    }
  }

  /// Occurrences of a term in one field of a document.
  public struct Occurrences: Hashable, Sendable {
    /// The number of the field.
    public var field: Int
    /// How often the term stands there.
    public var frequency: UInt32
    /// The field's length in this document.
    public var length: UInt32

    /// Counts occurrences.
    public init(field: Int, frequency: UInt32, length: UInt32) {
      self.field = field
      self.frequency = frequency
      self.length = length
    }
  }

  /// How each field counts, by its number.
  public let fields: [Field]
  /// The statistics that scores refer to.
  public let statistics: CollectionStatistics
  /// The saturation.
  public let k1: Double

  /// Fixes weights and statistics; a field without a mean length ignores lengths.
  public init(
    fields: [Field], statistics: CollectionStatistics, k1: Double = Self.standardK1
  ) {
    self.fields = fields
    self.statistics = statistics
    self.k1 = k1
  }

  /// Returns how much a term tells that so many documents have; positive and falling.
  public func inverseDocumentFrequency(documentFrequency: Int) -> Double {
    let having = Double(documentFrequency)
    let lacking = max(Double(statistics.documentCount) - having, 0)
    return Platform.logarithm(1 + (lacking + 0.5) / (having + 0.5))
  }

  /// Returns a frequency after length and weight, to be summed over the fields.
  @inline(__always)
  public func weightedFrequency(_ occurrences: Occurrences) -> Double {
    guard fields.indices.contains(occurrences.field) else { return 0 }
    let field = fields[occurrences.field]
    return field.weight * Double(occurrences.frequency) / lengthFactor(occurrences)
  }

  /// Returns the score of summed weighted frequencies.
  @inlinable
  public func score(weightedFrequency: Double, inverseDocumentFrequency: Double) -> Double {
    inverseDocumentFrequency * (k1 + 1) * weightedFrequency / (k1 + weightedFrequency)
  }

  /// Returns the score of a term with these occurrences.
  public func score(of occurrences: [Occurrences], inverseDocumentFrequency: Double) -> Double {
    score(
      weightedFrequency: occurrences.reduce(0) { $0 + weightedFrequency($1) },
      inverseDocumentFrequency: inverseDocumentFrequency)
  }

  /// Returns what no score of a term can exceed, whatever the frequencies.
  public func bound(inverseDocumentFrequency: Double) -> Double {
    inverseDocumentFrequency * (k1 + 1)
  }

  /// Returns 1 − b + b · length / average length.
  @inline(__always)
  func lengthFactor(_ occurrences: Occurrences) -> Double {
    let b = fields[occurrences.field].b
    let average = averageLength(of: occurrences.field)
    return average > 0 ? 1 - b + b * Double(occurrences.length) / average : 1
  }

  @inline(__always)
  func averageLength(of field: Int) -> Double {
    field < statistics.averageLengths.count ? statistics.averageLengths[field] : 0
  }
}
