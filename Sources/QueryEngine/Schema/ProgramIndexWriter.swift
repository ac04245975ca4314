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
public struct ProgramIndexWriter {
  private let analyzer: SearchAnalyzer
  private let lexicon: Lexicon

  /// Makes a writer that cuts text as queries will be cut.
  public init(analyzer: SearchAnalyzer, lexicon: Lexicon) {
    self.analyzer = analyzer
    self.lexicon = lexicon
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
    let builder = try build(programs, directory, recordsStamp)
    do throws(IndexFileError) {
      try builder.write(to: path)
    } catch {
      throw .file(path: path, reason: IndexOpening.reason(of: error))
    }
  }

  /// The bytes of the index of some programs, for use without a file.
  public func bytes(
    _ programs: [Program], directory: InstitutionDirectory, recordsStamp: String
  ) throws(ProgramIndexBuildError) -> [UInt8] {
    try build(programs, directory, recordsStamp).serialized()
  }

  private func build(
    _ programs: [Program], _ directory: InstitutionDirectory, _ recordsStamp: String
  ) throws(ProgramIndexBuildError) -> IndexBuilder {
    let schema: IndexSchema
    do throws(IndexSchemaError) { schema = try ProgramIndexSchema.schema() } catch {
      throw .record(id: "", reason: "\(error)")
    }
    var builder = IndexBuilder(
      schema: schema, formatTag: ProgramIndexSchema.formatTag + SearchAnalyzer.version)
    for program in programs {
      let document = try document(program)
      do throws(IndexBuildError) { try builder.add(document) } catch {
        throw .record(id: program.id, reason: "\(error)")
      }
    }
    builder.attach(
      directory.completed(by: programs) { try? analyzer.reading(of: $0) }.encoded(),
      named: InstitutionDirectory.attachmentName)
    builder.attach(RecordsAge(of: programs).encoded(), named: RecordsAge.attachmentName)
    builder.attach(Array(recordsStamp.utf8), named: SearchEngine.stampName)
    return builder
  }

  private func document(_ program: Program) throws(ProgramIndexBuildError) -> IndexDocument {
    let institution = program.institution
    let names = [institution.name, institution.nameEn].compactMap { $0 }.joined(separator: "\n")
    let place = [institution.prefecture, institution.city].compactMap { $0 }.joined(separator: "\n")
    guard let line = try? RecordCoding.jsonLine(program) else {
      throw .record(id: program.id, reason: "cannot be encoded")
    }
    var texts: [String: IndexDocument.Text] = [:]
    for (field, text) in [
      (ProgramIndexSchema.TextField.title, program.title), (.institution, names), (.place, place),
      (.text, program.text),
    ] {
      texts[field.rawValue] = try tokens(text)
    }
    let columns = ProgramColumns(program, lexicon: lexicon)
    return IndexDocument(
      texts: texts, integers: columns.integers, keywords: columns.keywords,
      stored: Array(line.utf8))
  }

  private func tokens(_ text: String) throws(ProgramIndexBuildError) -> IndexDocument.Text {
    do throws(DictionaryError) {
      let tokens = try analyzer.tokens(in: text)
      return IndexDocument.Text(
        tokens: tokens.map { .init($0.term, at: UInt32(clamping: $0.position)) },
        length: UInt32(clamping: tokens.count(where: \.isWord)))
    } catch {
      throw .dictionary(error)
    }
  }
}
