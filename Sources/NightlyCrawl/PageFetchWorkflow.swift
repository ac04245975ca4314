public import Crawling
import Foundation
import PageArchive
import RecruitmentModel
import Workflows

/// Fetches one page as the crawl would, for looking at it.
public struct PageFetchWorkflow: Sendable {
  /// What came.
  public struct Page: Sendable {
    /// The address, after redirects.
    public var url: String
    /// The bytes.
    public var bytes: [UInt8]
    /// The header Content-Type.
    public var contentType: String?
  }

  /// Why nothing came.
  public struct Failure: Error, Sendable {
    /// The address.
    public let url: String
    /// The reason, in words.
    public let reason: String
  }

  private let settings: CrawlSettings

  /// Makes the workflow.
  public init(settings: CrawlSettings) {
    var settings = settings
    settings.maximumDepth = 0
    settings.pagesPerTarget = 1
    self.settings = settings
  }

  /// Fetches a page; robots.txt and the refusal of private addresses hold here too.
  public func page(at url: String) async throws -> Page {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "progsearch-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let archive = try PageArchive(directory: folder.path, access: .readWrite)
    let crawler = Crawler(settings: settings, archive: archive) {
      Timestamp(secondsSinceEpoch: Int(Date().timeIntervalSince1970))
    }
    let target = CrawlTarget(id: "page", startPages: [url])
    let report = try await crawler.crawl([target], links: { _ in [] })
    if let capture = try archive.pages(ofSource: target.id).first {
      return Page(
        url: capture.url, bytes: try archive.body(of: capture), contentType: capture.contentType)
    }
    let outcome = report.targets.first?.visits.last?.outcome
    throw Failure(url: url, reason: outcome.map { "\($0)" } ?? "the address cannot be fetched")
  }
}
