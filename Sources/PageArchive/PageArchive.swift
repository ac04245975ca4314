public import Foundation
public import RecruitmentModel
import Synchronization

/// An append-only store of what was fetched: WARC 1.1 files, and a catalogue of them in SQLite.
///
/// A capture is synced to its WARC file before the catalogue knows of it, so whatever the catalogue
/// names can be read, at every moment and after every crash. One process writes; any number read.
public final class PageArchive: Sendable {
  /// What an archive is opened for.
  public enum Access: Sendable {
    /// Reading what is there.
    case readOnly
    /// Reading, and being the only one who writes.
    case readWrite
  }

  let directory: ArchiveDirectory
  let catalogue: Catalogue
  private let writer: Mutex<WARCWriter?>

  /// Opens the archive in a directory; whoever writes makes it where it is missing.
  ///
  /// `program` names the writer in the WARC files, as `name/version`; requests that are old `now` are forgotten.
  public init(
    directory path: String, access: Access, program: String = "progsearch",
    now: Timestamp = Timestamp(secondsSinceEpoch: Int(Date().timeIntervalSince1970))
  ) throws(PageArchiveError) {
    directory = ArchiveDirectory(path: path)
    switch access {
    case .readOnly:
      guard directory.hasCatalogue else { throw .notFound(directory: path) }
      writer = Mutex(nil)
      catalogue = try Catalogue(directory, readOnly: true)
    case .readWrite:
      try directory.create()
      let writer = try WARCWriter(directory, program: program)
      catalogue = try Catalogue(directory, readOnly: false)
      try catalogue.noteWhole(writer.removeTornTails(known: catalogue.ends()))
      try catalogue.forgetOldRequests(at: now)
      self.writer = Mutex(writer)
    }
  }

  /// Keeps entries, in their order.
  ///
  /// What goes into the WARC files has reached the disk before the catalogue takes the entries, all of them or
  /// none. Many at once cost little more than one.
  public func keep(_ entries: [ArchiveEntry]) throws(PageArchiveError) {
    try writer.withLock { (writer) throws(PageArchiveError) in
      guard let places = try writer?.append(entries) else {
        throw .readOnly(directory: directory.path)
      }
      try catalogue.enter(Array(zip(entries, places)))
    }
  }

  /// After so long a crawl that was stopped is not gone on with: what it found is a night old.
  private static let longestCrawl = 18 * 3600

  /// Notes that a crawl begins.
  ///
  /// Returns when the one began that was stopped before it came to its end and is to be gone on with; nil where
  /// there is none.
  public func beginCrawl(at now: Timestamp) throws(PageArchiveError) -> Timestamp? {
    let oldest = Timestamp(secondsSinceEpoch: now.secondsSinceEpoch - Self.longestCrawl)
    return try catalogue.beginCrawl(at: now, notBefore: oldest)
  }

  /// Notes that a crawl has come to its end, with all that is made of it.
  public func endCrawl() throws(PageArchiveError) { try catalogue.endCrawl() }

  /// Keeps a capture, which becomes the current one of its address.
  public func store(_ capture: Capture) throws(PageArchiveError) { try keep([.capture(capture)]) }
}
