/// What an index says about itself: its schema, its counts, its names.
struct IndexMetadata {
  var schema: IndexSchema
  var formatTag: String
  var documentCount: Int
  var termCount: Int
  /// For each field the sum of its lengths, and the documents in which it is not empty.
  var fieldTotals: [FieldTotal]
  var attachmentNames: [String]

  /// The bytes of the metadata section.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendText(formatTag)
    bytes.appendFixed(UInt64(documentCount))
    bytes.appendFixed(UInt64(termCount))
    bytes.appendVarint(UInt32(schema.textFields.count))
    for (field, total) in zip(schema.textFields, fieldTotals) {
      bytes.appendText(field.name)
      bytes.appendFixed(field.weight.bitPattern)
      bytes.appendFixed(field.b.bitPattern)
      bytes.appendFixed(total.length)
      bytes.appendFixed(total.documents)
    }
    for names in [schema.integerColumns, schema.keywordColumns, attachmentNames] {
      bytes.appendVarint(UInt32(truncatingIfNeeded: names.count))
      names.forEach { bytes.appendText($0) }
    }
    return bytes
  }
}

/// The sums over one field that average lengths are made of.
struct FieldTotal: Equatable {
  var length: UInt64 = 0
  var documents: UInt64 = 0

  /// The mean length of the documents that have the field, 0 where none has.
  var average: Double {
    documents == 0 ? 0 : Double(length) / Double(documents)
  }
}

extension IndexMetadata {
  /// Reads a metadata section; nil where it is damaged.
  init?(_ region: ByteRegion) {
    var reader = ByteReader(region)
    guard let formatTag = reader.text(),
      let documents = reader.fixed(UInt64.self), documents < UInt64(DocumentNumber.end.rawValue),
      let terms = reader.fixed(UInt64.self), terms <= UInt64(UInt32.max),
      let fields = reader.list({ Self.field(&$0) }),
      let integers = reader.list({ $0.text() }), let keywords = reader.list({ $0.text() }),
      let attachments = reader.list({ $0.text() }), reader.isAtEnd,
      let schema = try? IndexSchema(
        textFields: fields.map(\.field), integerColumns: integers, keywordColumns: keywords)
    else { return nil }
    self.init(
      schema: schema, formatTag: formatTag, documentCount: Int(documents), termCount: Int(terms),
      fieldTotals: fields.map(\.total), attachmentNames: attachments)
  }

  private static func field(
    _ reader: inout ByteReader
  ) -> (field: IndexSchema.TextField, total: FieldTotal)? {
    guard let name = reader.text(), let weight = reader.double(), let b = reader.double(),
      let length = reader.fixed(UInt64.self), let documents = reader.fixed(UInt64.self)
    else { return nil }
    return (
      IndexSchema.TextField(name, weight: weight, b: b),
      FieldTotal(length: length, documents: documents)
    )
  }
}
