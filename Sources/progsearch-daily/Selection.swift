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
    let answer = try search.answer(to: query, options)
    if !answer.interpretation.ignored.isEmpty {
      Terminal.say("not understood: \(answer.interpretation.ignored.joined(separator: ", "))")
    }
    for listed in answer.results.lazy.compactMap(ListedProgram.init) { try body(listed) }
  }
}
