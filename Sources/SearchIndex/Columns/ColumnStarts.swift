/// Where each document's values start in a column: one number more than documents.
struct ColumnStarts: Sendable {
  private let region: ByteRegion
  private let documents: Int

  /// Checks that there is a start for each document and that the last end is `valueCount`.
  init?(_ region: ByteRegion, documents: Int, valueCount: Int) {
    guard region.count == (documents + 1) * 4, Int(region.uint32(at: documents)) == valueCount
    else { return nil }
    self.region = region
    self.documents = documents
  }

  /// Returns the places of a document's values; none for a document that is not there.
  @inline(__always)
  func range(of document: DocumentNumber) -> Range<Int> {
    guard document.index < documents else { return 0..<0 }
    let start = Int(region.uint32(at: document.index))
    let end = Int(region.uint32(at: document.index + 1))
    return start..<max(start, end)
  }

  /// Whether every document's values begin where those of the one before end.
  func isSound() -> Bool {
    region.uint32(at: 0) == 0
      && (0..<documents).allSatisfy { region.uint32(at: $0) <= region.uint32(at: $0 + 1) }
  }
}
