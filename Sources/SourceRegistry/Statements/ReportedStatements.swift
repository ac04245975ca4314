public import MarkedYAML
public import RecruitmentModel

/// Everything that is known from elsewhere, in the order of the file.
public struct ReportedStatements: Hashable, Sendable {
  /// The statements.
  public let statements: [ReportedStatement]

  /// Makes a collection.
  public init(_ statements: [ReportedStatement] = []) {
    self.statements = statements
  }

  /// Reads a file of reported statements.
  ///
  /// - Parameters:
  ///   - yaml: What the file holds.
  ///   - file: The name of the file, for messages.
  ///   - sources: The institutions that may be spoken of.
  /// - Throws: `SourceListError` for the first thing that is wrong.
  public init(yaml: String, file: String, sources: SourceList) throws(SourceListError) {
    let root = try KeyedReader(MarkedNode(yaml: yaml, file: file), allowed: ["institutions"])
    var lines: [String: Int] = [:]
    var statements: [ReportedStatement] = []
    for node in try root.required("institutions").list() {
      let group = try StatementGroup(node, sources: sources)
      if let line = lines.updateValue(node.place.line, forKey: group.programID) {
        throw node.place.error(
          .duplicate(group.programID, key: "institution and kind", firstLine: line))
      }
      statements += try group.statements()
    }
    self.statements = statements
  }

  /// The records that follow from the statements alone, one an institution and kind.
  ///
  /// They come in the order of their ids. Of several statements of one fact the stronger wins as a
  /// whole, and what it beats stays under its conflicts. Statements of an institution that the
  /// sources do not have make no record.
  public func records(of sources: SourceList) -> [Program] {
    var programs: [String: Program] = [:]
    for statement in statements {
      guard let source = sources[statement.institution] else { continue }
      let id = statement.kind.programID(at: statement.institution)
      var program =
        programs[id]
        ?? Program(
          id: id, kind: statement.kind,
          title: "\(source.names.name) \(statement.kind.japaneseName)",
          institution: source.institution)
      program.add(statement)
      programs[id] = program
    }
    return programs.values.sorted { $0.id < $1.id }
  }
}

extension Program {
  /// Takes in a statement about this program.
  mutating func add(_ statement: ReportedStatement) {
    switch statement.claim {
    case .fact(_, let facts): self.facts = self.facts.merged(with: facts)
    case .listed where !listed.contains(statement.evidence): listed.append(statement.evidence)
    case .listed: break
    }
  }
}
