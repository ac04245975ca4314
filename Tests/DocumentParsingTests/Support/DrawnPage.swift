import Testing

@testable import DocumentParsing

/// Pages of a PDF that a test draws with letters, so that its layout can be seen in the test.
///
/// A letter of ASCII is 5 points wide, any other 10, and blanks part the words. A line that begins with `^`
/// is printed in letters of 15 points. Lines stand `pitch` points below each other: less than 10
/// puts them at overlapping heights, as cells that are centred beside each other stand.
enum DrawnPage {
  /// The page that a drawing shows.
  static func page(
    _ drawing: String, pitch: Double = 16, top: Double = 120, number: Int = 1
  ) -> PDFPage {
    let lines = drawing.split(separator: "\n", omittingEmptySubsequences: false)
    let words = lines.enumerated().flatMap { row, line in
      Self.words(of: line, top: top + Double(row) * pitch, number: number)
    }
    return PDFPage(width: 595, height: 842, words: words)
  }

  /// A page number or a running head, drawn at its height of the page.
  static func words(of line: Substring, top: Double, number: Int = 1) -> [PDFTextReader.Word] {
    let isLarge = line.hasPrefix("^")
    let size = isLarge ? 15.0 : 10
    var left = 50.0
    var words: [PDFTextReader.Word] = []
    var isOpen = false
    for character in isLarge ? line.dropFirst() : line {
      let isNarrow = character.unicodeScalars.allSatisfy { $0.value < 0x80 }
      let width = (isNarrow ? 0.5 : 1) * (character.isWhitespace ? 10 : size)
      if character.isWhitespace {
        isOpen = false
      } else if isOpen, let last = words.popLast() {
        words.append(
          word(last.text + String(character), last.left, top, last.width + width, size, number))
      } else {
        words.append(word(String(character), left, top, width, size, number))
        isOpen = true
      }
      left += width
    }
    return words
  }

  private static func word(
    _ text: String, _ left: Double, _ top: Double, _ width: Double, _ size: Double, _ page: Int
  ) -> PDFTextReader.Word {
    .init(page: page, left: left, top: top, width: width, height: size, text: text)
  }

  /// The title of a drawing, then what it states, each piece as `section > label [column]: words`.
  static func statements(of pages: PDFPage...) -> [String] {
    let content = PDFLayout.content(of: pages)
    return StatementBuilder.statements(of: content.items).map(Parsing.line)
  }

  /// What a drawing of one page states, below a title that is left out.
  static func statements(of drawing: String, pitch: Double = 16) -> [String] {
    let heading = "見本の要項"
    let title = words(of: "^　　　　　　　　\(heading)", top: 100)
    var page = Self.page(drawing, pitch: pitch, top: 160)
    page.words += title
    return statements(of: page).dropFirst().map { statement in
      statement.replacing("\(heading) > ", with: "").replacing("\(heading): ", with: "")
    }
  }
}

/// A drawing with the name of the rule that it stands for, and what it states.
struct Drawing: Sendable, CustomTestStringConvertible {
  let rule: String
  let drawing: String
  let statements: [String]
  let pitch: Double
  var testDescription: String { rule }

  init(_ rule: String, pitch: Double = 16, _ drawing: String, _ statements: [String]) {
    self.rule = rule
    self.drawing = drawing
    self.statements = statements
    self.pitch = pitch
  }

  /// What the drawing states, as it is read.
  var found: [String] { DrawnPage.statements(of: drawing, pitch: pitch) }
}
