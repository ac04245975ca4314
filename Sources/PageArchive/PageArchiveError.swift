import Foundation

/// Why the archive could not do what was asked of it.
public enum PageArchiveError: Error, Hashable, Sendable {
  /// There is no archive in the directory, and none was to be made.
  case notFound(directory: String)
  /// Another process is writing to the archive.
  case inUse(directory: String)
  /// The archive was opened for reading only.
  case readOnly(directory: String)
  /// The catalogue was written by a newer version of the program.
  case newerFormat(catalogue: String)
  /// Bytes of the archive are not what the catalogue says of them.
  case damaged(file: String, offset: Int)
  /// The operating system refused an operation; `code` is its `errno`.
  case system(operation: String, path: String, code: Int32)
  /// SQLite refused an operation on the catalogue.
  case catalogue(message: String)
}

extension PageArchiveError: CustomStringConvertible {
  /// The reason in one line.
  public var description: String {
    switch self {
    case .notFound(let directory): "no archive in \(directory)"
    case .inUse(let directory): "another process is writing to the archive \(directory)"
    case .readOnly(let directory): "the archive \(directory) is open for reading only"
    case .newerFormat(let catalogue): "\(catalogue) was written by a newer version"
    case .damaged(let file, let offset): "\(file) is damaged at byte \(offset)"
    case .system(let operation, let path, let code):
      "cannot \(operation) \(path): \(String(cString: strerror(code)))"
    case .catalogue(let message): "the catalogue of the archive: \(message)"
    }
  }
}
