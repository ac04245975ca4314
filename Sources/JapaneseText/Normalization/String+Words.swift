#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Words are looked for byte by byte: texts and words are both folded, so that equal words have equal
// bytes, and the comparison by grapheme clusters of the standard library takes twenty times as long.

extension String {
  /// Whether a word stands somewhere in the text, byte for byte.
  package func contains(_ word: String) -> Bool {
    utf8.containsBytes(of: word)
  }

  /// Where a word first stands, byte for byte.
  package func firstRange(of word: String) -> Range<String.Index>? {
    guard let start = utf8.firstPlace(ofBytes: word) else { return nil }
    let first = utf8.index(startIndex, offsetBy: start)
    return first..<utf8.index(first, offsetBy: word.utf8.count)
  }

  /// The text with something else wherever a word stands, byte for byte.
  package func replacing(_ word: String, with other: String) -> String {
    guard !word.isEmpty, var range = firstRange(of: word) else { return self }
    var replaced = ""
    var rest = self[...]
    while true {
      replaced += rest[..<range.lowerBound]
      replaced += other
      rest = rest[range.upperBound...]
      guard let start = rest.utf8.firstPlace(ofBytes: word) else { return replaced + rest }
      let first = rest.utf8.index(rest.startIndex, offsetBy: start)
      range = first..<rest.utf8.index(first, offsetBy: word.utf8.count)
    }
  }

  /// The parts between the places where a word stands, byte for byte; empty ones are left out.
  package func parts(separatedBy word: String) -> [String] {
    guard !word.isEmpty, contains(word) else { return isEmpty ? [] : [self] }
    var parts: [String] = []
    var rest = self[...]
    while let place = rest.utf8.firstPlace(ofBytes: word) {
      let start = rest.utf8.index(rest.startIndex, offsetBy: place)
      if place > 0 { parts.append(String(rest[..<start])) }
      rest = rest[rest.utf8.index(start, offsetBy: word.utf8.count)...]
    }
    if !rest.isEmpty { parts.append(String(rest)) }
    return parts
  }

  /// Whether the text begins with a word, byte for byte.
  package func hasPrefix(_ word: String) -> Bool {
    withBytes { text in
      word.withBytes { text.count >= $0.count && Bytes.agree(text.prefix($0.count), $0[...]) }
    }
  }

  /// Whether the text ends with a word, byte for byte.
  package func hasSuffix(_ word: String) -> Bool {
    withBytes { text in
      word.withBytes { text.count >= $0.count && Bytes.agree(text.suffix($0.count), $0[...]) }
    }
  }

  /// The first byte; that of a short text, as nearly all words are, is the first one of the string itself.
  @inline(__always)
  var firstByte: UInt8? {
    #if _pointerBitWidth(_64) && _endian(little)
      let words = unsafeBitCast(self, to: (UInt64, UInt64).self)
      let isShort = words.1 & 1 << 61 != 0
      if isShort, words.0 & 0xFF != 0 { return UInt8(truncatingIfNeeded: words.0) }
    #endif
    return utf8.first
  }

  /// Looks at the bytes of the text, which stays where it is.
  @inline(__always)
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}

extension String {
  /// The part of the text between two UTF-8 offsets.
  func cut(_ range: Range<Int>) -> String {
    let start = utf8.index(startIndex, offsetBy: range.lowerBound)
    return String(self[start..<utf8.index(start, offsetBy: range.count)])
  }

  /// A text of some scalars; the standard library's way by a view takes ten times as long.
  init(scalars: Slice<UnsafeBufferPointer<Unicode.Scalar>>, size: Int) {
    self.init(unsafeUninitializedCapacity: size) { bytes in
      var end = 0
      for scalar in scalars {
        let width = UTF8.width(scalar)
        var rest = scalar.value
        for place in stride(from: end + width - 1, to: end, by: -1) {
          bytes[place] = UInt8(truncatingIfNeeded: rest & 0x3F | 0x80)
          rest >>= 6
        }
        bytes[end] = UTF8.lead(of: scalar)
        end += width
      }
      return end
    }
  }

