import CLibXML2

extension TreeTaker {
  /// Parses a page that may be held whole, and takes its tree over where its words are wanted.
  ///
  /// Else no more of it is taken over than its links hang on; nil where nothing of it is a page.
  func glance(
    at characters: UnsafeBufferPointer<CChar>, where isWanted: (PageWords) -> Bool
  ) -> (root: HTMLElement, heads: [String], isWhole: Bool)? {
    parseWhole(characters) { root in
      var found = [HTMLElement?](repeating: nil, count: PageGlance.heads.count)
      findHeads(in: root, depth: 0, &found)
      let words = words(of: root, title: found[0]?.text ?? "")
      var heads = found.compactMap { $0?.text }
      let isWhole = isWanted(words)
      let taken = isWhole ? element(root, depth: 0) : nil
      let linked = isWhole ? nil : linked(root, depth: 0)
      if taken?.tally.letters ?? linked?.tally.letters ?? 0 <= PageGlance.shortest {
        var text = ""
        words.forEach { text += String(decoding: $0, as: UTF8.self) }
        heads.append(text)
      }
      if isWhole { return taken.map { ($0, heads, true) } }
      // The links of a page without any hang on an element with nothing inside.
      let name = ElementName(at: root.pointee.name)
      let empty = HTMLElement(name: name, attributes: HTMLAttributes(), children: [])
      return (linked?.element ?? empty, heads, false)
    }
  }

  // MARK: Words

  /// The words of a page, as ``PageTree`` has them, where the parser has them.
  private func words(of root: xmlNodePtr, title: String) -> PageWords {
    PageWords { [self] visitor in
      var title = title
      title.withUTF8(visitor)
      tellWords(of: root, depth: 0, visitor)
    }
  }

  /// Finds the first element of each name that says what a page is, the title first.
  private func findHeads(in node: xmlNodePtr, depth: Int, _ found: inout [HTMLElement?]) {
    guard depth < Self.deepest, found.contains(where: { $0 == nil }) else { return }
    let name = ElementName(at: node.pointee.name).text
    for place in found.indices where found[place] == nil && PageGlance.heads[place] == name {
      found[place] = element(node, depth: depth)
    }
    var next = node.pointee.children
    while let child = next {
      next = child.pointee.next
      if child.pointee.type == XML_ELEMENT_NODE {
        findHeads(in: child, depth: depth + 1, &found)
      }
    }
  }

  private func tellWords(of node: xmlNodePtr, depth: Int, _ visitor: PageWords.Visitor) {
    let name = ElementName(at: node.pointee.name)
    guard depth < Self.deepest, !name.isLeftOut else { return }
    if name.text == "img", var text = Self.attributes(of: node)["alt"] { text.withUTF8(visitor) }
    forEachPart(of: node, text: visitor) { tellWords(of: $0, depth: depth + 1, visitor) }
  }

  // MARK: Links

  /// An element without all that no link hangs on, and what was counted of the whole element.
  ///
  /// There is no element where no link is inside, and nothing of one that is nested too deeply to be kept.
  private func linked(
    _ node: xmlNodePtr, depth: Int
  ) -> (element: HTMLElement?, tally: HTMLTally)? {
    guard depth < Self.deepest else { return nil }
    let name = ElementName(at: node.pointee.name)
    if name.isLink { return element(node, depth: depth).map { ($0, $0.tally) } }
    var tally = HTMLTally()
    var children: [HTMLNode] = []
    forEachPart(of: node) { text in
      if !name.isCode { tally.add(text) }
    } element: { child in
      guard let (element, inside) = linked(child, depth: depth + 1) else { return }
      tally.add(inside)
      if let element { children.append(.element(element)) }
    }
    let attributes =
      children.isEmpty && name.text != "img" ? HTMLAttributes() : Self.attributes(of: node)
    tally.end(name, attributes)
    guard !children.isEmpty else { return (nil, tally) }
    let element = HTMLElement(name: name, attributes: attributes, children: children, tally: tally)
    return (element, tally)
  }
}
