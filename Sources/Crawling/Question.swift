import PageArchive
import RecruitmentModel

/// A request that is to be made, and why it may be.
struct Question: Sendable {
  let address: WebAddress
  /// The source on whose behalf it is made; nil for robots.txt.
  let sourceID: String?
  /// Why it may be made: the line of robots.txt, or that there is none.
  let reason: String
  /// The header fields that ask for a content only if it has changed.
  let conditions: [HeaderField]
  /// The most bytes of content.
  let limit: Int
  var excess = HTTPFetcher.Excess.fails

  /// The line of the ledger for what came of it.
  func entry(_ result: Result<HTTPAnswer, FetchFailure>, at date: Timestamp) -> RequestEntry {
    var entry = RequestEntry(
      host: address.authority, url: address.description, sourceID: sourceID, at: date,
      reason: reason)
    switch result {
    case .success(let answer):
      entry.status = answer.status
      entry.bytes = answer.body.count
    case .failure(let failure): entry.problem = failure.description
    }
    return entry
  }
}
