extension IndexFileReader {
  /// Returns the dictionary of terms.
  func dictionary(_ metadata: IndexMetadata) throws(IndexFileError) -> TermDictionary {
    try TermDictionary(
      blocks: section(.init(.termBlocks)), terms: section(.init(.terms)),
      count: metadata.termCount)
  }

  /// Returns the lengths of each text field.
  func fieldLengths(_ metadata: IndexMetadata) throws(IndexFileError) -> [PackedNumbers] {
    var lengths: [PackedNumbers] = []
    for field in metadata.schema.textFields.indices {
      let name = SectionName(.fieldLengths, field)
      guard let numbers = PackedNumbers(try section(name)), numbers.base != nil,
        numbers.count == metadata.documentCount
      else { throw .damaged(part: name.part) }
      lengths.append(numbers)
    }
    return lengths
  }

  /// Returns the columns of numbers.
  func integerColumns(_ metadata: IndexMetadata) throws(IndexFileError) -> [IntegerColumn] {
    var columns: [IntegerColumn] = []
    for number in metadata.schema.integerColumns.indices {
      guard let values = PackedNumbers(try section(.init(.integerValues, number))),
        let starts = ColumnStarts(
          try section(.init(.integerStarts, number)), documents: metadata.documentCount,
          valueCount: values.count)
      else { throw .damaged(part: .integerColumn(number)) }
      columns.append(IntegerColumn(starts: starts, values: values))
    }
    return columns
  }

  /// Returns the columns of texts.
  func keywordColumns(_ metadata: IndexMetadata) throws(IndexFileError) -> [KeywordColumn] {
    var columns: [KeywordColumn] = []
    for number in metadata.schema.keywordColumns.indices {
      columns.append(try keywordColumn(number, documents: metadata.documentCount))
    }
    return columns
  }

  /// Returns the payloads.
  func storedPayloads(_ metadata: IndexMetadata) throws(IndexFileError) -> StoredPayloads {
    try StoredPayloads(
      starts: section(.init(.storedStarts)), bytes: section(.init(.storedBytes)),
      documents: metadata.documentCount)
  }

  /// Returns the attachments in the order of their names.
  func attachments(_ metadata: IndexMetadata) throws(IndexFileError) -> [ByteRegion] {
    var regions: [ByteRegion] = []
    for number in metadata.attachmentNames.indices {
      regions.append(try section(.init(.attachment, number)))
    }
    return regions
  }

  private func keywordColumn(
    _ number: Int, documents: Int
  ) throws(IndexFileError) -> KeywordColumn {
    guard let ordinals = PackedNumbers(try section(.init(.keywordOrdinals, number))),
      let starts = ColumnStarts(
        try section(.init(.keywordStarts, number)), documents: documents,
        valueCount: ordinals.count),
      let windows = KeywordWindows(
        try section(.init(.keywordWindows, number)), documents: documents),
      let column = KeywordColumn(
        starts: starts, ordinals: ordinals,
        textStarts: try section(.init(.keywordTextStarts, number)),
        texts: try section(.init(.keywordTexts, number)), windows: windows)
    else { throw .damaged(part: .keywordColumn(number)) }
    return column
  }
}
