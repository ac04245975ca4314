import PageArchive

/// How long an answer may be used again, as the server says (RFC 9111, 5.2.2).
struct CacheControl {
  /// The time in seconds; nil where the server says nothing.
  let lifetime: Int?

  /// Reads the header fields of an answer.
  init(_ headers: [HeaderField]) {
    let directives = headers.filter { $0.name.lowercased() == "cache-control" }
      .flatMap { $0.value.lowercased().split(separator: ",") }
      .map { $0.filter { !$0.isWhitespace && $0 != "\"" } }
    if directives.contains(where: { $0 == "no-cache" || $0 == "no-store" }) {
      lifetime = 0
    } else {
      lifetime = directives.compactMap { directive in
        directive.hasPrefix("max-age=") ? Int(directive.dropFirst("max-age=".count)) : nil
      }.min().map { max(0, $0) }
    }
  }
}
