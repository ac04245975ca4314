import DocumentParsing

/// Reads small pages for the tests.
enum Parsing {
  static func document(of html: String) async throws -> ParsedDocument {
    try await DocumentReader().document(from: Array(html.utf8))
  }

  /// What a page states, each piece as `section > label [column]: words`.
  static func statements(of body: String) async throws -> [String] {
    let page = "<!DOCTYPE html><meta charset=utf-8><title>t</title><body>" + body
    return try await document(of: page).statements.map(line)
  }

  /// What a plain text states.
  static func statements(ofText text: String) async throws -> [String] {
    try await document(of: text).statements.map(line)
  }

  static func line(_ statement: Statement) -> String {
    let path = (statement.section + statement.labels).joined(separator: " > ")
    let column = statement.column.map { " [\($0)]" } ?? ""
    let mark = statement.shape == .heading ? "# " : ""
    return mark + (path.isEmpty && column.isEmpty ? "" : path + column + ": ") + statement.text
  }
}
