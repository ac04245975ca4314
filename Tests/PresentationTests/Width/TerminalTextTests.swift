@testable import Presentation
import TestKit
import Testing

@Suite struct TerminalTextTests {
  @Test(
    "Characters take the columns that terminals give them",
    arguments: [
      ("abc", 3), ("病院", 4), ("ﾋﾞｮｳ", 4), ("が", 2), ("か\u{3099}", 2), ("①●※", 3), ("🏥", 2), ("é", 1),
      ("e\u{301}", 1), ("、。", 4), ("￥", 2), ("", 0), ("👩‍⚕️", 2),
    ])
  func width(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test("No control, format or bidirectional character is left in text that is shown")
  func safe() {
    let dangerous: [ClosedRange<UInt32>] = [
      0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xE000...0xE010,
      0xFEFF...0xFEFF,
    ]
    for scalar in dangerous.joined().compactMap({ Unicode.Scalar($0) }) {
      let shown = SafeText.line("a\(Character(scalar))b").unicodeScalars
      #expect(!shown.contains(scalar) || scalar == " ")
    }
    #expect(SafeText.line("\u{1B}[31m赤\u{7}") == "[31m赤")
    #expect(SafeText.line("一行\n二行") == "一行 二行")
  }

  @Test("Lines keep within their width and lose nothing but blanks", arguments: 0..<40)
  func fitting(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = ["病", "院", "、", "hospital", " ", "(", ")", "①", "が", "12,000", "。", "🏥", "ﾊﾟ"]
    let text = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? ""
    }.joined()
    let width = Int.random(in: 4...30, using: &generator)
    let lines = TextFitting.lines(of: text, width: width)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}
