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
  init(of name: String, _ attributes: HTMLAttributes, _ children: [HTMLNode]) {
    for child in children {
      switch child {
      case .text(let text): letters += Self.letters(in: text)
      case .element(let element): add(element)
      }
    }
    if name == "img", let text = attributes["alt"] { letters += Self.letters(in: text) }
    if InlineText.leftOut.contains(name) { letters = 0 }
    if name == "a", attributes["href"] != nil {
      links += 1
      linkedLetters = letters
    }
    if name == "h1" { hasMainHeading = true }
  }

  private mutating func add(_ element: HTMLElement) {
    letters += element.tally.letters
    linkedLetters += element.tally.linkedLetters
    links += element.tally.links
    hasMainHeading = hasMainHeading || element.tally.hasMainHeading
  }

  private static func letters(in text: String) -> Int {
    text.unicodeScalars.reduce(0) { count, scalar in
      switch scalar {
      case " ", "\n", "\r", "\t", "|", "｜", ">", "＞", "\u{3000}", "・", "/": count
      default: count + 1
      }
    }
  }
}
