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
      var all: [Unicode.Scalar] = []
      var places: [Int32] = []
      all.reserveCapacity(length)
      places.reserveCapacity(length + 1)
      var isUnchanged = true
      var offset = 0
      // Some at a time, so that an array need not be asked for each whether it is its owner's alone.
      return withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: stretch) { scalars in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: stretch) { origins in
          while offset < bytes.count {
            var count = 0
            while count < stretch, offset < bytes.count {
              let scalar = UTF8.scalar(at: offset, in: bytes)
              guard let common = ScalarFolding.common(scalar) else { return nil }
              if common != scalar { isUnchanged = false }
              scalars.initializeElement(at: count, to: common)
              origins.initializeElement(at: count, to: Int32(truncatingIfNeeded: offset))
              count += 1
              offset += UTF8.width(scalar)
            }
            all.append(contentsOf: UnsafeBufferPointer(rebasing: scalars[..<count]))
            places.append(contentsOf: UnsafeBufferPointer(rebasing: origins[..<count]))
          }
          places.append(Int32(truncatingIfNeeded: offset))
          return (all, places, isUnchanged)
        }
      }
    }
  }

  /// How many scalars are folded before they are kept.
  private static let stretch = 128
}
