import JapaneseText

/// Gathers the words of inline content as lines: ASCII blanks are folded, `<br>` begins a line.
struct InlineText {
  /// The line that is being gathered, as UTF-8.
  private var current: [UInt8] = []
  private var finished: [String] = []
  private var pendingBlank = false

  /// Whether nothing was gathered.
  var isEmpty: Bool { current.isEmpty && finished.isEmpty }

  /// The lines gathered so far, without blank ones.
  var lines: [String] {
    current.isEmpty ? finished : finished + Self.line(current)
  }

  /// The lines as one text.
  var text: String {
    guard finished.isEmpty else { return lines.joined(separator: "\n") }
    return current.isEmpty ? "" : Self.line(current).first ?? ""
  }

  /// A line of its bytes; none where they are blank.
  private static func line(_ bytes: [UInt8]) -> [String] {
    let line = String(decoding: bytes, as: UTF8.self)
    return line.unicodeScalars.contains { !$0.isWhitespace } ? [line] : []
  }

  /// Adds a node with all that stands inside.
  mutating func append(_ node: HTMLNode) {
    switch node {
    case .text(let text): append(text)
    case .element(let element):
      switch element.name {
      case "br": newLine()
      case _ where element.isLeftOut: break
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
    var text = text
    text.withUTF8 { bytes in
      var place = 0
      while place < bytes.count {
        let start = place
        while place < bytes.count, Self.isBlank(bytes[place]) { place += 1 }
        if place > start { pendingBlank = true }
        let word = place
        while place < bytes.count, !Self.isBlank(bytes[place]) { place += 1 }
        guard place > word else { return }
        if pendingBlank, !current.isEmpty { current.append(0x20) }
        pendingBlank = false
        current.append(contentsOf: bytes[word..<place])
      }
    }
  }

  /// Whether a byte is an ASCII blank, as HTML has it.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private mutating func newLine() {
    if !current.isEmpty {
      finished += Self.line(current)
      current.removeAll(keepingCapacity: true)
    }
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
