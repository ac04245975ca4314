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
    let hash = body.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
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
