/// A cell of a CSV file (RFC 4180), made so that no spreadsheet runs it.
enum CSVCell {
  /// What begins a formula in one spreadsheet or another, in every width.
  private static let starters = Set("=+-@＝＋－＠﹦﹢﹣﹫−".unicodeScalars)
  /// Whether a byte must stand in quotation marks; a semicolon parts cells for some spreadsheets.
  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch UnicodeScalar(byte) {
    case ",", "\"", ";", "'": true
    default: false
    }
  }

  /// The cell of a text.
  static func encoded(_ text: String) -> String {
    let cell = defused(SafeText.line(text))
    let bytes = cell.utf8
    guard bytes.contains(where: isSeparator) || bytes.first == 0x20 || bytes.last == 0x20 else {
      return cell
    }
    let quote = UInt8(ascii: "\"")
    guard bytes.contains(quote) else { return "\"" + cell + "\"" }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// The text behind an apostrophe, which spreadsheets take for “this is text”, if it would be a formula.
  ///
  /// A text that begins with an apostrophe gets another one, so that taking one away always gives it back.
  private static func defused(_ text: String) -> String {
    // Letters and digits, with which most cells begin, are told at once.
    let start = text.utf8.first ?? 0x30
    if (0x30...0x39).contains(start) || (0x61...0x7A).contains(start) { return text }
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace }
    let needsMark = first.map(starters.contains) == true || text.unicodeScalars.first == "'"
    return needsMark ? "'" + text : text
  }
}
