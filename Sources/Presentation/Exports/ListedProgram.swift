package import QueryEngine
package import RecruitmentModel

/// A program as an answer or an export lists it.
package struct ListedProgram: Sendable {
  /// The record.
  package let program: Program
  /// The record as the index holds it: one line of JSON.
  package let line: [UInt8]
  /// Whether papers are taken on the day asked about.
  package let status: ProgramStatus

  /// Takes a result; nil where its record cannot be read.
  package init?(_ result: SearchResult) {
    guard let program = result.program else { return nil }
    self.program = program
    line = result.record
    status = result.status
  }

  /// Takes a record and its line, and looks at its state on a day.
  package init(_ program: Program, line: [UInt8], today: CalendarDay) {
    self.program = program
    self.line = line
    status = ProgramStatus(
      application: program.facts.application?.value, accepting: program.facts.accepting?.value,
      on: today)
  }
}

/// Writes programs in one published format, one after the other, so that none waits for the last.
package protocol ProgramExporter {
  /// What stands before the first program.
  func head() throws -> String
  /// What a program adds where it comes.
  mutating func piece(_ listed: ListedProgram) throws -> String
  /// What stands between the pieces and the sections.
  func middle() throws -> String
  /// What a program adds behind the pieces of all; it waits until they are written.
  func section(_ listed: ListedProgram) throws -> String
  /// What stands last.
  func foot() throws -> String
}

extension ProgramExporter {
  package func middle() -> String { "" }
  package func section(_ listed: ListedProgram) -> String { "" }

  /// A whole document of programs that are at hand.
  package mutating func document(_ programs: some Sequence<ListedProgram>) throws -> String {
    var text = try head()
    var sections = ""
    for listed in programs {
      text += try piece(listed)
      sections += try section(listed)
    }
    return text + (try middle()) + sections + (try foot())
  }
}
