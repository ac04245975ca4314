import ArgumentParser

/// How the answer to a query is written.
package enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case table
  case json
  case jsonl
  case csv
  case markdown
  case html

  /// The format of exports that it is; nil for the answer's own two.
  package var export: ExportFormat? { ExportFormat(rawValue: rawValue) }
}
