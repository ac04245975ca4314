/// For each window of documents which texts of a column stand there, so that whole windows are passed over
/// by a condition; for columns with few distinct texts only.
///
/// Each window has 64 bits, one for each ordinal. A column with more distinct texts has none of them.
struct KeywordWindows: Sendable {
  /// The most distinct texts of a column that has windows.
  static let greatestCount = UInt64.bitWidth

  private let masks: ByteRegion

  /// Whether nothing is known of any window.
  var isEmpty: Bool { masks.count == 0 }

  /// Takes the masks; nil where they are not as many as there are windows.
  init?(_ region: ByteRegion, documents: Int) {
    guard region.count == 0 || region.count == DocumentWindow.count(documents: documents) * 8
    else { return nil }
    masks = region
  }

  /// For each window whether it has any of some ordinals; nil where nothing is known.
  func having(anyOf ordinals: [Int]) -> [Bool]? {
    guard !isEmpty else { return nil }
    let wanted = Self.mask(of: ordinals)
    return (0..<masks.count / 8).map { masks.uint64(at: $0) & wanted != 0 }
  }

  /// Whether a window has just these ordinals.
  func has(exactly ordinals: [Int], in window: Int) -> Bool {
    masks.uint64(at: window) == Self.mask(of: ordinals)
  }

  private static func mask(of ordinals: [Int]) -> UInt64 {
    ordinals.reduce(0) { $0 | 1 << UInt64($1) }
  }
}

extension KeywordWindows {
  /// The bytes for a column of so many distinct texts, from where each document's ordinals start.
  static func bytes(of ordinals: [Int32], starts: [UInt32], distinct: Int) -> [UInt8] {
    guard distinct <= greatestCount else { return [] }
    let documents = starts.count - 1
    var bytes: [UInt8] = []
    for window in 0..<DocumentWindow.count(documents: documents) {
      let range = DocumentWindow.documents(of: window, of: documents)
      let places = Int(starts[range.lowerBound])..<Int(starts[range.upperBound])
      bytes.appendFixed(mask(of: ordinals[places].map { Int($0) }))
    }
    return bytes
  }
}
