/// Text in one way of writing, with a map back to the original.
///
/// Width, case, compatibility forms, dashes and blanks are folded; circled numbers stay, since they
/// number items. Positions are counted in scalars of the folded text.
public struct FoldedText: Sendable {
  /// What a text holds; copies of the text share it, and what has been found in it.
  @usableFromInline
  final class Storage: Sendable {
    @usableFromInline let original: String
    @usableFromInline let scalars: [Unicode.Scalar]
    /// For every folded scalar, and for the end, the UTF-8 offset in the original that it came from.
    let origins: [Int]
    /// Whether folding has changed nothing, so that parts can be cut from the original.
    let isUnchanged: Bool
    /// The words of lists that have been looked for in the text.
    let found = WordHits.Link()
    /// The dates and years that have been read in parts of the text.
    let dates = Remembered<DateReader.Mentions>()

    init(original: String, scalars: [Unicode.Scalar], origins: [Int], isUnchanged: Bool) {
      self.original = original
      self.isUnchanged = isUnchanged
      self.scalars = scalars
      self.origins = origins
    }
  }

  @usableFromInline let storage: Storage

  /// The text before folding.
  @inlinable public var original: String { storage.original }
  /// The folded scalars.
  @inlinable public var scalars: [Unicode.Scalar] { storage.scalars }
  /// For every folded scalar, and for the end, the UTF-8 offset in the original that it came from.
  var origins: [Int] { storage.origins }

  /// Folds a text.
  public init(_ text: String) {
    if let (scalars, origins, isUnchanged) = Self.commonlyFolded(text) {
      self.init(original: text, scalars: scalars, origins: origins, isUnchanged: isUnchanged)
      return
    }
    var scalars: [Unicode.Scalar] = []
    var origins: [Int] = []
    scalars.reserveCapacity(text.utf8.count / 2)
    origins.reserveCapacity(text.utf8.count / 2)
    var offset = 0
    for scalar in text.unicodeScalars {
      if let common = ScalarFolding.common(scalar) {
        scalars.append(common)
        origins.append(offset)
        offset += UTF8.width(scalar)
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
      offset += UTF8.width(scalar)
    }
    origins.append(offset)
    self.init(original: text, scalars: scalars, origins: origins)
  }

  /// The scalars and origins of a text that is made of common scalars only, as nearly all are.
  private static func commonlyFolded(
    _ text: String
  ) -> (scalars: [Unicode.Scalar], origins: [Int], isUnchanged: Bool)? {
    var text = text
    return text.withUTF8 { bytes in
      let count = bytes.count { !UTF8.isContinuation($0) }
      var scalars = [Unicode.Scalar](repeating: "\0", count: count)
      var origins = [Int](repeating: bytes.count, count: count + 1)
      var isUnchanged = true
      var offset = 0
      for place in scalars.indices {
        let scalar = UTF8.scalar(at: offset, in: bytes)
        guard let common = ScalarFolding.common(scalar) else { return nil }
        if common != scalar { isUnchanged = false }
        scalars[place] = common
        origins[place] = offset
        offset += UTF8.width(scalar)
      }
      return (scalars, origins, isUnchanged)
    }
  }

  init(
    original: String, scalars: [Unicode.Scalar], origins: [Int], isUnchanged: Bool = false
  ) {
    storage = Storage(
      original: original, scalars: scalars, origins: origins, isUnchanged: isUnchanged)
  }

  /// The folded scalars of a text, without the way back to it.
  public static func scalars(of text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      guard let common = ScalarFolding.common(scalar) else { return FoldedText(text).scalars }
      scalars.append(common)
    }
    return scalars
  }

  /// The first scalar of a folded text; nil of an empty one.
  static func firstScalar(of text: String) -> Unicode.Scalar? {
    let head = text.unicodeScalars.prefix(2)
    // The second may be a mark that joins the first (か and ゛).
    if let first = head.first.flatMap(ScalarFolding.common),
      head.dropFirst().allSatisfy({ ScalarFolding.common($0) != nil })
    {
      return first
    }
    return scalars(of: text).first
  }

