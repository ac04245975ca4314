import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel
import Testing

@testable import FactExtraction

/// Makes the parts that single readers work on, from words that a test writes.
enum Parts {
  private static let loaded = Result { try Lexicon(isForPages: true) }

  static func lexicon() throws -> Lexicon { try loaded.get() }

  /// A statement as the readers get it.
  static func statement(
    _ text: String, topic: LabelTopic? = nil, labels: [String] = [], column: String? = nil,
    section: [String] = [], order: Int = 0
  ) throws -> ReadStatement {
    let folded = FoldedText(text)
    return ReadStatement(
      statement: Statement(text: text, labels: labels, column: column, section: section),
      text: folded, topic: topic, label: labels.last ?? "",
      kinds: NamedKind.all(in: folded, try lexicon().kinds), order: order)
  }

  /// A page as the readers get it, from the body of an HTML page.
  static func page(title: String = "実地修練生募集要項", _ body: String) async throws -> PageReading {
    let bytes = Array(Reading.page(title: title, body: body).utf8)
    return PageReading(try await DocumentReader().document(from: bytes), lexicon: try lexicon())
  }

  /// The scope of clauses on a page for 実地修練生.
  static func scope(intake: Int? = nil) throws -> ClauseScope {
    ClauseScope(lexicon: try lexicon(), kind: .practicalTraining, intake: intake)
  }

  /// A statement in one line: `section > label [column]: words`.
  static func line(_ statement: Statement) -> String {
    let path = (statement.section + statement.labels).joined(separator: " > ")
    let column = statement.column.map { " [\($0)]" } ?? ""
    let mark = statement.shape == .heading ? "# " : ""
    return mark + (path.isEmpty && column.isEmpty ? "" : path + column + ": ") + statement.text
  }
}

/// The body of a page, and what one fact of its program must be; nil where the page leaves it open.
struct PageCase: Sendable, CustomTestStringConvertible {
  let rule: String
  let body: String
  let value: String?
  var testDescription: String { rule }

  init(_ rule: String, _ body: String, _ value: String?) {
    self.rule = rule
    self.body = body
    self.value = value
  }

  func check(_ fact: String, title: String = "実地修練生募集要項") async throws {
    let program = try await Reading.programs(title: title, body: body)
      .first { $0.kind == .practicalTraining }
    #expect(program.flatMap { Summary($0)[fact] } == value)
  }
}
