/// What was counted of an element and all that stands inside.
struct HTMLTally: Sendable {
  /// The letters, without blanks and the signs that part links.
  private(set) var letters = 0
  /// The letters inside links.
  private(set) var linkedLetters = 0
  /// The links.
  private(set) var links = 0
  /// Whether it is, or holds, a first-level heading.
  private(set) var hasMainHeading = false

  /// Counts what stands inside an element.
  init(of kind: ElementName, _ attributes: HTMLAttributes, _ children: [HTMLNode]) {
    for child in children {
      switch child {
      case .text(let text): letters += Self.letters(in: text)
      case .element(let element): add(element.tally)
      }
    }
    end(kind, attributes)
  }

  /// Begins to count.
  init() {}

  /// Counts the bytes of a text, in UTF-8.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) { letters += Self.letters(in: text) }

  /// Counts an element inside.
  mutating func add(_ inside: HTMLTally) {
    letters += inside.letters
    linkedLetters += inside.linkedLetters
    links += inside.links
    hasMainHeading = hasMainHeading || inside.hasMainHeading
  }

  /// Counts what the element itself is, once all that stands inside has been counted.
  mutating func end(_ kind: ElementName, _ attributes: HTMLAttributes) {
    switch kind.countedAs {
    case .image: if let text = attributes["alt"] { letters += Self.letters(in: text) }
    case .leftOut: letters = 0
    case .link:
      if attributes["href"] != nil {
        links += 1
        linkedLetters = letters
      }
    case .mainHeading: hasMainHeading = true
    case nil: break
    }
  }

  /// The scalars of a text but for blanks, `|`, `>`, `/`, `・` and the wide ones of these.
  private static func letters(in text: String) -> Int {
    var text = text
    return text.withUTF8 { letters(in: $0) }
  }

  private static func letters(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let separators = separators
    var letters = 0
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        letters += separators[Int(byte)] ? 0 : 1
        place += 1
      } else if byte >= 0xE0, byte < 0xF0 {
        letters += byte != 0xE3 && byte != 0xEF || !isWideSeparator(bytes, at: place) ? 1 : 0
        place += 3
      } else {
        letters += byte >= 0xC0 ? 1 : 0
        place += 1
      }
    }
    return letters
  }

  /// Which characters of ASCII are blanks, `|`, `>` or `/`.
  private static let separators: [Bool] = (UInt8(0)..<0x80).map {
    [0x20, 0x09, 0x0A, 0x0D, 0x7C, 0x3E, 0x2F].contains($0)
  }

  /// Whether a blank, `・`, `｜` or `＞` stands at a place.
  private static func isWideSeparator(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place + 2 < bytes.count else { return false }
    return switch (bytes[place], bytes[place + 1], bytes[place + 2]) {
    case (0xE3, 0x80, 0x80), (0xE3, 0x83, 0xBB), (0xEF, 0xBD, 0x9C), (0xEF, 0xBC, 0x9E): true
    default: false
    }
  }
}
