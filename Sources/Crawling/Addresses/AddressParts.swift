/// The parts of an address as they are written (RFC 3986, section 3, read as browsers do).
struct AddressParts {
  var scheme: String?
  var authority: Substring?
  var path: Substring
  var query: Substring?

  /// Splits an address; nil where it has a scheme that is none.
  init?(_ text: String) {
    var rest = Self.cleaned(text)[...]
    rest = rest.prefix { $0 != "#" }
    if let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains(where: { "/?".contains($0) })
    {
      let name = rest[..<colon].lowercased()
      guard name == "http" || name == "https" else { return nil }
      scheme = name
      rest = rest[rest.index(after: colon)...]
    }
    let mark = rest.firstIndex(of: "?") ?? rest.endIndex
    query = mark < rest.endIndex ? rest[rest.index(after: mark)...] : nil
    path = rest[..<mark]
    // A backslash in the path is a slash, as it is to browsers.
    let slashed = String(path.map { $0 == "\\" ? "/" : $0 })
    path = slashed[...]
    if slashed.hasPrefix("//") {
      let afterSlashes = slashed.dropFirst(2)
      let end = afterSlashes.firstIndex(of: "/") ?? afterSlashes.endIndex
      authority = afterSlashes[..<end]
      path = afterSlashes[end...]
    }
  }

  /// The path and query, taken relative to those of another address.
  func target(relativeTo base: String) -> String {
    let mark = base.firstIndex(of: "?") ?? base.endIndex
    let basePath = base[..<mark]
    if path.isEmpty {
      guard let query else { return base }
      return Self.canonicalTarget(path: basePath, query: query)
    }
    if path.hasPrefix("/") { return Self.canonicalTarget(path: path, query: query) }
    let folder = basePath.lastIndex(of: "/").map { basePath[...$0] } ?? "/"
    return Self.canonicalTarget(path: folder + path, query: query)
  }

  /// A path and query with percent-encoding and dot segments brought into one form.
  static func canonicalTarget(path: Substring, query: Substring?) -> String {
    let clean = withoutDotSegments(encoded(path, keeping: "!$&'()*+,;=:@/"))
    guard let query else { return clean }
    return clean + "?" + encoded(query, keeping: "!$&'()*+,;=:@/?")
  }

  /// The text without the white space that pages have around and within addresses.
  private static func cleaned(_ text: String) -> String {
    let scalars = text.unicodeScalars.filter { $0 != "\t" && $0 != "\n" && $0 != "\r" }
    let isBlank: (Unicode.Scalar) -> Bool = { $0.value <= 32 }
    let start = scalars.drop(while: isBlank)
    guard let last = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(String.UnicodeScalarView(start[...last]))
  }

  private static func encoded(_ text: Substring, keeping kept: String) -> String {
    let input = Array(text.utf8)
    let kept = Set(kept.utf8)
    var output: [UInt8] = []
    var at = 0
    while at < input.count {
      let decoded = PercentCoding.decodedOctet(in: input, at: at)
      let octet = decoded ?? input[at]
      let isPlain = PercentCoding.isUnreserved(octet) || decoded == nil && kept.contains(octet)
      output += isPlain ? [octet] : PercentCoding.encoded(octet)
      at += decoded == nil ? 1 : 3
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Resolves `.` and `..` (RFC 3986, 5.2.4); the answer begins with `/`.
  private static func withoutDotSegments(_ path: String) -> String {
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for segment in path.hasPrefix("/") ? segments.dropFirst() : segments[...] {
      if segment == ".." {
        _ = kept.popLast()
      } else if segment != "." {
        kept.append(segment)
      }
    }
    let endsInFolder = segments.last == "." || segments.last == ".."
    return "/" + kept.joined(separator: "/") + (endsInFolder && !kept.isEmpty ? "/" : "")
  }
}
