import Crawling
import DocumentParsing
import DomainLexicon
import PageArchive
import PageWorkflows
import RecruitmentModel
import SourceRegistry
import Synchronization

/// Reads each page once, as it comes: which of its links are worth following, and what it states.
///
/// Both are kept in the cache of readings, where the assembly of the records finds what pages state. Of an
/// unchanged page both are known.
final class PageArrivals: Sendable {
  private let extraction: ExtractionWorkflow
  private let judge: LinkJudge
  private let cache: ReadingCache?
  private let sources: [String: SourceReading]
  /// What was read of each source, by digest: the same content at another address is the same page.
  private let contents = Mutex<[String: Set<ContentDigest>]>([:])
  private let pagesRead = Mutex(0)

  /// Makes the reader of a crawl.
  init(
    _ extraction: ExtractionWorkflow, _ lexicon: Lexicon, cache: ReadingCache?, of sources: [Source]
  ) {
    self.extraction = extraction
    self.cache = cache
    judge = LinkJudge(lexicon)
    self.sources = Dictionary(
      sources.map { ($0.id, SourceReading(extraction, cache: cache, source: $0)) },
      uniquingKeysWith: { one, _ in one })
  }

  /// How many pages were read for what they state.
  var count: Int { pagesRead.withLock { $0 } }

  /// Reads a page; the links that are worth following, the best first, none where the page forbids that.
  func links(in page: FetchedPage) async -> [ProposedLink] {
    let key = key(of: page)
    let known = page.isLast ? [] : knownLinks(key)
    let reading = isNew(page) ? sources[page.targetID] : nil
    if let known, !page.isLast || reading?.knows(head(of: page)) ?? true { return known }
    let directives = PageDirectives(tags: page.robotsTags, body: page.body)
    let glance = extraction.glance(at: page.body, contentType: page.contentType)
    var links: [ProposedLink] = []
    if !page.isLast {
      // The links of a page that stands for another, which is not to be had, are none of that one.
      if directives.allowsFollowing, !(glance.map(extraction.isErrorPage) ?? false) {
        links = [directives.refresh].compactMap(\.self).map {
          ProposedLink(url: $0, text: "", score: LinkJudge.scoreOfPart)
        }
        links += find(in: page, glance)
      }
      keep(links, key)
    }
    if let reading, await reading.read(head(of: page), page.body, directives, glance: glance) {
      pagesRead.withLock { $0 += 1 }
    }
    return links
  }

  private func isNew(_ page: FetchedPage) -> Bool {
    contents.withLock { $0[page.targetID, default: []].insert(page.digest).inserted }
  }

  private func head(of page: FetchedPage) -> SourceReading.Head {
    SourceReading.Head(
      url: page.url, fetchedAt: page.fetchedAt, digest: page.digest, contentType: page.contentType)
  }

  private func find(in page: FetchedPage, _ glance: PageGlance?) -> [ProposedLink] {
    let locations = Sitemap.locations(in: page.body)
    guard locations.isEmpty else {
      return locations.compactMap { judge.proposal(forLocation: $0) }
        .sorted { $0.score > $1.score }
    }
    guard let glance = glance ?? claimedPage(page) else { return [] }
    let links = judge.proposals(in: glance.links)
    guard let base = glance.base.flatMap({ base(named: $0, of: page) }) else { return links }
    return links.compactMap { link in
      WebAddress(link.url, relativeTo: base).map {
        ProposedLink(url: $0.description, text: link.text, score: link.score)
      }
    }
  }

  /// The address that a page names for its links to be relative to.
  private func base(named name: String, of page: FetchedPage) -> WebAddress? {
    WebAddress(page.url).flatMap { WebAddress(name, relativeTo: $0) }
  }

  /// What the server calls HTML is parsed as that, however little it looks so.
  private func claimedPage(_ page: FetchedPage) -> PageGlance? {
    guard page.contentType?.lowercased().hasPrefix("text/html") == true else { return nil }
    return extraction.glance(
      at: Array("<html>".utf8) + page.body, contentType: page.contentType)
  }

  // MARK: What is known

  private func key(of page: FetchedPage) -> String {
    (["links", page.url, page.digest.hexadecimal, page.contentType ?? ""] + page.robotsTags)
      .joined(separator: "\n")
  }

  private func knownLinks(_ key: String) -> [ProposedLink]? {
    cache?.value(for: key).flatMap {
      try? RecordCoding.values([Kept].self, inJSONLines: $0).first?.value
    }?.map { ProposedLink(url: $0.url, text: $0.text, score: $0.score) }
  }

  private func keep(_ links: [ProposedLink], _ key: String) {
    let kept = links.map { Kept(url: $0.url, text: $0.text, score: $0.score) }
    if let json = try? RecordCoding.jsonLine(kept) { cache?.keep(Array(json.utf8), for: key) }
  }

  /// A link as the cache has it.
  private struct Kept: Codable {
    let url: String
    let text: String
    let score: Double
  }
}
