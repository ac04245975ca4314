/// The files that pages need beside themselves.
package enum Assets {
  /// How long a browser may keep them, in seconds.
  private static let maximumAge = 3600

  /// The names with their media types and contents.
  package static let files: [(name: String, type: String, bytes: [UInt8])] = [
    ("progsearch.css", "text/css; charset=utf-8", PackageResources.progsearch_css),
    ("progsearch.js", "text/javascript; charset=utf-8", PackageResources.progsearch_js),
    ("icon.svg", "image/svg+xml", PackageResources.icon_svg),
  ]

  static func response(_ name: String) -> WebResponse? {
    files.first { $0.name == name }.map { file in
      WebResponse(
        status: 200, type: file.type, body: String(decoding: file.bytes, as: UTF8.self),
        maximumAge: maximumAge)
    }
  }

  /// Programs may be collected by search engines; the endless lists that filters make need not be.
  static let robots = WebResponse(
    status: 200, type: "text/plain; charset=utf-8",
    body: "User-agent: *\nDisallow: /api/\nDisallow: /*?*q=\n")
}
