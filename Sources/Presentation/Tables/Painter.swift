/// How a piece of text stands out; never by colour alone.
public enum Style: Sendable {
  case plain
  case bold
  case good
  case bad
  case dim
}

/// What a terminal can do: colour, links, and how wide it shows characters.
public struct Painter: Sendable {
  let isColoured: Bool
  let hasLinks: Bool
  /// Whether words can be links.
  package var knowsLinks: Bool { hasLinks }
  let measure: DisplayWidth

  /// Makes a painter.
  ///
  /// - Parameters:
  ///   - isColoured: Whether text is coloured.
  ///   - hasLinks: Whether words can be links (OSC 8).
  ///   - measure: How wide characters are.
  public init(isColoured: Bool, hasLinks: Bool = false, measure: DisplayWidth = .usual) {
    self.isColoured = isColoured
    self.hasLinks = hasLinks
    self.measure = measure
  }

  func paint(_ text: String, _ style: Style, link: String? = nil) -> String {
    guard !text.isEmpty else { return text }
    let words = hasLinks ? link.map { Self.linked(text, to: $0) } ?? text : text
    let code =
      switch style {
      case .plain: ""
      case .bold: "1"
      case .good: "32"
      case .bad: "31"
      case .dim: "2"
      }
    return !isColoured || code.isEmpty ? words : "\u{1B}[\(code)m\(words)\u{1B}[0m"
  }

  private static func linked(_ text: String, to address: String) -> String {
    // Pieces of one link on several lines have one name, so that terminals show them as one.
    let name = String(address.utf8.reduce(5381) { ($0 &* 33 &+ Int($1)) & 0xFF_FFFF }, radix: 36)
    return "\u{1B}]8;id=\(name);\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
  }
}
