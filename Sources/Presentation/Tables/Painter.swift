/// How a piece of text stands out; never by colour alone.
public enum Style: Sendable {
  case plain
  case bold
  case good
  case bad
  case dim
}

/// Colours text for a terminal, or leaves it alone.
public struct Painter: Sendable {
  let isColoured: Bool

  /// Makes a painter.
  public init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  func paint(_ text: String, _ style: Style) -> String {
    guard isColoured, !text.isEmpty else { return text }
    let code =
      switch style {
      case .plain: ""
      case .bold: "1"
      case .good: "32"
      case .bad: "31"
      case .dim: "2"
      }
    return code.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
