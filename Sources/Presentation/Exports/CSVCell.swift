/// A cell of a CSV file (RFC 4180), made so that no spreadsheet runs it.
enum CSVCell {
  /// What begins a formula in one spreadsheet or another, in every width.
  private static let starters = Set("=+-@＝＋－＠﹦﹢﹣﹫−".unicodeScalars)
  /// What must stand in quotation marks; a semicolon parts cells for some spreadsheets.
  private static let separators = Set(",\";'".unicodeScalars)

  /// The cell of a text.
  static func encoded(_ text: String) -> String {
    let cell = defused(SafeText.line(text))
    let edges = [cell.unicodeScalars.first, cell.unicodeScalars.last]
    guard cell.unicodeScalars.contains(where: separators.contains) || edges.contains(" ") else {
      return cell
    }
    return "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }

  /// The text behind an apostrophe, which spreadsheets take for “this is text”, if it would be a formula.
  ///
  /// A text that begins with an apostrophe gets another one, so that taking one away always gives it back.
  private static func defused(_ text: String) -> String {
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace }
    let needsMark = first.map(starters.contains) == true || text.unicodeScalars.first == "'"
    return needsMark ? "'" + text : text
  }
}
