import PageArchive
import RecruitmentModel

extension CrawlSession {
  /// Keeps an answer, or notes that it is the one of before; true where it was kept.
  ///
  /// Servers without validators send the same again and again; status, content and target of a
  /// redirect tell whether it is.
  @discardableResult
  func keep(
    _ answer: HTTPAnswer, of address: WebAddress, sourceID: String?, over stored: StoredCapture?,
    origin: CaptureOrigin = CaptureOrigin()
  ) throws(PageArchiveError) -> Bool {
    let isKnown =
      stored?.status == answer.status && stored?.digest == ContentDigest(of: answer.body)
      && stored?.location == answer.headers.firstValue(of: "Location")
    if isKnown {
      if let stored { try confirm(stored, answer: answer) }
      return false
    }
    try archive.store(
      Capture(
        url: address.description, sourceID: sourceID, fetchedAt: now(), status: answer.status,
        headers: answer.headers, body: answer.body, requestHeaders: answer.requestHeaders,
        origin: origin))
    return true
  }

  /// Keeps that the server still has what is stored of an address.
  func confirm(_ stored: StoredCapture, answer: HTTPAnswer) throws(PageArchiveError) {
    try archive.storeRevisit(
      Capture(
        url: stored.url, sourceID: stored.sourceID, fetchedAt: now(), status: answer.status,
        headers: answer.headers, body: [], requestHeaders: answer.requestHeaders), of: stored)
  }
}
