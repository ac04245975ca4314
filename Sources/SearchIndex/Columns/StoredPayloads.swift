/// The bytes that came with each document.
struct StoredPayloads: Sendable {
  private let starts: ByteRegion
  private let bytes: ByteRegion
  private let documents: Int

  /// Checks that the parts fit each other and the number of documents.
  init(starts: ByteRegion, bytes: ByteRegion, documents: Int) throws(IndexFileError) {
    // Where no document has any, there are no starts either.
    let documents = starts.count == 0 && bytes.count == 0 ? 0 : documents
    guard starts.count == 0 || starts.count == (documents + 1) * 8,
      starts.uint64(at: documents) == UInt64(bytes.count)
    else { throw .damaged(part: .stored) }
    self.starts = starts
    self.bytes = bytes
    self.documents = documents
  }

  /// Returns a document's bytes; none for a document that is not there.
  func region(of document: DocumentNumber) -> ByteRegion? {
    guard document.index < documents else { return nil }
    let start = starts.uint64(at: document.index)
    let end = starts.uint64(at: document.index + 1)
    return start <= end ? bytes.part(from: start, count: end - start) : nil
  }

  /// Whether every document's bytes begin where those of the one before end.
  func isSound() -> Bool {
    starts.uint64(at: 0) == 0
      && (0..<documents).allSatisfy { starts.uint64(at: $0) <= starts.uint64(at: $0 + 1) }
  }
}
