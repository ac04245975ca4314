import Foundation

/// Writings that differ in form only, made equal.
enum Folding {
  /// A text without spaces, in one width and one case.
  static func folded(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.lowercased().filter { !$0.isWhitespace }
  }

  /// The digits of a telephone number as they are dialled inside the country, without an extension.
  static func phone(_ text: String) -> String {
    let folded = folded(text).replacing("(0)", with: "")
    let number = folded.prefix { !$0.isLetter || $0 == "ー" }
    let digits = String(number.filter(\.isNumber))
    return number.hasPrefix("+81") ? "0" + digits.dropFirst(2) : digits
  }

  /// Whether two short statements say much the same: one holds the other, or half of their pairs of
  /// neighbouring letters agree.
  static func areSimilar(_ one: String, _ other: String) -> Bool {
    guard !one.isEmpty, !other.isEmpty else { return false }
    if one.contains(other) || other.contains(one) { return true }
    let (some, others) = (pairs(one), pairs(other))
    guard !some.isEmpty, !others.isEmpty else { return false }
    return 4 * some.intersection(others).count >= some.count + others.count
  }

  private static func pairs(_ text: String) -> Set<String> {
    Set(zip(text, text.dropFirst()).map { "\($0)\($1)" })
  }
}
