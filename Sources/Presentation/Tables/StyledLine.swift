/// A line of prose whose pieces stand out in different ways: folded first, painted afterwards.
struct StyledLine: Sendable {
  private struct Piece: Sendable {
    let text: String
    let style: Style
    let link: String?
  }

  private var pieces: [Piece]

  /// Makes a line of one piece, with text that was cleaned for terminals.
  init(_ text: String = "", _ style: Style = .plain, link: String? = nil) {
    pieces = [Piece(text: text, style: style, link: link)]
  }

  /// The line with another one behind it.
  static func + (one: StyledLine, other: StyledLine) -> StyledLine {
    var line = one
    line.pieces += other.pieces
    return line
  }

  /// The line with a plain text behind it.
  static func + (one: StyledLine, text: String) -> StyledLine { one + StyledLine(text) }

  /// The line set in by some columns.
  func indented(by columns: Int) -> StyledLine {
    StyledLine(String(repeating: " ", count: columns)) + self
  }

  /// Lines of at most a width, each set in as far as the first.
  func lines(width: Int, _ painter: Painter) -> [String] {
    let text = pieces.map(\.text).joined()
    let indent = String(text.prefix { $0 == " " })
    let folded = TextFitting.lines(
      of: String(text.dropFirst(indent.count)), width: max(8, width - indent.count),
      painter.measure)
    // Where nothing stands out, it does not matter which piece a letter belongs to.
    guard painter.isColoured || painter.hasLinks else { return folded.map { indent + $0 } }
    let letters = pieces.enumerated().flatMap { number, piece in piece.text.map { ($0, number) } }
    var place = letters.prefix { $0.0 == " " }.count
    return folded.map { line in
      indent
        + runs(of: line, letters, &place).map { text, piece in
          painter.paint(text, pieces[piece].style, link: pieces[piece].link)
        }.joined()
    }
  }

  /// A folded line in runs that belong to one piece each; folding takes away blanks and nothing else.
  private func runs(
    of line: String, _ letters: [(Character, Int)], _ place: inout Int
  ) -> [(String, Int)] {
    var runs: [(String, Int)] = []
    for character in line {
      while place < letters.count, letters[place].0 != character, letters[place].0 == " " {
        place += 1
      }
      let piece = place < letters.count ? letters[place].1 : pieces.count - 1
      place += 1
      if let last = runs.last, last.1 == piece {
        runs[runs.count - 1].0.append(character)
      } else {
        runs.append((String(character), piece))
      }
    }
    return runs
  }
}
