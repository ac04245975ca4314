/// What a browser asks for.
package struct WebRequest: Hashable, Sendable {
  /// The most bytes of a path with its query: the longest query that is read takes twelve for a character.
  package static let longestTarget = 28 * 1024
  /// The most parameters that are read.
  private static let mostParameters = 200

  /// The method, such as `GET`.
  package var method: String
  /// The path, its parts decoded; nil where it cannot be.
  package var path: [String]?
  /// The parameters behind the question mark, in their order; nil where they cannot be decoded.
  package var parameters: [Parameter]?
  /// The languages that the browser prefers.
  package var acceptLanguage: String
  /// How many folders below the site's root the path lies, as browsers count them: `/map/` lies in one.
  var depth = 0
  /// Whether the target was longer than is read.
  package var isTooLong = false

  /// A name with its value.
  package struct Parameter: Hashable, Sendable {
    package let name: String
    package let value: String
  }

  /// Reads the target of a request, such as `/programs/a/b?lang=en`.
  package init(_ target: String, method: String = "GET", acceptLanguage: String = "") {
    self.method = method
    self.acceptLanguage = acceptLanguage
    guard target.utf8.count <= Self.longestTarget else {
      isTooLong = true
      return
    }
    let halves = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = (halves.first ?? "").split(separator: "/").map { PercentCoding.decoded($0) }
    depth = max(0, (halves.first ?? "").utf8.count { $0 == UInt8(ascii: "/") } - 1)
    path = parts.contains(nil) ? nil : parts.compactMap(\.self)
    parameters = Self.parameters(halves.count > 1 ? halves[1] : "")
  }

  private static func parameters(_ query: Substring) -> [Parameter]? {
    var result: [Parameter] = []
    for part in query.split(separator: "&").prefix(mostParameters) {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentCoding.decoded(sides[0], plusIsBlank: true),
        let value = PercentCoding.decoded(sides.count > 1 ? sides[1] : "", plusIsBlank: true)
      else { return nil }
      result.append(Parameter(name: name, value: value))
    }
    return result
  }

  /// The first value of a parameter.
  func value(_ name: String) -> String? {
    parameters?.first { $0.name == name }?.value
  }

  /// All values of a parameter that say something.
  func values(_ name: String) -> [String] {
    (parameters ?? []).filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
  }
}

/// What is sent back.
package struct WebResponse: Hashable, Sendable {
  /// The status, such as 200.
  package var status: Int
  /// The media type.
  package var type: String
  /// The body.
  package var body: String
  /// Where else to look, for redirections.
  package var location: String?
  /// How long it may be kept, in seconds; 0 asks again each time.
  package var maximumAge = 0
  /// Whether programs of other sites may read it.
  package var isShared = false

  static func page(_ markup: HTML, status: Int = 200) -> WebResponse {
    WebResponse(status: status, type: "text/html; charset=utf-8", body: HTML.document(markup))
  }

  static func json(_ line: String, status: Int = 200) -> WebResponse {
    WebResponse(
      status: status, type: "application/json; charset=utf-8", body: line + "\n", isShared: true)
  }
}

extension WebRequest {
  /// The language that a header `Accept-Language` leads to, for whoever keeps answers.
  package static func languageKey(_ header: String) -> String {
    WebLanguage(accepted: header).rawValue
  }
}
