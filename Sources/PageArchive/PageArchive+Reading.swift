import Foundation
public import RecruitmentModel

extension PageArchive {
  /// The current capture of an address for a source.
  public func latest(url: String, sourceID: String?) throws(PageArchiveError) -> StoredCapture? {
    try catalogue.current(url: url, source: sourceID ?? "")
  }

  /// Another source on whose behalf an address was asked for since a time, whatever came; nil where there is none.
  ///
  /// That it has not changed (304) counts too.
  public func source(
    thatAskedFor url: String, since begin: Timestamp, otherThan sourceID: String
  ) throws(PageArchiveError) -> String? {
    try catalogue.source(thatAskedFor: url, since: begin, otherThan: sourceID)
  }

  /// The current captures of a source, by their addresses.
  public func latest(
    ofSource sourceID: String
  ) throws(PageArchiveError) -> [String: StoredCapture] {
    try catalogue.current(source: sourceID)
  }

  /// All captures of an address that hold a page (status 200), older versions too, the latest first.
  ///
  /// Of each, `checkedAt` is the time when it was fetched, and there are no validators.
  public func captures(ofURL url: String) throws(PageArchiveError) -> [StoredCapture] {
    try catalogue.captures(url: url)
  }

  /// The current captures of a source that are pages (status 200), ordered by address.
  ///
  /// An address that has since turned into a redirect or is gone is not among them. One that no
  /// crawl has reached lately still is; its `checkedAt` tells.
  public func pages(ofSource sourceID: String) throws(PageArchiveError) -> [StoredCapture] {
    try catalogue.pages(source: sourceID)
  }

  /// The pages of a source that are gone, or now lead elsewhere.
  ///
  /// Those that went longer ago than a cycle are left out.
  public func gonePages(
    ofSource sourceID: String
  ) throws(PageArchiveError) -> [GonePage] {
    try catalogue.gonePages(source: sourceID)
  }

  /// What stood at the addresses of a source's pages before they had what they have now, within a cycle: the
  /// captures by address, the latest first.
  public func earlierPages(ofSource sourceID: String) throws(PageArchiveError) -> [StoredCapture] {
    try catalogue.earlierPages(source: sourceID)
  }

  /// The addresses of a source that fail now.
  public func failures(ofSource sourceID: String) throws(PageArchiveError) -> [PageFailure] {
    try catalogue.failures(source: sourceID)
  }

  /// What the archive knows of every source that it has ever been told of, by identifier.
  public func sourceStates() throws(PageArchiveError) -> [SourceState] {
    try catalogue.sourceStates()
  }

  /// What was asked of a host, the oldest first; the host with its port unless that is the default.
  public func requests(toHost host: String) throws(PageArchiveError) -> [RequestEntry] {
    try catalogue.requests(host: host)
  }

  /// When a host was last asked, in this crawl or before; nil where it never was.
  public func lastRequest(toHost host: String) throws(PageArchiveError) -> Timestamp? {
    try catalogue.lastRequest(host: host)
  }

  /// Until when a host asks to be left alone; nil where it never did.
  public func rest(ofHost host: String) throws(PageArchiveError) -> Timestamp? {
    try catalogue.rest(host: host)
  }

  /// The hosts that were asked, with how often.
  public func askedHosts() throws(PageArchiveError) -> [(host: String, requests: Int)] {
    try catalogue.askedHosts()
  }

  /// The content of a capture, checked against its digest.
  public func body(of capture: StoredCapture) throws(PageArchiveError) -> [UInt8] {
    try content(of: capture).body
  }

  /// The header fields of a capture, as they are stored.
  public func headers(of capture: StoredCapture) throws(PageArchiveError) -> [HeaderField] {
    try message(of: capture).headers
  }

  /// The header fields of a capture, as they are stored, and its content, checked against its digest.
  public func content(
    of capture: StoredCapture
  ) throws(PageArchiveError) -> (headers: [HeaderField], body: [UInt8]) {
    let content = try message(of: capture)
    guard ContentDigest(of: content.body) == capture.digest else {
      throw damage(at: capture.place)
    }
    return content
  }

  private func message(of capture: StoredCapture) throws(PageArchiveError)
    -> (headers: [HeaderField], body: [UInt8])
  {
    let place = capture.place
    let file = try OpenFile(directory.file(place.file), flags: O_RDONLY)
    guard place.offset >= 0, place.length > 0, try file.size() >= place.offset + place.length else {
      throw damage(at: place)
    }
    let record = try file.read(place.length, at: place.offset)
    guard WARCScanner.recordLength(record) == place.length,
      let head = HTTPMessage.endOfHead(in: record[...]),
      let message = HTTPMessage.parse(record[head..<record.endIndex - 4])
    else { throw damage(at: place) }
    return message
  }

  private func damage(at place: RecordPlace) -> PageArchiveError {
    .damaged(file: directory.file(place.file), offset: place.offset)
  }
}
