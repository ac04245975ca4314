/// The signs and words between two dates.
public enum DateConnector: Sendable {
  /// From the first to the second.
  case range
  /// Either of them, or both.
  case list

  private static let words: [(String, DateConnector)] = [
    ("から", .range), ("より", .range), ("~", .range), ("-", .range), ("ー", .range), ("→", .range),
    ("⇒", .range), ("⟶", .range), ("➡", .range), ("▼", .range), ("↓", .range), ("至", .range),
    ("ないし", .range), ("乃至", .range), ("through", .range), ("until", .range), ("till", .range),
    ("to", .range), ("又は", .list), ("または", .list), ("及び", .list), ("および", .list),
    ("もしくは", .list), ("若しくは", .list), ("あるいは", .list), ("と", .list), ("か", .list), ("、", .list),
    ("・", .list), (",", .list), ("or", .list), ("and", .list),
  ]

  /// Takes a connector that stands at the reader's position.
  public static func take(_ reader: inout ScalarReader) -> DateConnector? {
    words.first { reader.take($0.0) }?.1
  }

  /// `→訂正→`, `→(変更後)`: that the second date replaces the first, said between both.
  private static func takeChange(_ reader: inout ScalarReader) -> Bool {
    reader.attempt { reader -> Bool? in
      _ = reader.take("(" as Unicode.Scalar)
      guard reader.take(any: ["訂正", "変更", "延長", "修正", "改訂", "繰上げ", "繰下げ"]) != nil else {
        return nil
      }
      _ = reader.take("後" as Unicode.Scalar)
      _ = reader.take(any: [")", ":"])
      return true
    } ?? false
  }

  /// Marks that may stand around a date or a sign and mean nothing: `◆9月24日◆~◆10月9日◆`.
  private static let ornaments = Set("◆◇■□●◎★☆▲△*.|".unicodeScalars)

  /// Takes what stands between two dates: a sign or word with blanks, ornaments and brackets around it.
  static func between(_ reader: inout ScalarReader) -> DateConnector? {
    skipOrnaments(&reader)
    let isBracketed = reader.sees("(至)")
    if isBracketed { reader.position += 1 }
    guard let connector = take(&reader) else { return nil }
    if isBracketed { reader.position += 1 }
    skipOrnaments(&reader)
    if connector == .range {
      // `から、11月…`, `～～`, `~ to ~`: one range all the same.
      while take(&reader) == .range || takeChange(&reader) { skipOrnaments(&reader) }
      _ = reader.take(any: ["、", ","])
      skipOrnaments(&reader)
    }
    return connector
  }

  private static func skipOrnaments(_ reader: inout ScalarReader) {
    reader.take { $0.isBlank || ornaments.contains($0) }
  }
}
