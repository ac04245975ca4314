import JapaneseText

/// A word, or letters set apart that were closed up, with its place.
struct PDFToken: Hashable {
  var text: String
  var left: Double
  var right: Double
  var top: Double
  var bottom: Double

  /// The height of its letters.
  var height: Double { bottom - top }
  /// The middle of its letters; it is the same for letters of different sizes on one line.
  var middle: Double { (top + bottom) / 2 }

  init(_ word: PDFTextReader.Word) {
    text = word.text
    left = word.left
    right = word.left + word.width
    top = word.top
    bottom = word.top + word.height
  }
}

/// The words at one height, from left to right; never empty.
struct PDFRow: Hashable {
  /// The words.
  var tokens: [PDFToken]
  /// Whether it is the first after the head of a page or of a column.
  var startsRegion = false
  /// Whether that head belongs to a part of another width, so that no table goes on in it.
  var startsPart = false
  /// The number of the box that it stands in, a part whose headings end with it; 0 for none.
  var box = 0
  /// The right edge of the text in its column.
  var limit = Double.infinity

  /// The left edge.
  var left: Double { tokens[0].left }
  /// The right edge.
  var right: Double { tokens[tokens.count - 1].right }
  /// The upper edge.
  var top: Double { tokens.map(\.top).min() ?? 0 }
  /// The lower edge.
  var bottom: Double { tokens.map(\.bottom).max() ?? 0 }
  /// The height of the largest letters.
  var height: Double { tokens.map(\.height).max() ?? 1 }
  /// The middle line.
  var middle: Double { (top + bottom) / 2 }

  /// All words, one blank between them.
  var text: String { PDFText.joined(tokens) }

  /// The words in groups: gaps wider than a letter and a fifth stand between groups.
  var pieces: [[PDFToken]] {
    var pieces: [[PDFToken]] = []
    for token in tokens {
      if let last = pieces.last?.last, PDFText.gap(last, token) < PDFText.wideGap {
        pieces[pieces.count - 1].append(token)
      } else {
        pieces.append([token])
      }
    }
    return pieces
  }
}

/// Measures gaps and puts words together.
enum PDFText {
  /// The gap, in heights of letters, from which on words belong to different columns.
  static let wideGap = 1.2

  /// The gap between two words of a row in heights of their letters.
  static func gap(_ one: PDFToken, _ next: PDFToken) -> Double {
    (next.left - one.right) / max(min(one.height, next.height), 1)
  }

  /// Words as text: a blank between them, a wide one where the gap is wide.
  static func joined(_ tokens: some Collection<PDFToken>) -> String {
    var text = ""
    var last: PDFToken?
    for token in tokens {
      if let last { text += gap(last, token) < wideGap ? " " : "　" }
      text += token.text
      last = token
    }
    return text
  }

  /// Two halves of a sentence as one: words in Latin letters need a blank, Japanese none.
  static func joined(_ head: String, _ tail: String) -> String {
    guard let end = head.unicodeScalars.last, let start = tail.unicodeScalars.first else {
      return head + tail
    }
    if end == "-", head.unicodeScalars.dropLast().last?.isLatin == true, start.isLatin {
      return head + tail
    }
    let isNarrow = end.value < 0x2000 && start.value < 0x2000
    return isNarrow ? head + " " + tail : head + tail
  }

  /// A text folded and without blanks, for comparing.
  static func key(_ text: String) -> String { FoldedText(text).withoutBlanks.string }

  /// Words as rows from top to bottom, letters set apart closed up.
  static func rows(of words: [PDFTextReader.Word]) -> [PDFRow] {
    rows(of: words.map { PDFToken($0) }).map { PDFRow(tokens: LetterSpacing.closed($0.tokens)) }
  }

  /// Words as rows from top to bottom.
  static func rows(of words: [PDFToken]) -> [PDFRow] {
    let tokens = words.sorted { ($0.middle, $0.left) < ($1.middle, $1.left) }
    var rows: [[PDFToken]] = []
    for token in tokens {
      if let first = rows.last?.first,
        abs(first.middle - token.middle) < min(first.height, token.height) * 0.35
      {
        rows[rows.count - 1].append(token)
      } else {
        rows.append([token])
      }
    }
    return rows.map { row in PDFRow(tokens: row.sorted { $0.left < $1.left }) }
  }

  /// The usual height of letters: that of the middle one.
  static func letterHeight(of words: [PDFTextReader.Word]) -> Double {
    let heights = words.map { ($0.height, $0.text.unicodeScalars.count) }.sorted { $0.0 < $1.0 }
    var left = heights.reduce(0) { $0 + $1.1 } / 2
    for (height, count) in heights {
      left -= count
      if left < 0 { return max(height, 1) }
    }
    return 10
  }
}
