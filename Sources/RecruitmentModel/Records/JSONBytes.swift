/// The bytes of a line of JSON while it is written.
final class JSONBytes {
  /// What has been written, as UTF-8; one writer at a time has it.
  @exclusivity(unchecked) var bytes: [UInt8] = []

  /// Scopes of values that are complete, for the next ones.
  @exclusivity(unchecked) var spares: [JSONScope] = []

  /// Writes ASCII as it is.
  func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Writes a number.
  func append(number: some CustomStringConvertible) {
    bytes.append(contentsOf: number.description.utf8)
  }

  /// Writes words in quotation marks.
  ///
  /// Characters that could steer a terminal or turn letters round are written as `\u` escapes.
  func append(words: String) {
    var words = words
    words.withUTF8 { words in
      bytes.append(UInt8(ascii: "\""))
      var plain = 0
      var place = 0
      let mayNeedEscape = JSONEscapes.mayNeedOne
      while place < words.count {
        // Kana and kanji, and all that begins like them, take three bytes and need no escape.
        if (0xE3...0xEE).contains(words[place]) {
          place += 3
          continue
        }
        if words[place] == 0x0A {
          // Line ends are what most escapes are of.
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: words[plain..<place]))
          append(#"\n"#)
          place += 1
          plain = place
          continue
        }
        guard mayNeedEscape[Int(words[place])], let escape = JSONEscapes.escape(words, at: place)
        else {
          place += 1
          continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: words[plain..<place]))
        bytes.append(contentsOf: escape.text.utf8)
        place += escape.length
        plain = place
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: words[plain...]))
      bytes.append(UInt8(ascii: "\""))
    }
  }
}

/// Which characters are written as escapes, told by the bytes with which they begin.
enum JSONEscapes {
  /// Whether a character that begins with a byte may need an escape: most bytes are told at once.
  static let mayNeedOne: [Bool] = (UInt8.min...UInt8.max).map { byte in
    byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || isLead(byte)
  }

  private static func isLead(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xC2, 0xD8, 0xDB, 0xDC, 0xE0, 0xE1, 0xE2, 0xEF, 0xF0, 0xF3: true
    default: false
    }
  }

  /// The escape of the character at a place and the length of the character; nil where it needs none.
  static func escape(
    _ words: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (text: String, length: Int)? {
    switch words[place] {
    case 0x22: return (#"\""#, 1)
    case 0x5C: return (#"\\"#, 1)
    case 0x08: return (#"\b"#, 1)
    case 0x09: return (#"\t"#, 1)
    case 0x0A: return (#"\n"#, 1)
    case 0x0C: return (#"\f"#, 1)
    case 0x0D: return (#"\r"#, 1)
    case ..<0x20: return (unit(UInt16(words[place])), 1)
    default: break
    }
    guard mayBeTreacherous(words, at: place) else { return nil }
    let length = words[place] < 0x80 ? 1 : words[place] < 0xE0 ? 2 : words[place] < 0xF0 ? 3 : 4
    let character = String(decoding: words[place..<min(place + length, words.count)], as: UTF8.self)
    guard let scalar = character.unicodeScalars.first, isTreacherous(scalar) else { return nil }
    return (character.utf16.map(unit).joined(), length)
  }

  private static func unit(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// Whether the character at a place may be treacherous, told by its first bytes.
  private static func mayBeTreacherous(
    _ words: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> Bool {
    func next(_ distance: Int) -> UInt8 {
      place + distance < words.count ? words[place + distance] : 0
    }
    switch (words[place], next(1), next(2)) {
    case (0x7F, _, _), (0xC2, 0x80...0xAD, _), (0xEF, 0xBB, 0xBF): return true
    case (0xD8, 0x80...0x9C, _), (0xDB, 0x9D, _), (0xDC, 0x8F, _), (0xE0, 0xA2...0xA3, _):
      return true
    case (0xE1, 0xA0, 0x8E), (0xEF, 0xBF, 0xB9...0xBB), (0xF0, 0x91...0x9D, _), (0xF3, _, _):
      return true
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xA8...0xAE), (0xE2, 0x81, 0xA0...0xAF):
      return true
    default: return false
    }
  }

  /// Controls, and characters of format such as marks of direction.
  private static func isTreacherous(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
