import RecruitmentModel
import SearchIndex

/// What a whole index file holds.
public struct IndexReport: Hashable, Sendable {
  /// How many records.
  public let records: Int
  /// How many distinct terms.
  public let terms: Int
  /// How many bytes.
  public let bytes: Int
  /// What tells the records that it was made from apart from later ones.
  public let recordsStamp: String
}

extension SearchEngine {
  /// Proves an index file whole: every structure, the lists of words, and every record in it.
  ///
  /// - Throws: What is wrong with the file.
  public static func check(indexAt path: String) throws(IndexOpening) -> IndexReport {
    let index = try IndexOpening.index(at: path)
    do throws(IndexFileError) { try index.check() } catch { throw IndexOpening(error) }
    guard let columns = ConditionColumns(index) else {
      throw IndexOpening(reason: "its columns are not those of programs", isStale: true)
    }
    for name in [QueryVocabulary.wordsName, QueryVocabulary.soundsName, TextSounds.attachmentName] {
      guard index.lines(named: name)?.isSound() == true else {
        throw IndexOpening(reason: "its list “\(name)” is damaged", isStale: false)
      }
    }
    for number in 0..<UInt32(clamping: index.documentCount) {
      try check(DocumentNumber(number), of: index, columns)
    }
    return IndexReport(
      records: index.documentCount, terms: index.termCount, bytes: index.byteCount,
      recordsStamp: String(decoding: index.attachment(named: stampName) ?? [], as: UTF8.self))
  }

  private static func check(
    _ document: DocumentNumber, of index: InvertedIndex, _ columns: ConditionColumns
  ) throws(IndexOpening) {
    do throws(RecordError) {
      let record = try RecordCoding.program(inJSONLine: index.stored(of: document))
      guard let record, record.id == columns.word(.id, of: document) else {
        throw RecordError(line: 1, key: "id", reason: "is not the one of its column")
      }
    } catch {
      throw IndexOpening(
        reason: "its record \(document.rawValue + 1) is wrong: \(error.key) \(error.reason)",
        isStale: false)
    }
  }
}
