import SearchIndex

/// Why an index cannot be opened.
public struct IndexOpening: Error, Hashable, Sendable {
  /// What is wrong, in words.
  public let reason: String
  /// Whether it was made by another version, so that building it anew helps.
  public let isStale: Bool

  static func index(at path: String) throws(IndexOpening) -> InvertedIndex {
    do throws(IndexFileError) {
      return try InvertedIndex(path: path, formatTag: tag)
    } catch { throw IndexOpening(error) }
  }

  static func index(bytes: [UInt8]) throws(IndexOpening) -> InvertedIndex {
    do throws(IndexFileError) {
      return try InvertedIndex(bytes: bytes, formatTag: tag)
    } catch { throw IndexOpening(error) }
  }

  private static var tag: String { ProgramIndexSchema.formatTag }

  init(_ error: IndexFileError) {
    // What a later version of the program made is not ours to replace.
    switch error {
    case .otherVersion(let found): isStale = found < InvertedIndex.fileVersion
    case .otherFormatTag(_, let found):
      isStale = ProgramIndexSchema.version(inTag: found) <= ProgramIndexSchema.version
    default: isStale = false
    }
    reason = Self.reason(of: error)
  }

  init(reason: String, isStale: Bool) {
    self.reason = reason
    self.isStale = isStale
  }

  /// What is wrong with a file, in words.
  static func reason(of error: IndexFileError) -> String {
    switch error {
    case .unreadable(_, let reason): "it cannot be read: \(reason)"
    case .unwritable(_, let reason): "it cannot be written: \(reason)"
    case .notAnIndex: "it is no index of progsearch"
    case .otherVersion(let found):
      "it has the file version \(found), and this program reads \(InvertedIndex.fileVersion)"
    case .truncated(let expected, let found):
      "it is cut off: \(found) of \(expected) bytes are there"
    case .checksumMismatch: "its checksum does not fit: a byte was changed"
    case .damaged(let part): "its \(part.name) is damaged"
    case .otherFormatTag(let expected, let found):
      "it was made for “\(found)”, and this program reads “\(expected)”"
    }
  }
}

extension IndexFilePart {
  /// The part in words.
  fileprivate var name: String {
    switch self {
    case .header: "header"
    case .sectionTable: "table of sections"
    case .metadata: "section of names and counts"
    case .terms: "list of terms"
    case .postings: "section of postings"
    case .fieldLengths(let field): "list of the lengths of text \(field)"
    case .integerColumn(let column): "column of numbers \(column)"
    case .keywordColumn(let column): "column of words \(column)"
    case .stored: "section of records"
    case .attachment(let number): "attachment \(number)"
    }
  }
}
