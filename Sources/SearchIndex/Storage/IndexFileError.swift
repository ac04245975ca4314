/// Why an index file could not be opened, checked or written.
public enum IndexFileError: Error, Equatable, Sendable {
  /// The file could not be opened or mapped.
  case unreadable(path: String, reason: SystemError)
  /// The file could not be written; a file that was there before is unchanged.
  case unwritable(path: String, reason: SystemError)
  /// The bytes do not begin as an index does.
  case notAnIndex
  /// The file has a layout that this code does not read, older or newer.
  case otherVersion(found: UInt32)
  /// The file is shorter than it says, or shorter than any index; lengths in bytes.
  case truncated(expected: Int, found: Int)
  /// The bytes are not those that were written.
  case checksumMismatch
  /// A part contradicts itself, its length or another part.
  case damaged(part: IndexFilePart)
  /// The file was built by another version of the caller's analyser.
  case otherFormatTag(expected: String, found: String)
}

/// A part of an index file, to say where it is damaged.
public enum IndexFilePart: Hashable, Sendable {
  /// The fixed bytes at the beginning.
  case header
  /// The table that says where each section stands.
  case sectionTable
  /// The schema, the counts and the names.
  case metadata
  /// The sorted terms.
  case terms
  /// The postings of the terms.
  case postings
  /// The lengths of one text field, by its number in the schema.
  case fieldLengths(field: Int)
  /// One integer column, by its number in the schema.
  case integerColumn(Int)
  /// One keyword column, by its number in the schema.
  case keywordColumn(Int)
  /// The payloads of the documents.
  case stored
  /// One attachment, by its number in name order.
  case attachment(Int)
}

/// A reason given by the operating system.
public struct SystemError: Error, Hashable, Sendable {
  /// The `errno` of the call that failed.
  public let code: Int32

  /// Wraps an `errno`.
  public init(code: Int32) {
    self.code = code
  }
}
