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

  private init(_ error: IndexFileError) {
    switch error {
    case .otherVersion, .otherFormatTag: isStale = true
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
      "it has the file version \(found), which this version does not read"
    case .truncated(let expected, let found):
      "it is cut off: \(found) of \(expected) bytes are there"
    case .checksumMismatch: "its checksum does not fit: a byte was changed"
    case .damaged(let part): "its part “\(part)” is damaged"
    case .otherFormatTag(let expected, let found):
      "it was made by “\(found)”, this version reads “\(expected)”"
    }
  }
}
