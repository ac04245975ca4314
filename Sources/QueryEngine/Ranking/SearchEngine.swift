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
    /// Whether a query without a word lists every program of the kind.
    public var listsAll: Bool

    /// Makes options.
    public init(
      today: CalendarDay, kind: ProgramKind? = nil, limit: Int = 20, showsAll: Bool = false,
      explains: Bool = false, listsAll: Bool = false
    ) {
      self.today = today
      self.kind = kind
      self.limit = limit
      self.showsAll = showsAll
      self.explains = explains
      self.listsAll = listsAll
    }
  }

  let index: InvertedIndex
  let columns: ConditionColumns
  private let parser: QueryParser
  private let analyzer: SearchAnalyzer
  private let sounds: TextSounds
  private let institutions: Deferred<InstitutionDirectory>
  var vocabulary: QueryVocabulary { parser.vocabulary }
  /// What the index covers.
  public let coverage: Coverage
  /// What the index knows of institutions.
  public var directory: InstitutionDirectory { institutions.value }
  /// What tells the records that the index was made from apart from later ones.
  public let recordsStamp: String

  static let stampName = "records"

  /// Opens an index.
  ///
  /// - Throws: What is wrong with the file.
  public init(
    openingIndexAt path: String, analyzer: SearchAnalyzer
  ) throws(IndexOpening) {
    try self.init(IndexOpening.index(at: path), analyzer)
  }

  /// Opens an index that lies in memory.
  ///
  /// - Throws: What is wrong with the bytes.
  public init(
    indexBytes bytes: [UInt8], analyzer: SearchAnalyzer
  ) throws(IndexOpening) {
    try self.init(IndexOpening.index(bytes: bytes), analyzer)
  }

  private init(
    _ index: InvertedIndex, _ analyzer: SearchAnalyzer
  ) throws(IndexOpening) {
    guard let columns = ConditionColumns(index), let vocabulary = QueryVocabulary(index),
      let coverage = index.attachment(named: Coverage.attachmentName).flatMap({ Coverage($0) })
    else {
      throw IndexOpening(reason: "it has other columns than this version reads", isStale: true)
    }
    self.index = index
    self.columns = columns
    self.coverage = coverage
    institutions = Deferred {
      index.attachment(named: InstitutionDirectory.attachmentName)
        .flatMap { InstitutionDirectory($0) } ?? InstitutionDirectory()
    }
    recordsStamp = String(decoding: index.attachment(named: Self.stampName) ?? [], as: UTF8.self)
    self.analyzer = analyzer
    sounds = TextSounds(index)
    parser = QueryParser(
      vocabulary: vocabulary, analyzer: analyzer, spoken: analyzer.spokenNumbers)
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
    let (interpretation, texts, ranking) = try ranked(query, options, limit: options.limit)
    return SearchAnswer(
      interpretation: interpretation, today: options.today, total: ranking.total,
      sure: ranking.sure,
      results: ranking.best.enumerated().map {
        result($1, rank: $0 + 1, interpretation, texts, options)
      }, coverage: coverage, age: age,
      nearMisses: ranking.total == 0 ? nearMisses(interpretation, texts, options) : [])
  }

  /// What each condition shuts out by itself: the programs that are found without it.
  private func nearMisses(
    _ interpretation: Interpretation, _ texts: TextScores, _ options: Options
  ) -> [NearMiss] {
    interpretation.constraints.indices.compactMap { place in
      var fewer = interpretation
      let left = fewer.constraints.remove(at: place)
      guard fewer.asksForSomething else { return nil }
      let total = ranking(fewer, texts, options, limit: 0).total
      return total > 0 ? NearMiss(without: left.source, total: total) : nil
    }
  }

  /// The best programs that a query lets through, with how many there are.
  ///
  /// - Parameters:
  ///   - query: The query.
  ///   - options: What is asked beside its words.
  ///   - limit: How many are kept; the others are counted.
  /// - Returns: What was understood, the scores of the words, the programs.
  /// - Throws: Why the query has no answer.
  func ranked(
    _ query: String, _ options: Options, limit: Int
  ) throws(Failure) -> (Interpretation, TextScores, CandidateRanking) {
    var (interpretation, texts) = try understood(query, options)
    try addHints(to: &texts, interpretation)
    let isAsked =
      interpretation.asksForSomething || (options.listsAll && query.allSatisfy(\.isWhitespace))
    let ranking =
      isAsked
      ? ranking(interpretation, texts, options, limit: limit)
      : CandidateRanking(limit: 0, conditions: 0)
    return (interpretation, texts, ranking)
  }

  /// What a query means, with what its words are worth in the programs that have them, but for those that
  /// only rank.
  func understood(
    _ query: String, _ options: Options
  ) throws(Failure) -> (Interpretation, TextScores) {
    let whole = try understood(query, options, cutsLonePart: false)
    guard !whole.0.asksForSomething, whole.0.ignored.count == 1 else { return whole }
    let cut = try understood(query, options, cutsLonePart: true)
    return cut.0.asksForSomething ? cut : whole
  }

  private func understood(
    _ query: String, _ options: Options, cutsLonePart: Bool
  ) throws(Failure) -> (Interpretation, TextScores) {
    var interpretation: Interpretation
    do throws(QuerySyntaxError) {
      interpretation = try parser.interpretation(
        of: query, today: options.today, isInText: isInText, cutsLonePart: cutsLonePart)
    } catch { throw .syntax(error) }
    do throws(DictionaryError) {
      let matcher = TextMatcher(index, analyzer: analyzer)
      let texts = try TextScores(matcher, sounds, &interpretation)
      return (interpretation, texts)
    } catch { throw .dictionary(error) }
  }

  /// Adds what the words that only rank are worth; a memory has those that many queries share.
  func addHints(
    to texts: inout TextScores, _ interpretation: Interpretation, _ memory: ListingMemory? = nil
  ) throws(Failure) {
    let matcher = TextMatcher(index, analyzer: analyzer)
    do throws(DictionaryError) {
      try texts.addHints(interpretation) { (words) throws(DictionaryError) in
        if let kept = memory?.words[words] { return kept }
        let scores = try matcher.scores(of: words)
        memory?.words.keep(scores, for: words, size: scores.size + 2 * words.utf8.count + 128)
        return scores
      }
    } catch { throw .dictionary(error) }
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

  /// The best programs with how many there are; the others are counted, not kept.
  private func ranking(
    _ interpretation: Interpretation, _ texts: TextScores, _ options: Options, limit: Int
  ) -> CandidateRanking {
    var ranking = CandidateRanking(limit: limit, conditions: interpretation.constraints.count)
    let evaluator = ConditionEvaluator(columns: columns, today: options.today)
    let tests = interpretation.constraints.map(evaluator.test)
    let isOfKind = kindTest(interpretation, options, evaluator)
    var textReader = TextScores.Reader(texts)
    let worth = ProgramWorth(columns)
    forEachDocument(interpretation, texts, options) { document in
      guard isOfKind(document) == .yes else { return }
      var unknowns = 0
      var isRefused = false
      for test in tests {
        switch test(document) {
        case .yes: continue
        case .unknown: unknowns += 1
        case .no: isRefused = true
        }
        if isRefused, !options.showsAll { break }
      }
      guard ranking.count(isRefused: isRefused, unknowns: unknowns), !isRefused || options.showsAll
      else { return }
      let score =
        textReader.score(of: document)
        + worth.value(of: document, evaluator.statuses[document])
      ranking.insert(document, score: score, isRefused: isRefused, unknowns: unknowns)
    }
    return ranking
  }

  /// Hands over the programs whose texts fit, but for most of those that stand in no prefecture asked for.
  private func forEachDocument(
    _ interpretation: Interpretation, _ texts: TextScores, _ options: Options,
    _ body: (DocumentNumber) -> Void
  ) {
    guard !texts.narrows else { return texts.documents(of: index.documentCount).forEach(body) }
    for constraint in interpretation.constraints where !constraint.isExcluded && !options.showsAll {
      if case .place(let prefectures, cities: []) = constraint.condition {
        return columns.column(.prefecture).forEach(possiblyWith: prefectures, body)
      }
    }
    for number in 0..<UInt32(clamping: index.documentCount) { body(DocumentNumber(number)) }
  }

  /// A query that names no kind asks for 実地修練.
  func kindWanted(_ interpretation: Interpretation, _ options: Options) -> ProgramKind? {
    let isNamed = interpretation.constraints.contains { $0.id == .kind }
    return options.kind ?? (isNamed ? nil : .practicalTraining)
  }

  private func kindTest(
    _ interpretation: Interpretation, _ options: Options, _ evaluator: ConditionEvaluator
  ) -> ConditionEvaluator.Test {
    guard let kind = kindWanted(interpretation, options) else { return { _ in .yes } }
    return evaluator.test(Constraint(.kind, .kind(kind, slug: nil), source: ""))
  }

  // MARK: Results

  func result(
    _ candidate: CandidateRanking.Candidate, rank: Int, _ interpretation: Interpretation,
    _ texts: TextScores, _ options: Options
  ) -> SearchResult {
    let evaluator = ConditionEvaluator(columns: columns, today: options.today)
    let document = candidate.document
    let status = evaluator.statuses[document]
    return SearchResult(
      rank: rank, id: columns.word(.id, of: document) ?? "", record: index.stored(of: document),
      score: candidate.score, status: status,
      checks: interpretation.constraints.map {
        SearchResult.Check(constraint: $0.id, verdict: evaluator.test($0)(document))
      },
      explanation: options.explains ? explanation(of: document, status, texts) : [])
  }

  /// What the score is made of, to the statistics and the sentence that has each word.
  private func explanation(
    of document: DocumentNumber, _ status: ProgramStatus, _ texts: TextScores
  ) -> [ScorePart] {
    let text = (try? program(document))?.text ?? ""
    let matcher = TextMatcher(index, analyzer: analyzer)
    return texts.parts(of: document) { matcher.explanation(of: $0, in: document, text: text) }
      + ProgramWorth(columns).parts(of: document, status)
  }

  // MARK: Records

  /// The record with an id; nil where the index has none.
  public func program(id: String) throws(Failure) -> Program? {
    guard let ordinal = columns.column(.id).ordinal(of: id) else { return nil }
    let column = columns.column(.id)
    for number in 0..<UInt32(clamping: index.documentCount)
    where column.firstOrdinal(of: DocumentNumber(number)) == ordinal {
      return try program(DocumentNumber(number))
    }
    return nil
  }

  /// Whether the index has a record with an id.
  public func hasRecord(id: String) -> Bool { columns.column(.id).ordinal(of: id) != nil }

  /// The ids of all records.
  public var ids: [String] { columns.column(.id).distinctValues }

  private func program(_ document: DocumentNumber) throws(Failure) -> Program {
    do throws(RecordError) {
      guard let program = try RecordCoding.program(inJSONLine: index.stored(of: document))
      else {
        throw RecordError(line: 1, key: "", reason: "is empty")
      }
      return program
    } catch { throw .record(error.key + " " + error.reason) }
  }
}
