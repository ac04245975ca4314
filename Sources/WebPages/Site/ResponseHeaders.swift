/// The headers of responses: what browsers may and may not do with them.
package enum ResponseHeaders {
  /// Only our own files may be loaded, nothing inside a page runs, and forms lead back to the site.
  private static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    + "form-action 'self'; base-uri 'none'; frame-ancestors "

  /// The headers of a response.
  ///
  /// - Parameters:
  ///   - response: The response.
  ///   - entityTag: The name of its body.
  ///   - frameAncestors: Who may show pages in a frame: `'self'`, or origins such as `https://guide.example`.
  /// - Returns: Names in lower case with their values.
  package static func headers(
    of response: WebResponse, entityTag: String, frameAncestors: String
  ) -> [(String, String)] {
    var headers = [
      ("content-type", response.type),
      ("etag", entityTag),
      (
        "cache-control",
        response.maximumAge > 0 ? "public, max-age=\(response.maximumAge)" : "no-cache"
      ),
      ("content-security-policy", policy + frameAncestors),
      ("x-content-type-options", "nosniff"),
      ("referrer-policy", "no-referrer"),
      ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
      ("cross-origin-opener-policy", "same-origin"),
      ("cross-origin-resource-policy", response.isShared ? "cross-origin" : "same-origin"),
      ("vary", "Accept-Language"),
    ]
    if response.isShared {
      headers += [
        ("access-control-allow-origin", "*"), ("access-control-allow-methods", "GET, HEAD"),
        ("access-control-allow-headers", "If-None-Match"),
        ("access-control-expose-headers", "ETag"), ("access-control-max-age", "86400"),
      ]
    }
    if frameAncestors == "'none'" { headers.append(("x-frame-options", "DENY")) }
    if let location = response.location { headers.append(("location", location)) }
    if response.status == 405 { headers.append(("allow", "GET, HEAD")) }
    return headers
  }

  /// A name of the body that another body does not have, for `If-None-Match`.
  package static func entityTag(of body: String) -> String {
    var body = body
    let hash = body.withUTF8 { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      // Eight bytes at a time; what each changes spreads over the whole number.
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      func mix(_ number: UInt64) {
        hash = (hash ^ number) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
      let whole = raw.count & ~7
      for place in stride(from: 0, to: whole, by: 8) {
        mix(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      }
      for byte in raw[whole...] { mix(UInt64(byte)) }
      return hash
    }
    return "\"\(String(hash, radix: 16))-\(body.utf8.count)\""
  }

  /// Whether a header `If-None-Match` names a tag.
  package static func names(_ header: String, _ tag: String) -> Bool {
    header.split(separator: ",").contains { part in
      let name = part.drop { $0 == " " }
      return name == "*" || name.trimmingPrefix("W/").prefix { $0 != " " } == tag
    }
  }
}
