import CLibXML2

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Takes the tree of the C parser over, element by element, as each is closed.
///
/// What was taken over is given back at once, so that a page is never held twice: of a table of a hundred
/// thousand cells the parser keeps those of one row.
final class TreeTaker {
  /// The deepest nesting that is kept; libxml2 itself gives up a little above it.
  static let deepest = 250

  /// Whether something was nested too deeply to be kept.
  @exclusivity(unchecked) private(set) var isCut = false
  private let library: LibXML2
  /// The elements that were closed and whose parents are still open; each node of theirs has its place here.
  @exclusivity(unchecked) private var closed: [HTMLElement] = []
  /// The texts of a page that is held whole.
  @exclusivity(unchecked) private var texts: PageTexts?

  /// Makes a taker that uses a library.
  init(_ library: LibXML2) {
    self.library = library
  }

  /// Parses a page and takes its tree over; nil where nothing of it is a page.
  func root(of characters: UnsafeBufferPointer<CChar>) -> HTMLElement? {
    parse(characters) { element($0, depth: 0) }
  }

  /// The same for a page that may be held whole.
  func heldRoot(of characters: UnsafeBufferPointer<CChar>) -> HTMLElement? {
    parseWhole(characters) { element($0, depth: 0) }
  }

  /// Parses a page that may be held whole, and does something with its root.
  func parseWhole<Result>(
    _ characters: UnsafeBufferPointer<CChar>, _ body: (xmlNodePtr) -> Result?
  ) -> Result? {
    let source = StoodInSource(
      UnsafeRawBufferPointer(characters).assumingMemoryBound(to: UInt8.self))
    if let source, !source.runs.isEmpty {
      let texts = PageTexts(of: source)
      self.texts = texts
      let result = source.bytes.withUnsafeBufferPointer { bytes in
        bytes.withMemoryRebound(to: CChar.self) { parse($0) { texts.isWhole ? body($0) : nil } }
      }
      if texts.isWhole { return result }
    }
    texts = PageTexts()
    return parse(characters, body)
  }

  /// Parses a page and does something with its root, of which all is taken over where its texts are not.
  private func parse<Result>(
    _ characters: UnsafeBufferPointer<CChar>, _ body: (xmlNodePtr) -> Result?
  ) -> Result? {
    guard let context = library.newContext() else { return nil }
    defer { library.freeContext(context) }
    context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
    // Nobody asks for an element by its `id`.
    context.pointee.loadsubset |= XML_SKIP_IDS
    if texts == nil {
      context.pointee.sax?.pointee.endElement = { TreeTaker.close($0, $1) }
    } else {
      context.pointee.sax?.pointee.characters = { TreeTaker.keep($0, $1, $2) }
      // Nobody reads code.
      context.pointee.sax?.pointee.cdataBlock = { TreeTaker.leaveOut($0, $1, $2) }
    }
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue
    let document = library.readMemory(
      context, characters.baseAddress, Int32(clamping: characters.count), nil, "UTF-8",
      Int32(options))
    guard let document else { return nil }
    defer { library.freeDocument(document) }
    guard let root = library.rootElement(document), root.pointee.type == XML_ELEMENT_NODE else {
      return nil
    }
    return body(root)
  }

  // MARK: While the page is parsed

  /// What the parser calls where an element ends.
  private static func close(_ user: UnsafeMutableRawPointer?, _ name: UnsafePointer<UInt8>?) {
    if let context = user?.assumingMemoryBound(to: xmlParserCtxt.self),
      let taker = context.pointee._private
    {
      Unmanaged<TreeTaker>.fromOpaque(taker).takeUnretainedValue().close(context)
    }
    LibXML2.shared?.endElement(user, name)
  }

  /// Takes the element over that ends; the parser may add attributes to those that stand around a whole page.
  private func close(_ context: htmlParserCtxtPtr) {
    let depth = Int(context.pointee.nodeNr) - 1
    guard let node = context.pointee.node, node.pointee.type == XML_ELEMENT_NODE,
      node.pointee._private == nil, depth > 1
    else { return }
    if depth < Self.deepest {
      let (taken, first) = made(of: node, depth: depth)
      closed.removeLast(closed.count - first)
      closed.append(taken)
      node.pointee._private = UnsafeMutableRawPointer(bitPattern: closed.count)
    }
    library.freeNodes(node.pointee.children)
    node.pointee.children = nil
    node.pointee.last = nil
    library.freeAttributes(node.pointee.properties)
    node.pointee.properties = nil
  }

