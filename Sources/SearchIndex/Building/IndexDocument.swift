/// One document as it is given to an ``IndexBuilder``.
public struct IndexDocument: Sendable {
  /// A term at a place; several terms may share a position.
  public struct Token: Hashable, Sendable {
    /// The term, indexed as its UTF-8 bytes, unchanged.
    public var term: String
    /// The place in the field, in the caller's own units.
    public var position: UInt32

    /// Puts a term at a position.
    public init(_ term: String, at position: UInt32) {
      self.term = term
      self.position = position
    }
  }

  /// The content of one text field.
  public struct Text: Sendable {
    /// The tokens, in any order; the same term given twice at one position counts once.
    public var tokens: [Token]
    /// Further tokens, laid out for building.
    public var packed = PackedTokens()
    /// The length that scores divide by.
    public var length: UInt32

    /// Takes tokens and the field's length; without one, the number of tokens.
    public init(tokens: [Token], length: UInt32? = nil) {
      self.tokens = tokens
      self.length = length ?? UInt32(clamping: tokens.count)
    }

    /// Takes tokens laid out for building, and the field's length.
    public init(packed: PackedTokens, length: UInt32) {
      tokens = []
      self.packed = packed
      self.length = length
    }
  }

  /// The text fields by name; a missing one is empty.
  public var texts: [String: Text]
  /// The integer columns by name, values in the order to keep; missing or empty means unknown.
  public var integers: [String: [Int32]]
  /// The keyword columns by name, values in the order to keep; missing or empty means unknown.
  public var keywords: [String: [String]]
  /// Bytes that the index gives back as they are.
  public var stored: [UInt8]

  /// Collects a document's content.
  public init(
    texts: [String: Text] = [:], integers: [String: [Int32]] = [:],
    keywords: [String: [String]] = [:], stored: [UInt8] = []
  ) {
    self.texts = texts
    self.integers = integers
    self.keywords = keywords
    self.stored = stored
  }
}
