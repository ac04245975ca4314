import JapaneseText

/// A part of a page in reading order, before labels and values are told apart.
enum FlowItem {
  /// A heading with its level, 1 to 6.
  case heading(level: Int, text: String)
  /// The lines of one paragraph or one stretch of plain text.
  case lines([TextLine])
  /// A term and what is said of it.
  case definition(term: String, text: String)
  /// A table of data.
  case table(TableGrid)
  /// The beginning of a part that the page marks as one; its headings end with it.
  case sectionStart
  /// The end of such a part.
  case sectionEnd
}

/// A line of text: one piece, or several with wide gaps between them.
struct TextLine: Hashable {
  /// A piece and where it begins, in widths of an ASCII letter or in points; only comparisons count.
  struct Piece: Hashable {
    let start: Double
    let text: String
  }

  /// The pieces from left to right; never empty.
  let pieces: [Piece]
  /// The first words, where the page sets them apart from the rest: `<b>定員</b>2名`.
  var lead: String?
  /// Whether the page marks the line as an item of a list.
  var isListItem = false
  /// Whether the line stands alone between two drawn ones.
  var isRuledOff = false

  /// The whole line.
  var text: String {
    pieces.count == 1 ? pieces[0].text : pieces.map(\.text).joined(separator: "　")
  }

  /// Where the first character stands, leading wide blanks counted.
  var indent: Double {
    guard let first = pieces.first else { return 0 }
    return first.start + Double(first.text.prefix { $0 == "　" }.count * 2)
  }

  /// Where the line ends, in columns: a wide character takes two.
  var end: Double {
    guard let last = pieces.last else { return 0 }
    // From U+2000 on scalars begin with bytes from 0xE2 on.
    let (letters, wide) = last.text.withBytes { bytes in
      var (letters, wide) = (0, 0)
      for byte in bytes {
        letters += byte & 0xC0 != 0x80 ? 1 : 0
        wide += byte >= 0xE2 ? 1 : 0
      }
      return (letters, wide)
    }
    return last.start + Double(letters + wide)
  }

  /// Makes a line of one piece.
  init(_ text: String) {
    pieces = [Piece(start: 0, text: text)]
  }

  /// Makes a line of several pieces.
  init(pieces: [Piece]) {
    self.pieces = pieces
  }
}
