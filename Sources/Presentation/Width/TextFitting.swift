/// Brings text into columns.
enum TextFitting {
  /// The text with blanks behind it up to a width.
  static func padded(_ text: String, to width: Int, _ measure: DisplayWidth = .usual) -> String {
    text + String(repeating: " ", count: max(0, width - measure.of(text)))
  }

  /// The text in lines of at most a width; Japanese may break anywhere but before closing marks, Latin
  /// words break only where they are too long.
  static func lines(
    of text: String, width: Int, _ measure: DisplayWidth = .usual
  ) -> [String] {
    guard width > 1 else { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in words(of: text, measure) {
      let size = measure.of(word)
      if used + size <= width {
        line += word
        used += size
        continue
      }
      if !line.isEmpty { lines.append(line.trimmedEnd) }
      line = ""
      used = 0
      for character in word where !(line.isEmpty && character == " ") {
        let size = measure.of(character)
        if used + size > width {
          lines.append(line)
          line = ""
          used = 0
        }
        line.append(character)
        used += size
      }
    }
    if !line.trimmedEnd.isEmpty || lines.isEmpty { lines.append(line.trimmedEnd) }
    return lines
  }

  /// Marks that hold what follows, and marks that hold to what they follow.
  private static let opening = Set("（「『【〔([{“".unicodeScalars)
  private static let closing = Set("、。）」』】,.)]}:：；！？”’".unicodeScalars)

  /// Latin words with the blanks behind them; every wide character is a word, with closing marks.
  private static func words(of text: String, _ measure: DisplayWidth) -> [String] {
    var words: [String] = []
    var last: Character?
    for character in text {
      if let last, character == " " || isJoined(character, to: last, measure) {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
      }
      last = character
    }
    return words
  }

  private static func isJoined(
    _ character: Character, to last: Character, _ measure: DisplayWidth
  ) -> Bool {
    if let mark = last.unicodeScalars.first, opening.contains(mark) { return true }
    if let mark = character.unicodeScalars.first, closing.contains(mark) { return true }
    return last != " " && measure.of(character) <= 1 && measure.of(last) == 1
  }
}

extension String {
  /// The text without blanks at its end.
  var trimmedEnd: String {
    var view = Substring(self)
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
