/// What a page asks of crawlers beside robots.txt: `X-Robots-Tag` and `<meta name="robots">`.
///
/// The page may be fetched all the same, since only fetching it tells; what it forbids is to be listed
/// (`noindex`) or to have its links followed (`nofollow`).
public struct PageDirectives: Hashable, Sendable {
  /// Whether facts may be read from the page.
  public private(set) var allowsIndexing = true
  /// Whether links of the page may be followed.
  public private(set) var allowsFollowing = true

  /// How far into a page the element is looked for; it belongs into the head.
  private static let longestHead = 256 * 1024
  private static let names: Set = ["noindex", "nofollow", "none", "index", "follow", "all"]

  /// Reads what a page asks of a crawler.
  ///
  /// - Parameters:
  ///   - tags: The values of the header `X-Robots-Tag`.
  ///   - body: The page as it came.
  ///   - agent: The name of the crawler, in lower case.
  public init(tags: [String], body: [UInt8], agent: String = "progsearch") {
    for tag in tags { read(header: tag.lowercased(), agent) }
    for meta in MetaScanner.elements(in: body.prefix(Self.longestHead)) {
      guard let name = meta["name"]?.lowercased(), name == "robots" || name == agent else {
        continue
      }
      for word in Self.words(meta["content"] ?? "") { obey(word) }
    }
  }

  /// A value may begin with the name of the crawler that it is for.
  private mutating func read(header: String, _ agent: String) {
    var isForUs = true
    for part in header.split(separator: ",") {
      var rest = part
      if let colon = part.firstIndex(of: ":") {
        let name = part[..<colon].filter { !$0.isWhitespace }
        if name != "unavailable_after" && !name.hasPrefix("max-") {
          isForUs = name == agent
          rest = part[part.index(after: colon)...]
        }
      }
      if isForUs { for word in Self.words(String(rest)) { obey(word) } }
    }
  }

  private mutating func obey(_ word: String) {
    if word == "noindex" || word == "none" { allowsIndexing = false }
    if word == "nofollow" || word == "none" { allowsFollowing = false }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { $0 == "," || $0.isWhitespace }.map(String.init)
      .filter(names.contains)
  }
}

/// Finds the `meta` elements of a page without reading the page.
enum MetaScanner {
  /// The attributes of each element, names in lower case; comments and scripts are passed over.
  static func elements(in bytes: ArraySlice<UInt8>) -> [[String: String]] {
    var elements: [[String: String]] = []
    var rest = bytes
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[start...]
      if begins(rest, "<!--") {
        rest = after("-->", in: rest.dropFirst(4))
      } else if begins(rest, "<script") {
        rest = after("</script", in: rest.dropFirst(7))
      } else if begins(rest, "<style") {
        rest = after("</style", in: rest.dropFirst(6))
      } else if begins(rest, "<meta"), rest.dropFirst(5).first.map(isBlank) == true {
        let tag = rest.dropFirst(5).prefix { $0 != UInt8(ascii: ">") }
        elements.append(attributes(of: String(decoding: tag, as: UTF8.self)))
        rest = rest[tag.endIndex...]
      } else {
        rest = rest.dropFirst()
      }
    }
    return elements
  }

  private static func attributes(of tag: String) -> [String: String] {
    var attributes: [String: String] = [:]
    var rest = tag[...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "/" }
      let name = rest.prefix { $0 != "=" && !$0.isWhitespace && $0 != "/" }
      guard !name.isEmpty else { return attributes }
      rest = rest[name.endIndex...].drop(while: \.isWhitespace)
      guard rest.first == "=" else { continue }
      rest = rest.dropFirst().drop(while: \.isWhitespace)
      let value: Substring
      if let mark = rest.first, mark == "\"" || mark == "'" {
        value = rest.dropFirst().prefix { $0 != mark }
        rest = rest[value.endIndex...].dropFirst()
      } else {
        value = rest.prefix { !$0.isWhitespace }
        rest = rest[value.endIndex...]
      }
      attributes[name.lowercased()] = String(value)
    }
  }

  private static func after(_ mark: String, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    let first = mark.utf8.first
    while let start = rest.firstIndex(where: { $0 == first }) {
      rest = rest[start...]
      if begins(rest, mark) { return rest.dropFirst(mark.utf8.count) }
      rest = rest.dropFirst()
    }
    return rest[rest.endIndex...]
  }

  private static func begins(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    bytes.count >= text.utf8.count
      && zip(bytes, text.utf8).allSatisfy { byte, letter in
        byte == letter || (65...90).contains(byte) && byte + 32 == letter
      }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 32 || (9...13).contains(byte)
  }
}
