import SearchIndex

/// A made-up collection: documents, and the index of them.
struct Collection {
  static let fields = ["title", "body", "words"]

  let documents: [IndexDocument]
  let bytes: [UInt8]
  let index: InvertedIndex

  static func schema() throws -> IndexSchema {
    try IndexSchema(
      textFields: [.init("title", weight: 3, b: 0.5), .init("body"), .init("words")],
      integerColumns: ["fee", "year"], keywordColumns: ["region"])
  }

  init(_ documents: [IndexDocument]) throws {
    self.documents = documents
    var builder = try Self.builder(documents)
    bytes = builder.serialized()
    index = try InvertedIndex(bytes: bytes)
  }

  /// Documents over so few terms that every combination occurs; some terms are in nearly all.
  init(seed: UInt64, count: Int, terms: Int = 12, length: Int = 12) throws {
    var random = SeededGenerator(seed: seed)
    try self.init(
      (0..<count).map { _ in Self.document(terms: terms, length: length, using: &random) })
  }

  static func builder(_ documents: [IndexDocument]) throws -> IndexBuilder {
    var builder = IndexBuilder(schema: try schema(), formatTag: "test-1")
    for document in documents { try builder.add(document) }
    builder.attach(Array("attached".utf8), named: "notes")
    builder.attach([], named: "empty")
    return builder
  }

  static func name(_ term: Int) -> String { "語\(term)" }

  /// The documents that have a term, as a plain list.
  func documents(with term: String) -> [DocumentNumber] {
    documents(where: { $0.tokens.contains { $0.term == term } })
  }

  func documents(where matches: (IndexDocument.Text) -> Bool) -> [DocumentNumber] {
    documents.indices
      .filter { documents[$0].texts.values.contains(where: matches) }
      .map { DocumentNumber(UInt32($0)) }
  }

  /// The positions of a term in a field, as a plain set.
  func positions(of term: String, field: Int, in document: DocumentNumber) -> Set<UInt32> {
    let text = documents[document.index].texts[Self.fields[field]]
    return Set(text?.tokens.filter { $0.term == term }.map(\.position) ?? [])
  }

  private static func document(
    terms: Int, length: Int, using random: inout SeededGenerator
  ) -> IndexDocument {
    var texts: [String: IndexDocument.Text] = [:]
    for field in fields where Bool.random(using: &random) {
      let tokens = (0..<Int.random(in: 0...length, using: &random)).map { _ in
        // The smaller of two draws makes the first terms common.
        let drawn = (0..<2).map { _ in Int.random(in: 0..<terms, using: &random) }
        return IndexDocument.Token(
          name(min(drawn[0], drawn[1])), at: .random(in: 0..<UInt32(length), using: &random))
      }
      texts[field] = .init(tokens: tokens)
    }
    return IndexDocument(
      texts: texts,
      integers: ["fee": (0..<Int.random(in: 0...2, using: &random)).map { Int32($0) * -1000 }],
      keywords: ["region": ["東北", "関東"].shuffled(using: &random).dropLast()],
      stored: (0..<Int.random(in: 0...9, using: &random)).map { UInt8($0) })
  }
}

extension DocumentCursor {
  /// All documents from here on.
  var rest: [DocumentNumber] {
    var cursor = self
    var found: [DocumentNumber] = []
    while !cursor.isAtEnd {
      found.append(cursor.document)
      cursor.advance()
    }
    return found
  }
}
