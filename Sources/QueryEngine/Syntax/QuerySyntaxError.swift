/// What is wrong with a query, and where.
public struct QuerySyntaxError: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// A field that the query language does not have.
    case unknownField(String, known: [String])
    /// A field's value that it cannot have.
    case badValue(field: String, value: String, expected: String)
    /// A quotation mark without the one that ends the phrase.
    case unbalancedQuote(String)
    /// More characters than a query may have.
    case tooLong(characters: Int, limit: Int)
  }

  /// What is wrong.
  public let reason: Reason
  /// The character at which it begins, from 1.
  public let column: Int
}
