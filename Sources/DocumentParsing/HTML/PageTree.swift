/// A page that was parsed once, to be asked for its links, its words, and what it states.
public struct PageTree: Sendable {
  let decoded: DecodedText
  let root: HTMLElement
  /// Whether something was nested too deeply to be kept.
  let isTooDeep: Bool
  /// What is to be told where the file was too large to be read whole.
  let cut: String?
  /// The links of the page, menus included.
  public let links: [DocumentLink]

  /// Parses a page; nil where nothing of it is a page.
  init?(_ decoded: DecodedText, cut: String?) {
    guard let (root, isTooDeep) = HTMLReader.tree(of: decoded.text) else { return nil }
    self.init(decoded, root, isTooDeep: isTooDeep, cut: cut)
  }

  /// Takes a tree.
  init(_ decoded: DecodedText, _ root: HTMLElement, isTooDeep: Bool, cut: String?) {
    self.decoded = decoded
    self.root = root
    self.isTooDeep = isTooDeep
    self.cut = cut
    var links: [DocumentLink] = []
    Self.collect(root, isNavigation: false, into: &links)
    self.links = links
  }

  /// The title, as the page declares it.
  var title: String { root.first("title")?.text ?? "" }

  /// The address that links are relative to, where the page names one (`<base href>`).
  public var base: String? { root.first("base")?.attributes["href"] }

  /// The words of the page.
  public var words: PageWords {
    PageWords { visitor in
      Self.tell(title, visitor)
      Self.tell(.element(root), visitor)
    }
  }

  private static func tell(_ node: HTMLNode, _ visitor: PageWords.Visitor) {
    switch node {
    case .text(let text): tell(text, visitor)
    case .element(let element):
      if element.isLeftOut { return }
      if element.name == "img", let text = element.attributes["alt"] { tell(text, visitor) }
      for child in element.children { tell(child, visitor) }
    }
  }

  private static func tell(_ text: String, _ visitor: PageWords.Visitor) {
    var text = text
    text.withUTF8(visitor)
  }

  private static func collect(
    _ element: HTMLElement, isNavigation: Bool, into links: inout [DocumentLink]
  ) {
    let isNavigation = isNavigation || element.isFurniture
    if element.isLink, element.name != "base",
      let address = element.attributes["href"] ?? element.attributes["src"]
    {
      links.append(
        DocumentLink(
          address: address, text: element.text, isNavigation: isNavigation,
          isNotToFollow: isNotToFollow(element), isFrame: element.name == "frame"))
    }
    for child in element.elements { collect(child, isNavigation: isNavigation, into: &links) }
  }

  private static func isNotToFollow(_ element: HTMLElement) -> Bool {
    guard let words = element.attributes["rel"]?.lowercased() else { return false }
    return words.split(whereSeparator: \.isWhitespace).contains("nofollow")
  }
}
