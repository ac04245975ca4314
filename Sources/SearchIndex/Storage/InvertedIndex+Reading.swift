extension InvertedIndex {
  /// Returns a term of the dictionary, nil where no document has it.
  public func term(_ text: String) -> TermEntry? {
    let key = Array(text.utf8)
    let entry = key.withUnsafeBytes { dictionary.cursor(from: $0).entry }
    return entry?.bytes == key ? entry : nil
  }

  /// Returns the terms that begin with `prefix`, ascending by their bytes, at most `limit`.
  public func terms(withPrefix prefix: String, limit: Int) -> [TermEntry] {
    let key = Array(prefix.utf8)
    var cursor = key.withUnsafeBytes { dictionary.cursor(from: $0) }
    var entries: [TermEntry] = []
    while entries.count < limit, let entry = cursor.entry, entry.bytes.starts(with: key) {
      entries.append(entry)
      cursor.advance()
    }
    return entries
  }

  /// Returns a cursor over all terms, at the first.
  public func terms() -> TermCursor {
    TermCursor(dictionary)
  }

  /// Returns a cursor at the first document that has a term, which must be of this index.
  public func postings(of term: TermEntry) -> PostingsCursor {
    let place = term.postings
    let region = postings.part(from: place.offset, count: place.length)
    return PostingsCursor(
      region ?? ByteRegion(owner: postings.owner, start: postings.start, count: 0),
      documentFrequency: term.documentFrequency, documents: documentCount, shapes: shapes)
  }

  /// Returns a cursor at the first document that has a term, nil where none has it.
  public func postings(of term: String) -> PostingsCursor? {
    self.term(term).map { postings(of: $0) }
  }

  /// Returns a cursor over a phrase of terms with their offsets, nil where a term is nowhere.
  public func phrase(_ terms: [(term: String, offset: Int)]) -> PhraseCursor? {
    var cursors: [(postings: PostingsCursor, offset: Int)] = []
    for (term, offset) in terms {
      guard let cursor = postings(of: term) else { return nil }
      cursors.append((cursor, offset))
    }
    return PhraseCursor(cursors)
  }

  /// Returns the length of a text field in a document; 0 for what is not there.
  @inline(__always)
  public func fieldLength(_ field: Int, of document: DocumentNumber) -> UInt32 {
    guard lengths.indices.contains(field), document.index < documentCount else { return 0 }
    return UInt32(bitPattern: lengths[field][document.index])
  }

  /// Returns the column of numbers of this name, nil where the schema has none.
  public func integerColumn(named name: String) -> IntegerColumn? {
    schema.integerColumns.firstIndex(of: name).map { integers[$0] }
  }

  /// Returns the column of texts of this name, nil where the schema has none.
  public func keywordColumn(named name: String) -> KeywordColumn? {
    schema.keywordColumns.firstIndex(of: name).map { keywords[$0] }
  }

  /// Returns the bytes that came with a document; empty for a document that is not there.
  public func stored(of document: DocumentNumber) -> [UInt8] {
    stored.region(of: document).map { Array($0.bytes) } ?? []
  }

  /// Returns the bytes attached under a name, nil where there are none.
  public func attachment(named name: String) -> [UInt8]? {
    attachmentNames.firstIndex(of: name).map { Array(attachments[$0].bytes) }
  }
}
