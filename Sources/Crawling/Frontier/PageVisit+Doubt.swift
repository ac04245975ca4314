import PageArchive
import RecruitmentModel

extension PageVisit {
  /// For so long, in seconds, a page may be cut off each night before that is how it is.
  private static let longestDoubt = 7 * 86_400

  /// Why an answer is doubtful: the page had an end before and has none now, so it may have been cut short on its
  /// way, or where it was made.
  ///
  /// A connection that is closed in good order does not tell. What comes again byte for byte, or has been so for a week, is how the page is.
  func doubt(_ answer: HTTPAnswer, of entry: FrontierEntry, over stored: StoredCapture?)
    -> FetchFailure?
  {
    guard let stored, stored.status == 200, answer.isHTML, !HTTPAnswer.hasEnd(answer.body),
      let before = try? session.archive.content(of: stored), HTTPAnswer.hasEnd(before.body)
    else { return nil }
    let failure = FetchFailure.cutShort(digest: ContentDigest(of: answer.body).hexadecimal)
    let earlier = (try? session.archive.failures(ofSource: targetID))?.first {
      $0.url == entry.address.description && $0.reason.hasPrefix(FetchFailure.cutShortReason)
    }
    guard let earlier else { return failure }
    let age = session.now().secondsSinceEpoch - earlier.since.secondsSinceEpoch
    return earlier.reason == failure.description || age >= Self.longestDoubt ? nil : failure
  }
}

extension HTTPAnswer {
  /// The end of a page stands in so many of its last bytes.
  private static let longestEnd = 4096

  /// Whether the server calls it HTML.
  var isHTML: Bool {
    headers.firstValue(of: "Content-Type")?.lowercased().hasPrefix("text/html") ?? false
  }

  /// Whether a page has `</html>` near its end.
  static func hasEnd(_ body: [UInt8]) -> Bool {
    String(decoding: body.suffix(longestEnd), as: UTF8.self).lowercased().contains("</html")
  }
}
