public import QueryEngine
public import RecruitmentModel
import SourceRegistry

/// Answers queries, and shows single records, over the index of a folder.
public struct SearchWorkflow: Sendable {
  private let engine: SearchEngine
  private let unreachable: [UnreachableSource]?

  /// Opens the index of a folder, and makes it where it is missing or stale.
  ///
  /// - Parameters:
  ///   - directory: The folder with records and index.
  ///   - sources: The source list whose names the index should know, if there is one; asked where it is made.
  /// - Throws: What is wrong with the folder, the index or the source list.
  public init(
    directory: IndexDirectory, sources: @autoclosure () -> String?
  ) throws(WorkflowError) {
    engine = try directory.engine(try TextTools()) { () throws(WorkflowError) in
      try InstitutionDirectory.reading(sources())
    }
    unreachable = UnreachableFile.sources(of: directory)
  }

  /// The answer to a query.
  public func answer(
    to query: String, _ options: SearchEngine.Options
  ) throws(SearchEngine.Failure) -> SearchAnswer {
    var answer = try engine.answer(to: query, options)
    answer.coverage.unreachable = unreachable
    return answer
  }

  /// What the index knows of institutions.
  public var institutions: [InstitutionNames] { engine.directory.names }

  /// The words that queries may use.
  public var queryWords: QueryWords { engine.queryWords }

  /// The facets of the index on a day.
  public func facets(on today: CalendarDay) -> FacetTable { FacetTable(engine, today: today) }

  /// The list that a query and choices of facets make; see `SearchEngine.listing`.
  public func listing(
    of query: String, _ options: SearchEngine.Options, wanted: [Facet: Set<String>],
    order: ListOrder, part: Range<Int>, _ table: FacetTable, hasRecords: Bool = true
  ) throws(SearchEngine.Failure) -> Listing {
    try engine.listing(
      of: query, options, wanted: wanted, order: order, part: part, table, hasRecords: hasRecords)
  }

  /// What lists show of the record with a number in the index: some facts, neither pages nor text.
  public func brief(number: UInt32, facts: [FactName]) throws(RecordError) -> Program? {
    try engine.brief(number: number, facts: facts)
  }

  /// The same with the facts as bytes; nil where the record is not written as we write them.
  public func briefParts(number: UInt32, facts: [FactName]) -> BriefParts? {
    engine.briefParts(number: number, facts: facts)
  }

  /// The record with an id; an institution's own id stands for its 実地修練, or for its only record.
  public func program(id: String) throws -> Program {
    for own in [id, ProgramKind.practicalTraining.programID(at: id)] {
      if let program = try engine.program(id: own) { return program }
    }
    let ids = engine.ids
    let ofInstitution = ids.filter { $0.hasPrefix(id + "/") }
    if ofInstitution.count == 1, let program = try engine.program(id: ofInstitution[0]) {
      return program
    }
    let institutions = Set(ids.map { String($0.prefix { $0 != "/" }) })
    let nearest =
      ofInstitution.isEmpty ? NearWords.nearest(to: id, among: ids + institutions) : ofInstitution
    throw WorkflowError.unknownID(id, nearest: nearest)
  }

  /// Whether there is a record with an id.
  public func hasProgram(id: String) -> Bool { engine.hasRecord(id: id) }

  /// The names of watched institutions that a query's institution condition asks for.
  public func institutionNames(_ ids: [String]) -> [String] {
    engine.directory.names.filter { ids.contains($0.id) }.map(\.name)
  }

  /// Hands over the records of a kind, or all, one at a time in the order of their ids; false ends it.
  public func forEachRecord(
    of kind: ProgramKind?, _ body: (Program, [UInt8]) throws -> Bool
  ) throws {
    try engine.forEachRecord(of: kind, body)
  }

  /// Hands over some facts of the records of some kinds, one at a time in the order of their ids.
  public func forEachBrief(
    of kinds: Set<ProgramKind>, facts: [FactName], _ body: (Program) throws -> Void
  ) throws {
    try engine.forEachBrief(of: kinds, facts: facts, body)
  }

  /// Hands over the programs that a query finds, the best first and one at a time; false ends it.
  public func forEachResult(
    of query: String, _ options: SearchEngine.Options, _ body: (SearchResult) throws -> Bool
  ) throws -> Interpretation {
    try engine.forEachResult(of: query, options, body)
  }

  /// How old what the index says is.
  public var age: RecordsAge { engine.age }

  /// The ids of all records.
  public var ids: [String] { engine.ids }

  /// What the index covers.
  public var coverage: Coverage {
    var coverage = engine.coverage
    coverage.unreachable = unreachable
    return coverage
  }
}

extension InstitutionDirectory {
  /// The names of a source list; none where there is no such file.
  public static func reading(_ path: String?) throws(WorkflowError) -> InstitutionDirectory {
    guard let path, let sources = try SourceFiles.sources(at: path, mustExist: false) else {
      return InstitutionDirectory()
    }
    return InstitutionDirectory(names: sources.names)
  }
}
