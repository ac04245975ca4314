extension YAMLFileError: CustomStringConvertible {
  /// The error in one line: file, line, what is wrong, and what would be right.
  public var description: String { "\(file):\(line): \(problem)" }
}

extension YAMLFileError.Problem: CustomStringConvertible {
  /// What is wrong and what would be right.
  public var description: String {
    switch self {
    case .empty:
      "the file is empty"
    case .notYAML(let reason):
      "this cannot be read as YAML: \(reason)"
    case .duplicateKey(let key):
      "the key “\(key)” stands twice here; keep one"
    case .unknownKey(let key, let allowed):
      "unknown key “\(key)”; \(suggestion(for: key, among: allowed))"
    case .missingKey(let key):
      "the key “\(key)” is missing"
    case .noneOf(let keys):
      "one of these keys must be here: \(list(keys))"
    case .tooMany(let keys):
      "only one of these keys may be here: \(list(keys))"
    case .wrongShape(let expected, let found):
      "\(found) stands where \(expected) belongs"
    case .unknownWord(let word, let key, let allowed):
      "“\(word)” is no value of “\(key)”; \(suggestion(for: word, among: allowed))"
    case .badValue(let text, let key, let expected):
      "“\(text)” is no value of “\(key)”; it should be \(expected)"
    case .duplicate(let value, let key, let firstLine):
      "“\(value)” under “\(key)” stands on line \(firstLine) already"
    case .unknownName(let name, let kind, let known):
      nearest(to: name, among: known)
        .map { "no \(kind) has the id “\(name)”; did you mean “\($0)”?" }
        ?? "no \(kind) has the id “\(name)”"
    case .refused(let reason):
      reason
    }
  }

  private func suggestion(for word: String, among allowed: [String]) -> String {
    let choice = "allowed here: \(list(allowed))"
    return nearest(to: word, among: allowed).map { "did you mean “\($0)”? \(choice)" } ?? choice
  }

  private func nearest(to word: String, among words: [String]) -> String? {
    EditDistance.nearest(to: word, among: words)
  }

  private func list(_ words: [String]) -> String {
    words.joined(separator: ", ")
  }
}
