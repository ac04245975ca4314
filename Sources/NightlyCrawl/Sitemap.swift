import Crawling

/// Sitemaps, as sitemaps.org describes them: lists of addresses, or of further sitemaps.
enum Sitemap {
  /// The most addresses that are looked at.
  private static let most = 5000
  /// So many bytes of a sitemap are looked at, of the 50 MiB that sitemaps.org allows: several sources are visited
  /// at once.
  static let longestRead = 8 * 1024 * 1024

  /// With what a sitemap begins, behind `<` and the prefix of a namespace.
  private static let marks = ["urlset", "sitemapindex"].map { Array($0.utf8) }

  /// The addresses of a sitemap, packed or not; none where the content is something else.
  static func locations(in body: [UInt8]) -> [String] {
    let isPacked = body.starts(with: [0x1F, 0x8B])
    let content = isPacked ? GzipFile.unpacked(body, limit: longestRead) : body
    guard let content, isSitemap(content) else { return [] }
    let text = String(decoding: content.prefix(longestRead), as: UTF8.self)
    var locations: [String] = []
    var rest = text[...]
    while locations.count < most, let open = rest.firstRange(of: "loc>") {
      let isElement = beginsElement(rest[..<open.lowerBound].suffix(longestPrefix))
      rest = rest[open.upperBound...]
      guard isElement else { continue }
      guard let close = rest.firstRange(of: "</") else { break }
      let address = rest[..<close.lowerBound].split(whereSeparator: \.isWhitespace).joined()
      locations.append(
        address.replacing("<![CDATA[", with: "").replacing("]]>", with: "")
          .replacing("&amp;", with: "&"))
      rest = rest[close.upperBound...]
    }
    return locations
  }

  private static func isSitemap(_ content: [UInt8]) -> Bool {
    let start = content.prefix(1024)
    return start.indices.contains { place in
      (start[place] == UInt8(ascii: "<") || start[place] == UInt8(ascii: ":"))
        && marks.contains { start[(place + 1)...].starts(with: $0) }
    }
  }

  /// The most characters of a namespace's prefix, with what stands around it.
  private static let longestPrefix = 32

  /// Whether the name of an element begins right behind a text: `<`, or `<prefix:`.
  private static func beginsElement(_ before: Substring) -> Bool {
    if before.last == "<" { return true }
    guard before.last == ":" else { return false }
    let name = before.dropLast().reversed().prefix {
      $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_"
    }
    return before.dropLast().dropLast(name.count).last == "<"
  }
}
