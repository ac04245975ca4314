import JapaneseText

/// Gathers the words of inline content as lines: ASCII blanks are folded, `<br>` begins a line.
struct InlineText {
  private var current = ""
  private var finished: [String] = []
  private var pendingBlank = false

  /// The lines gathered so far, without blank ones.
  var lines: [String] {
    (finished + [current]).filter { line in line.unicodeScalars.contains { !$0.isWhitespace } }
  }

  /// Adds a node with all that stands inside.
  mutating func append(_ node: HTMLNode) {
    switch node {
    case .text(let text): append(text)
    case .element(let element):
      switch element.name {
      case "br": newLine()
      case let name where Self.leftOut.contains(name): break
      case "img":
        if let text = element.attributes["alt"] { append(text) }
      default:
        if element.isBlock { newLine() }
        for child in element.children { append(child) }
        if element.isBlock { newLine() }
      }
    }
  }

  private mutating func append(_ text: String) {
    let bytes = text.utf8
    var rest = bytes.startIndex
    while rest < bytes.endIndex {
      guard let start = bytes[rest...].firstIndex(where: { !Self.isBlank($0) }) else {
        pendingBlank = true
        return
      }
      if start > rest { pendingBlank = true }
      let end = bytes[start...].firstIndex(where: Self.isBlank) ?? bytes.endIndex
      if pendingBlank, !current.isEmpty { current += " " }
      pendingBlank = false
      current += text[start..<end]
      rest = end
    }
  }

  /// Whether a byte is an ASCII blank, as HTML has it.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private mutating func newLine() {
    if !current.isEmpty { finished.append(current) }
    current = ""
    pendingBlank = false
  }

  /// What is no text of the page: it is not shown, is struck out, or tells how others sound.
  static let leftOut: Set<String> = [
    "script", "style", "noscript", "template", "rt", "rp", "head", "select", "textarea", "del", "s",
    "strike", "svg",
  ]

  /// The elements that begin and end lines.
  static let blocks: Set<String> = [
    "p", "div", "li", "ul", "ol", "tr", "table", "dl", "dt", "dd", "section", "article", "h1", "h2",
    "h3", "h4", "h5", "h6", "blockquote", "pre", "address", "center", "hr", "td", "th", "figure",
    "form", "fieldset", "main", "aside", "header", "footer", "nav", "caption",
  ]
}
