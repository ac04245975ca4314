/// Reads the values of a set of keys, and refuses every key that means nothing there.
package struct KeyedReader {
  /// Where the keys stand.
  package let place: Place
  private let values: [String: MarkedNode]

  /// Reads a set of keys; every key that is not allowed is refused with its line.
  package init(_ node: MarkedNode, allowed: [String]) throws(YAMLFileError) {
    guard case .map(let entries) = node.content else {
      throw node.place.error(.wrongShape(expected: "a set of keys", found: node.description))
    }
    for entry in entries where !allowed.contains(entry.key) {
      throw entry.place.error(.unknownKey(entry.key, allowed: allowed))
    }
    place = node.place
    values = Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Which of some keys are there, in their own order.
  package func present(among keys: [String]) -> [String] {
    keys.filter { values[$0] != nil }
  }

  /// What stands under a key.
  package func node(_ key: String) -> MarkedNode? {
    values[key]
  }

  /// What stands under a key that must be there.
  package func required(_ key: String) throws(YAMLFileError) -> MarkedNode {
    guard let node = values[key] else { throw place.error(.missingKey(key)) }
    return node
  }

  /// A text that must be there.
  package func text(_ key: String) throws(YAMLFileError) -> String {
    try required(key).text()
  }

  /// A text that may be missing.
  package func optionalText(_ key: String) throws(YAMLFileError) -> String? {
    try values[key]?.text()
  }

  /// A list of texts; an absent key is an empty list.
  package func texts(_ key: String) throws(YAMLFileError) -> [String] {
    try items(key) { (item) throws(YAMLFileError) in try item.text() }
  }

  /// A list read item by item; an absent key is an empty list.
  package func items<Item>(
    _ key: String, _ read: (MarkedNode) throws(YAMLFileError) -> Item
  ) throws(YAMLFileError) -> [Item] {
    try values[key]?.items(read) ?? []
  }

  /// A text read as a value, such as a date.
  package func value<Value>(
    _ key: String, as expected: String, _ read: (String) -> Value?
  ) throws(YAMLFileError) -> Value? {
    guard let node = values[key] else { return nil }
    let text = try node.text()
    guard let value = read(text) else {
      throw node.place.error(.badValue(text, key: key, expected: expected))
    }
    return value
  }

  /// One of the words of a closed set.
  package func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Word.Type = Word.self
  ) throws(YAMLFileError) -> Word? {
    try values[key]?.word(of: key)
  }

  /// One of the words of a closed set, which must be there.
  package func requiredWord<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Word.Type = Word.self
  ) throws(YAMLFileError) -> Word {
    try required(key).word(of: key)
  }

  /// A whole number that may be missing.
  package func number(_ key: String) throws(YAMLFileError) -> Int? {
    try value(key, as: "a whole number") { Int($0) }
  }

  /// A yes or no that may be missing.
  package func flag(_ key: String) throws(YAMLFileError) -> Bool? {
    try value(key, as: "true or false") { $0 == "true" ? true : $0 == "false" ? false : nil }
  }
}

extension MarkedNode {
  /// The text; a list or a set of keys is refused.
  package func text() throws(YAMLFileError) -> String {
    guard case .text(let text) = content, !text.isEmpty else {
      throw place.error(.wrongShape(expected: "a text", found: description))
    }
    return text
  }

  /// The pieces of a list.
  package func list() throws(YAMLFileError) -> [MarkedNode] {
    guard case .list(let nodes) = content else {
      throw place.error(.wrongShape(expected: "a list", found: description))
    }
    return nodes
  }

  /// A list read item by item.
  package func items<Item>(
    _ read: (MarkedNode) throws(YAMLFileError) -> Item
  ) throws(YAMLFileError) -> [Item] {
    try list().map { (node) throws(YAMLFileError) in try read(node) }
  }

  /// One of the words of a closed set.
  package func word<Word: RawRepresentable<String> & CaseIterable>(
    of key: String
  ) throws(YAMLFileError) -> Word {
    if case .text("") = content {
      let allowed = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw place.error(
        .refused("“\(key)” has no value; allowed here: \(allowed); or leave the key out"))
    }
    let text = try text()
    guard let word = Word(rawValue: text) else {
      let allowed = Word.allCases.map(\.rawValue)
      throw place.error(.unknownWord(text, key: key, allowed: allowed))
    }
    return word
  }
}
