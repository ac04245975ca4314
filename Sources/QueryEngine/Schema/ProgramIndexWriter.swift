public import DomainLexicon
public import JapaneseText
public import RecruitmentModel
import SearchIndex

/// Why an index of programs cannot be built.
public enum ProgramIndexBuildError: Error, Sendable {
  /// The dictionary is missing or unusable.
  case dictionary(DictionaryError)
  /// A record does not fit the index.
  case record(id: String, reason: String)
  /// The file cannot be written.
  case file(path: String, reason: String)
}

/// Builds the index file of some programs.
public struct ProgramIndexWriter: Sendable {
  private let preparation: RecordPreparation
  private let analyzer: SearchAnalyzer
  private let lexicon: Lexicon
  private let isParallel: Bool
  private let keepsVocabulary: Bool

  /// Makes a writer that cuts text as queries will be cut.
  ///
  /// - Parameters:
  ///   - analyzer: The cutter of text.
  ///   - lexicon: The words of the domain.
  ///   - isParallel: Whether records are prepared, and what is found of them is written, on all cores.
  ///   - keepsRecords: Whether the records themselves are put into the index, for what shows them.
  ///   - keepsVocabulary: Whether the words that queries may use are put into it, for ``SearchEngine``.
  public init(
    analyzer: SearchAnalyzer, lexicon: Lexicon, isParallel: Bool = true, keepsRecords: Bool = true,
    keepsVocabulary: Bool = true
  ) {
    self.analyzer = analyzer
    self.lexicon = lexicon
    self.isParallel = isParallel
    self.keepsVocabulary = keepsVocabulary
    preparation = RecordPreparation(
      analyzer: analyzer, lexicon: lexicon, keepsRecords: keepsRecords)
  }

  /// Writes the index of some programs in place of an older one, in one step.
  ///
  /// - Parameters:
  ///   - programs: The records.
  ///   - directory: What is known of institutions beyond the records.
  ///   - recordsStamp: What tells the file of records apart from a later one.
  ///   - path: The file.
  /// - Throws: What is wrong with the dictionary, a record or the file; an older file stays.
  public func write(
    _ programs: [Program], directory: InstitutionDirectory, recordsStamp: String, to path: String
  ) throws(ProgramIndexBuildError) {
    let order = Self.order(of: programs)
    try write(
      count: programs.count, { programs[order[$0]] }, directory: directory,
      recordsStamp: recordsStamp, to: path)
  }

  /// Writes the index of records that are read one by one while it is built, in the order given.
  public func write(
    count: Int, _ program: @Sendable (Int) throws(RecordError) -> Program,
    directory: InstitutionDirectory, recordsStamp: String = "", to path: String
  ) throws(ProgramIndexBuildError) {
    var builder = try build(count, program, directory, recordsStamp)
    do throws(IndexFileError) {
      try builder.write(to: path, isParallel: isParallel)
    } catch {
      throw .file(path: path, reason: IndexOpening.reason(of: error))
    }
  }

  /// The bytes of the index of some programs, for use without a file.
  public func bytes(
    _ programs: [Program], directory: InstitutionDirectory, recordsStamp: String
  ) throws(ProgramIndexBuildError) -> [UInt8] {
    let order = Self.order(of: programs)
    var builder = try build(programs.count, { programs[order[$0]] }, directory, recordsStamp)
    return builder.serialized(isParallel: isParallel)
  }

  private static func order(of programs: [Program]) -> RecordOrder {
    RecordOrder(
      count: programs.count, place: { programs[$0].institution.prefecture ?? "" },
      length: { programs[$0].text.utf8.count })
  }

  private func build(
    _ count: Int, _ program: @Sendable (Int) throws(RecordError) -> Program,
    _ directory: InstitutionDirectory, _ recordsStamp: String
  ) throws(ProgramIndexBuildError) -> IndexBuilder {
    let schema: IndexSchema
    do throws(IndexSchemaError) { schema = try ProgramIndexSchema.schema() } catch {
      throw .record(id: "", reason: "\(error)")
    }
    var builder = IndexBuilder(
      schema: schema, formatTag: ProgramIndexSchema.formatTag,
      keepsPlaces: SearchAnalyzer.keepsPlaces(ofTerm:))
    var survey = RecordSurvey()
    try preparation.forEach(count, program, isParallel: isParallel) {
      record throws(ProgramIndexBuildError) in
      do throws(IndexBuildError) { try builder.add(record.document) } catch {
        throw .record(id: record.id, reason: "\(error)")
      }
      survey.add(record.item)
    }
    if keepsVocabulary { attach(survey, directory, recordsStamp, to: &builder) }
    return builder
  }

  private func attach(
    _ survey: RecordSurvey, _ directory: InstitutionDirectory, _ recordsStamp: String,
    to builder: inout IndexBuilder
  ) {
    let directory = directory.completed(by: survey.institutions) {
      try? analyzer.reading(of: $0)
    }
    let words = VocabularyWords(lexicon: lexicon, directory: directory, analyzer: analyzer)
    let texts = builder.terms(withPrefix: "=").map { String($0.dropFirst()) }
    let attachments =
      QueryVocabulary.attachments(words) + [
        TextSounds.attachment(texts, analyzer),
        (InstitutionDirectory.attachmentName, directory.encoded()),
        (Coverage.attachmentName, survey.coverage(watched: directory.watched).encoded()),
        (RecordsAge.attachmentName, survey.age.encoded()),
        (SearchEngine.stampName, Array(recordsStamp.utf8)),
      ]
    for (name, bytes) in attachments { builder.attach(bytes, named: name) }
  }
}
