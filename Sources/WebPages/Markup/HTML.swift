/// A piece of a page.
///
/// It can only be made of elements that this file names and of text that it escapes, so no
/// text, wherever it comes from, can bring markup with it.
package struct HTML: Sendable {
  /// What it is made of, in its order: short neighbours are put together, long ones are copied when the page is sent.
  ///
  /// A piece of many parts is a part itself, so that nothing is gone through at every level.
  private enum Content: Sendable {
    case short(String)
    case long([HTML])
  }

  /// Markup of so many bytes is long.
  private static let long = 512
  /// So many parts are taken over one by one.
  private static let few = 4

  private var content: Content

  private init(markup: String) {
    content = .short(markup)
  }

  private init(_ writer: Writer) {
    if writer.done.isEmpty {
      content = .short(writer.last)
    } else {
      var writer = writer
      writer.flush()
      content = .long(writer.done)
    }
  }

  /// Puts markup one behind the other.
  private struct Writer {
    var done: [HTML] = []
    var last = ""

    mutating func flush() {
      guard !last.isEmpty else { return }
      done.append(HTML(markup: last))
      last = ""
    }

    mutating func addClosing(_ name: ElementName) {
      last += "</"
      last += name.rawValue
      last += ">"
    }

    mutating func add(_ html: HTML) {
      switch html.content {
      case .short(let markup) where markup.utf8.count < HTML.long: last += markup
      case .long(let parts) where parts.count <= HTML.few:
        flush()
        done += parts
      case .short, .long:
        flush()
        done.append(html)
      }
    }
  }

  /// The piece as it is sent.
  package var markup: String {
    if case .short(let markup) = content { return markup }
    var markup = ""
    markup.reserveCapacity(size)
    write(to: &markup)
    return markup
  }

  private func write(to markup: inout String) {
    switch content {
    case .short(let own): markup += own
    case .long(let parts): for part in parts { part.write(to: &markup) }
    }
  }

  /// How many bytes it has.
  var size: Int {
    switch content {
    case .short(let markup): markup.utf8.count
    case .long(let parts): parts.reduce(0) { $0 + $1.size }
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

  /// What stands where a template is to be filled; no escaped text has it.
  static let placeMark: Character = "\u{0}"

  /// A place of a template.
  static let place = HTML(markup: String(placeMark))

  /// A piece that is written in one go, part by part.
  struct Page: ~Copyable {
    fileprivate var markup = ""

    /// Writes a piece behind the others.
    mutating func add(_ html: HTML) { html.write(to: &markup) }

    /// Writes a number behind them.
    mutating func add(_ number: Int) { markup += String(number) }
  }

  /// Writes a piece with room for so many bytes.
  static func written(room: Int, _ write: (inout Page) -> Void) -> HTML {
    var page = Page()
    page.markup.reserveCapacity(room)
    write(&page)
    return HTML(markup: page.markup)
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

extension HTML {
  /// A piece of a page that is written once, with places that are filled again and again.
  ///
  /// A place in a text takes any piece; one in an attribute takes text, which is escaped as ever.
  struct Template: Sendable {
    private let parts: [String]
    private let size: Int

    /// Takes a piece with places in it.
    init(_ html: HTML) {
      parts = html.markup.split(separator: HTML.placeMark, omittingEmptySubsequences: false)
        .map(String.init)
      size = parts.reduce(0) { $0 + $1.utf8.count }
    }

    /// The piece with its places filled, in their order.
    func filled(_ values: HTML...) -> HTML { filled(values) }

    /// The same with the values in a list.
    func filled(_ values: [HTML]) -> HTML {
      var markup = ""
      markup.reserveCapacity(values.reduce(size) { $0 + $1.size })
      for (place, part) in parts.enumerated() {
        markup += part
        if place < values.count { values[place].write(to: &markup) }
      }
      return HTML(markup: markup)
    }
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
