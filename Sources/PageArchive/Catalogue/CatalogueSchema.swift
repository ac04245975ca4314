import GRDB

/// The tables of the catalogue.
///
/// `capture` is the history; `page` points at the capture of each address that is current, and
/// `failure` holds what has gone wrong since. `request` is the
/// ledger, `rest` holds how long hosts asked to be left alone, `crawl` the begin of the crawl that has not come
/// to its end, and `warcFile` says how much of each file was found whole. A source of '' stands for none.
enum CatalogueSchema {
  /// The migrations, oldest first; a published one never changes.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("captures, pages and failures") { database in
      try database.execute(sql: captures)
      try database.execute(sql: pages)
      try database.execute(sql: failures)
    }
    migrator.registerMigration("requests and files") { database in
      try database.execute(sql: requests)
      try database.execute(sql: files)
    }
    migrator.registerMigration("captures by address") { database in
      try database.execute(sql: "CREATE INDEX captureAddress ON capture (url, source)")
    }
    migrator.registerMigration("rests and crawls") { database in
      try database.execute(sql: rests)
      try database.execute(sql: crawls)
    }
    return migrator
  }

  private static let requests = """
    CREATE TABLE request (
      id INTEGER PRIMARY KEY,
      host TEXT NOT NULL,
      url TEXT NOT NULL,
      source TEXT,
      at INTEGER NOT NULL,
      reason TEXT NOT NULL,
      status INTEGER,
      bytes INTEGER,
      problem TEXT
    ) STRICT;
    CREATE INDEX requestHost ON request (host, at);
    """

  private static let files = """
    CREATE TABLE warcFile (name TEXT PRIMARY KEY, length INTEGER NOT NULL) STRICT;
    """

  private static let rests = """
    CREATE TABLE rest (host TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT;
    """

  private static let crawls = """
    CREATE TABLE crawl (began INTEGER NOT NULL) STRICT;
    """

  private static let captures = """
    CREATE TABLE capture (
      id INTEGER PRIMARY KEY,
      source TEXT NOT NULL,
      url TEXT NOT NULL,
      fetchedAt INTEGER NOT NULL,
      status INTEGER NOT NULL,
      contentType TEXT,
      location TEXT,
      sha256 TEXT NOT NULL,
      allowedBy TEXT,
      depth INTEGER NOT NULL,
      referrer TEXT,
      linkText TEXT,
      file TEXT NOT NULL,
      offset INTEGER NOT NULL,
      length INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX captureEnd ON capture (file, offset, length);
    """

  private static let pages = """
    CREATE TABLE page (
      source TEXT NOT NULL,
      url TEXT NOT NULL,
      capture INTEGER NOT NULL REFERENCES capture (id),
      checkedAt INTEGER NOT NULL,
      etag TEXT,
      lastModified TEXT,
      PRIMARY KEY (source, url)
    ) STRICT, WITHOUT ROWID;
    """

  private static let failures = """
    CREATE TABLE failure (
      source TEXT NOT NULL,
      url TEXT NOT NULL,
      since INTEGER NOT NULL,
      at INTEGER NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (source, url)
    ) STRICT, WITHOUT ROWID;
    """
}
