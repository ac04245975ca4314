/// Gathers the words of a page's source: the text between its tags, with character references replaced.
///
/// It knows tags, comments and references and nothing of structure, so that what the reader of pages
/// makes of a page can be checked against it.
struct SourceScanner {
  private let source: UnsafeBufferPointer<UInt8>
  /// Whether ruby readings, struck-out words and the like are left out.
  private let hides: Bool
  private var words: SourceWords
  private var position = 0
  private var hiding: Hiding?
  /// Whether the element that hides has words; without them nothing is left out.
  private var hidesWords = false
  /// Signs that were looked for in vain; behind the last one there is no other.
  private var missing: Set<UInt8> = []
  private var hasCommentEnd = true
  /// Where the next character reference may begin, as far as it was looked for.
  private var nextReference = -1
  /// Where the next `<` may be, in the same way.
  private var nextTag = -1

  /// The element that hides what stands inside.
  private struct Hiding {
    let name: TagName
    /// How many elements of its name are open.
    var depth = 1
    /// How many blocks are open inside; the end of one that is not ends the hiding too.
    var blocks = 0
  }

  /// The words of a source.
  static func words(of source: [UInt8], hides: Bool) -> SourceWords {
    source.withUnsafeBufferPointer { source in
      var scanner = SourceScanner(source, hides: hides)
      scanner.scan()
      return scanner.words
    }
  }

  /// The words of a source without markup: all of it.
  static func plainWords(of source: [UInt8]) -> SourceWords {
    source.withUnsafeBufferPointer { source in
      var scanner = SourceScanner(source, hides: false)
      while scanner.position < source.count { scanner.readText(to: source.count) }
      return scanner.words
    }
  }

  private init(_ source: UnsafeBufferPointer<UInt8>, hides: Bool) {
    self.source = source
    self.hides = hides
    words = SourceWords(sourceLength: source.count)
  }

  // MARK: Text

  private mutating func scan() {
    while position < source.count {
      switch source[position] {
      case UInt8(ascii: "<") where beginsTag: readTag()
      case UInt8(ascii: "&"): readReference()
      default: readText(to: end(ofTextFrom: position + 1))
      }
    }
  }

  private mutating func end(ofTextFrom start: Int) -> Int {
    if nextReference < start {
      nextReference = source.place(of: UInt8(ascii: "&"), from: start) ?? source.count
    }
    if nextTag < start {
      nextTag = source.place(of: UInt8(ascii: "<"), from: start) ?? source.count
    }
    return min(nextTag, nextReference)
  }

  /// Takes the text up to a place, without its blanks.
  private mutating func readText(to end: Int) {
    var start = position
    while position < end {
      // Most are letters of ASCII, kanji, or kana.
      let byte = source[position]
      if byte > 0x20, byte < 0x7F {
        position += 1
        continue
      }
      if byte >= 0xE3, byte < 0xEF, position + 2 < end, byte > 0xE3 || source[position + 1] > 0x80 {
        position += 3
        continue
      }
      let blank = Blanks.length(source, at: position)
      if blank > 0 {
        take(start..<position)
        start = min(position + blank, end)
        position = start
      } else {
        position += 1
      }
    }
    take(start..<end)
  }

  private mutating func take(_ stretch: Range<Int>) {
    guard !stretch.isEmpty else { return }
    if hiding == nil { words.append(source[stretch]) } else { hidesWords = true }
  }

  private mutating func readReference() {
    guard let (scalar, end) = CharacterReference.read(source, at: position) else {
      return readText(to: self.end(ofTextFrom: position + 1))
    }
    if hiding == nil {
      words.append(scalar, for: position..<end)
    } else if !scalar.properties.isWhitespace {
      hidesWords = true
    }
    position = end
  }

  // MARK: Tags

  private var beginsTag: Bool {
    guard position + 1 < source.count else { return false }
    let next = source[position + 1]
    return next.isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
      || next == UInt8(ascii: "?")
  }

  private mutating func readTag() {
    let start = position
    if source[start + 1] == UInt8(ascii: "!"), source[start...].starts(with: "<!--".utf8),
      skipComment()
    {
      return
    }
    let isEnd = source[start + 1] == UInt8(ascii: "/")
    let name = source.name(at: start + (isEnd ? 2 : 1))
    let alternative = skipTag()
    if !isEnd, name == TagName.script || name == TagName.style { return skipMatter(of: name) }
    if let alternative, name == TagName.image, hiding == nil { takeAlternative(alternative) }
    if hides { note(name, isEnd: isEnd) }
  }

