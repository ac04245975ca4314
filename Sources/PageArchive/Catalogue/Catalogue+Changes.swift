import GRDB
import RecruitmentModel

extension Catalogue {
  /// Enters what is kept, all of it or nothing; captures have a place in the files.
  func enter(_ entries: [(entry: ArchiveEntry, place: RecordPlace?)]) throws(PageArchiveError) {
    try writing { database in
      for (entry, place) in entries { try Self.enter(entry, at: place, into: database) }
    }
  }

  private static func enter(
    _ entry: ArchiveEntry, at place: RecordPlace?, into database: Database
  ) throws {
    switch entry {
    case .capture(let capture):
      if let place { try enter(capture, at: place, into: database) }
    case .revisit(let capture, let stored):
      try confirm(
        url: stored.url, source: stored.sourceID ?? "", at: capture.fetchedAt,
        Validators(headers: capture.headers), in: database)
    case .request(let request): try enter(request, into: database)
    case .rest(let host, let end):
      try database.execute(
        cached: "INSERT OR REPLACE INTO rest (host, until) VALUES (?, ?)",
        [host, end.secondsSinceEpoch])
    case .forgotten(let url, let source):
      try database.execute(
        cached: "DELETE FROM page WHERE source = ? AND url = ?", [source, url])
      try forgetFailure(source, url, in: database)
    case .failure(let url, let source, let date, let reason, let since):
      try enterFailure(
        url: url, source: source ?? "", at: date, since: since ?? date, reason: reason,
        into: database)
    }
  }

  /// Enters a capture as the current one of its address.
  private static func enter(
    _ capture: Capture, at place: RecordPlace, into database: Database
  ) throws {
    let source = capture.sourceID ?? ""
    try insert(capture, place, into: database)
    let validators = Validators(headers: capture.headers)
    try database.execute(
      cached: """
        INSERT OR REPLACE INTO page (source, url, capture, checkedAt, etag, lastModified)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      [
        source, capture.url, database.lastInsertedRowID, capture.fetchedAt.secondsSinceEpoch,
        validators.etag, validators.lastModified,
      ])
    try forgetFailure(source, capture.url, in: database)
  }

  /// Notes that the current capture of an address is still what the server has.
  private static func confirm(
    url: String, source: String, at date: Timestamp, _ validators: Validators,
    in database: Database
  ) throws {
    try database.execute(
      cached: """
        UPDATE page SET checkedAt = max(checkedAt, ?), etag = coalesce(?, etag),
          lastModified = coalesce(?, lastModified)
        WHERE source = ? AND url = ?
        """,
      [date.secondsSinceEpoch, validators.etag, validators.lastModified, source, url])
    try forgetFailure(source, url, in: database)
  }

  /// Notes a failure; the first one in a row says since when.
  private static func enterFailure(
    url: String, source: String, at date: Timestamp, since: Timestamp, reason: String,
    into database: Database
  ) throws {
    try database.execute(
      cached: """
        INSERT INTO failure (source, url, since, at, reason) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (source, url) DO UPDATE SET at = excluded.at, reason = excluded.reason
        """,
      [source, url, since.secondsSinceEpoch, date.secondsSinceEpoch, reason])
  }

  /// Notes how much of each file is whole, so that it need not be looked through again.
  func noteWhole(_ lengths: [String: Int]) throws(PageArchiveError) {
    try writing { database in
      for (name, length) in lengths {
        try database.execute(
          sql: "INSERT OR REPLACE INTO warcFile (name, length) VALUES (?, ?)",
          arguments: [name, length])
      }
    }
  }

  private static func insert(
    _ capture: Capture, _ place: RecordPlace, into database: Database
  ) throws {
    try database.execute(
      cached: """
        INSERT INTO capture (source, url, fetchedAt, status, contentType, location, sha256,
          allowedBy, depth, referrer, linkText, file, offset, length)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      [
        capture.sourceID ?? "", capture.url, capture.fetchedAt.secondsSinceEpoch, capture.status,
        capture.headers.firstValue(of: "Content-Type"),
        capture.headers.firstValue(of: "Location"), capture.digest.hexadecimal,
        capture.origin.allowedBy,
        capture.origin.depth, capture.origin.referrer, capture.origin.linkText, place.file,
        place.offset, place.length,
      ])
  }

  private static func forgetFailure(_ source: String, _ url: String, in database: Database) throws {
    try database.execute(
      cached: "DELETE FROM failure WHERE source = ? AND url = ?", [source, url])
  }
}

extension Database {
  /// Executes a statement that is prepared once.
  func execute(cached sql: String, _ arguments: StatementArguments) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
