/// Reads the values of a JSON text for a ``JSONTape``.
struct JSONTapeReader {
  private typealias Value = JSONTape.Value

  private var found: [JSONTape.Value] = []
  private let bytes: [UInt8]
  private var place = 0

  /// Objects and arrays inside one another are followed so far.
  private static let deepest = 64

  /// Starts at the beginning of a text.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    found.reserveCapacity(bytes.count / 16)
  }

  /// All values of the text; nil where it is not of the kind that is read.
  mutating func values() -> [JSONTape.Value]? {
    guard readValue(depth: 0) else { return nil }
    skipBlanks()
    return place == bytes.count ? found : nil
  }

  private var byte: UInt8 { place < bytes.count ? bytes[place] : 0 }

  private mutating func skipBlanks() {
    while byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private mutating func readValue(depth: Int) -> Bool {
    skipBlanks()
    switch byte {
    case UInt8(ascii: "{"): return readObject(depth: depth)
    case UInt8(ascii: "["): return readArray(depth: depth)
    case UInt8(ascii: "\""): return readText()
    case UInt8(ascii: "t"): return readWord("true", .yes)
    case UInt8(ascii: "f"): return readWord("false", .no)
    case UInt8(ascii: "-"), 0x30...0x39: return readNumber()
    default: return false
    }
  }

  private mutating func append(_ kind: JSONTape.Kind, from start: Int, to end: Int) {
    found.append(Value(kind: kind, start: start, end: end, next: found.count + 1))
  }

  /// Takes what stands between two brackets.
  private mutating func readList(
    _ kind: JSONTape.Kind, _ end: Unicode.Scalar, _ item: (inout Self) -> Bool
  ) -> Bool {
    let number = found.count
    append(kind, from: place, to: place)
    place += 1
    skipBlanks()
    if !take(end) {
      repeat {
        guard item(&self) else { return false }
        skipBlanks()
      } while take(",")
      guard take(end) else { return false }
    }
    found[number].end = place
    found[number].next = found.count
    return true
  }

  private mutating func readArray(depth: Int) -> Bool {
    depth < Self.deepest && readList(.array, "]") { $0.readValue(depth: depth + 1) }
  }

  private mutating func readObject(depth: Int) -> Bool {
    guard depth < Self.deepest else { return false }
    var last: Value?
    return readList(.object, "}") { reader in
      reader.skipBlanks()
      let number = reader.found.count
      guard reader.byte == UInt8(ascii: "\""), reader.readText(),
        reader.found[number].kind == .text
      else { return false }
      let key = reader.found[number]
      // Ascending keys are all different.
      if let last, !reader.isBefore(last, key) { return false }
      last = key
      reader.skipBlanks()
      return reader.take(":") && reader.readValue(depth: depth + 1)
    }
  }

  private func isBefore(_ one: Value, _ other: Value) -> Bool {
    bytes[one.start..<one.end].lexicographicallyPrecedes(bytes[other.start..<other.end])
  }

  private mutating func readText() -> Bool {
    place += 1
    let start = place
    var kind = JSONTape.Kind.text
    skipPlainText()
    while byte != UInt8(ascii: "\""), byte >= 0x20 {
      if byte == UInt8(ascii: "\\") {
        kind = .escapedText
        place += 2
        skipPlainText()
      } else {
        place += 1
      }
    }
    guard byte == UInt8(ascii: "\"") else { return false }
    append(kind, from: start, to: place)
    place += 1
    return true
  }

  /// Passes over bytes of a text, eight at a time, among which is neither a quotation mark nor a backslash
  /// nor a control character.
  private mutating func skipPlainText() {
    let (ones, highest): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    bytes.withUnsafeBytes { bytes in
      while place + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let (quotes, slashes) = (word ^ ones &* 0x22, word ^ ones &* 0x5C)
        // The highest bit of a byte says that it, or one below it, is 0 or below 0x20.
        let found =
          (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes
          | (word &- ones &* 0x20) & ~word
        guard found & highest == 0 else { return }
        place += 8
      }
    }
  }

  private mutating func readWord(_ word: StaticString, _ kind: JSONTape.Kind) -> Bool {
    let start = place
    guard bytes.count - place >= word.utf8CodeUnitCount,
      word.withUTF8Buffer({ $0.elementsEqual(bytes[start..<start + $0.count]) })
    else { return false }
    place += word.utf8CodeUnitCount
    append(kind, from: start, to: place)
    return true
  }

  private mutating func readDigits() -> Bool {
    let start = place
    while byte >= 0x30, byte <= 0x39 { place += 1 }
    return place > start
  }

  private mutating func readNumber() -> Bool {
    let start = place
    _ = take("-")
    let first = place
    guard readDigits(), bytes[first] != 0x30 || place == first + 1 else { return false }
    if take("."), !readDigits() { return false }
    if take("e") || take("E") {
      if !take("-") { _ = take("+") }
      guard readDigits() else { return false }
    }
    append(.number, from: start, to: place)
    return true
  }
}
