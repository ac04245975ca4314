import MarkedYAML
import RecruitmentModel

/// Reads one examination or pathway.
struct RouteRecordReader {
  private let reader: KeyedReader
  private let node: MarkedNode

  init(_ node: MarkedNode) throws(SourceListError) {
    self.node = node
    reader = try KeyedReader(
      node,
      allowed: [
        "id", "institution", "kind", "title", "text", "statements", "rules", "steps",
      ])
  }

  /// The record; its institution must be one of the file's.
  func program(_ institutions: [String: Institution]) throws(SourceListError) -> Program {
    let key = try reader.text("institution")
    guard let institution = institutions[key] else {
      throw try reader.required("institution").place.error(
        .unknownName(key, of: "institution", known: institutions.keys.sorted()))
    }
    let kind: ProgramKind = try reader.requiredWord("kind")
    guard kind == .examination || kind == .pathway else {
      throw try reader.required("kind").place.error(
        .badValue(kind.rawValue, key: "kind", expected: "examination or pathway"))
    }
    var program = Program(
      id: try id(), kind: kind, title: try reader.text("title"), institution: institution,
      text: try reader.optionalText("text") ?? "")
    let group = StatementGroup(
      institution: key, kind: kind, nodes: try reader.node("statements")?.list() ?? [])
    for statement in try group.statements() { program.add(statement) }
    program.facts.rules = try rules()
    program.facts.steps = try steps()
    return program
  }

  /// The id: two names with a slash between them.
  private func id() throws(SourceListError) -> String {
    let text = try reader.text("id")
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "/"):
        true
      default: false
      }
    }
    guard isPlain, text.split(separator: "/", omittingEmptySubsequences: false).count == 2,
      !text.hasPrefix("/"), !text.hasSuffix("/")
    else {
      throw try reader.required("id").place.error(
        .badValue(text, key: "id", expected: "two names and a slash, as in jp/route-b"))
    }
    return text
  }

  // MARK: Steps

  private static let common = ["basis", "url", "note", "asOf", "seen", "confidence"]

  private func steps() throws(SourceListError) -> Fact<[PathwayStep]>? {
    var parts: [(PathwayStep, Backing)] = []
    for (place, node) in (try reader.node("steps")?.list() ?? []).enumerated() {
      let reader = try KeyedReader(
        node, allowed: ["name", "stage", "requires", "leadsTo"] + Self.common)
      let step = PathwayStep(
        order: place + 1, name: try reader.text("name"), stage: try reader.requiredWord("stage"),
        requires: try reader.filled("requires"), leadsTo: try reader.filled("leadsTo"))
      parts.append((step, try reader.backing()))
    }
    return Self.joined(parts)
  }

  // MARK: Rules

  private func rules() throws(SourceListError) -> Fact<[EligibilityRule]>? {
    guard let list = try reader.node("rules")?.list() else { return nil }
    var parts: [(EligibilityRule, Backing)] = []
    for node in list {
      let reader = try KeyedReader(node, allowed: ["id", "text", "needs"] + Self.common)
      let rule = EligibilityRule(
        id: try reader.text("id"), text: try reader.text("text"),
        needs: reader.node("needs")?.json)
      parts.append((rule, try reader.backing()))
    }
    do throws(RuleError) { _ = try RuleSet(parts.map(\.0)) } catch {
      throw Self.place(of: error.path[...], in: .init(listOf: list, at: node.place)).error(
        .refused(error.reason))
    }
    return Self.joined(parts)
  }

  /// Where a path of keys and places in lists leads; as far as it can be followed.
  private static func place(of path: ArraySlice<String>, in node: MarkedNode) -> Place {
    guard let key = path.first else { return node.place }
    switch node.content {
    case .list(let nodes):
      guard let place = Int(key), nodes.indices.contains(place) else { return node.place }
      return Self.place(of: path.dropFirst(), in: nodes[place])
    case .map(let entries):
      guard let entry = entries.first(where: { $0.key == key }) else { return node.place }
      return path.count == 1 ? entry.place : Self.place(of: path.dropFirst(), in: entry.value)
    case .text: return node.place
    }
  }

  /// Parts with a source each as one fact: the weakest basis, the least confidence, and a piece of
  /// evidence a part, in their order.
  private static func joined<Part: ListedValue>(_ parts: [(Part, Backing)]) -> Fact<[Part]>? {
    guard let basis = parts.map(\.1.basis).min() else { return nil }
    return Fact(
      parts.map(\.0), basis: basis, confidence: parts.compactMap(\.1.confidence).min(),
      evidence: parts.map(\.1.evidence))
  }
}

/// What stands behind one part of a list.
private struct Backing {
  let basis: Basis
  let confidence: Double?
  let evidence: Evidence
}

extension KeyedReader {
  /// A list of texts; nil where the key is absent.
  fileprivate func filled(_ key: String) throws(SourceListError) -> [String]? {
    node(key) == nil ? nil : try texts(key)
  }

  /// What stands behind a part.
  fileprivate func backing() throws(SourceListError) -> Backing {
    let words: [String: Basis] = ["reported": .reported, "regulation": .regulation]
    let word = try text("basis")
    guard let basis = words[word] else {
      throw try required("basis").place.error(
        .unknownWord(word, key: "basis", allowed: ["reported", "regulation"]))
    }
    return Backing(
      basis: basis, confidence: try confidence(), evidence: .elsewhere(try evidence()))
  }
}

extension MarkedNode {
  /// The piece as JSON; scalars stay the text that was written.
  fileprivate var json: JSONValue {
    switch content {
    case .text(let text): .string(text)
    case .list(let nodes): .array(nodes.map(\.json))
    case .map(let entries):
      .object(
        Dictionary(entries.map { ($0.key, $0.value.json) }, uniquingKeysWith: { one, _ in one }))
    }
  }
}