  /// A text of some scalars.
  package init(of scalars: [Unicode.Scalar]) {
    let size = scalars.reduce(0) { $0 + UTF8.width($1) }
    self = scalars.withUnsafeBufferPointer { String(scalars: $0[...], size: size) }
  }

  /// How many characters the text has; of what nearly all texts are made of, each scalar is one.
  package var characterCount: Int {
    let plain = withBytes { bytes -> Int? in
      var (place, count) = (0, 0)
      while place < bytes.count {
        let lead = bytes[place]
        let (second, third) =
          lead < 0x80 ? (0, 0) : (bytes[place + 1], place + 2 < bytes.count ? bytes[place + 2] : 0)
        switch (lead, second, third) {
        case (0x0D, _, _), (0xE3, 0x82, 0x99...0x9A): return nil
        case (..<0x80, _, _): place += 1
        // U+3000 to U+3011, kana, kanji, and the wide forms of ASCII.
        case (0xE3, 0x80, ...0x91), (0xE3, 0x81...0x83, _), (0xE5...0xE9, _, _),
          (0xE4, 0xB8..., _), (0xEF, 0xBC, 0x81...), (0xEF, 0xBD, ...0x9E):
          place += 3
        default: return nil
        }
        count += 1
      }
      return count
    }
    return plain ?? count
  }

  /// The text with a blank in place of its line ends.
  package var withoutLineEnds: String {
    let hasLineEnds = unicodeScalars.contains {
      (0x0A...0x0D).contains($0.value) || $0.value == 0x85 || (0x2028...0x2029).contains($0.value)
    }
    return hasLineEnds ? split(whereSeparator: \.isNewline).joined(separator: " ") : self
  }

  /// The text without blanks and line ends, wide ones too, at both ends.
  package var trimmingBlanks: String {
    let scalars = unicodeScalars
    guard let first = scalars.first, let last = scalars.last,
      first.isWhitespace || last.isWhitespace
    else { return self }
    guard let start = scalars.firstIndex(where: { !$0.isWhitespace }),
      let end = scalars.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}

extension String.UnicodeScalarView {
  /// Whether a scalar stands somewhere in the view; lists of scalars are written as texts.
  package func contains(_ scalar: Unicode.Scalar) -> Bool {
    String(self).withBytes { Bytes.place(of: scalar, in: $0) }
  }
}

extension Substring {
  /// Whether a word stands somewhere in the text, byte for byte.
  package func contains(_ word: String) -> Bool {
    utf8.containsBytes(of: word)
  }

  /// The parts between blanks of any kind.
  package var words: [Substring] {
    // In ASCII every byte is a character, but for the two of some line ends.
    guard utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) else {
      return split(whereSeparator: \.isWhitespace)
    }
    return utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.map { Substring($0) }
  }
}

extension Collection where Element == UInt8 {
  fileprivate func containsBytes(of word: String) -> Bool { firstPlace(ofBytes: word) != nil }

  fileprivate func firstPlace(ofBytes word: String) -> Int? {
    word.withBytes { needle in
      withContiguousStorageIfAvailable { Bytes.place(of: needle, in: $0) }
        ?? Array(self).withUnsafeBufferPointer { Bytes.place(of: needle, in: $0) }
    }
  }
}

private enum Bytes {
  /// Whether a scalar stands in some bytes; the last byte is looked for, since those of one script begin alike.
  static func place(of scalar: Unicode.Scalar, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let value = scalar.value
    let width = UTF8.width(scalar)
    let last = UInt8(truncatingIfNeeded: width == 1 ? value : value & 0x3F | 0x80)
    var place = width - 1
    while place < bytes.count {
      if bytes[place] == last,
        width == 1 || UTF8.scalar(at: place - width + 1, endingAt: place, in: bytes) == value
      {
        return true
      }
      place += 1
    }
    return false
  }

