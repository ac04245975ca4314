/// What a score needs to know of the whole collection; a test may invent it.
public struct CollectionStatistics: Hashable, Sendable {
  /// The number of documents.
  public var documentCount: Int
  /// For each text field its mean length over the documents in which it is not empty.
  public var averageLengths: [Double]

  /// Collects the statistics.
  public init(documentCount: Int, averageLengths: [Double]) {
    self.documentCount = documentCount
    self.averageLengths = averageLengths
  }
}
