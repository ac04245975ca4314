import PageArchive
import RecruitmentModel

/// A whole answer, decoded from its transfer and content codings.
struct HTTPAnswer: Sendable {
  let status: Int
  let headers: [HeaderField]
  let body: [UInt8]
  /// What was sent to get it.
  let requestHeaders: [HeaderField]

  /// Where the answer sends the visitor on, as it came; nil where it does not.
  var redirect: String? {
    [301, 302, 303, 307, 308].contains(status) ? headers.firstValue(of: "Location") : nil
  }

  /// For how long the server asks to be left alone; nil where it does not.
  func pauseAsked(at now: Timestamp) -> Duration? {
    guard status == 429 || status == 503,
      let text = headers.firstValue(of: "Retry-After")
    else { return nil }
    let figures = text.filter { !$0.isWhitespace }
    if !figures.isEmpty, figures.utf8.allSatisfy({ (48...57).contains($0) }) {
      // More seconds than there are numbers for are many.
      return .seconds(min(Int(figures) ?? .max, Int(Int32.max)))
    }
    guard let date = HTTPDate.timestamp(text) else { return nil }
    return .seconds(max(0, date.secondsSinceEpoch - now.secondsSinceEpoch))
  }
}
