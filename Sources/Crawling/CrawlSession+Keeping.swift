import PageArchive
import RecruitmentModel

extension CrawlSession {
  /// Keeps an answer, or notes that it is the one of before; the capture where it was kept.
  ///
  /// Servers without validators send the same again and again; status, content and target of a
  /// redirect tell whether it is, and so do the fields that say how it is to be read.
  @discardableResult
  func keep(
    _ answer: HTTPAnswer, of address: WebAddress, sourceID: String?, over stored: StoredCapture?,
    origin: CaptureOrigin = CaptureOrigin()
  ) async throws(PageArchiveError) -> Capture? {
    let capture = Capture(
      url: address.description, sourceID: sourceID, fetchedAt: now(), status: answer.status,
      headers: answer.headers, body: answer.body, requestHeaders: answer.requestHeaders,
      origin: origin)
    if let stored, stored.status == answer.status, stored.digest == capture.digest,
      leadsToSame(stored, answer, from: address),
      stored.contentType == answer.headers.firstValue(of: "Content-Type"),
      hasSameTags(stored, answer)
    {
      try await confirm(stored, answer: answer)
      return nil
    }
    try await keeper.keep(.capture(capture))
    return capture
  }

  /// Whether an answer leads where the stored one does; the ids of sessions are others each time.
  private func leadsToSame(
    _ stored: StoredCapture, _ answer: HTTPAnswer, from address: WebAddress
  ) -> Bool {
    let (one, other) = (stored.location, answer.headers.firstValue(of: "Location"))
    guard one != other else { return true }
    guard let one, let other, let target = WebAddress(one, relativeTo: address) else {
      return false
    }
    return target.withoutSession == WebAddress(other, relativeTo: address)?.withoutSession
  }

  /// Whether a page asks of crawlers what it did before.
  private func hasSameTags(_ stored: StoredCapture, _ answer: HTTPAnswer) -> Bool {
    func tags(_ headers: [HeaderField]) -> [String] {
      headers.filter { $0.hasName("X-Robots-Tag") }.map(\.value)
    }
    return (try? archive.headers(of: stored)).map { tags($0) == tags(answer.headers) } ?? false
  }

  /// Keeps that the server still has what is stored of an address.
  func confirm(_ stored: StoredCapture, answer: HTTPAnswer) async throws(PageArchiveError) {
    let capture = Capture(
      url: stored.url, sourceID: stored.sourceID, fetchedAt: now(), status: answer.status,
      headers: answer.headers, body: [], requestHeaders: answer.requestHeaders)
    try await keeper.keep(.revisit(capture, of: stored))
  }

  /// Keeps that an address could not be fetched, and since when where that is known.
  func keepFailure(
    of url: String, sourceID: String?, reason: String, since: Timestamp? = nil
  ) async throws(PageArchiveError) {
    try await keeper.keep(
      .failure(url: url, sourceID: sourceID, at: now(), reason: reason, since: since))
  }
}
