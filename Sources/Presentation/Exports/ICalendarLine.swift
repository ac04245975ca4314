/// A content line of iCalendar (RFC 5545, section 3.1).
public enum ICalendarLine {
  /// The most octets of a line, its end not counted.
  private static let longest = 75

  /// A property whose value is text, with what text must escape (section 3.3.11).
  public static func text(_ name: String, _ value: String) -> String { text(name, lines: [value]) }

  /// A property whose value is text of several lines.
  public static func text(_ name: String, lines: [String]) -> String {
    let parts = lines.map { line in
      SafeText.line(line).unicodeScalars.reduce(into: "") { text, scalar in
        if scalar == "\\" || scalar == ";" || scalar == "," { text += "\\" }
        text.unicodeScalars.append(scalar)
      }
    }
    return raw(name, parts.joined(separator: "\\n"))
  }

  /// A property whose value is taken as it is.
  public static func raw(_ name: String, _ value: String) -> String { folded("\(name):\(value)") }

  /// The line in pieces of at most 75 octets; no character is cut in two.
  private static func folded(_ line: String) -> String {
    var text = ""
    var used = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if used + size > longest {
        text += "\r\n "
        used = 1
      }
      text.unicodeScalars.append(scalar)
      used += size
    }
    return text + "\r\n"
  }
}
