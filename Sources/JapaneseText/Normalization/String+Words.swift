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
    guard contains(word) else { return isEmpty ? [] : [self] }
    return split(separator: word).map(String.init)
  }

  /// Whether the text begins with a word, byte for byte.
  package func hasPrefix(_ word: String) -> Bool {
    utf8.starts(with: word.utf8)
  }

  /// Whether the text ends with a word, byte for byte.
  package func hasSuffix(_ word: String) -> Bool {
    utf8.count >= word.utf8.count && utf8.suffix(word.utf8.count).elementsEqual(word.utf8)
  }
}

extension String {
  /// A text of some scalars; the standard library's way by a view takes ten times as long.
  init(scalars: Slice<UnsafeBufferPointer<Unicode.Scalar>>) {
    let size = scalars.reduce(0) { $0 + UTF8.width($1) }
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

extension Substring {
  /// Whether a word stands somewhere in the text, byte for byte.
  package func contains(_ word: String) -> Bool {
    utf8.containsBytes(of: word)
  }
}

extension Collection where Element == UInt8 {
  fileprivate func containsBytes(of word: String) -> Bool { firstPlace(ofBytes: word) != nil }

  fileprivate func firstPlace(ofBytes word: String) -> Int? {
    var word = word
    return word.withUTF8 { needle in
      withContiguousStorageIfAvailable { Bytes.place(of: needle, in: $0) }
        ?? Array(self).withUnsafeBufferPointer { Bytes.place(of: needle, in: $0) }
    }
  }
}

private enum Bytes {
  /// Where some bytes first stand in others; the last byte is compared first, since those of one script
  /// begin alike.
  static func place(
    of needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard let last = needle.last else { return 0 }
    guard needle.count <= text.count else { return nil }
    for end in needle.count - 1..<text.count where text[end] == last {
      let start = end - (needle.count - 1)
      var index = 0
      while index < needle.count - 1, text[start + index] == needle[index] { index += 1 }
      if index == needle.count - 1 { return start }
    }
    return nil
  }
}

extension UTF8 {
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
    one.text.utf8.elementsEqual(other.text.utf8)
  }

  /// Adds the bytes to a hash.
  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
