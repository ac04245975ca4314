import Foundation
import GRDB
import Synchronization

/// What was read from pages, so that an unchanged page is not read again.
///
/// It lies beside the catalogue and holds nothing that cannot be made again: it may be deleted at any
/// time. What another reader made, be it older or newer, counts as absent.
public final class ReadingCache: Sendable {
  /// After so many readings they are written; a run that is stopped reads those pages again.
  private static let mostPending = 256

  private let queue: DatabaseQueue
  private let reader: String
  /// What is not written yet, by digest of the key.
  private let pending = Mutex<[String: [UInt8]]>([:])
  /// What is there, so that nobody looks for what is not: most pages of a night that are read are new.
  private let known = Mutex(DigestSieve())

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
      let keys = try String.fetchCursor(database, sql: "SELECT key FROM reading")
      while let key = try keys.next() { known.withLock { $0.insert(key) } }
    }
  }

  deinit { flush() }

  /// What was read under a key; nil where nothing was.
  public func value(for key: String) -> [UInt8]? {
    let digest = Self.digest(key)
    guard known.withLock({ $0.mayHold(digest) }) else { return nil }
    if let value = pending.withLock({ $0[digest] }) { return value }
    // No transaction, and nothing to forbid: either would have the statement compiled anew each time.
    let data = try? queue.unsafeRead { database in
      try Data.fetchOne(
        database.cachedStatement(sql: "SELECT value FROM reading WHERE key = ?"),
        arguments: [digest])
    }
    return data.map { [UInt8]($0) }
  }

  /// Keeps what was read; where that fails, the page is read again the next time.
  public func keep(_ value: [UInt8], for key: String) {
    let digest = Self.digest(key)
    known.withLock { $0.insert(digest) }
    let isFull = pending.withLock { pending in
      pending[digest] = value
      return pending.count >= Self.mostPending
    }
    if isFull { flush() }
  }

  /// Writes what is not written yet.
  public func flush() {
    let readings = pending.withLock { $0 }
    guard !readings.isEmpty else { return }
    try? queue.write { database in
      for (digest, value) in readings {
        try database.execute(
          cached: "INSERT OR REPLACE INTO reading (key, reader, value) VALUES (?, ?, ?)",
          [digest, reader, Data(value)])
      }
    }
    // A reading stays in sight until it is written.
    pending.withLock { pending in
      for (digest, value) in readings where pending[digest] == value { pending[digest] = nil }
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

/// Tells of most digests that they are not among some, in little room however many these are.
struct DigestSieve {
  /// So many figures of a digest count, of four bits each.
  private static let figures = 5

  private var bits = [UInt64](repeating: 0, count: 1 << (4 * Self.figures - 6))

  /// Adds a digest, in hexadecimal.
  mutating func insert(_ digest: String) {
    let number = Self.number(of: digest)
    bits[number >> 6] |= 1 << UInt64(number & 63)
  }

  /// Whether a digest may be among those that were added; where not, it is not.
  func mayHold(_ digest: String) -> Bool {
    let number = Self.number(of: digest)
    return bits[number >> 6] & 1 << UInt64(number & 63) != 0
  }

  private static func number(of digest: String) -> Int {
    Int(digest.prefix(figures), radix: 16) ?? 0
  }
}
