#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a page asks of crawlers beside robots.txt: `X-Robots-Tag` and `<meta name="robots">`.
///
/// The page may be fetched all the same, since only fetching it tells; what it forbids is to be listed
/// (`noindex`) or to have its links followed (`nofollow`).
public struct PageDirectives: Hashable, Sendable {
  /// Whether facts may be read from the page.
  public private(set) var allowsIndexing = true
  /// Whether links of the page may be followed.
  public private(set) var allowsFollowing = true
  /// Where the page sends its readers on by itself (`<meta http-equiv="refresh">`), as it writes the address.
  public private(set) var refresh: String?

  /// A page that is shown for longer is meant to be read.
  private static let longestRefresh = 10.0

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
      if refresh == nil, meta["http-equiv"]?.lowercased() == "refresh" {
        refresh = Self.target(ofRefresh: meta["content"] ?? "")
      }
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

  /// The address of `0; url=/new/`; nil where the page stays for long, or only loads itself anew.
  private static func target(ofRefresh content: String) -> String? {
    let parts = content.split(maxSplits: 1) { $0 == ";" || $0 == "," }
    guard parts.count == 2, let delay = Double(parts[0].filter { !$0.isWhitespace }),
      delay <= longestRefresh
    else { return nil }
    let words = parts[1].drop(while: \.isWhitespace)
    guard words.lowercased().hasPrefix("url") else { return nil }
    let target = words.dropFirst(3).drop(while: \.isWhitespace)
    guard target.first == "=" else { return nil }
    let address = target.dropFirst().filter { !$0.isWhitespace && $0 != "'" && $0 != "\"" }
    return address.isEmpty ? nil : address.replacing("&amp;", with: "&")
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
    bytes.withUnsafeBufferPointer { bytes in
      var elements: [[String: String]] = []
      var place = 0
      while let start = firstPlace(of: UInt8(ascii: "<"), in: bytes, from: place) {
        place = start + 1
        guard place < bytes.count else { break }
        // Few elements begin like these; the others cost one comparison.
        switch bytes[place] | 0x20 {
        case UInt8(ascii: "!"):
          if begins("!--", bytes, place) { place = after("-->", bytes, place + 3) }
        case UInt8(ascii: "m"):
          if begins("meta", bytes, place), place + 4 < bytes.count, isBlank(bytes[place + 4]) {
            let end = firstPlace(of: UInt8(ascii: ">"), in: bytes, from: place) ?? bytes.count
            elements.append(
              attributes(of: String(decoding: bytes[(place + 4)..<end], as: UTF8.self)))
            place = end
          }
        case UInt8(ascii: "s"):
          if begins("script", bytes, place) { place = after("</script", bytes, place) }
          if begins("style", bytes, place) { place = after("</style", bytes, place) }
        default: break
        }
      }
      return elements
    }
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

  private static func after(
    _ mark: String, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Int {
    guard let first = mark.utf8.first else { return start }
    var place = start
    while let found = firstPlace(of: first, in: bytes, from: place) {
      if begins(mark, bytes, found) { return found + mark.utf8.count }
      place = found + 1
    }
    return bytes.count
  }

  private static func firstPlace(
    of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: found)
  }

  private static func begins(
    _ text: String, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> Bool {
    place + text.utf8.count <= bytes.count
      && zip(bytes[place...], text.utf8).allSatisfy { byte, letter in
        byte == letter || (65...90).contains(byte) && byte + 32 == letter
      }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 32 || (9...13).contains(byte)
  }
}
