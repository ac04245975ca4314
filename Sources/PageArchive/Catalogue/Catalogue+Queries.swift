import GRDB
import RecruitmentModel

extension Catalogue {
  private static let currentCaptures = """
    SELECT capture.*, page.checkedAt, page.etag, page.lastModified
    FROM page JOIN capture ON capture.id = page.capture
    """

  /// The current capture of an address.
  func current(url: String, source: String) throws(PageArchiveError) -> StoredCapture? {
    try reading { database in
      try Row.fetchOne(
        database, sql: Self.currentCaptures + " WHERE page.source = ? AND page.url = ?",
        arguments: [source, url]
      ).map(StoredCapture.init)
    }
  }

  /// The captures of an address that hold a page, the latest first.
  func captures(url: String) throws(PageArchiveError) -> [StoredCapture] {
    try reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT *, fetchedAt AS checkedAt, NULL AS etag, NULL AS lastModified FROM capture
          WHERE url = ? AND status = 200 ORDER BY id DESC
          """,
        arguments: [url]
      ).map(StoredCapture.init)
    }
  }

  /// The current captures of a source that are pages, by address.
  func pages(source: String) throws(PageArchiveError) -> [StoredCapture] {
    try reading { database in
      try Row.fetchAll(
        database,
        sql: Self.currentCaptures
          + " WHERE page.source = ? AND capture.status = 200 ORDER BY page.url",
        arguments: [source]
      ).map(StoredCapture.init)
    }
  }

  /// How much of each file is known to be whole.
  func ends() throws(PageArchiveError) -> [String: Int] {
    try reading { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT file, max(last) AS last FROM (
            SELECT file, max(offset + length) AS last FROM capture GROUP BY file
            UNION ALL SELECT name, length FROM warcFile
          ) GROUP BY file
          """)
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["file"], $0["last"]) })
    }
  }

  /// What is known of every source, by identifier.
  func sourceStates() throws(PageArchiveError) -> [SourceState] {
    try reading { database in
      let visits = try Row.fetchAll(
        database,
        sql: """
          SELECT page.source, max(page.checkedAt) AS last, sum(capture.status = 200) AS pages
          FROM page JOIN capture ON capture.id = page.capture
          WHERE page.source <> '' GROUP BY page.source
          """)
      let failures = try Row.fetchAll(
        database, sql: "SELECT * FROM failure WHERE source <> '' ORDER BY at, url")
      return SourceState.all(visits: visits, failures: failures)
    }
  }
}

extension StoredCapture {
  /// Reads a row of the catalogue.
  fileprivate init(_ row: Row) {
    let source: String = row["source"]
    self.init(
      url: row["url"], sourceID: source.isEmpty ? nil : source,
      fetchedAt: Timestamp(secondsSinceEpoch: row["fetchedAt"]),
      checkedAt: Timestamp(secondsSinceEpoch: row["checkedAt"]), status: row["status"],
      contentType: row["contentType"], location: row["location"],
      validators: Validators(etag: row["etag"], lastModified: row["lastModified"]),
      digest: ContentDigest(hexadecimal: row["sha256"]),
      origin: CaptureOrigin(
        allowedBy: row["allowedBy"], depth: row["depth"], referrer: row["referrer"],
        linkText: row["linkText"]),
      place: RecordPlace(file: row["file"], offset: row["offset"], length: row["length"]))
  }
}

extension SourceState {
  /// Joins what is known of pages with what is known of failures.
  fileprivate static func all(visits: [Row], failures: [Row]) -> [SourceState] {
    var states: [String: SourceState] = [:]
    for row in visits {
      let source: String = row["source"]
      states[source] = SourceState(
        sourceID: source, lastFetched: Timestamp(secondsSinceEpoch: row["last"]),
        pageCount: row["pages"], failures: [])
    }
    for row in failures {
      let source: String = row["source"]
      states[source, default: SourceState(sourceID: source)].failures.append(
        PageFailure(
          url: row["url"], reason: row["reason"],
          since: Timestamp(secondsSinceEpoch: row["since"]),
          last: Timestamp(secondsSinceEpoch: row["at"])))
    }
    return states.values.sorted { $0.sourceID < $1.sourceID }
  }
}
