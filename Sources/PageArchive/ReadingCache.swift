import Foundation
import GRDB
import Synchronization

/// What was read from pages, so that an unchanged page is not read again.
///
/// It lies beside the catalogue and holds nothing that cannot be made again: it may be deleted at any
/// time. What another reader made, be it older or newer, counts as absent.
public final class ReadingCache: Sendable {
  private let queue: DatabaseQueue
  private let reader: String

  /// Opens the cache of an archive for a version of the reader.
  ///
  /// A cache that is damaged is made anew; nil where the folder cannot be written.
  public init?(directory: String, reader: String) {
    let path = directory + "/readings.sqlite"
    self.reader = reader
    if let queue = try? Self.open(path) {
      self.queue = queue
    } else {
      for suffix in ["", "-wal", "-shm", "-journal"] {
        try? FileManager.default.removeItem(atPath: path + suffix)
      }
      guard let queue = try? Self.open(path) else { return nil }
      self.queue = queue
    }
    try? queue.write { [reader] database in
      try database.execute(sql: "DELETE FROM reading WHERE reader <> ?", arguments: [reader])
    }
  }

  /// What was read under a key; nil where nothing was.
  public func value(for key: String) -> [UInt8]? {
    let data = try? queue.read { database in
      try Data.fetchOne(
        database, sql: "SELECT value FROM reading WHERE key = ?", arguments: [Self.digest(key)])
    }
    return data.map { [UInt8]($0) }
  }

  /// Keeps what was read; where that fails, the page is read again the next time.
  public func keep(_ value: [UInt8], for key: String) {
    try? queue.write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO reading (key, reader, value) VALUES (?, ?, ?)",
        arguments: [Self.digest(key), reader, Data(value)])
    }
  }

  private static func digest(_ key: String) -> String {
    ContentDigest(of: Array(key.utf8)).hexadecimal
  }

  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      // Nothing is lost with it, so that nothing need be waited for.
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA synchronous = OFF")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { database in
      try database.execute(
        sql: """
          CREATE TABLE IF NOT EXISTS reading (
            key TEXT PRIMARY KEY, reader TEXT NOT NULL, value BLOB NOT NULL
          ) STRICT
          """)
      _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM reading")
    }
    return queue
  }
}
