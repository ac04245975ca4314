import Crawling
import DocumentParsing
import DomainLexicon
import PageArchive
import PageWorkflows
import RecruitmentModel
import Workflows

/// Finds the links of a page that are worth following; of an unchanged page they are known.
struct LinkFinder: Sendable {
  private let reader: DocumentReader
  private let judge: LinkJudge
  private let cache: ReadingCache?

  /// Makes a finder; what it found comes from the cache the next time, if there is one.
  init(_ lexicon: Lexicon, cache: ReadingCache?) throws(WorkflowError) {
    do { reader = try DocumentReader() } catch { throw .fault("\(error)") }
    judge = LinkJudge(lexicon)
    self.cache = cache
  }

  /// The links of a page, the best first; none where the page forbids to follow them.
  func links(in page: FetchedPage) -> [ProposedLink] {
    let digest = ContentDigest(of: page.body).hexadecimal
    let key = (["links", digest, page.contentType ?? ""] + page.robotsTags).joined(separator: "\n")
    if let bytes = cache?.value(for: key),
      let known = try? RecordCoding.values([Kept].self, inJSONLines: bytes).first?.value
    {
      return known.map { ProposedLink(url: $0.url, text: $0.text, score: $0.score) }
    }
    let found = find(in: page)
    let kept = found.map { Kept(url: $0.url, text: $0.text, score: $0.score) }
    if let json = try? RecordCoding.jsonLine(kept) { cache?.keep(Array(json.utf8), for: key) }
    return found
  }

  private func find(in page: FetchedPage) -> [ProposedLink] {
    guard PageDirectives(tags: page.robotsTags, body: page.body).allowsFollowing else { return [] }
    let locations = Sitemap.locations(in: page.body)
    guard locations.isEmpty else {
      return locations.compactMap { judge.proposal(forLocation: $0) }
        .sorted { $0.score > $1.score }
    }
    return document(of: page).map { judge.proposals(in: $0) } ?? []
  }

  /// The page with its links; what the server calls HTML is read as that, however little it looks so.
  private func document(of page: FetchedPage) -> ParsedDocument? {
    if let document = reader.page(from: page.body, contentType: page.contentType) {
      return document
    }
    guard page.contentType?.lowercased().hasPrefix("text/html") == true else { return nil }
    return reader.page(from: Array("<html>".utf8) + page.body, contentType: page.contentType)
  }

  /// A link as the cache has it.
  private struct Kept: Codable {
    let url: String
    let text: String
    let score: Double
  }
}
