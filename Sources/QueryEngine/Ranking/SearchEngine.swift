public import DomainLexicon
public import JapaneseText
public import RecruitmentModel
import SearchIndex

/// Answers queries over one index.
public struct SearchEngine: Sendable {
  /// What is asked beside the query's words.
  public struct Options: Sendable {
    /// The day of which statuses hold.
    public var today: CalendarDay
    /// The kind to look for; nil leaves it to the query's words, or 実地修練 where they name none.
    public var kind: ProgramKind?
    /// The most programs to show.
    public var limit: Int
    /// Whether programs that answer no are shown too, last.
    public var showsAll: Bool
    /// Whether scores are explained.
    public var explains: Bool

    /// Makes options.
    public init(
      today: CalendarDay, kind: ProgramKind? = nil, limit: Int = 20, showsAll: Bool = false,
      explains: Bool = false
    ) {
      self.today = today
      self.kind = kind
      self.limit = limit
      self.showsAll = showsAll
      self.explains = explains
    }
  }

  let index: InvertedIndex
  let columns: ConditionColumns
  private let parser: QueryParser
  private let analyzer: SearchAnalyzer
  private let sounds: TextSounds
  /// What the index knows of institutions.
  public let directory: InstitutionDirectory
  /// What tells the records that the index was made from apart from later ones.
  public let recordsStamp: String

  static let stampName = "records"

  /// Opens an index.
  ///
  /// - Throws: What is wrong with the file.
  public init(
    openingIndexAt path: String, lexicon: Lexicon, analyzer: SearchAnalyzer
  ) throws(IndexOpening) {
    try self.init(IndexOpening.index(at: path), lexicon, analyzer)
  }

  /// Opens an index that lies in memory.
  ///
  /// - Throws: What is wrong with the bytes.
  public init(
    indexBytes bytes: [UInt8], lexicon: Lexicon, analyzer: SearchAnalyzer
  ) throws(IndexOpening) {
    try self.init(IndexOpening.index(bytes: bytes), lexicon, analyzer)
  }

  private init(
    _ index: InvertedIndex, _ lexicon: Lexicon, _ analyzer: SearchAnalyzer
  ) throws(IndexOpening) {
    guard let columns = ConditionColumns(index),
      let directory = index.attachment(named: InstitutionDirectory.attachmentName)
        .flatMap({ InstitutionDirectory($0) })
    else {
      throw IndexOpening(reason: "it has other columns than this version reads", isStale: true)
    }
    self.index = index
    self.columns = columns
    self.directory = directory
    recordsStamp = String(decoding: index.attachment(named: Self.stampName) ?? [], as: UTF8.self)
    self.analyzer = analyzer
    sounds = TextSounds(index, analyzer)
    parser = QueryParser(
      vocabulary: QueryVocabulary(lexicon: lexicon, directory: directory, analyzer: analyzer),
      analyzer: analyzer)
  }

  /// Why a query has no answer.
  public enum Failure: Error, Sendable {
    /// The query cannot be read.
    case syntax(QuerySyntaxError)
    /// The dictionary is missing or unusable.
    case dictionary(DictionaryError)
    /// A stored record cannot be read.
    case record(String)
  }

  /// The answer to a query.
  public func answer(to query: String, _ options: Options) throws(Failure) -> SearchAnswer {
    let (interpretation, texts, candidates) = try ranked(query, options)
    let results = candidates.prefix(max(0, options.limit)).enumerated().map { place, candidate in
      result(candidate, rank: place + 1, interpretation, texts, options)
    }
    return SearchAnswer(
      interpretation: interpretation, today: options.today,
      total: candidates.count { !$0.isRefused },
      sure: candidates.count { $0.unknowns == 0 && !$0.isRefused }, results: results,
      coverage: coverage, age: age)
  }

  /// All programs that a query lets through, in order.
  ///
  /// - Parameter listsAll: Whether a query without a word lists every program of the kind.
  func ranked(_ query: String, _ options: Options, listsAll: Bool = false) throws(Failure)
    -> (Interpretation, TextScores, [Candidate])
  {
    var interpretation: Interpretation
    do throws(QuerySyntaxError) {
      interpretation = try parser.interpretation(
        of: query, today: options.today, isInText: isInText)
    } catch { throw .syntax(error) }
    let texts: TextScores
    do throws(DictionaryError) {
      texts = try TextScores(TextMatcher(index, analyzer: analyzer), sounds, &interpretation)
    } catch { throw .dictionary(error) }
    let isAsked =
      interpretation.asksForSomething || (listsAll && query.allSatisfy(\.isWhitespace))
    return (interpretation, texts, isAsked ? candidates(interpretation, texts, options) : [])
  }

  /// Whether a folded word stands in some text, in its own letters or as the sound of words in a row.
  private func isInText(_ word: String) -> Bool {
    if index.term("=" + word) != nil { return true }
    let matcher = TextMatcher(index, analyzer: analyzer)
    return sounds.words(soundingAs: word).contains { words in
      (try? matcher.scores(ofAny: words))?.isEmpty == false
    }
  }

