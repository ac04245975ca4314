import RecruitmentModel

/// Reads the values of a set of keys, and refuses every key that means nothing there.
struct KeyedReader {
  let place: Place
  private let values: [String: MarkedNode]

  init(_ node: MarkedNode, allowed: [String]) throws(SourceListError) {
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
  func present(among keys: [String]) -> [String] {
    keys.filter { values[$0] != nil }
  }

  func node(_ key: String) -> MarkedNode? {
    values[key]
  }

  func required(_ key: String) throws(SourceListError) -> MarkedNode {
    guard let node = values[key] else { throw place.error(.missingKey(key)) }
    return node
  }

  func text(_ key: String) throws(SourceListError) -> String {
    try required(key).text()
  }

  func optionalText(_ key: String) throws(SourceListError) -> String? {
    try values[key]?.text()
  }

  /// A list of texts; an absent key is an empty list.
  func texts(_ key: String) throws(SourceListError) -> [String] {
    try items(key) { (item) throws(SourceListError) in try item.text() }
  }

  /// A list read item by item; an absent key is an empty list.
  func items<Item>(
    _ key: String, _ read: (MarkedNode) throws(SourceListError) -> Item
  ) throws(SourceListError) -> [Item] {
    try values[key]?.items(read) ?? []
  }

  /// A text read as a value, such as a date.
  func value<Value>(
    _ key: String, as expected: String, _ read: (String) -> Value?
  ) throws(SourceListError) -> Value? {
    guard let node = values[key] else { return nil }
    let text = try node.text()
    guard let value = read(text) else {
      throw node.place.error(.badValue(text, key: key, expected: expected))
    }
    return value
  }

  /// One of the words of a closed set.
  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Word.Type = Word.self
  ) throws(SourceListError) -> Word? {
    try values[key]?.word(of: key)
  }

  func requiredWord<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ type: Word.Type = Word.self
  ) throws(SourceListError) -> Word {
    try required(key).word(of: key)
  }

  func date(_ key: String) throws(SourceListError) -> PartialDate? {
    try value(key, as: "a date such as 2026-12-05, 2026-12 or XXXX-12") { PartialDate($0) }
  }

  func number(_ key: String) throws(SourceListError) -> Int? {
    try value(key, as: "a whole number") { Int($0) }
  }

  func flag(_ key: String) throws(SourceListError) -> Bool? {
    try value(key, as: "true or false") { $0 == "true" ? true : $0 == "false" ? false : nil }
  }
}

extension MarkedNode {
  func text() throws(SourceListError) -> String {
    guard case .text(let text) = content, !text.isEmpty else {
      throw place.error(.wrongShape(expected: "a text", found: description))
    }
    return text
  }

  func list() throws(SourceListError) -> [MarkedNode] {
    guard case .list(let nodes) = content else {
      throw place.error(.wrongShape(expected: "a list", found: description))
    }
    return nodes
  }

  func items<Item>(
    _ read: (MarkedNode) throws(SourceListError) -> Item
  ) throws(SourceListError) -> [Item] {
    try list().map { (node) throws(SourceListError) in try read(node) }
  }

  func word<Word: RawRepresentable<String> & CaseIterable>(
    of key: String
  ) throws(SourceListError) -> Word {
    let text = try text()
    guard let word = Word(rawValue: text) else {
      let allowed = Word.allCases.map(\.rawValue)
      throw place.error(.unknownWord(text, key: key, allowed: allowed))
    }
    return word
  }
}
