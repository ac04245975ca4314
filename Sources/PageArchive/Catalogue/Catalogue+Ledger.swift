import GRDB
import RecruitmentModel

extension Catalogue {
  /// How long requests are remembered: a season, and what a webmaster may still ask about.
  private static let memory = 100 * 86_400

  /// Enters a request.
  static func enter(_ entry: RequestEntry, into database: Database) throws {
    try database.execute(
      cached: """
        INSERT INTO request (host, url, source, at, reason, status, bytes, problem)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      [
        entry.host, entry.url, entry.sourceID, entry.at.secondsSinceEpoch, entry.reason,
        entry.status, entry.bytes, entry.problem,
      ])
  }

  /// Forgets the requests that are older than the memory reaches back from now.
  ///
  /// The latest request does not tell when that is: it may be of a crawl under a clock that was ahead.
  func forgetOldRequests(at now: Timestamp) throws(PageArchiveError) {
    try writing { database in
      try database.execute(
        sql: "DELETE FROM request WHERE at < ?",
        arguments: [now.secondsSinceEpoch - Self.memory])
    }
  }

  /// The requests to a host, the oldest first.
  func requests(host: String) throws(PageArchiveError) -> [RequestEntry] {
    try reading { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM request WHERE host = ? ORDER BY id", arguments: [host]
      ).map { row in
        var entry = RequestEntry(
          host: row["host"], url: row["url"], sourceID: row["source"],
          at: Timestamp(secondsSinceEpoch: row["at"]), reason: row["reason"])
        entry.status = row["status"]
        entry.bytes = row["bytes"]
        entry.problem = row["problem"]
        return entry
      }
    }
  }

  /// When a host was last asked; lines that say what was not asked do not count.
  func lastRequest(host: String) throws(PageArchiveError) -> Timestamp? {
    try reading { database in
      try Int.fetchOne(
        database.cachedStatement(
          sql: "SELECT max(at) FROM request WHERE host = ? AND problem IS NOT ?"),
        arguments: [host, RequestEntry.notAsked]
      ).map(Timestamp.init(secondsSinceEpoch:))
    }
  }

  /// Until when a host asks to be left alone.
  func rest(host: String) throws(PageArchiveError) -> Timestamp? {
    try reading { database in
      try Int.fetchOne(
        database.cachedStatement(sql: "SELECT until FROM rest WHERE host = ?"),
        arguments: [host]
      ).map(Timestamp.init(secondsSinceEpoch:))
    }
  }

  /// Notes that a crawl begins; where one was begun and not ended, says when, and leaves it at that.
  func beginCrawl(
    at now: Timestamp, notBefore oldest: Timestamp
  ) throws(PageArchiveError) -> Timestamp? {
    try writing { database in
      let began = try Int.fetchOne(database, sql: "SELECT max(began) FROM crawl")
      if let began, (oldest.secondsSinceEpoch...now.secondsSinceEpoch).contains(began) {
        return Timestamp(secondsSinceEpoch: began)
      }
      try database.execute(sql: "DELETE FROM crawl")
      try database.execute(
        sql: "INSERT INTO crawl (began) VALUES (?)", arguments: [now.secondsSinceEpoch])
      return nil
    }
  }

  /// Notes that a crawl has come to its end.
  func endCrawl() throws(PageArchiveError) {
    try writing { try $0.execute(sql: "DELETE FROM crawl") }
  }

  /// The hosts that were asked, with how often.
  func askedHosts() throws(PageArchiveError) -> [(host: String, requests: Int)] {
    try reading { database in
      try Row.fetchAll(
        database, sql: "SELECT host, count(*) AS requests FROM request GROUP BY host ORDER BY host"
      ).map { ($0["host"], $0["requests"]) }
    }
  }
}