  // MARK: Candidates

  /// A program that a query lets through.
  struct Candidate {
    let document: DocumentNumber
    let verdicts: [Verdict]
    let score: Double
    let status: ProgramStatus

    var unknowns: Int { verdicts.count { $0 == .unknown } }
    var isRefused: Bool { verdicts.contains(.no) }
  }

  private func candidates(
    _ interpretation: Interpretation, _ texts: TextScores, _ options: Options
  ) -> [Candidate] {
    let evaluator = ConditionEvaluator(columns: columns, today: options.today)
    let kind = defaultKind(interpretation, options)
    var candidates: [Candidate] = []
    for number in 0..<UInt32(clamping: index.documentCount) {
      let document = DocumentNumber(number)
      guard texts.admits(document),
        kind == nil || columns.words(.kind, of: document).first == kind?.rawValue
      else { continue }
      let verdicts = interpretation.constraints.map { evaluator.verdict($0, of: document) }
      guard options.showsAll || !verdicts.contains(.no) else { continue }
      let status = evaluator.status(of: document)
      let score = parts(document, status, texts).reduce(0) { $0 + $1.value }
      candidates.append(
        Candidate(document: document, verdicts: verdicts, score: score, status: status))
    }
    return candidates.sorted { one, other in
      let ranks = (one.isRefused ? 1 : 0, one.unknowns, -one.score, one.document.rawValue)
      return ranks < (
        other.isRefused ? 1 : 0, other.unknowns, -other.score, other.document.rawValue
      )
    }
  }

  /// A query that names no kind asks for 実地修練.
  private func defaultKind(_ interpretation: Interpretation, _ options: Options) -> ProgramKind? {
    if let kind = options.kind { return kind }
    return interpretation.constraints.contains { $0.id == .kind } ? nil : .practicalTraining
  }

  // MARK: Scores

  private static let statusWorth: [ProgramStatus: Double] = [
    .open: 1, .rolling: 0.9, .upcoming: 0.6, .unknown: 0.4, .closed: 0.2, .notAccepting: 0,
  ]
  private static let basisWorth: [Basis: Double] = [
    .official: 0.5, .regulation: 0.3, .reported: 0.2,
  ]

  /// What a program's score is made of: its text, its status and the strength of its best source.
  private func parts(
    _ document: DocumentNumber, _ status: ProgramStatus, _ texts: TextScores
  ) -> [ScorePart] {
    let basis: Basis? = columns.value(.basis, of: document)
    return texts.parts(of: document) + [
      ScorePart(Self.statusWorth[status] ?? 0, "status \(status.rawValue)"),
      ScorePart(
        basis.flatMap { Self.basisWorth[$0] } ?? 0, "strongest source: \(basis?.rawValue ?? "none")"
      ),
    ]
  }

  func result(
    _ candidate: Candidate, rank: Int, _ interpretation: Interpretation, _ texts: TextScores,
    _ options: Options
  ) -> SearchResult {
    SearchResult(
      rank: rank, id: columns.words(.id, of: candidate.document).first ?? "",
      record: index.stored(of: candidate.document), score: candidate.score,
      status: candidate.status,
      checks: zip(interpretation.constraints, candidate.verdicts).map {
        SearchResult.Check(constraint: $0.id, verdict: $1)
      },
      explanation: options.explains ? parts(candidate.document, candidate.status, texts) : [])
  }

  // MARK: Records

  /// The record with an id; nil where the index has none.
  public func program(id: String) throws(Failure) -> Program? {
    guard let ordinal = columns.column(.id).ordinal(of: id) else { return nil }
    for number in 0..<UInt32(clamping: index.documentCount)
    where columns.column(.id).ordinals(of: DocumentNumber(number)).first == Int32(clamping: ordinal)
    {
      return try program(DocumentNumber(number))
    }
    return nil
  }

  /// The ids of all records.
  public var ids: [String] { columns.column(.id).distinctValues }

  private func program(_ document: DocumentNumber) throws(Failure) -> Program {
    do throws(RecordError) {
      guard let program = try RecordCoding.programs(inJSONLines: index.stored(of: document)).first
      else {
        throw RecordError(line: 1, key: "", reason: "is empty")
      }
      return program
    } catch { throw .record(error.key + " " + error.reason) }
  }

  /// What the index covers.
  public var coverage: Coverage {
    var coverage = Coverage(institutions: directory.watched, withProgram: 0, fees: 0, deadlines: 0)
    var institutions: Set<String> = []
    for number in 0..<UInt32(clamping: index.documentCount) {
      let document = DocumentNumber(number)
      guard columns.words(.kind, of: document).first == ProgramKind.practicalTraining.rawValue
      else { continue }
      institutions.formUnion(columns.words(.institution, of: document))
      if !columns.numbers(.isFree, of: document).isEmpty { coverage.fees += 1 }
      let windows = columns.application(of: document)?.windows ?? []
      if windows.contains(where: { $0.closes != nil }) { coverage.deadlines += 1 }
    }
    coverage.withProgram = institutions.count
    return coverage
  }
}
