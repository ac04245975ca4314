package import Presentation

/// Writes programs one by one, so that neither they nor what stands behind their table is kept in memory.
package struct ExportWriter {
  /// The writer of the format.
  package private(set) var exporter: any ProgramExporter
  /// How many programs were written.
  package private(set) var count = 0
  private let sections = WaitingText()

  /// Makes a writer.
  package init(_ exporter: any ProgramExporter) { self.exporter = exporter }

  /// Writes a program; the head of the document goes before the first one.
  package mutating func add(_ listed: ListedProgram, to sink: inout OutputSink) throws {
    if count == 0 { try sink.write(exporter.head()) }
    try sink.write(exporter.piece(listed))
    try sections.add(exporter.section(listed))
    count += 1
  }

  /// Writes what stands behind the programs; nothing where there are none.
  package func finish(to sink: inout OutputSink) throws {
    guard count > 0 else { return }
    try sink.write(exporter.middle())
    try sections.forEach { try sink.write($0) }
    try sink.write(exporter.foot())
  }
}
