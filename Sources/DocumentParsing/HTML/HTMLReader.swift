import CLibXML2

/// Turns HTML into a tree of our own; the C parser is seen nowhere else.
struct HTMLReader {
  /// The deepest nesting that is kept; libxml2 itself gives up a little above it.
  static let deepest = 250

  /// The tree, and whether something was nested too deeply to be kept.
  static func tree(of html: String) -> (root: HTMLElement, isCut: Bool)? {
    guard let library = LibXML2.shared else { return nil }
    var html = AttributeLimit.applied(to: html)
    // The parser takes a zero for the end of the page.
    if html.withUTF8({ $0.contains(0) }) { html.unicodeScalars.removeAll { $0.value == 0 } }
    let document = html.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        library.readMemory(
          characters.baseAddress, Int32(clamping: characters.count), nil, "UTF-8",
          Int32(
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
              | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
              | HTML_PARSE_COMPACT.rawValue))
      }
    }
    guard let document else { return nil }
    defer { library.freeDocument(document) }
    guard let root = library.rootElement(document) else { return nil }
    var isCut = false
    guard case .element(let element) = node(root, depth: 0, &isCut) else { return nil }
    return (element, isCut)
  }

  private static func node(_ source: xmlNodePtr, depth: Int, _ isCut: inout Bool) -> HTMLNode? {
    switch source.pointee.type {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      return source.pointee.content.map { .text(String(cString: $0)) }
    case XML_ELEMENT_NODE:
      guard depth < deepest else {
        isCut = true
        return nil
      }
      var children: [HTMLNode] = []
      children.reserveCapacity(count(of: source.pointee.children))
      var child = source.pointee.children
      while let current = child {
        if let node = node(current, depth: depth + 1, &isCut) { children.append(node) }
        child = current.pointee.next
      }
      return .element(
        HTMLElement(
          // The parser writes the names of HTML in lower case.
          name: String(cString: source.pointee.name),
          attributes: attributes(of: source),
          children: children))
    default: return nil
    }
  }

  private static func count(of first: xmlNodePtr?) -> Int {
    var count = 0
    var next = first
    while let node = next {
      count += 1
      next = node.pointee.next
    }
    return count
  }

  /// The attributes that somebody asks for.
  private static let wanted: Set<String> = [
    "alt", "class", "colspan", "href", "id", "lang", "rel", "role", "rowspan", "src",
  ]

  private static func attributes(of source: xmlNodePtr) -> HTMLAttributes {
    var attributes = HTMLAttributes()
    var attribute = source.pointee.properties
    while let current = attribute {
      let name = String(cString: current.pointee.name)
      if wanted.contains(name) {
        let value = current.pointee.children.flatMap { $0.pointee.content }
        attributes.add(name, value.map { String(cString: $0) } ?? "")
      }
      attribute = current.pointee.next
    }
    return attributes
  }
}
