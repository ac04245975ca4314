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
    let origins: [Int32]
    /// Whether folding has changed nothing, so that parts can be cut from the original.
    let isUnchanged: Bool
    /// The words of lists that have been looked for in the text.
    let found = WordHits.Link()
    /// The dates and years that have been read in parts of the text.
    let dates = Remembered<DateReader.Mentions>()
    /// The folded text as a string.
    let string = FoldedString.Link()
    let withoutBlanks = Derived()
    let withoutLabelSigns = Derived()
    let withoutLetterSpacing = Derived()
    let withEnglishFullStops = Derived()
    let withoutSpacing = Derived()

    init(original: String, scalars: [Unicode.Scalar], origins: [Int32], isUnchanged: Bool) {
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
  var origins: [Int32] { storage.origins }

  /// Folds a text; while a page is read, each text once.
  public init(_ text: String) {
    storage = FoldingMemory.storage(of: text) ?? Storage(folding: text)
  }

  init(_ storage: Storage) { self.storage = storage }

  init(
    original: String, scalars: [Unicode.Scalar], origins: [Int32], isUnchanged: Bool = false
  ) {
    storage = Storage(
      original: original, scalars: scalars, origins: origins, isUnchanged: isUnchanged)
  }

  /// The folded scalars of a text, without the way back to it.
  public static func scalars(of text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      guard let common = ScalarFolding.common(scalar) else { return FoldedText(text).scalars }
      scalars.append(common)
    }
    return scalars
  }

  /// Adds the folded scalars of a text, given as bytes of UTF-8, that are no blanks.
  static func appendScalars(
    of bytes: UnsafeBufferPointer<UInt8>, to scalars: inout [Unicode.Scalar]
  ) {
    let isCommon = withUnsafeTemporaryAllocation(of: Unicode.Scalar.self, capacity: bytes.count) {
      room in
      var (count, offset) = (0, 0)
      while offset < bytes.count {
        let end = offset + UTF8.width(ofLead: bytes[offset])
        // Bytes that are no whole character are left to the standard library.
        guard end <= bytes.count,
          let common = ScalarFolding.common(UTF8.scalar(at: offset, in: bytes))
        else { return false }
        if !common.isBlank {
          room[count] = common
          count += 1
        }
        offset = end
      }
      scalars.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<count]))
      return true
    }
    guard !isCommon else { return }
    scalars += FoldedText(String(decoding: bytes, as: UTF8.self)).scalars.lazy
      .filter { !$0.isBlank }
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
  public var string: String {
    storage.isUnchanged ? original : storage.string.read(scalars) { $0.string }
  }

  /// A part of the folded text as a string.
  public func string(in range: Range<Int>) -> String {
    if storage.isUnchanged {
      return range.count == scalars.count
        ? original : original.cut(Int(origins[range.lowerBound])..<Int(origins[range.upperBound]))
    }
    return storage.string.read(scalars) { folded in
      folded.string.cut(folded.offset(range.lowerBound)..<folded.offset(range.upperBound))
    }
  }

  /// The words of the original that a part of the folded text came from; a character that was folded
  /// to several (㈱) comes whole.
  public func original(of range: Range<Int>) -> String {
    guard var last = range.last else { return "" }
    while last + 1 < scalars.count, origins[last + 1] == origins[last] { last += 1 }
    return original.cut(Int(origins[range.lowerBound])..<Int(origins[last + 1]))
  }

  /// The same text with all blanks and line ends left out; labels are compared so.
  public var withoutBlanks: FoldedText {
    storage.withoutBlanks.text(from: self) { keeping { !$0.isBlank } }
  }

  /// The same text without blanks and the signs that set labels off: `*`, `:`, `・`.
  public var withoutLabelSigns: FoldedText {
    storage.withoutLabelSigns.text(from: self) {
      keeping { !$0.isBlank && $0 != ":" && $0 != "・" && $0 != "*" }
    }
  }

  /// The same text with only the scalars that fulfil a condition.
  public func keeping(_ isKept: (Unicode.Scalar) -> Bool) -> FoldedText {
    let (all, places) = (storage.scalars, storage.origins)
    guard let first = all.firstIndex(where: { !isKept($0) }) else { return self }
    var origins: [Int32] = []
    let scalars = [Unicode.Scalar](unsafeUninitializedCapacity: all.count) { scalars, count in
      origins = [Int32](unsafeUninitializedCapacity: all.count + 1) { origins, end in
        for place in all.indices where place < first || place > first && isKept(all[place]) {
          scalars[end] = all[place]
          origins[end] = places[place]
          end += 1
        }
        origins[end] = places[all.count]
        count = end
        end += 1
      }
    }
    return FoldedText(original: original, scalars: scalars, origins: origins)
  }

  /// A range without the blanks at both ends.
  public func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, scalars[first].isBlank { range.removeFirst() }
    while let last = range.last, scalars[last].isBlank { range.removeLast() }
    return range
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

  /// Whether a word, already folded, stands right before a position.
  package func hasWord(_ word: String, before end: Int) -> Bool {
    let word = word.unicodeScalars
    var position = end
    for scalar in word.reversed() {
      guard position > 0, position <= scalars.count, scalars[position - 1] == scalar else {
        return false
      }
      position -= 1
    }
    return true
  }

  /// Whether a word, already folded, stands at a position.
  package func hasWord(_ word: String, at position: Int) -> Bool {
    var end = position
    for scalar in word.unicodeScalars {
      guard end >= 0, end < scalars.count, scalars[end] == scalar else { return false }
      end += 1
    }
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
    storage.scalars.withUnsafeBufferPointer { scalars in
      word.withBytes { word in
        guard !word.isEmpty else { return nil }
        let first = UTF8.scalar(at: 0, in: word)
        let (start, end) = (bounds?.lowerBound ?? 0, bounds?.upperBound ?? scalars.count)
        var position = start
        while position < end {
          guard scalars[position] == first else {
            position += 1
            continue
          }
          var ahead = position
          var offset = 0
          while offset < word.count, ahead < end,
            scalars[ahead] == UTF8.scalar(at: offset, in: word)
          {
            offset += UTF8.width(ofLead: word[offset])
            ahead += 1
          }
          if offset == word.count { return position..<ahead }
          position += 1
        }
        return nil
      }
    }
  }

  /// Whether a word, already folded, stands within a range.
  package func contains(_ word: String, in range: Range<Int>) -> Bool {
    self.range(of: word, in: range) != nil
  }

  /// Whether a word, already folded, stands anywhere.
  ///
  /// The bytes are looked at where they lie.
  public func contains(_ word: String) -> Bool {
    guard !word.isEmpty else { return false }
    return storage.isUnchanged ? storage.original.contains(word) : range(of: word) != nil
  }
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
