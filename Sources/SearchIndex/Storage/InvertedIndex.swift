private import Synchronization

/// A frozen index, readable as soon as it is open, from any number of threads.
///
/// Nothing is read at opening but the names, the counts and, for small files, every byte once for the
/// checksum; postings, columns and payloads are read where they stand.
public final class InvertedIndex: Sendable {
  /// When the checksum of the whole file is compared at opening.
  public enum Verification: Sendable {
    /// For files up to ``InvertedIndex/smallFileLimit`` bytes.
    case smallFiles
    /// Always.
    case always
    /// Never; damage then shows as wrong answers, not as a crash.
    case never
  }

  /// The length in bytes up to which a file is read as a whole at opening.
  public static let smallFileLimit = 16 << 20

  /// The version of the file's layout that is written and read.
  public static let fileVersion = IndexFileFormat.version

  /// The names of what documents hold.
  public let schema: IndexSchema
  /// The version of the analyser that the index was built with.
  public let formatTag: String
  /// The number of documents.
  public let documentCount: Int
  /// The number of distinct terms.
  public let termCount: Int
  /// The statistics that scores refer to.
  public let statistics: CollectionStatistics
  /// The names of the attachments, ascending.
  public let attachmentNames: [String]

  let storage: IndexStorage
  let dictionary: TermDictionary
  let postings: ByteRegion
  private let shapeRegion: ByteRegion
  /// The shapes that postings name by number.
  var shapes: OccurrenceShapes {
    OccurrenceShapes(shapeRegion, fields: schema.textFields.count)
  }
  let lengths: [PackedNumbers]
  private let shortest = Mutex<[Float]?>(nil)
  /// For each text field the length of the shortest text in each window, found when first asked for.
  var shortestTexts: [Float] {
    shortest.withLock { known in
      if let known { return known }
      let windows = DocumentWindow.count(documents: documentCount)
      var found = [Float](repeating: .infinity, count: lengths.count * windows)
      for (field, lengths) in lengths.enumerated() {
        for document in 0..<documentCount {
          let place = field * windows + document >> DocumentWindow.shift
          found[place] = min(found[place], Float(UInt32(bitPattern: lengths[document])))
        }
      }
      known = found
      return found
    }
  }
  let integers: [IntegerColumn]
  let keywords: [KeywordColumn]
  let stored: StoredPayloads
  let attachments: [ByteRegion]

  /// Maps the file at `path`.
  ///
  /// - Throws: ``IndexFileError``, also where the index has another tag than `formatTag`; nil takes
  ///   any.
  public convenience init(
    path: String, formatTag: String? = nil, verification: Verification = .smallFiles
  ) throws(IndexFileError) {
    let storage = try IndexStorage(mapping: path)
    try self.init(storage, formatTag: formatTag, verification: verification)
  }

  /// Copies the bytes of an index.
  ///
  /// - Throws: ``IndexFileError``, also where the index has another tag than `formatTag`; nil takes
  ///   any.
  public convenience init(
    bytes: [UInt8], formatTag: String? = nil, verification: Verification = .smallFiles
  ) throws(IndexFileError) {
    try self.init(
      IndexStorage(copying: bytes), formatTag: formatTag, verification: verification)
  }

  private init(
    _ storage: IndexStorage, formatTag expected: String?, verification: Verification
  ) throws(IndexFileError) {
    self.storage = storage
    let isSmall = storage.bytes.count <= Self.smallFileLimit
    if verification == .always || verification == .smallFiles && isSmall {
      try IndexFileReader.verify(storage)
    }
    let file = try IndexFileReader(storage)
    guard let metadata = IndexMetadata(try file.section(.init(.metadata)))
    else { throw .damaged(part: .metadata) }
    if let expected, expected != metadata.formatTag {
      throw .otherFormatTag(expected: expected, found: metadata.formatTag)
    }
    schema = metadata.schema
    formatTag = metadata.formatTag
    documentCount = metadata.documentCount
    termCount = metadata.termCount
    attachmentNames = metadata.attachmentNames
    statistics = CollectionStatistics(
      documentCount: metadata.documentCount,
      averageLengths: metadata.fieldTotals.map(\.average))
    dictionary = try file.dictionary(metadata)
    postings = try file.section(.init(.postings))
    shapeRegion = try file.section(.init(.shapes))
    lengths = try file.fieldLengths(metadata)
    integers = try file.integerColumns(metadata)
    keywords = try file.keywordColumns(metadata)
    stored = try file.storedPayloads(metadata)
    attachments = try file.attachments(metadata)
  }

  /// Compares the checksum with every byte of the file.
  ///
  /// - Throws: ``IndexFileError/checksumMismatch`` where a byte is not as it was written.
  public func verify() throws(IndexFileError) {
    try IndexFileReader.verify(storage)
  }
}
