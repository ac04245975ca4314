import GRDB
import RecruitmentModel

/// The SQLite database that says what lies where in the WARC files.
struct Catalogue: Sendable {
  /// How long a reader waits for a writer, and the other way round.
  private static let patience = 10.0

  private let pool: DatabasePool

  /// Opens the catalogue of a directory; a writer makes it where it is missing.
  init(_ directory: ArchiveDirectory, readOnly: Bool) throws(PageArchiveError) {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(Self.patience)
    let path = directory.cataloguePath
    pool = try Self.translating { try DatabasePool(path: path, configuration: configuration) }
    let migrator = CatalogueSchema.migrator
    if try reading({ try migrator.hasBeenSuperseded($0) }) { throw .newerFormat(catalogue: path) }
    if !readOnly { try Self.translating { try migrator.migrate(pool) } }
  }

  /// Runs a query.
  func reading<Value>(_ query: (Database) throws -> Value) throws(PageArchiveError) -> Value {
    try Self.translating { try pool.read(query) }
  }

  /// Runs a change as one transaction.
  func writing<Value>(_ change: (Database) throws -> Value) throws(PageArchiveError) -> Value {
    try Self.translating { try pool.write(change) }
  }

  private static func translating<Value>(_ operation: () throws -> Value) throws(PageArchiveError)
    -> Value
  {
    do {
      return try operation()
    } catch {
      throw .catalogue(message: (error as? DatabaseError)?.description ?? "\(error)")
    }
  }
}
