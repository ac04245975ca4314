/// Collects documents and writes them as one frozen index.
///
/// Documents are numbered in the order of adding. Memory grows with the postings, in about the size
/// that they have in the file, not with the number of tokens.
public struct IndexBuilder: ~Copyable, Sendable {
  /// The longest term in bytes.
  public static let termLengthLimit = 1 << 16

  /// The names of what documents hold.
  public let schema: IndexSchema
  /// The version of the caller's analyser, compared when the index is opened.
  public let formatTag: String
  /// The number of documents so far.
  public private(set) var documentCount = 0

  var postings: PostingsAccumulator
  private(set) var fieldLengths: [[UInt32]]
  private(set) var fieldTotals: [FieldTotal]
  private(set) var integers: [IntegerAccumulator]
  private(set) var keywords: [KeywordAccumulator]
  private(set) var stored = ByteArena()
  private(set) var storedChain = ByteArena.Chain()
  private(set) var storedStarts: [UInt64] = [0]
  private(set) var attachments: [String: [UInt8]] = [:]

  /// Starts without documents.
  ///
  /// - Parameters:
  ///   - schema: The names of what documents hold.
  ///   - formatTag: The version of the caller's analyser.
  ///   - keepsPlaces: Tells by its bytes of which term the places are kept; of the others only how often they
  ///     stand in each field, so that they can be no part of phrases.
  public init(
    schema: IndexSchema, formatTag: String,
    keepsPlaces: @escaping @Sendable (UnsafeRawBufferPointer) -> Bool = { _ in true }
  ) {
    self.schema = schema
    self.formatTag = formatTag
    postings = PostingsAccumulator(fields: schema.textFields.count, keepsPlaces: keepsPlaces)
    fieldLengths = schema.textFields.map { _ in [] }
    fieldTotals = schema.textFields.map { _ in FieldTotal() }
    integers = schema.integerColumns.map { _ in IntegerAccumulator() }
    keywords = schema.keywordColumns.map { _ in KeywordAccumulator() }
  }

  /// Adds a document and returns its number.
  ///
  /// - Throws: ``IndexBuildError``; the document is then left out as a whole.
  @discardableResult
  public mutating func add(_ document: IndexDocument) throws(IndexBuildError) -> DocumentNumber {
    let content = Content(document, schema)
    try check(document, content)
    let number = DocumentNumber(UInt32(truncatingIfNeeded: documentCount))
    for (field, text) in content.texts.enumerated() { add(text, field: field) }
    postings.finishDocument()
    for (column, values) in content.integers.enumerated() { integers[column].add(values ?? []) }
    for (column, values) in content.keywords.enumerated() { keywords[column].add(values ?? []) }
    document.stored.withUnsafeBytes { stored.append($0, to: &storedChain) }
    storedStarts.append((storedStarts.last ?? 0) + UInt64(document.stored.count))
    documentCount += 1
    return number
  }

  /// The distinct terms so far that begin with `prefix`, ascending by their bytes.
  public borrowing func terms(withPrefix prefix: String) -> [String] {
    let head = Array(prefix.utf8)
    return postings.terms.sortedNumbers().compactMap { number in
      postings.terms.withBytes(of: number) { bytes in
        bytes.starts(with: head) ? String(decoding: bytes, as: UTF8.self) : nil
      }
    }
  }

  /// Adds bytes that belong to the whole index, in place of earlier ones of that name.
  public mutating func attach(_ bytes: [UInt8], named name: String) {
    attachments[name] = bytes
  }

  private mutating func add(_ text: IndexDocument.Text?, field: Int) {
    let length = text?.length ?? 0
    fieldLengths[field].append(length)
    if length > 0 {
      fieldTotals[field].length += UInt64(length)
      fieldTotals[field].documents += 1
    }
    if let text {
      postings.add(text.tokens, field: field)
      postings.add(text.packed, field: field)
    }
  }
}

extension IndexBuilder {
  /// What a document holds, in the order of the schema.
  private struct Content {
    let texts: [IndexDocument.Text?]
    let integers: [[Int32]?]
    let keywords: [[String]?]

    init(_ document: IndexDocument, _ schema: IndexSchema) {
      texts = schema.textFields.map { document.texts[$0.name] }
      integers = schema.integerColumns.map { document.integers[$0] }
      keywords = schema.keywordColumns.map { document.keywords[$0] }
    }
  }

  private func check(
    _ document: IndexDocument, _ content: Content
  ) throws(IndexBuildError) {
    if let name = Self.unknown(in: document.texts, content.texts, schema.textFields.map(\.name)) {
      throw .unknownTextField(name)
    }
    if let name = Self.unknown(in: document.integers, content.integers, schema.integerColumns) {
      throw .unknownIntegerColumn(name)
    }
    if let name = Self.unknown(in: document.keywords, content.keywords, schema.keywordColumns) {
      throw .unknownKeywordColumn(name)
    }
    for case let text? in content.texts { try check(text) }
    guard hasRoom(for: content) else { throw .full }
  }

  /// A name that the schema does not have; the values of those that it has are `known`.
  private static func unknown<Value>(
    in given: [String: Value], _ known: [Value?], _ names: @autoclosure () -> [String]
  ) -> String? {
    guard known.count(where: { $0 != nil }) < given.count else { return nil }
    let names = names()
    return given.keys.first { !names.contains($0) }
  }

  private func check(_ text: IndexDocument.Text) throws(IndexBuildError) {
    for index in text.tokens.indices {
      let length = text.tokens[index].term.utf8.count
      if length > Self.termLengthLimit {
        throw .termTooLong(found: length, limit: Self.termLengthLimit)
      }
    }
  }

  private func hasRoom(for content: Content) -> Bool {
    // The number behind the last document must stay below the one that marks the end.
    documentCount < Int(DocumentNumber.end.rawValue) - 1
      && zip(integers, content.integers).allSatisfy { $0.hasRoom(for: $1?.count ?? 0) }
      && zip(keywords, content.keywords).allSatisfy { $0.numbers.hasRoom(for: $1?.count ?? 0) }
  }
}
