// Words are looked for byte by byte: texts and words are both folded, so that equal words have equal
// bytes, and the comparison by grapheme clusters of the standard library takes twenty times as long.

extension String {
  /// Whether a word stands somewhere in the text, byte for byte.
  package func contains(_ word: String) -> Bool {
    utf8.containsBytes(of: word)
  }

  /// Whether the text begins with a word, byte for byte.
  package func hasPrefix(_ word: String) -> Bool {
    utf8.starts(with: word.utf8)
  }
}

extension Substring {
  /// Whether a word stands somewhere in the text, byte for byte.
  package func contains(_ word: String) -> Bool {
    utf8.containsBytes(of: word)
  }
}

extension Collection where Element == UInt8 {
  fileprivate func containsBytes(of word: String) -> Bool {
    var word = word
    return word.withUTF8 { needle in
      withContiguousStorageIfAvailable { Bytes.contain(needle, in: $0) }
        ?? Array(self).withUnsafeBufferPointer { Bytes.contain(needle, in: $0) }
    }
  }
}

private enum Bytes {
  /// Whether some bytes stand in others; the last byte is compared first, since those of one script
  /// begin alike.
  static func contain(
    _ needle: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let last = needle.last else { return true }
    guard needle.count <= text.count else { return false }
    for end in needle.count - 1..<text.count where text[end] == last {
      let start = end - (needle.count - 1)
      var index = 0
      while index < needle.count - 1, text[start + index] == needle[index] { index += 1 }
      if index == needle.count - 1 { return true }
    }
    return false
  }
}
