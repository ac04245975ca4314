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
  private let access: Access
  let catalogue: Catalogue
  private let writer: Mutex<WARCWriter?>

  /// Opens the archive in a directory; whoever writes makes it where it is missing.
  ///
  /// `program` names the writer in the WARC files, as `name/version`.
  public init(directory path: String, access: Access, program: String = "progsearch")
    throws(PageArchiveError)
  {
    directory = ArchiveDirectory(path: path)
    self.access = access
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
      try catalogue.forgetOldRequests()
      self.writer = Mutex(writer)
    }
  }

  /// Keeps a capture, which becomes the current one of its address.
  public func store(_ capture: Capture) throws(PageArchiveError) {
    let digest = ContentDigest(of: capture.body)
    try writer.withLock { (writer) throws(PageArchiveError) in
      guard let place = try writer?.append(capture) else { throw readOnly }
      try catalogue.enter(capture, digest: digest, at: place)
    }
  }

  /// Notes that the server still has the current capture of an address, and its new validators.
  public func noteUnchanged(
    url: String, sourceID: String?, at date: Timestamp, validators: Validators = Validators()
  ) throws(PageArchiveError) {
    try checkWritable()
    try catalogue.confirm(url: url, source: sourceID ?? "", at: date, validators: validators)
  }

  /// Keeps an answer that brings no new content, as a revisit record: the server says that the
  /// stored capture is current (304), or sent the same content once more.
  public func storeRevisit(_ capture: Capture, of stored: StoredCapture) throws(PageArchiveError) {
    try writer.withLock { (writer) throws(PageArchiveError) in
      guard writer != nil else { throw readOnly }
      try writer?.append(revisit: capture, of: stored)
      try catalogue.confirm(
        url: stored.url, source: stored.sourceID ?? "", at: capture.fetchedAt,
        validators: Validators(headers: capture.headers))
    }
  }

  /// Notes a request in the ledger.
  public func noteRequest(_ entry: RequestEntry) throws(PageArchiveError) {
    try checkWritable()
    try catalogue.enter(entry)
  }

  /// Notes that an address could not be fetched; its current capture stays what it is.
  public func noteFailure(url: String, sourceID: String?, at date: Timestamp, reason: String)
    throws(PageArchiveError)
  {
    try checkWritable()
    try catalogue.enterFailure(url: url, source: sourceID ?? "", at: date, reason: reason)
  }

  private func checkWritable() throws(PageArchiveError) {
    if access == .readOnly { throw readOnly }
  }

  private var readOnly: PageArchiveError { .readOnly(directory: directory.path) }
}
