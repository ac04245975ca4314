public import MarkedYAML
public import RecruitmentModel

/// The institutions that the crawl knows, in the order of the file.
public struct SourceList: Hashable, Sendable {
  /// The sources.
  public let sources: [Source]

  /// Makes a list; of two sources with one id the first is found by it.
  public init(_ sources: [Source]) {
    self.sources = sources
  }

  /// Reads a source list.
  ///
  /// - Parameters:
  ///   - yaml: What the file holds.
  ///   - file: The name of the file, for messages.
  /// - Throws: `SourceListError` for the first thing that is wrong.
  public init(yaml: String, file: String) throws(SourceListError) {
    let root = try KeyedReader(MarkedNode(yaml: yaml, file: file), allowed: ["sources"])
    var taken = TakenNames()
    var sources: [Source] = []
    for node in try root.required("sources").list() {
      let source = try Source(node)
      try taken.take(source, at: node)
      sources.append(source)
    }
    self.sources = sources
  }

  /// The source with an id.
  public subscript(id: String) -> Source? {
    sources.first { $0.id == id }
  }

  /// The ids in the order of the file.
  public var ids: [String] { sources.map(\.id) }

  /// The hospitals.
  public var hospitals: [Source] { sources.filter { $0.role == .hospital } }

  /// The names that people use for the hospitals.
  public var names: [InstitutionNames] { hospitals.map(\.names) }
}

/// The ids and names that are taken already, with the line of each.
private struct TakenNames {
  private var ids: [String: Int] = [:]
  private var names: [String: Int] = [:]

  /// Takes the id, the name and the aliases of a source; none may belong to another one.
  mutating func take(_ source: Source, at node: MarkedNode) throws(SourceListError) {
    if let line = ids.updateValue(node.place.line, forKey: source.id) {
      throw node.place.error(.duplicate(source.id, key: "id", firstLine: line))
    }
    for (name, key) in [(source.names.name, "name")] + source.names.aliases.map({ ($0, "aliases") })
    {
      if let line = names.updateValue(node.place.line, forKey: name) {
        throw node.place.error(.duplicate(name, key: key, firstLine: line))
      }
    }
  }
}
