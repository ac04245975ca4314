import GRDB
import RecruitmentModel

extension Catalogue {
  /// Enters a capture as the current one of its address.
  func enter(_ capture: Capture, digest: ContentDigest, at place: RecordPlace)
    throws(PageArchiveError)
  {
    let source = capture.sourceID ?? ""
    try writing { database in
      try Self.insert(capture, digest, place, into: database)
      let validators = Validators(headers: capture.headers)
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO page (source, url, capture, checkedAt, etag, lastModified)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          source, capture.url, database.lastInsertedRowID, capture.fetchedAt.secondsSinceEpoch,
          validators.etag, validators.lastModified,
        ])
      try Self.forgetFailure(source, capture.url, in: database)
    }
  }

  /// Notes that the current capture of an address is still what the server has.
  func confirm(url: String, source: String, at date: Timestamp, validators: Validators)
    throws(PageArchiveError)
  {
    try writing { database in
      try database.execute(
        sql: """
          UPDATE page SET checkedAt = max(checkedAt, ?), etag = coalesce(?, etag),
            lastModified = coalesce(?, lastModified)
          WHERE source = ? AND url = ?
          """,
        arguments: [
          date.secondsSinceEpoch, validators.etag, validators.lastModified, source, url,
        ])
      try Self.forgetFailure(source, url, in: database)
    }
  }

  /// Notes a failure; the first one in a row says since when.
  func enterFailure(url: String, source: String, at date: Timestamp, reason: String)
    throws(PageArchiveError)
  {
    try writing { database in
      try database.execute(
        sql: """
          INSERT INTO failure (source, url, since, at, reason) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (source, url) DO UPDATE SET at = excluded.at, reason = excluded.reason
          """,
        arguments: [source, url, date.secondsSinceEpoch, date.secondsSinceEpoch, reason])
    }
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
    _ capture: Capture, _ digest: ContentDigest, _ place: RecordPlace, into database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO capture (source, url, fetchedAt, status, contentType, location, sha256,
          allowedBy, depth, referrer, linkText, file, offset, length)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        capture.sourceID ?? "", capture.url, capture.fetchedAt.secondsSinceEpoch, capture.status,
        capture.headers.firstValue(of: "Content-Type"),
        capture.headers.firstValue(of: "Location"), digest.hexadecimal, capture.origin.allowedBy,
        capture.origin.depth, capture.origin.referrer, capture.origin.linkText, place.file,
        place.offset, place.length,
      ])
  }

  private static func forgetFailure(_ source: String, _ url: String, in database: Database) throws {
    try database.execute(
      sql: "DELETE FROM failure WHERE source = ? AND url = ?", arguments: [source, url])
  }
}
