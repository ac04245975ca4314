/// A page at a glance: its links, and its tree where its words ask for more.
///
/// Of most pages of a site nothing but the links is wanted: they are looked at where the C parser has them, and
/// nothing else of the page is taken over.
public struct PageGlance: Sendable {
  /// The links of the page, menus included.
  public let links: [DocumentLink]
  /// The address that links are relative to, where the page names one (`<base href>`).
  public let base: String?
  /// The page, where it is to be read.
  public let tree: PageTree?

  /// Parses a page; nil where nothing of it is a page.
  init?(_ decoded: DecodedText, cut: String?, where isWanted: (PageWords) -> Bool) {
    let tree: PageTree
    let isWhole: Bool
    if decoded.text.utf8.count > HTMLReader.largestHeld {
      guard let whole = PageTree(decoded, cut: cut) else { return nil }
      (tree, isWhole) = (whole, isWanted(whole.words))
    } else {
      guard let seen = HTMLReader.glance(at: decoded.text, where: isWanted) else { return nil }
      tree = PageTree(decoded, seen.root, isTooDeep: seen.isCut, cut: cut)
      isWhole = seen.isWhole
    }
    links = tree.links
    base = tree.base
    self.tree = isWhole ? tree : nil
  }
}
