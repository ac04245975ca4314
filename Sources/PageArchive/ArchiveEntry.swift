public import RecruitmentModel

/// Something that a writer keeps in the archive.
public enum ArchiveEntry: Sendable {
  /// An answer, which becomes the current one of its address.
  case capture(Capture)
  /// An answer that brings no new content: the server says that the stored capture is current (304), or
  /// sent the same content once more. It becomes a revisit record.
  case revisit(Capture, of: StoredCapture)
  /// A request, for the ledger.
  case request(RequestEntry)
  /// That a host asks to be left alone until a time.
  case rest(host: String, until: Timestamp)
  /// That an address is another one of a page that is kept under its own, and is no page any more.
  case forgotten(url: String, sourceID: String)
  /// That an address could not be fetched; its current capture stays what it is. `since` is when it failed first,
  /// where that was forgotten since an answer came that turned out to lead nowhere.
  case failure(
    url: String, sourceID: String?, at: Timestamp, reason: String, since: Timestamp? = nil)
}
