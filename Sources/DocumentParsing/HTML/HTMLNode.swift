import JapaneseText

/// A node of a page, free of the C parser that made it.
enum HTMLNode: Sendable {
  case element(HTMLElement)
  case text(String)
}

/// An element of a page.
final class HTMLElement: Sendable {
  /// The name in lower case.
  var name: String { kind.text }
  private let kind: ElementName
  /// The attributes that are looked at.
  let attributes: HTMLAttributes
  /// What stands inside, in order.
  let children: [HTMLNode]
  /// The elements directly inside.
  let elements: [HTMLElement]
  /// Whether it begins a line of its own.
  var isBlock: Bool { kind.isBlock }
  /// Whether what stands inside is no text of the page.
  var isLeftOut: Bool { kind.isLeftOut }
  /// Whether it stands around the matter of a page.
  var isPageEdge: Bool { kind.isPageEdge }
  /// Whether it leads elsewhere, or says what the links of a page are relative to.
  var isLink: Bool { kind.isLink }
  /// Whether an element somewhere inside begins a line of its own.
  let hasBlocks: Bool
  /// Whether it is a menu, a header or the like.
  let isFurniture: Bool
  /// What was counted of all that stands inside, so that no page is gone through once a level.
  let tally: HTMLTally

  /// Makes an element; `tally` is given where it is of more than these children.
  init(
    name: ElementName, attributes: HTMLAttributes, children: [HTMLNode], tally: HTMLTally? = nil
  ) {
    kind = name
    self.attributes = attributes
    self.children = children
    var elements: [HTMLElement] = []
    for case .element(let element) in children {
      if elements.isEmpty { elements.reserveCapacity(children.count) }
      elements.append(element)
    }
    self.elements = elements
    hasBlocks = elements.contains { $0.isBlock || $0.hasBlocks }
    self.tally = tally ?? HTMLTally(of: name, attributes, children)
    isFurniture = MainContent.isFurniture(name, attributes, self.tally)
  }

  /// The first element of a name, this one included, in reading order.
  func first(_ name: String) -> HTMLElement? {
    if self.name == name { return self }
    for element in elements {
      if let found = element.first(name) { return found }
    }
    return nil
  }

  /// Calls something for this element and every one inside, in reading order.
  func forEach(_ body: (HTMLElement) -> Void) {
    body(self)
    for element in elements { element.forEach(body) }
  }

  /// The words inside, blanks folded, `<br>` as a line end; scripts and ruby readings left out.
  var text: String {
    if let words = onlyWords { return words }
    var writer = InlineText()
    writer.append(.element(self))
    return writer.text
  }
}

extension HTMLElement {
  /// The words inside where they are one text without ASCII blanks, as those of most links are.
  private var onlyWords: String? {
    guard children.count == 1, case .text(let words) = children[0], !isLeftOut, name != "img",
      name != "br", words.withBytes({ $0.allSatisfy { $0 > 0x20 } }),
      words.unicodeScalars.contains(where: { !$0.isWhitespace })
    else { return nil }
    return words
  }
}

/// The attributes of an element: so few that they are looked for in a row.
struct HTMLAttributes: Sendable {
  private var all: [(name: String, value: String)] = []

  /// The value of an attribute by its lower-case name.
  subscript(name: String) -> String? { all.first { $0.name == name }?.value }

  /// Adds an attribute; the parser gives no name twice.
  mutating func add(_ name: String, _ value: String) { all.append((name, value)) }

  /// Whether there are none.
  var isEmpty: Bool { all.isEmpty }

  /// Whether a word of the `class` and `id` attributes or of the role, in lower case, fulfils a condition.
  func hasHint(where isWanted: (HintWord) -> Bool) -> Bool {
    all.contains { attribute in
      (attribute.name == "class" || attribute.name == "id" || attribute.name == "role")
        && HintWord.words(of: attribute.value).contains(where: isWanted)
    }
  }
}
