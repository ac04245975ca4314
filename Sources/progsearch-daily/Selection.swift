import CommandSupport
import Presentation
import QueryEngine
import RecruitmentModel
import Workflows

/// Which programs a command is about: those that a query finds, or all where it says nothing.
struct Selection {
  private let query: String
  private let kind: ProgramKind?
  private let kindsOfAll: Set<ProgramKind>
  private let today: CalendarDay

  /// What people are shown where they ask for nothing: practical training, and the examinations around it.
  static let usualKinds: Set<ProgramKind> = [.practicalTraining, .examination]

  /// Makes a choice.
  ///
  /// - Parameters:
  ///   - words: The query.
  ///   - kind: The kind that is asked for; nil for that of the query.
  ///   - kindsOfAll: Where neither is said: the kinds that are meant.
  ///   - today: The day of which statuses hold.
  init(
    words: [String], kind: ProgramKind?, kindsOfAll: Set<ProgramKind>, today: CalendarDay
  ) {
    query = words.joined(separator: " ")
    self.kind = kind
    self.kindsOfAll = kind.map { [$0] } ?? kindsOfAll
    self.today = today
  }

  /// Hands over the programs one by one.
  func forEach(in search: SearchWorkflow, _ body: (ListedProgram) throws -> Void) throws {
    guard !query.allSatisfy(\.isWhitespace) else {
      return try search.forEachRecord(of: kind) { program, line in
        guard kindsOfAll.contains(program.kind) else { return true }
        try body(ListedProgram(program, line: line, today: today))
        return true
      }
    }
    try forEachResult(in: search) { result in
      if let listed = ListedProgram(result) { try body(listed) }
    }
  }

  /// Hands over some facts of the programs one by one, which takes a fraction of the time.
  func forEach(
    in search: SearchWorkflow, facts: [FactName], _ body: (Program) throws -> Void
  ) throws {
    guard !query.allSatisfy(\.isWhitespace) else {
      return try search.forEachBrief(of: kindsOfAll, facts: facts, body)
    }
    try forEachResult(in: search) { result in
      if let program = result.brief(facts: facts) { try body(program) }
    }
  }

  private func forEachResult(
    in search: SearchWorkflow, _ body: (SearchResult) throws -> Void
  ) throws {
    let options = SearchEngine.Options(today: today, kind: kind, limit: .max)
    let interpretation = try search.forEachResult(of: query, options) { result in
      try body(result)
      return true
    }
    if !interpretation.ignored.isEmpty {
      Terminal.say("not understood: \(interpretation.ignored.joined(separator: ", "))")
    }
  }
}