  /// What the parser calls with a piece of text.
  private static func keep(
    _ user: UnsafeMutableRawPointer?, _ text: UnsafePointer<UInt8>?, _ count: Int32
  ) {
    guard let context = user?.assumingMemoryBound(to: xmlParserCtxt.self),
      let taker = context.pointee._private, let node = context.pointee.node
    else { return }
    Unmanaged<TreeTaker>.fromOpaque(taker).takeUnretainedValue()
      .texts?.add(UnsafeBufferPointer(start: text, count: Int(count)), to: node)
  }

  /// What the parser calls with a piece of code.
  private static func leaveOut(
    _ user: UnsafeMutableRawPointer?, _ text: UnsafePointer<UInt8>?, _ count: Int32
  ) {
    guard let context = user?.assumingMemoryBound(to: xmlParserCtxt.self),
      let taker = context.pointee._private
    else { return }
    Unmanaged<TreeTaker>.fromOpaque(taker).takeUnretainedValue()
      .texts?.leaveOut(UnsafeBufferPointer(start: text, count: Int(count)))
  }

  // MARK: Elements

  /// An element: the one that was taken over when it was closed, else as it stands.
  func element(_ node: xmlNodePtr, depth: Int) -> HTMLElement? {
    if let place = placeIfClosed(node) { return closed[place] }
    guard depth < Self.deepest else {
      isCut = true
      return nil
    }
    return made(of: node, depth: depth).element
  }

  /// Where an element stands among those that were closed; nil where it is not taken over yet.
  private func placeIfClosed(_ node: xmlNodePtr) -> Int? {
    texts == nil ? node.pointee._private.map { Int(bitPattern: $0) - 1 } : nil
  }

  /// The element of a node, and where the first element inside stands among those that were closed.
  private func made(of node: xmlNodePtr, depth: Int) -> (element: HTMLElement, first: Int) {
    let name = ElementName(at: node.pointee.name)
    var children: [HTMLNode] = []
    let nodes = Self.count(of: node.pointee.children)
    children.reserveCapacity(texts == nil ? nodes : 2 * nodes + 1)
    var first = closed.count
    forEachPart(of: node) { text in
      if !name.isCode { children.append(.text(String(decoding: text, as: UTF8.self))) }
    } element: { child in
      if let place = placeIfClosed(child) { first = min(first, place) }
      if let element = element(child, depth: depth + 1) { children.append(.element(element)) }
    }
    let attributes = Self.attributes(of: node)
    return (HTMLElement(name: name, attributes: attributes, children: children), first)
  }

  /// Calls something for the texts and the elements directly inside an element, in their order.
  func forEachPart(
    of node: xmlNodePtr, text: (UnsafeBufferPointer<UInt8>) -> Void, element: (xmlNodePtr) -> Void
  ) {
    func visit(_ node: xmlNodePtr) {
      switch node.pointee.type {
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: Self.bytes(of: node).map(text)
      case XML_ELEMENT_NODE: element(node)
      default: break
      }
    }
    if let texts { return texts.forEachPart(of: node, text: text, node: visit) }
    var next = node.pointee.children
    while let child = next {
      next = child.pointee.next
      visit(child)
    }
  }

  private static func bytes(of text: xmlNodePtr) -> UnsafeBufferPointer<UInt8>? {
    text.pointee.content.map { UnsafeBufferPointer(start: $0, count: strlen($0)) }
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

  // MARK: Attributes

  /// The attributes that somebody asks for.
  private static let wanted = ShortNames(
    ["alt", "class", "colspan", "href", "id", "lang", "rel", "role", "rowspan", "src"].map {
      ($0, $0)
    })

  static func attributes(of node: xmlNodePtr) -> HTMLAttributes {
    var attributes = HTMLAttributes()
    var attribute = node.pointee.properties
    while let current = attribute {
      if let name = ShortName(at: current.pointee.name).flatMap({ wanted[$0] }) {
        let value = current.pointee.children.flatMap { $0.pointee.content }
        attributes.add(name, value.map { String(cString: $0) } ?? "")
      }
      attribute = current.pointee.next
    }
    return attributes
  }
}
