import JapaneseText

/// Gathers the words of inline content as lines: ASCII blanks are folded, `<br>` begins a line.
struct InlineText {
  /// The line that is being gathered, as UTF-8.
  private var current: [UInt8] = []
  private var finished: [String] = []
  /// How many bytes of the line stand in an element of their own that begins it.
  private var leadEnd: Int?
  /// The first words of a line that is gathered, by its place; only where an element sets them apart.
  private var leads: [Int: String] = [:]
  private var pendingBlank = false

  /// Whether nothing was gathered.
  var isEmpty: Bool { current.isEmpty && finished.isEmpty }

  /// The lines gathered so far, without blank ones.
  var lines: [String] {
    current.isEmpty ? finished : finished + Self.line(current)
  }

  /// The lines with the first words that an element sets apart in them.
  var ledLines: [(line: String, lead: String?)] {
    var ended = self
    ended.newLine()
    return ended.finished.enumerated().map { ($1, ended.leads[$0]) }
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
        let begins = current.isEmpty ? finished.count : nil
        for child in element.children { append(child) }
        if begins == finished.count, !current.isEmpty, leadEnd == nil { leadEnd = current.count }
        if element.isBlock { newLine() }
      }
    }
  }

  private mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var place = 0
      var last = 0..<0
      while place < bytes.count {
        let start = place
        while place < bytes.count, Self.isBlank(bytes[place]) { place += 1 }
        if place > start { pendingBlank = true }
        let word = place
        while place < bytes.count, !Self.isBlank(bytes[place]) { place += 1 }
        guard place > word else { return }
        let isWrapped = Self.isWrapped(bytes, last, at: start..<word)
        if pendingBlank, !current.isEmpty, !isWrapped { current.append(0x20) }
        pendingBlank = false
        last = word..<place
        current.append(contentsOf: bytes[last])
      }
    }
  }

  /// The fewest bytes of a stretch of Japanese that an editor wraps: twelve characters.
  private static let leastWrapped = 36

  /// Whether a blank is the end of a source line between two Japanese characters.
  ///
  /// Browsers show none there (CSS Text 3, 4.1.3). After a few characters only it may part two things.
  private static func isWrapped(
    _ bytes: UnsafeBufferPointer<UInt8>, _ before: Range<Int>, at blank: Range<Int>
  ) -> Bool {
    before.count >= leastWrapped && bytes[blank].contains(0x0A)
      && isJapanese(bytes, before.upperBound - 3) && isJapanese(bytes, blank.upperBound)
  }

  /// Whether a kana, a kanji or a Japanese full stop or comma stands there.
  private static func isJapanese(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    guard place + 2 < bytes.count else { return false }
    switch (bytes[place], bytes[place + 1], bytes[place + 2]) {
    case (0xE3, 0x80, 0x81...0x85), (0xE3, 0x81...0x83, _), (0xE4...0xE9, _, _): return true
    default: return false
    }
  }

  /// Whether a byte is an ASCII blank, as HTML has it.
  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
  }

  private mutating func newLine() {
    if !current.isEmpty {
      if let leadEnd, leadEnd < current.count {
        leads[finished.count] = String(decoding: current[..<leadEnd], as: UTF8.self)
      }
      finished += Self.line(current)
      current.removeAll(keepingCapacity: true)
    }
    leadEnd = nil
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
