import CommandSupport
import Presentation
import QueryEngine
import RecruitmentModel
import Workflows

/// Which programs a command is about: those that a query finds, or all where it says nothing.
struct Selection {
  private let query: String
  private let kind: ProgramKind?
  private let today: CalendarDay

  init(words: [String], kind: ProgramKind?, today: CalendarDay) {
    query = words.joined(separator: " ")
    self.kind = kind
    self.today = today
  }

  /// Hands over the programs one by one.
  func forEach(in search: SearchWorkflow, _ body: (ListedProgram) throws -> Void) throws {
    guard !query.allSatisfy(\.isWhitespace) else {
      return try search.forEachRecord(of: kind) { program, line in
        try body(ListedProgram(program, line: line, today: today))
        return true
      }
    }
    let options = SearchEngine.Options(today: today, kind: kind, limit: .max)
    let interpretation = try search.forEachResult(of: query, options) { result in
      if let listed = ListedProgram(result) { try body(listed) }
      return true
    }
    if !interpretation.ignored.isEmpty {
      Terminal.say("not understood: \(interpretation.ignored.joined(separator: ", "))")
    }
  }
}
