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
  /// Whether it stands around the matter of a page.
  let isPageEdge: Bool
  /// What makes it count for more than the letters inside.
  let countedAs: Counted?
  /// Whether it leads elsewhere, or says what the links of a page are relative to.
  let isLink: Bool

  /// The elements that are links, or say what these are relative to.
  private static let links: Set<String> = ["a", "area", "frame", "iframe", "base"]

  /// An element that counts for more, or for less, than the letters inside.
  enum Counted: Sendable {
    case image, leftOut, link, mainHeading
  }

  private init(_ text: String) {
    self.text = text
    isBlock = InlineText.blocks.contains(text)
    isLeftOut = InlineText.leftOut.contains(text)
    isFurniture = MainContent.furniture.contains(text)
    isCarrier = MainContent.carriers.contains(text)
    isCode = text == "script" || text == "style"
    isLink = Self.links.contains(text)
    isPageEdge = text == "nav" || text == "header" || text == "footer"
    countedAs =
      switch text {
      case "img": .image
      case "a": .link
      case "h1": .mainHeading
      default: InlineText.leftOut.contains(text) ? .leftOut : nil
      }
  }

  /// The name that the C parser has written at a place, in lower case and with a zero behind it.
  init(at place: UnsafePointer<UInt8>) {
    self = ShortName(at: place).flatMap { Self.known[$0] } ?? ElementName(String(cString: place))
  }

  /// The usual names.
  private static let known: ShortNames<ElementName> = {
    let usual: Set<String> = [
      "a", "area", "b", "base", "body", "br", "button", "details", "em", "font", "frame", "html",
      "i", "iframe", "img", "input", "label", "link", "meta", "small", "strong", "summary", "sup",
      "tbody", "tfoot", "thead", "title", "u",
    ]
    let all = usual.union(InlineText.blocks).union(InlineText.leftOut)
      .union(MainContent.furniture).union(MainContent.carriers)
    return ShortNames(all.map { ($0, ElementName($0)) })
  }()
}
