/// Sitemaps, as sitemaps.org describes them: lists of addresses, or of further sitemaps.
enum Sitemap {
  /// The most addresses that are looked at.
  private static let most = 5000

  /// With what a sitemap begins.
  private static let marks = ["<urlset", "<sitemapindex"].map { Array($0.utf8) }

  /// The addresses of a sitemap; none where the content is something else.
  static func locations(in body: [UInt8]) -> [String] {
    let start = body.prefix(1024)
    let isSitemap = start.indices.contains { place in
      start[place] == UInt8(ascii: "<")
        && Self.marks.contains { start[place...].starts(with: $0) }
    }
    guard isSitemap else { return [] }
    let text = String(decoding: body, as: UTF8.self)
    var locations: [String] = []
    var rest = text[...]
    while locations.count < most, let open = rest.firstRange(of: "<loc>") {
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: "</loc>") else { break }
      let address = rest[..<close.lowerBound].split(whereSeparator: \.isWhitespace).joined()
      locations.append(
        address.replacing("<![CDATA[", with: "").replacing("]]>", with: "")
          .replacing("&amp;", with: "&"))
      rest = rest[close.upperBound...]
    }
    return locations
  }
}
