import Yams

extension MarkedNode {
  /// Reads a YAML file; the only place that knows the YAML library.
  package init(yaml: String, file: String) throws(YAMLFileError) {
    let start = Place(file: file, line: 1)
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      throw Self.tab(in: yaml, error, file) ?? Self.fileError(error, in: file)
    } catch {
      throw start.error(.notYAML("\(error)"))
    }
    guard let root else { throw start.error(.empty) }
    // Without aliases a file has fewer pieces than letters.
    var budget = max(1000, yaml.utf8.count)
    try self.init(root, around: start, &budget)
  }

  /// Reads a piece; aliases are written out, but never to more pieces than the file has letters.
  fileprivate init(
    _ node: Node, around outer: Place, _ budget: inout Int
  ) throws(YAMLFileError) {
    place = node.mark.map { Place(file: outer.file, line: $0.line) } ?? outer
    budget -= 1
    guard budget >= 0 else {
      throw outer.error(
        .refused(
          "the aliases (*name) stand for more than the file could hold; write out what they mean"))
    }
    switch node {
    case .scalar(let scalar):
      content = .text(scalar.string)
    case .sequence(let sequence):
      var items: [MarkedNode] = []
      for item in sequence { items.append(try MarkedNode(item, around: place, &budget)) }
      content = .list(items)
    case .mapping(let mapping):
      var entries: [Entry] = []
      for (key, value) in mapping { entries.append(try Entry(key, value, around: place, &budget)) }
      content = .map(entries)
    case .alias:
      throw place.error(.notYAML("an alias that points nowhere"))
    }
  }

  /// A tab that the reader stumbles over, which people do not see; nil for every other fault.
  private static func tab(in yaml: String, _ error: YamlError, _ file: String) -> YAMLFileError? {
    guard case .scanner(_, _, let mark, _) = error else { return nil }
    let lines = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard lines.indices.contains(mark.line - 1),
      lines[mark.line - 1].prefix(while: \.isWhitespace).contains("\t")
    else { return nil }
    return Place(file: file, line: mark.line).error(
      .notYAML("a tab stands before the words of this line; put blanks instead"))
  }

  private static func fileError(_ error: YamlError, in file: String) -> YAMLFileError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      Place(file: file, line: mark.line).error(.notYAML(problem))
    case .duplicatedKeysInMapping(let keys, let context):
      Place(file: file, line: context.mark.line).error(.duplicateKey(keys.first ?? ""))
    default:
      Place(file: file, line: 1).error(.notYAML("\(error)"))
    }
  }
}

extension MarkedNode.Entry {
  fileprivate init(
    _ key: Node, _ value: Node, around outer: Place, _ budget: inout Int
  ) throws(YAMLFileError) {
    let place = key.mark.map { Place(file: outer.file, line: $0.line) } ?? outer
    guard let text = key.scalar?.string else {
      throw place.error(.wrongShape(expected: "a plain word as key", found: "something else"))
    }
    self.init(key: text, place: place, value: try MarkedNode(value, around: place, &budget))
  }
}
