/// A column of short texts: for each document any number of them, in the order given.
///
/// Every distinct text has an ordinal, its place in byte order, which is what documents hold: to
/// filter, look the ordinal up once and compare numbers.
public struct KeywordColumn: Sendable {
  private let starts: ColumnStarts
  private let ordinals: PackedNumbers
  private let textStarts: ByteRegion
  private let texts: ByteRegion
  /// Which texts stand in which windows of documents.
  let windows: KeywordWindows
  /// The number of distinct texts.
  public let distinctCount: Int

  init?(
    starts: ColumnStarts, ordinals: PackedNumbers, textStarts: ByteRegion, texts: ByteRegion,
    windows: KeywordWindows
  ) {
    distinctCount = textStarts.count / 4 - 1
    guard distinctCount >= 0, textStarts.count % 4 == 0,
      Int(textStarts.uint32(at: distinctCount)) == texts.count
    else { return nil }
    self.starts = starts
    self.ordinals = ordinals
    self.textStarts = textStarts
    self.texts = texts
    self.windows = windows
  }

  /// The distinct texts of all documents, in byte order; their places are their ordinals.
  public var distinctValues: [String] {
    (0..<distinctCount).map(text(ofOrdinal:))
  }

  /// Returns the ordinal of a text, nil where no document has it.
  public func ordinal(of text: String) -> Int? {
    let key = Array(text.utf8)
    var (low, high) = (0, distinctCount)
    while low < high {
      let middle = (low + high) / 2
      let order = key.withUnsafeBytes { Platform.order(bytes(ofOrdinal: middle), $0) }
      if order == 0 { return middle }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Returns the text of an ordinal; empty for one that is not there.
  public func text(ofOrdinal ordinal: Int) -> String {
    String(decoding: bytes(ofOrdinal: ordinal), as: UTF8.self)
  }

  /// Returns the ordinals of a document's texts, read where they stand.
  @inline(__always)
  public func ordinals(of document: DocumentNumber) -> IntegerColumn.Values {
    IntegerColumn.Values(values: ordinals, range: starts.range(of: document))
  }

  /// The ordinal of a document's first text; nil where nothing is known.
  @inline(__always)
  public func firstOrdinal(of document: DocumentNumber) -> Int? {
    let range = starts.range(of: document)
    return range.isEmpty ? nil : Int(ordinals[range.lowerBound])
  }

  /// Whether a document has any of some texts, told by their ordinals; nil where nothing is known.
  public func hasAny(of chosen: [Bool], _ document: DocumentNumber) -> Bool? {
    let range = starts.range(of: document)
    guard !range.isEmpty else { return nil }
    for place in range {
      let ordinal = Int(ordinals[place])
      if chosen.indices.contains(ordinal), chosen[ordinal] { return true }
    }
    return false
  }

  /// Hands over the documents that may have any of some texts, and those without a text, in their order; the
  /// others of a window that has none of the texts are passed over.
  public func forEach(possiblyWith texts: [String], _ body: (DocumentNumber) -> Void) {
    let open = windows.having(anyOf: texts.compactMap(ordinal(of:)))
    for window in 0..<DocumentWindow.count(documents: starts.documents) {
      let range = DocumentWindow.documents(of: window, of: starts.documents)
      if open?[window] ?? true {
        for number in range { body(DocumentNumber(UInt32(truncatingIfNeeded: number))) }
      } else {
        starts.forEachEmpty(in: range, body)
      }
    }
  }

  /// The texts of a document; empty where nothing is known.
  public subscript(document: DocumentNumber) -> [String] {
    ordinals(of: document).map { text(ofOrdinal: Int($0)) }
  }

  /// Whether the parts of the column fit each other: every ordinal has a text, and the texts ascend.
  func isSound() -> Bool {
    starts.isSound() && ordinals.isSound()
      && (0..<ordinals.count).allSatisfy { 0..<distinctCount ~= Int(ordinals[$0]) }
      && (0..<max(distinctCount, 1)).dropFirst().allSatisfy {
        Platform.order(bytes(ofOrdinal: $0 - 1), bytes(ofOrdinal: $0)) < 0
      }
      && areWindowsSound()
  }

  /// Whether each window has the texts of its documents and no others.
  private func areWindowsSound() -> Bool {
    guard !windows.isEmpty else { return distinctCount > KeywordWindows.greatestCount }
    return (0..<DocumentWindow.count(documents: starts.documents)).allSatisfy { window in
      let range = DocumentWindow.documents(of: window, of: starts.documents)
      return windows.has(
        exactly: range.flatMap { document in
          ordinals(of: DocumentNumber(UInt32(document))).map { Int($0) }
        }, in: window)
    }
  }

  private func bytes(ofOrdinal ordinal: Int) -> UnsafeRawBufferPointer {
    let start = UInt64(textStarts.uint32(at: ordinal))
    let end = UInt64(textStarts.uint32(at: ordinal + 1))
    guard 0..<distinctCount ~= ordinal, start <= end,
      let part = texts.part(from: start, count: end - start)
    else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return part.bytes
  }
}