  /// A text folded; one that needs no folding comes back as it is.
  public static func string(of text: String) -> String {
    text.unicodeScalars.allSatisfy { ScalarFolding.common($0) == $0 }
      ? text : FoldedText(text).string
  }

  /// The folded text as a string.
  public var string: String { string(in: scalars.indices) }

  /// A part of the folded text as a string.
  public func string(in range: Range<Int>) -> String {
    if storage.isUnchanged {
      let bytes = original.utf8
      let start = bytes.index(bytes.startIndex, offsetBy: origins[range.lowerBound])
      let end = bytes.index(bytes.startIndex, offsetBy: origins[range.upperBound])
      return String(original[start..<end])
    }
    return scalars.withUnsafeBufferPointer { String(scalars: $0[range]) }
  }

  /// The words of the original that a part of the folded text came from; a character that was folded
  /// to several (㈱) comes whole.
  public func original(of range: Range<Int>) -> String {
    guard var last = range.last else { return "" }
    while last + 1 < scalars.count, origins[last + 1] == origins[last] { last += 1 }
    let bytes = original.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: origins[range.lowerBound])
    let end = bytes.index(bytes.startIndex, offsetBy: origins[last + 1])
    return String(original[start..<end])
  }

  /// The same text with all blanks and line ends left out; labels are compared so.
  public var withoutBlanks: FoldedText { keeping { !$0.isBlank } }

  /// The same text with only the scalars that fulfil a condition.
  public func keeping(_ isKept: (Unicode.Scalar) -> Bool) -> FoldedText {
    var scalars: [Unicode.Scalar] = []
    var origins: [Int] = []
    scalars.reserveCapacity(self.scalars.count)
    origins.reserveCapacity(self.scalars.count + 1)
    for (scalar, origin) in zip(self.scalars, self.origins) where isKept(scalar) {
      scalars.append(scalar)
      origins.append(origin)
    }
    guard scalars.count < self.scalars.count else { return self }
    origins.append(self.origins[self.scalars.count])
    return FoldedText(original: original, scalars: scalars, origins: origins)
  }

  /// Whether nothing but blanks is left.
  public var isBlank: Bool { scalars.allSatisfy(\.isBlank) }
}

extension FoldedText {
  /// Whether a word, already folded, stands at a position.
  @inlinable
  public func hasWord(_ word: [Unicode.Scalar], at position: Int) -> Bool {
    guard position >= 0, position + word.count <= scalars.count else { return false }
    for index in word.indices where scalars[position + index] != word[index] { return false }
    return true
  }

  /// Where a word, already folded, first stands within a range.
  public func range(of word: [Unicode.Scalar], in bounds: Range<Int>? = nil) -> Range<Int>? {
    let bounds = bounds ?? scalars.indices
    guard let first = word.first, word.count <= bounds.count else { return nil }
    for position in bounds.lowerBound...(bounds.upperBound - word.count)
    where scalars[position] == first && hasWord(word, at: position) {
      return position..<position + word.count
    }
    return nil
  }

  /// Where a word, already folded, first stands within a range.
  public func range(of word: String, in bounds: Range<Int>? = nil) -> Range<Int>? {
    let word = word.unicodeScalars
    guard let first = word.first else { return nil }
    let rest = word.dropFirst()
    let bounds = bounds ?? scalars.indices
    return scalars.withUnsafeBufferPointer { scalars in
      for position in bounds where scalars[position] == first {
        var end = position + 1
        if rest.allSatisfy({ scalar in
          guard end < bounds.upperBound, scalars[end] == scalar else { return false }
          end += 1
          return true
        }) {
          return position..<end
        }
      }
      return nil
    }
  }

  /// Whether a word, already folded, stands anywhere.
  public func contains(_ word: String) -> Bool { range(of: word) != nil }
}

extension FoldedText: Hashable {
  /// Whether two texts are equal, before folding too.
  public static func == (one: FoldedText, other: FoldedText) -> Bool {
    one.storage === other.storage
      || one.scalars == other.scalars && one.original == other.original
        && one.origins == other.origins
  }

  /// Adds the folded text to a hash.
  public func hash(into hasher: inout Hasher) { hasher.combine(scalars) }
}
