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
        database.cachedStatement(
          sql: Self.currentCaptures + " WHERE page.source = ? AND page.url = ?"),
        arguments: [source, url]
      ).map(StoredCapture.init)
    }
  }

  /// The current captures of a source, by address.
  func current(source: String) throws(PageArchiveError) -> [String: StoredCapture] {
    try reading { database in
      let captures = try Row.fetchAll(
        database.cachedStatement(sql: Self.currentCaptures + " WHERE page.source = ?"),
        arguments: [source]
      ).map(StoredCapture.init)
      return Dictionary(captures.map { ($0.url, $0) }, uniquingKeysWith: { one, _ in one })
    }
  }

  /// Another source that has asked for an address, or asked whether it has changed, since a time.
  func source(
    thatAskedFor url: String, since begin: Timestamp, otherThan source: String
  ) throws(PageArchiveError) -> String? {
    try reading { database in
      try String.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT page.source FROM capture JOIN page ON page.capture = capture.id
            WHERE capture.url = ? AND page.checkedAt >= ? AND page.source NOT IN ('', ?)
            ORDER BY page.checkedAt DESC LIMIT 1
            """),
        arguments: [url, begin.secondsSinceEpoch, source])
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

  /// How long what a page stated is kept after it is gone: a cycle of recruitment and some weeks.
  private static let cycle = 400 * 86_400

  /// The pages of a source that are gone, with their last capture that holds a page.
  func gonePages(
    source: String
  ) throws(PageArchiveError) -> [GonePage] {
    try reading { database in
      try Row.fetchAll(
        database,
        sql: """
          WITH gone AS (
            SELECT page.url, page.checkedAt, capture.status AS now, (
              SELECT max(id) FROM capture AS good
              WHERE good.source = page.source AND good.url = page.url AND good.status = 200
            ) AS good
            FROM page JOIN capture ON capture.id = page.capture
            WHERE page.source = ?1 AND capture.status <> 200
          )
          SELECT capture.*, capture.fetchedAt AS checkedAt, NULL AS etag, NULL AS lastModified, (
            SELECT min(fetchedAt) FROM capture AS bad
            WHERE bad.source = ?1 AND bad.url = gone.url AND bad.id > gone.good
          ) AS since, gone.now
          FROM gone JOIN capture ON capture.id = gone.good
          WHERE gone.checkedAt - since < ?2 ORDER BY capture.url
          """,
        arguments: [source, Self.cycle]
      ).map { row in
        GonePage(
          last: StoredCapture(row), since: Timestamp(secondsSinceEpoch: row["since"]),
          isRedirect: (300..<400).contains(row["now"] as Int))
      }
    }
  }

  /// The earlier captures of a source's pages that hold another page than now, by address, the latest first.
  ///
  /// The cycle is counted from when a page was replaced: a guideline may have stood unchanged for years.
  func earlierPages(source: String) throws(PageArchiveError) -> [StoredCapture] {
    try reading { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT capture.*, capture.fetchedAt AS checkedAt, NULL AS etag, NULL AS lastModified
          FROM page JOIN capture AS now ON now.id = page.capture
          JOIN capture ON capture.source = page.source AND capture.url = page.url
            AND capture.id < page.capture
          WHERE page.source = ? AND capture.status = 200 AND capture.sha256 <> now.sha256
            AND page.checkedAt - (
              SELECT next.fetchedAt FROM capture AS next
              WHERE next.source = capture.source AND next.url = capture.url
                AND next.id > capture.id ORDER BY next.id LIMIT 1
            ) < ?
          ORDER BY capture.url, capture.id DESC
          """,
        arguments: [source, Self.cycle]
      ).map(StoredCapture.init)
    }
  }

  /// The addresses of a source that fail now.
  func failures(source: String) throws(PageArchiveError) -> [PageFailure] {
    try reading { database in
      try Row.fetchAll(
        database.cachedStatement(sql: "SELECT * FROM failure WHERE source = ? ORDER BY at, url"),
        arguments: [source]
      ).map(PageFailure.init)
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

extension PageFailure {
  /// Reads a row of the catalogue.
  fileprivate init(_ row: Row) {
    self.init(
      url: row["url"], reason: row["reason"], since: Timestamp(secondsSinceEpoch: row["since"]),
      last: Timestamp(secondsSinceEpoch: row["at"]))
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
      states[source, default: SourceState(sourceID: source)].failures.append(PageFailure(row))
    }
    return states.values.sorted { $0.sourceID < $1.sourceID }
  }
}
