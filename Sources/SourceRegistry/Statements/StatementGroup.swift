import MarkedYAML
import RecruitmentModel

/// What is said of one kind of program of one institution.
struct StatementGroup {
  private let institution: String
  private let kind: ProgramKind
  private let nodes: [MarkedNode]

  init(_ node: MarkedNode, sources: SourceList) throws(SourceListError) {
    let reader = try KeyedReader(node, allowed: ["institution", "kind", "statements"])
    institution = try reader.text("institution")
    guard sources[institution] != nil else {
      let place = try reader.required("institution").place
      throw place.error(.unknownName(institution, of: "source", known: sources.ids))
    }
    kind = try reader.requiredWord("kind")
    nodes = try reader.required("statements").list()
  }

  /// Takes what is said of one record.
  init(institution: String, kind: ProgramKind, nodes: [MarkedNode]) {
    self.institution = institution
    self.kind = kind
    self.nodes = nodes
  }

  /// The id of the program that is spoken of.
  var programID: String { kind.programID(at: institution) }

  func statements() throws(SourceListError) -> [ReportedStatement] {
    try nodes.map { (node) throws(SourceListError) in try statement(node) }
  }

  private func statement(_ node: MarkedNode) throws(SourceListError) -> ReportedStatement {
    let facts = FactReader.names.map(\.rawValue)
    let common = ["url", "sourceKind", "note", "asOf", "seen"]
    let reader = try KeyedReader(node, allowed: facts + ["listed", "basis", "confidence"] + common)
    let subjects = reader.present(among: facts + ["listed"])
    guard let subject = subjects.first else { throw node.place.error(.noneOf(facts + ["listed"])) }
    guard subjects.count == 1 else { throw node.place.error(.tooMany(subjects)) }
    let evidence = try reader.evidence()
    let claim: ReportedStatement.Claim
    if let name = FactName(rawValue: subject) {
      claim = .fact(name, try FactReader(reader, evidence: evidence).facts(name))
    } else {
      // That somebody lists the institution is no fact, so it has no basis.
      _ = try KeyedReader(node, allowed: ["listed"] + common)
      claim = .listed(try reader.requiredWord("listed"))
    }
    return ReportedStatement(
      institution: institution, kind: kind, claim: claim,
      sourceKind: try reader.requiredWord("sourceKind"), evidence: evidence)
  }
}

extension KeyedReader {
  /// Where a statement was found.
  func evidence() throws(SourceListError) -> ExternalEvidence {
    let url = try required("url").address(of: "url")
    let note = try text("note")
    let seen = try value("seen", as: "a day such as 2026-11-21") { CalendarDay($0) }
    guard let seen else { throw place.error(.missingKey("seen")) }
    return ExternalEvidence(url: url, note: note, seen: seen)
  }
}
