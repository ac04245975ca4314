/// A piece of a page.
///
/// It can only be made of elements that this file names and of text that it escapes, so no
/// text, wherever it comes from, can bring markup with it.
package struct HTML: Sendable {
  /// What it is made of, in its order: short neighbours are put together, long ones are copied only once,
  /// when the page is sent.
  private enum Content: Sendable {
    case short(String)
    case long([String])
  }

  /// Markup of so many bytes is long.
  private static let long = 512

  private var content: Content

  private init(markup: String) {
    content = .short(markup)
  }

  private init(_ writer: Writer) {
    if writer.done.isEmpty {
      content = .short(writer.last)
    } else {
      content = .long(writer.last.isEmpty ? writer.done : writer.done + [writer.last])
    }
  }

  /// Puts markup one behind the other.
  private struct Writer {
    var done: [String] = []
    var last = ""

    mutating func add(_ markup: String) {
      guard markup.utf8.count >= HTML.long else { return last += markup }
      if !last.isEmpty { done.append(last) }
      last = ""
      done.append(markup)
    }

    mutating func addClosing(_ name: ElementName) {
      last += "</"
      last += name.rawValue
      last += ">"
    }

    mutating func add(_ html: HTML) {
      switch html.content {
      case .short(let markup): add(markup)
      case .long(let pieces):
        if !last.isEmpty { done.append(last) }
        last = ""
        done += pieces
      }
    }
  }

  /// The piece as it is sent.
  package var markup: String {
    switch content {
    case .short(let markup): return markup
    case .long(let pieces):
      var markup = ""
      markup.reserveCapacity(size)
      for piece in pieces { markup += piece }
      return markup
    }
  }

  /// How many bytes it has.
  var size: Int {
    switch content {
    case .short(let markup): markup.utf8.count
    case .long(let pieces): pieces.reduce(0) { $0 + $1.utf8.count }
    }
  }

  /// How many bytes are copied where it is put beside others.
  private var sizeOfShort: Int {
    if case .short(let markup) = content, markup.utf8.count < Self.long {
      markup.utf8.count
    } else {
      0
    }
  }

  /// The same in one piece, for what is kept and used again.
  var packed: HTML { HTML(markup: markup) }

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
    guard !name.isVoid else { return HTML(markup: opening(name, attributes)) }
    var writer = Writer()
    if case .short(let inner) = content.content, inner.utf8.count < long {
      writer.last = opening(name, attributes, room: inner.utf8.count + 16)
      writer.last += inner
    } else {
      writer.last = opening(name, attributes)
      writer.add(content)
    }
    writer.addClosing(name)
    return HTML(writer)
  }

  /// The two tags of an element whose content is put together elsewhere.
  static func tags(
    _ name: ElementName, _ attributes: Attribute?...
  ) -> (opening: HTML, closing: HTML) {
    (HTML(markup: opening(name, attributes.compactMap(\.self))), HTML(markup: closing(name)))
  }

  /// A tag, with room for what will stand behind it.
  private static func opening(
    _ name: ElementName, _ attributes: [Attribute], room: Int = 0
  ) -> String {
    var markup = ""
    markup.reserveCapacity(attributes.reduce(room + 16) { $0 + $1.size })
    markup += "<"
    markup += name.rawValue
    for attribute in attributes { attribute.write(to: &markup) }
    markup += ">"
    return markup
  }

  private static func closing(_ name: ElementName) -> String { "</" + name.rawValue + ">" }

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
    joined([HTML(markup: "<!DOCTYPE html>\n"), root, HTML(markup: "\n")]).markup
  }

  /// A document of XML, such as a feed.
  package static func xmlDocument(_ root: HTML) -> String {
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + root.markup + "\n"
  }

  /// Two pieces, one behind the other.
  package static func + (one: HTML, other: HTML) -> HTML { joined([one, other]) }

  /// Pieces one behind the other.
  package static func joined(_ pieces: [HTML]) -> HTML {
    guard pieces.count != 1 else { return pieces[0] }
    var writer = Writer()
    writer.last.reserveCapacity(pieces.reduce(0) { $0 + $1.sizeOfShort })
    for piece in pieces { writer.add(piece) }
    return HTML(writer)
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
