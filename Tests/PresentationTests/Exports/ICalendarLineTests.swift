@testable import Presentation
import Testing

@Suite struct ICalendarLineTests {
  @Test(
    "RFC 5545, section 3.3.11: backslash, semicolon, comma and line end are escaped in text",
    arguments: [
      ("a;b,c\\d", "X:a\\;b\\,c\\\\d\r\n"), ("a:b", "X:a:b\r\n"), ("a\nb", "X:a b\r\n"),
      ("\u{7}a\r\nBEGIN:VEVENT", "X:a BEGIN:VEVENT\r\n"),
    ])
  func escapes(text: String, line: String) {
    #expect(ICalendarLine.text("X", text) == line)
  }

  @Test(
    "RFC 5545, section 3.1: lines have 75 octets at most, and no character is cut",
    arguments: 0..<80)
  func folding(count: Int) {
    let value = String(repeating: "a", count: count) + String(repeating: "病", count: 60) + "🏥"
    let text = ICalendarLine.raw("X", value)
    let lines = text.split(separator: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") })
    #expect(text.replacing("\r\n ", with: "") == "X:\(value)\r\n")
  }

  @Test("Lines of a text are parted by an escaped line end")
  func severalLines() {
    #expect(ICalendarLine.text("X", lines: ["a", "b,c"]) == "X:a\\nb\\,c\r\n")
  }
}
