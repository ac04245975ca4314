/// The name of an element, with what the reader of pages knows of an element by its name alone.
///
/// A page has hundreds of elements and few names: what is known of a name is looked up once an element, and
/// not in one set after another.
struct ElementName: Sendable {
  /// The name in lower case.
  let text: String
  /// Whether it begins and ends lines.
  let isBlock: Bool
  /// Whether what stands inside is no text of the page.
  let isLeftOut: Bool
  /// Whether it is a menu, a header or the like, whatever its class.
  let isFurniture: Bool
  /// Whether its class says what it is.
  let isCarrier: Bool
  /// Whether it holds code, which nobody reads.
  let isCode: Bool

  private init(_ text: String) {
    self.text = text
    isBlock = InlineText.blocks.contains(text)
    isLeftOut = InlineText.leftOut.contains(text)
    isFurniture = MainContent.furniture.contains(text)
    isCarrier = MainContent.carriers.contains(text)
    isCode = text == "script" || text == "style"
  }

  /// The name that the C parser has written at a place, in lower case and with a zero behind it.
  init(at place: UnsafePointer<UInt8>) {
    if let known = ShortName(at: place).flatMap({ Self.known[$0] }) {
      self = known
    } else {
      self.init(String(cString: place))
    }
  }

  /// The usual names.
  private static let known: [ShortName: ElementName] = {
    let usual: Set<String> = [
      "a", "area", "b", "base", "body", "br", "button", "details", "em", "font", "frame", "html",
      "i",
      "iframe", "img", "input", "label", "link", "meta", "small", "strong", "summary", "sup",
      "tbody",
      "tfoot", "thead", "title", "u",
    ]
    let all = usual.union(InlineText.blocks).union(InlineText.leftOut)
      .union(MainContent.furniture).union(MainContent.carriers)
    var known: [ShortName: ElementName] = [:]
    for text in all {
      if let name = text.withCString(encodedAs: UTF8.self, ShortName.init) {
        known[name] = ElementName(text)
      }
    }
    return known
  }()
}

/// A name of at most eight letters as one number.
struct ShortName: Hashable {
  private let letters: UInt64

  /// The name at a place with a zero behind it; nil where it is longer.
  init?(at place: UnsafePointer<UInt8>) {
    var letters: UInt64 = 0
    var length = 0
    while place[length] != 0 {
      guard length < 8 else { return nil }
      letters |= UInt64(place[length]) << UInt64(8 * length)
      length += 1
    }
    self.letters = letters
  }
}
