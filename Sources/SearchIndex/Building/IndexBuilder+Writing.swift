extension IndexBuilder {
  /// Writes the index to a file that replaces any other of that name in one step.
  ///
  /// The same documents give the same bytes. The builder can go on adding afterwards.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - isParallel: Whether all cores take part.
  /// - Throws: ``IndexFileError/unwritable(path:reason:)``; an older file is then unchanged.
  public mutating func write(
    to path: String, isParallel: Bool = false
  ) throws(IndexFileError) {
    postings.settle()
    try FileReplacement.replace(path) { sink throws(SystemError) in
      _ = try write(to: sink, isParallel: isParallel)
    }
  }

  /// Returns the bytes that a file would have.
  public mutating func serialized(isParallel: Bool = false) -> [UInt8] {
    postings.settle()
    return write(to: MemorySink(), isParallel: isParallel).bytes
  }

  private borrowing func write<Sink: ByteSink>(
    to sink: Sink, isParallel: Bool
  ) throws(Sink.Failure) -> Sink {
    var writer = try IndexFileWriter(to: sink, sectionCount: sectionCount)
    try writer.section(.init(.metadata), bytes: metadata.bytes)
    try writeTerms(to: &writer, isParallel: isParallel)
    for (field, lengths) in fieldLengths.enumerated() {
      let numbers = lengths.map { Int32(bitPattern: $0) }
      try writer.section(
        .init(.fieldLengths, field), bytes: PackedNumbers.bytes(of: numbers, mayList: false))
    }
    for (column, values) in integers.enumerated() {
      try writer.section(
        .init(.integerStarts, column), bytes: ColumnStarts.bytes(of: values.starts))
      try writer.section(
        .init(.integerValues, column), bytes: PackedNumbers.bytes(of: values.values))
    }
    for (column, values) in keywords.enumerated() {
      try write(values, column: column, to: &writer)
    }
    try writeStored(to: &writer)
    for (number, name) in attachmentNames.enumerated() {
      try writer.section(.init(.attachment, number), bytes: attachments[name] ?? [])
    }
    return try writer.finish()
  }

  private var attachmentNames: [String] { attachments.keys.sorted() }

  private var sectionCount: Int {
    // Metadata, postings, their shapes, two parts of the dictionary, two parts of the payloads.
    7 + fieldLengths.count + 2 * integers.count + 5 * keywords.count + attachments.count
  }

  private var metadata: IndexMetadata {
    IndexMetadata(
      schema: schema, formatTag: formatTag, documentCount: documentCount,
      termCount: postings.terms.count, fieldTotals: fieldTotals, attachmentNames: attachmentNames)
  }

  /// Scores as an index of these documents will have them.
  private var scoring: BM25F {
    BM25F(
      fields: schema.textFields.map { BM25F.Field(weight: $0.weight, b: $0.b) },
      statistics: CollectionStatistics(
        documentCount: documentCount, averageLengths: fieldTotals.map(\.average)))
  }

  private borrowing func writeTerms<Sink>(
    to writer: inout IndexFileWriter<Sink>, isParallel: Bool
  ) throws(Sink.Failure) {
    var dictionary = TermDictionaryWriter()
    let (order, ranks) = postings.shapes.ranking
    let encoder = PostingsWriter(
      weights: PostingWeights(scoring, lengths: fieldLengths), shapes: postings.shapes, ranks: ranks
    )
    var greatest = encoder.greatest
    writer.beginSection(.init(.postings))
    try postings.encode(postings.terms.sortedNumbers(), by: encoder, isParallel: isParallel) {
      encoded throws(Sink.Failure) in
      try writer.append(encoded.postings)
      for (term, length) in zip(encoded.terms, encoded.lengths) {
        let documents = postings.documentFrequency(of: term)
        postings.terms.withBytes(of: term) {
          dictionary.append($0, documentFrequency: documents, postingsLength: length)
        }
      }
      for (rank, weight) in encoded.greatest.enumerated() {
        greatest[rank] = max(greatest[rank], weight)
      }
    }
    writer.endSection()
    try writer.section(.init(.shapes), bytes: postings.shapes.bytes(of: order, greatest: greatest))
    try writer.section(.init(.termBlocks), bytes: dictionary.blocks)
    try writer.section(.init(.terms), bytes: dictionary.terms)
  }

  private borrowing func writeStored<Sink>(
    to writer: inout IndexFileWriter<Sink>
  ) throws(Sink.Failure) {
    try writer.section(.init(.storedStarts), numbers: storedStarts.last == 0 ? [] : storedStarts)
    writer.beginSection(.init(.storedBytes))
    try stored.forEachPiece(of: storedChain) { piece throws(Sink.Failure) in
      try writer.append(piece)
    }
    writer.endSection()
  }

  private borrowing func write<Sink>(
    _ column: KeywordAccumulator, column number: Int, to writer: inout IndexFileWriter<Sink>
  ) throws(Sink.Failure) {
    let (sorted, ordinals) = column.order
    var starts: [UInt32] = [0]
    var texts: [UInt8] = []
    for text in sorted {
      column.texts.withBytes(of: text) { texts.append(contentsOf: $0) }
      starts.append(UInt32(truncatingIfNeeded: texts.count))
    }
    let values = column.numbers.values.map { Int32(bitPattern: ordinals[Int($0)]) }
    try writer.section(
      .init(.keywordStarts, number), bytes: ColumnStarts.bytes(of: column.numbers.starts))
    try writer.section(
      .init(.keywordOrdinals, number), bytes: PackedNumbers.bytes(of: values, mayList: false))
    try writer.section(.init(.keywordTextStarts, number), numbers: starts)
    try writer.section(.init(.keywordTexts, number), bytes: texts)
    try writer.section(
      .init(.keywordWindows, number),
      bytes: KeywordWindows.bytes(
        of: values, starts: column.numbers.starts, distinct: sorted.count))
  }
}
