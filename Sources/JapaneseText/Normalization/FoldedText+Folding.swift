extension FoldedText.Storage {
  /// Folds a text.
  convenience init(folding text: String) {
    if let (scalars, origins, isUnchanged) = Self.commonlyFolded(text) {
      self.init(original: text, scalars: scalars, origins: origins, isUnchanged: isUnchanged)
      return
    }
    var scalars: [Unicode.Scalar] = []
    var origins: [Int32] = []
    scalars.reserveCapacity(text.utf8.count / 2)
    origins.reserveCapacity(text.utf8.count / 2)
    var offset: Int32 = 0
    for scalar in text.unicodeScalars {
      if let common = ScalarFolding.common(scalar) {
        scalars.append(common)
        origins.append(offset)
        offset += Int32(UTF8.width(scalar))
        continue
      }
      for folded in ScalarFolding.folded(scalar) {
        if let composed = ScalarFolding.composition(of: scalars.last, with: folded) {
          scalars[scalars.count - 1] = composed
        } else {
          scalars.append(folded)
          origins.append(offset)
        }
      }
      offset += Int32(UTF8.width(scalar))
    }
    origins.append(offset)
    self.init(original: text, scalars: scalars, origins: origins, isUnchanged: false)
  }

  /// The scalars and origins of a text that is made of common scalars only, as nearly all are.
  private static func commonlyFolded(
    _ text: String
  ) -> (scalars: [Unicode.Scalar], origins: [Int32], isUnchanged: Bool)? {
    var text = text
    return text.withUTF8 { bytes in
      let length = bytes.count { !UTF8.isContinuation($0) }
      var isUnchanged = true
      var scalars = [Unicode.Scalar](repeating: " ", count: length)
      var origins = [Int32](repeating: Int32(truncatingIfNeeded: bytes.count), count: length + 1)
      var offset = 0
      for place in 0..<length {
        let scalar = UTF8.scalar(at: offset, in: bytes)
        guard let common = ScalarFolding.common(scalar) else { return nil }
        if common != scalar { isUnchanged = false }
        scalars[place] = common
        origins[place] = Int32(truncatingIfNeeded: offset)
        offset += UTF8.width(scalar)
      }
      return (scalars, origins, isUnchanged)
    }
  }
}
