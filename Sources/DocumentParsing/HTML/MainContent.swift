import JapaneseText

/// Tells the matter of a page from its menus, headers, side columns and footers.
struct MainContent {
  static let furniture: Set<String> = ["nav", "header", "footer", "aside", "address"]
  private static let furnitureHints: [HintWord] = [
    .init("nav"), .init("gnav"), .init("navi"), .init("navigation"), .init("menu"),
    .init("breadcrumb"), .init("breadcrumbs"), .init("topicpath"), .init("pankuzu"),
    .init("footer"), .init("header"), .init("masthead"), .init("colophon"), .init("sidebar"),
    .init("side"), .init("related"), .init("pagetop"), .init("sns"), .init("share"),
    .init("banner"), .init("bnr"), .init("fnav"), .init("fnavi"), .init("footnav"),
    .init("footernav"), .init("subnav"), .init("snav"),
    .init("globalnav"), .init("localnav"), .init("lnav"), .init("sitemap"),
    .init("copyright"), .init("search"), .init("skip"), .init("cookie"), .init("pager"),
    .init("pagination"),
  ]

  /// The least number of characters that `<main>` or `<article>` must hold to be taken for the matter.
  private static let leastMatter = 40

  /// The element that holds the matter: `<main>`, a lone `<article>`, or the body.
  static func root(of page: HTMLElement) -> HTMLElement {
    let body = page.first("body") ?? page
    if let main = matter("main", in: body) { return main }
    if let main = roleMain(in: body), holdsMatter(main) { return main }
    var articles = 0
    body.forEach { if $0.name == "article" { articles += 1 } }
    return articles == 1 ? matter("article", in: body) ?? body : body
  }

  /// The most letters of a part beside the matter that says whom to ask.
  private static let longestContact = 400

  /// The parts beside the matter that say whom to ask about this page: このページに関するお問い合わせ.
  static func contacts(beside root: HTMLElement, in page: HTMLElement) -> [HTMLElement] {
    var found: [HTMLElement] = []
    collectContacts(page, root, into: &found)
    return found
  }

  private static func collectContacts(
    _ element: HTMLElement, _ root: HTMLElement, into found: inout [HTMLElement]
  ) {
    let isMatter = element === root && element.name != "body"
    for child in element.elements where !child.isPageEdge {
      if child.name == "aside" || !isMatter && root.name != "body" && child !== root,
        isContact(child, isInside: isMatter)
      {
        found.append(child)
      } else if !isMatter || child.name == "aside" {
        collectContacts(child, root, into: &found)
      }
    }
  }

  private static func isContact(_ element: HTMLElement, isInside: Bool) -> Bool {
    guard element.tally.letters <= longestContact else { return false }
    if isInside, element.tally.links == 0, isWayToAsk(element) { return true }
    guard
      let heading = element.elements.first(where: {
        ["h2", "h3", "h4", "h5", "h6", "dt"].contains($0.name)
      })
    else { return false }
    let words = heading.text
    // An aside within the matter, with nothing but the office that is asked.
    if isInside, ["問い合わせ", "問合せ", "問合わせ"].contains(where: words.contains),
      element.text.contains(where: { "@＠".contains($0) })
    {
      return true
    }
    return ["このページ", "本ページ", "このサイト", "本件", "募集"].contains(where: words.contains)
      && ["問い合わせ", "問合せ", "問合わせ", "お問合"].contains(where: words.contains)
  }

  /// Whether a short aside of the matter without links tells a number and an address for mail.
  private static func isWayToAsk(_ element: HTMLElement) -> Bool {
    let words = element.text.lowercased()
    return ["電話", "tel", "phone"].contains(where: words.contains)
      && ["@", "＠", "(at)", "[at]", "（at）"].contains(where: words.contains)
      && !["募集", "採用", "応募", "締切", "締め切", "〆切", "定員", "recruit"].contains(where: words.contains)
  }

  /// Whether an element is a menu, a header or the like.
  static func isFurniture(
    _ name: ElementName, _ attributes: HTMLAttributes, _ tally: HTMLTally
  ) -> Bool {
    if name.isFurniture { return true }
    guard !attributes.isEmpty, name.isCarrier else { return false }
    guard attributes.hasHint(where: furnitureHints.contains) else { return false }
    // Whatever it is called, a wrapper around the page's heading and its words is no furniture.
    if tally.hasMainHeading, tally.letters - tally.linkedLetters >= leastWrapped { return false }
    return !(tally.hasMainHeading && attributes.hasHint(where: headHints.contains))
  }

  /// What stands above a page's matter and may hold its main heading.
  private static let headHints: [HintWord] = [.init("header"), .init("headline")]

  /// The least letters outside of links that show that an element with a main heading wraps the matter.
  private static let leastWrapped = 200

  /// The elements whose class says what they are.
  static let carriers: Set<String> = [
    "div", "ul", "ol", "section", "p", "table", "td", "form", "span",
  ]

  /// Whether a list or a line is nothing but links, as a menu is.
  static func isLinkList(_ element: HTMLElement) -> Bool {
    let tally = element.tally
    return tally.links >= 3 && tally.linkedLetters * 10 >= tally.letters * 9
      && !leadsToFiles(element)
  }

  /// Whether half of the links lead to papers to read or to fill in: 募集要項（PDF）, 申請様式（Word）.
  private static func leadsToFiles(_ element: HTMLElement) -> Bool {
    var files = 0
    element.forEach { inner in
      guard inner.name == "a", let address = inner.attributes["href"] else { return }
      let path = address.prefix { $0 != "?" && $0 != "#" }.lowercased()
      if endingsOfFiles.contains(where: path.hasSuffix) { files += 1 }
    }
    return files * 2 >= element.tally.links
  }

  private static let endingsOfFiles = [".pdf", ".doc", ".docx", ".xls", ".xlsx", ".zip"]

  private static func holdsMatter(_ element: HTMLElement) -> Bool {
    element.text.prefix(leastMatter).count == leastMatter
  }

  private static func matter(_ name: String, in body: HTMLElement) -> HTMLElement? {
    body.first(name).flatMap { holdsMatter($0) ? $0 : nil }
  }

  private static func roleMain(in element: HTMLElement) -> HTMLElement? {
    if element.attributes["role"] == "main" { return element }
    for child in element.elements {
      if let found = roleMain(in: child) { return found }
    }
    return nil
  }
}
