/// The source of a page in which one character stands for each long run of text, and for each long piece of code.
///
/// The C parser looks at each character of a text by itself, only to hand it on. ``PageTexts`` puts back what the
/// characters stand for, but for code, which nobody reads.
struct StoodInSource {
  /// The byte with which the characters begin that stand for runs: those of private use from U+F0000 on.
  static let lead: UInt8 = 0xF3
  /// So many such characters there are.
  private static let mostRuns = 0xFFFD
  /// Shorter runs are left as they are.
  private static let shortest = 24

  /// The source for the parser.
  private(set) var bytes: [UInt8] = []
  /// The runs, by the number of the character that stands for each; code has nothing to be put back.
  private(set) var runs: [Range<Int>?] = []
  /// The source as it came.
  let source: UnsafeBufferPointer<UInt8>
  /// How much of it was taken over.
  private var taken = 0

  /// Makes the source of a page; nil where it has such characters itself, or some that the parser leaves out.
  init?(_ source: UnsafeBufferPointer<UInt8>) {
    guard Self.isPlain(source) else { return nil }
    self.source = source
    bytes.reserveCapacity(source.count / 2)
    var place = 0
    while let tag = source.place(of: UInt8(ascii: "<"), from: place) {
      if tag - place > Self.shortest { takeText(from: place, to: tag) }
      place = takeMarkup(at: tag)
    }
    bytes += source[taken...]
  }

  /// The number that one of the characters has; nil of others.
  static func number(of character: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let bytes = character.prefix(4).map(Int.init)
    guard bytes.count == 4, bytes[0] == lead, bytes[1] & 0xF0 == 0xB0 else { return nil }
    return (bytes[1] & 0x0F) << 12 | (bytes[2] & 0x3F) << 6 | bytes[3] & 0x3F
  }

  /// Has a character stand for what of a text reaches from its first character beyond ASCII to its last one.
  ///
  /// A text with references is left to the parser.
  private mutating func takeText(from start: Int, to end: Int) {
    var (first, last) = (start, end - 1)
    while first < end, source[first] < 0x80 { first += 1 }
    while last > first, source[last] < 0x80 { last -= 1 }
    guard last - first > Self.shortest, runs.count < Self.mostRuns,
      UnsafeBufferPointer(rebasing: source[first...last]).place(of: UInt8(ascii: "&")) == nil
    else { return }
    standIn(for: first..<last + 1, isCode: false)
  }

  /// Has a character stand for a stretch.
  private mutating func standIn(for stretch: Range<Int>, isCode: Bool) {
    bytes.append(contentsOf: source[taken..<stretch.lowerBound])
    taken = stretch.upperBound
    let number = runs.count
    bytes.append(Self.lead)
    bytes.append(UInt8(0xB0 | number >> 12))
    bytes.append(UInt8(0x80 | number >> 6 & 0x3F))
    bytes.append(UInt8(0x80 | number & 0x3F))
    runs.append(isCode ? nil : stretch)
  }

  /// Whether a page has none of the characters that stand for runs, no controls but blanks, and no U+FFFE or U+FFFF.
  private static func isPlain(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    // Without a branch, so that many bytes are looked at at a time.
    var odd: UInt8 = 0
    var place = 0
    while place < source.count {
      let byte = source[place]
      let isBlank: UInt8 = (byte == 0x09 ? 1 : 0) | (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0)
      odd |= (byte < 0x20 ? 1 : 0) & ~isBlank | (byte == lead ? 1 : 0)
      place += 1
    }
    return odd == 0 && !source.containsSequence(Array("\u{FFFE}".utf8))
      && !source.containsSequence(Array("\u{FFFF}".utf8))
  }

  // MARK: Markup

  /// Where text goes on behind what begins with `<`; a character stands for the code of a script or a style.
  ///
  /// Where the parser sees the end elsewhere, a character ends up in what is no text, and is missed at the end.
  private mutating func takeMarkup(at tag: Int) -> Int {
    guard tag + 1 < source.count else { return source.count }
    switch source[tag + 1] {
    case UInt8(ascii: "!") where source[tag...].starts(with: "<!--".utf8):
      return end(of: "-->", from: tag + 4)
    case UInt8(ascii: "s"), UInt8(ascii: "S"):
      let end = endOfTag(from: tag + 1)
      let found = source[(tag + 1)..<end].prefix(6).map { $0 | 0x20 }
      guard let name = ["script", "style"].first(where: { found.starts(with: $0.utf8) }) else {
        return end
      }
      let code = end..<endOfCode(Array(name.utf8), from: end)
      if code.count > Self.shortest, runs.count < Self.mostRuns {
        standIn(for: code, isCode: true)
      }
      return code.upperBound
    default: return endOfTag(from: tag + 1)
    }
  }

  private func endOfTag(from start: Int) -> Int {
    var place = start
    var previous: UInt8 = 0
    while place < source.count {
      let byte = source[place]
      if byte == UInt8(ascii: ">") { return place + 1 }
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), previous == UInt8(ascii: "=") {
        place = source.place(of: byte, from: place + 1) ?? source.count
      }
      if byte > 0x20 { previous = byte }
      place += 1
    }
    return source.count
  }

  /// Where the end tag of an element with code begins.
  private func endOfCode(_ name: [UInt8], from start: Int) -> Int {
    var place = start
    while let found = source.place(of: UInt8(ascii: "<"), from: place) {
      let rest = source[found...].dropFirst()
      if rest.first == UInt8(ascii: "/"),
        rest.dropFirst().prefix(name.count).map({ $0 | 0x20 }) == name
      {
        return found
      }
      place = found + 1
    }
    return source.count
  }

  private func end(of mark: String, from start: Int) -> Int {
    let mark = Array(mark.utf8)
    var place = start
    while let found = source.place(of: mark[0], from: place) {
      if source[found...].starts(with: mark) { return found + mark.count }
      place = found + 1
    }
    return source.count + mark.count
  }
}
