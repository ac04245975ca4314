/// A page at a glance: its links, and its tree where its words ask for more.
///
/// Of most pages of a site nothing but the links is wanted: they are looked at where the C parser has them, and
/// nothing else of the page is taken over.
public struct PageGlance: Sendable {
  /// The links of the page, menus included.
  public let links: [DocumentLink]
  /// The address that links are relative to, where the page names one (`<base href>`).
  public let base: String?
  /// The first title and headings of the first and the second level, and all words of a short page: what the page
  /// says it is.
  public let heads: [String]
  /// The page, where it is to be read.
  public let tree: PageTree?

  /// The names of the elements that say what a page is.
  static let heads = ["title", "h1", "h2"]
  /// The most letters of a page whose words say as a whole what it is.
  static let shortest = 150

  /// Parses a page; nil where nothing of it is a page.
  init?(_ decoded: DecodedText, cut: String?, where isWanted: (PageWords) -> Bool) {
    let tree: PageTree
    let isWhole: Bool
    if decoded.text.utf8.count > HTMLReader.largestHeld {
      guard let whole = PageTree(decoded, cut: cut) else { return nil }
      (tree, isWhole) = (whole, isWanted(whole.words))
      heads = Self.heads.compactMap { whole.root.first($0)?.text }
    } else {
      guard let seen = HTMLReader.glance(at: decoded.text, where: isWanted) else { return nil }
      tree = PageTree(decoded, seen.root, isTooDeep: seen.isCut, cut: cut)
      isWhole = seen.isWhole
      heads = seen.heads
    }
    links = tree.links
    base = tree.base
    self.tree = isWhole ? tree : nil
  }
}