  private mutating func skipComment() -> Bool {
    guard hasCommentEnd else { return false }
    guard let end = source.end(of: "-->", from: position + 4) else {
      hasCommentEnd = false
      return false
    }
    position = end
    return true
  }

  /// Goes behind the tag that stands here, and returns where the value of its `alt` stands.
  private mutating func skipTag() -> Range<Int>? {
    var alternative: Range<Int>?
    position += 1
    while position < source.count, source[position] != UInt8(ascii: ">") {
      let isEqualSign = source[position] == UInt8(ascii: "=")
      position += 1
      guard isEqualSign else { continue }
      while position < source.count, source[position] <= 32 { position += 1 }
      guard position < source.count,
        source[position] == UInt8(ascii: "\"") || source[position] == UInt8(ascii: "'"),
        let end = next(source[position], from: position + 1)
      else { continue }
      if source.hasAlternative(before: position) { alternative = position + 1..<end }
      position = end + 1
    }
    position = min(position + 1, source.count)
    return alternative
  }

  private mutating func next(_ sign: UInt8, from start: Int) -> Int? {
    guard !missing.contains(sign) else { return nil }
    let found = source.place(of: sign, from: start)
    if found == nil { missing.insert(sign) }
    return found
  }

  /// The text of an image is not among the words that stand around its tag.
  private mutating func takeAlternative(_ value: Range<Int>) {
    let behind = position
    words.noteGap()
    position = value.lowerBound
    while position < value.upperBound {
      if source[position] == UInt8(ascii: "&") {
        readReference()
      } else {
        readText(to: min(value.upperBound, end(ofTextFrom: position + 1)))
      }
    }
    words.noteGap()
    position = behind
  }

  private mutating func skipMatter(of name: TagName) {
    while let end = source.end(of: "</", from: position) {
      position = end
      if source.name(at: end) == name {
        _ = skipTag()
        return
      }
    }
    position = source.count
  }

  // MARK: What is hidden

  private static let ruby = [TagName("rt"), TagName("rp")]
  /// The words of scripts and styles never are among those of a page, and the head has the title.
  private static let hidden = InlineText.leftOut.subtracting(["script", "style", "head"])
    .map(TagName.init)
  private static let blocks = InlineText.blocks.map(TagName.init)

  /// Keeps account of what is hidden: it ends at its end tag, or where what holds it ends.
  private mutating func note(_ name: TagName, isEnd: Bool) {
    guard var current = hiding else {
      if !isEnd, Self.hidden.contains(name) {
        hiding = Hiding(name: name)
        hidesWords = false
      }
      return
    }
    let isRuby = Self.ruby.contains(current.name)
    if name == current.name {
      if isEnd { current.depth -= 1 } else if !isRuby { current.depth += 1 }
    } else if Self.blocks.contains(name), name != TagName.rule {
      current.blocks += isEnd ? -1 : 1
    }
    let isOver =
      isRuby
      && (name == TagName.ruby || name == TagName.rubyBase || Self.ruby.contains(name) && !isEnd)
    hiding = current
    guard current.depth == 0 || current.blocks < 0 || isOver else { return }
    if hidesWords, !isRuby { words.noteGap() }
    hiding = nil
    if isOver, Self.ruby.contains(name) { note(name, isEnd: false) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The name of a tag.
  fileprivate func name(at start: Int) -> TagName { TagName(in: self, at: start) }

  /// The place behind a word of ASCII that stands next.
  fileprivate func end(of word: StaticString, from start: Int) -> Int? {
    let length = word.utf8CodeUnitCount
    var place = start
    while place + length <= count {
      guard let found = self.place(of: word.utf8Start[0], from: place), found + length <= count
      else { return nil }
      if (0..<length).allSatisfy({ self[found + $0] == word.utf8Start[$0] }) {
        return found + length
      }
      place = found + 1
    }
    return nil
  }

  /// Whether the attribute whose value begins here is `alt`.
  fileprivate func hasAlternative(before value: Int) -> Bool {
    var place = value
    for byte in "=tla".utf8 {
      repeat { place -= 1 } while place >= 0 && place >= value - 12 && self[place] <= 32
      guard place >= 0, place >= value - 12, self[place].lowered == byte else { return false }
    }
    return true
  }
}
