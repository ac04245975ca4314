import Presentation

/// A piece of a page.
///
/// It can only be made of elements that this file names and of text that it escapes, so no
/// text, wherever it comes from, can bring markup with it.
package struct HTML: Hashable, Sendable {
  /// The piece as it is sent.
  package private(set) var markup: String

  private init(markup: String) {
    self.markup = markup
  }

  /// Nothing.
  package static let empty = HTML(markup: "")

  /// Text, escaped; what would steer or turn letters round is left out.
  package static func text(_ text: String) -> HTML {
    HTML(markup: Escaping.escaped(text))
  }

  /// An element with its content.
  package static func element(
    _ name: ElementName, _ attributes: [Attribute], _ content: HTML
  ) -> HTML {
    var markup = "<" + name.rawValue
    for attribute in attributes { markup += attribute.markup }
    markup += ">"
    if !name.isVoid { markup += content.markup + "</" + name.rawValue + ">" }
    return HTML(markup: markup)
  }

  /// A script of our own, by its address.
  package static func script(at link: Link) -> HTML {
    HTML(markup: "<script src=\"\(Escaping.escaped(link.address))\" defer></script>")
  }

  /// Data for programs that read pages, as a block of JSON that nothing executes.
  package static func linkedData(_ json: String) -> HTML {
    let harmless = json.replacing("<", with: "\\u003c").replacing(">", with: "\\u003e")
      .replacing("&", with: "\\u0026")
    return HTML(markup: "<script type=\"application/ld+json\">\(harmless)</script>")
  }

  /// A whole document.
  package static func document(_ root: HTML) -> String {
    "<!DOCTYPE html>\n" + root.markup + "\n"
  }

  /// A document of XML, such as a feed.
  package static func xmlDocument(_ root: HTML) -> String {
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + root.markup + "\n"
  }

  /// Two pieces, one behind the other.
  package static func + (one: HTML, other: HTML) -> HTML {
    HTML(markup: one.markup + other.markup)
  }

  /// Pieces one behind the other.
  package static func joined(_ pieces: [HTML]) -> HTML {
    HTML(markup: pieces.lazy.map(\.markup).joined())
  }
}

/// Writes an element: `element(.p, .class("note")) { "text" }`.
func element(
  _ name: ElementName, _ attributes: Attribute?..., @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element(name, attributes.compactMap(\.self), content())
}

/// The same with attributes in a list.
func element(
  _ name: ElementName, list attributes: [Attribute], @HTMLBuilder content: () -> HTML = { .empty }
) -> HTML {
  .element(name, attributes, content())
}

/// Puts the pieces of a block one behind the other; a string in it is text.
@resultBuilder
enum HTMLBuilder {
  static func buildExpression(_ text: String) -> HTML { .text(text) }
  static func buildExpression(_ piece: HTML) -> HTML { piece }
  static func buildExpression(_ piece: HTML?) -> HTML { piece ?? .empty }
  static func buildBlock(_ pieces: HTML...) -> HTML { .joined(pieces) }
  static func buildOptional(_ piece: HTML?) -> HTML { piece ?? .empty }
  static func buildEither(first: HTML) -> HTML { first }
  static func buildEither(second: HTML) -> HTML { second }
  static func buildArray(_ pieces: [HTML]) -> HTML { .joined(pieces) }
}

/// Makes text harmless between tags and between double quotes.
enum Escaping {
  static func escaped(_ text: String) -> String {
    var needsEscaping = false
    var isSuspicious = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""),
        UInt8(ascii: "'"):
        needsEscaping = true
      // Controls, and the first bytes of characters among which there are treacherous ones.
      case 0..<0x20, 0x7F, 0xC2, 0xCD, 0xD8...0xDF, 0xE1, 0xE2, 0xEE, 0xEF, 0xF0...:
        isSuspicious = true
      default: continue
      }
    }
    let text = isSuspicious ? SafeText.line(text) : text
    guard needsEscaping else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
