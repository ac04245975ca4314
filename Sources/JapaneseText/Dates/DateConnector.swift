/// The signs and words between two dates.
public enum DateConnector: Sendable {
  /// From the first to the second.
  case range
  /// Either of them, or both.
  case list

  private static let words: [(String, DateConnector)] = [
    ("から", .range), ("より", .range), ("~", .range), ("-", .range), ("ー", .range), ("→", .range),
    ("through", .range), ("until", .range), ("to", .range), ("又は", .list), ("または", .list),
    ("及び", .list), ("および", .list), ("もしくは", .list), ("若しくは", .list), ("と", .list),
    ("か", .list), ("、", .list), ("・", .list), (",", .list), ("or", .list), ("and", .list),
  ]

  /// Takes a connector that stands at the reader's position.
  public static func take(_ reader: inout ScalarReader) -> DateConnector? {
    words.first { reader.take($0.0) }?.1
  }
}
