/// Records as JSON lines, as the index holds them: the shape of Documentation/program.schema.json.
package struct JSONLinesExporter: ProgramExporter {
  /// Makes an exporter.
  package init() {}

  package func head() -> String { "" }

  package func piece(_ listed: ListedProgram) -> String {
    String(decoding: listed.line, as: UTF8.self) + "\n"
  }

  package func foot() -> String { "" }
}