  /// Whether as many bytes in one place as in the other are the same.
  static func agree(
    _ one: Slice<UnsafeBufferPointer<UInt8>>, _ other: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    let (one, other) = (UnsafeBufferPointer(rebasing: one), UnsafeBufferPointer(rebasing: other))
    guard let start = one.baseAddress, let word = other.baseAddress else { return other.isEmpty }
    return memcmp(start, word, other.count) == 0
  }

  /// Where some bytes first stand in others; the last byte is looked for first, since those of one script
  /// begin alike.
  static func place(
    of needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let last = needle.last else { return 0 }
    guard let start = text.baseAddress, let word = needle.baseAddress, needle.count <= text.count
    else { return nil }
    let before = needle.count - 1
    var place = before
    while place < text.count,
      let found = memchr(start + place, Int32(last), text.count - place)
    {
      let end = start.distance(to: found.assumingMemoryBound(to: UInt8.self))
      if memcmp(start + (end - before), word, before) == 0 { return end - before }
      place = end + 1
    }
    return nil
  }
}

extension UTF8 {
  /// The scalar that begins at a place in bytes that are known to be whole.
  @inline(__always)
  static func scalar(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar {
    let lead = UInt32(bytes[place])
    func next(_ distance: Int) -> UInt32 { UInt32(bytes[place + distance] & 0x3F) }
    let value =
      switch lead {
      case ..<0x80: lead
      case ..<0xE0: (lead & 0x1F) << 6 | next(1)
      case ..<0xF0: (lead & 0x0F) << 12 | next(1) << 6 | next(2)
      default: (lead & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)
      }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The value of the scalar that begins at one place and ends at another; 0 where none does.
  @inline(__always)
  static func scalar(
    at start: Int, endingAt end: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> UInt32 {
    width(ofLead: bytes[start]) == end - start + 1 && !isContinuation(bytes[start])
      ? scalar(at: start, in: bytes).value : 0
  }

  /// How many scalars begin in bytes that are known to be whole, eight bytes at a time.
  package static func count(ofScalarsIn bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var inside = 0
    var place = 0
    while place + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      // One bit for each byte that goes on with a scalar: its first bit is set, its second is not.
      let going = word >> 7 & ~(word >> 6) & 0x0101_0101_0101_0101
      inside += Int(truncatingIfNeeded: (going &* 0x0101_0101_0101_0101) >> 56)
      place += 8
    }
    while place < bytes.count {
      if isContinuation(bytes[place]) { inside += 1 }
      place += 1
    }
    return bytes.count - inside
  }

  /// How many bytes the scalar has that begins with a byte.
  @inline(__always)
  static func width(ofLead lead: UInt8) -> Int {
    lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  /// The first byte of a scalar.
  static func lead(of scalar: Unicode.Scalar) -> UInt8 {
    switch scalar.value {
    case ..<0x80: UInt8(truncatingIfNeeded: scalar.value)
    case ..<0x800: UInt8(truncatingIfNeeded: 0xC0 | scalar.value >> 6)
    case ..<0x10000: UInt8(truncatingIfNeeded: 0xE0 | scalar.value >> 12)
    default: UInt8(truncatingIfNeeded: 0xF0 | scalar.value >> 18)
    }
  }
}

/// A text as the key of a dictionary, told apart byte for byte: hashing by characters takes ten times as long.
package struct TextKey: Hashable {
  private let text: String

  /// Makes a key.
  package init(_ text: String) { self.text = text }

  /// Whether two texts have the same bytes.
  package static func == (one: TextKey, other: TextKey) -> Bool {
    one.text.withBytes { one in
      other.text.withBytes { one.count == $0.count && Bytes.agree(one[...], $0[...]) }
    }
  }

  /// Adds the bytes to a hash.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(text.withBytes(TextTable.hash))
  }
}
