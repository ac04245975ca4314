import PageArchive
import RecruitmentModel

extension PageVisit {
  /// For so long, in seconds, a page may be cut off each night before that is how it is.
  private static let longestDoubt = 36 * 3600

  /// Why an answer is doubtful: the page had an end before, has none now and is shorter, so it may have been cut
  /// short on its way, or where it was made.
  ///
  /// A connection that is closed in good order does not tell. What comes again byte for byte, or has been so for a
  /// night, is how the page is: former facts must not outlive what is true by more.
  func doubt(_ answer: HTTPAnswer, of entry: FrontierEntry, over stored: StoredCapture?)
    -> FetchFailure?
  {
    guard let stored, stored.status == 200, answer.isHTML, !HTTPAnswer.hasEnd(answer.body),
      let before = try? session.archive.content(of: stored), HTTPAnswer.hasEnd(before.body),
      answer.body.count < before.body.count
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
  /// Whether the server calls it HTML.
  var isHTML: Bool {
    headers.firstValue(of: "Content-Type")?.lowercased().hasPrefix("text/html") ?? false
  }

  /// Whether a page has `</html>`, whatever stands behind it.
  static func hasEnd(_ body: [UInt8]) -> Bool {
    let end = Array("</html".utf8)
    return body.indices.contains { place in
      body[place] == end[0] && place + end.count <= body.count
        && end.indices.allSatisfy { body[place + $0] | 0x20 == end[$0] | 0x20 }
    }
  }
}
