/// The names of what an index holds, in the order in which they are numbered.
public struct IndexSchema: Hashable, Sendable {
  /// A field of text, with the part it plays in scores unless a query says otherwise.
  public struct TextField: Hashable, Sendable {
    /// The name, unique among text fields.
    public let name: String
    /// How much an occurrence in this field counts beside one in a field of weight 1.
    public let weight: Double
    /// How strongly long texts are held back in this field: 0 not at all, 1 in full.
    public let b: Double

    /// Names a field.
    public init(_ name: String, weight: Double = 1, b: Double = BM25F.standardB) {
      self.name = name
      self.weight = weight
      self.b = b
    }
  }

  /// The text fields; their places here are their numbers everywhere.
  public let textFields: [TextField]
  /// The columns of numbers.
  public let integerColumns: [String]
  /// The columns of short texts that are compared whole.
  public let keywordColumns: [String]

  /// The most text fields that an index can have, one for each bit of a ``FieldMask``.
  public static let textFieldLimit = FieldMask.bitWidth

  /// Checks and takes the names.
  ///
  /// - Throws: ``IndexSchemaError`` where a name occurs twice in its list or fields are too many.
  public init(
    textFields: [TextField], integerColumns: [String] = [], keywordColumns: [String] = []
  ) throws(IndexSchemaError) {
    guard textFields.count <= Self.textFieldLimit else {
      throw .tooManyTextFields(found: textFields.count, limit: Self.textFieldLimit)
    }
    for names in [textFields.map(\.name), integerColumns, keywordColumns] {
      var seen: Set<String> = []
      for name in names where !seen.insert(name).inserted { throw .repeatedName(name) }
    }
    self.textFields = textFields
    self.integerColumns = integerColumns
    self.keywordColumns = keywordColumns
  }

  /// Returns the number of a text field, nil where there is none of that name.
  public func field(named name: String) -> Int? {
    textFields.firstIndex { $0.name == name }
  }
}

/// Why names do not make a schema.
public enum IndexSchemaError: Error, Equatable, Sendable {
  /// Two text fields, integer columns or keyword columns have the same name.
  case repeatedName(String)
  /// There are more text fields than a field mask has bits.
  case tooManyTextFields(found: Int, limit: Int)
}

/// A set of text fields: bit *n* stands for field *n* of the schema.
public typealias FieldMask = UInt16
