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
    text.withBytes { bytes in
      let length = UTF8.count(ofScalarsIn: bytes)
      var isUnchanged = true
      var isCommon = true
      var origins: [Int32] = []
      let scalars = [Unicode.Scalar](unsafeUninitializedCapacity: length) { scalars, count in
        origins = [Int32](unsafeUninitializedCapacity: length + 1) { origins, places in
          var offset = 0
          for place in 0..<length {
            let scalar = UTF8.scalar(at: offset, in: bytes)
            guard let common = ScalarFolding.common(scalar) else {
              isCommon = false
              break
            }
            if common != scalar { isUnchanged = false }
            scalars.initializeElement(at: place, to: common)
            origins.initializeElement(at: place, to: Int32(truncatingIfNeeded: offset))
            offset += UTF8.width(ofLead: bytes[offset])
          }
          if isCommon {
            origins.initializeElement(at: length, to: Int32(truncatingIfNeeded: offset))
            (count, places) = (length, length + 1)
          }
        }
      }
      return isCommon ? (scalars, origins, isUnchanged) : nil
    }
  }
}
