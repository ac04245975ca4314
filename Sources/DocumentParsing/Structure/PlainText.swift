import JapaneseText

/// Reads plain text as lines with pieces: two blanks or more, a tab, or a wide blank make a gap.
enum PlainText {
  /// The lines of a text; underlines made of signs are left out, wrapped sentences are joined.
  static func lines(of text: String) -> [TextLine] {
    let written = withoutFrames(
      TextColumns.unfolded(text.split(whereSeparator: \.isNewline).map(String.init)))
    let rules = written.map { $0.map(isRule) ?? false }
    var lower = -1
    return joined(
      written.indices.map { place in
        guard var line = written[place].flatMap(line) else { return nil }
        // The line below a heading is none above the next one.
        line.isRuledOff =
          place - 1 > lower && place + 1 < written.count && rules[place - 1] && rules[place + 1]
          && mayHead(line)
        if line.isRuledOff { lower = place + 1 }
        return line
      })
  }

  /// The parts of a text: a line between two drawn ones heads what follows, as in newsletters by mail.
  static func items(of lines: [TextLine]) -> [FlowItem] {
    var items: [FlowItem] = []
    var gathered: [TextLine] = []
    for (number, line) in lines.enumerated() {
      // The first line is the text's title, which stands above all.
      guard line.isRuledOff, number > 0 else {
        gathered.append(line)
        continue
      }
      if !gathered.isEmpty { items.append(.lines(gathered)) }
      gathered = []
      items.append(.heading(level: ruledLevel, text: line.text))
    }
    return gathered.isEmpty ? items : items + [.lines(gathered)]
  }

  /// Whether a line begins with a number or a sign of headings and is no sentence, no label with its value.
  ///
  /// Without a number it may be anything that a frame sets off: `募集は終了しました`, an office, a value.
  private static func mayHead(_ line: TextLine) -> Bool {
    let text = line.text
    guard text.count <= longestRuled, !text.contains("。"), !denials.contains(where: text.hasSuffix)
    else { return false }
    switch LineShape.of(line) {
    // ［１］第２３回　見本学会認定医試験のご案内, but not 1. 受付期間　4月1日～4月30日
    case .labelled(let label, let value):
      return beginsAsHeading(text) && hasDigit(label) && !hasDigit(value)
    case .heading(_, _, let rest): return rest.isEmpty
    default: return beginsAsHeading(text)
    }
  }

  private static func beginsAsHeading(_ text: String) -> Bool {
    LineShape.beginsWithNumber(text) || LineShape.isBracketed(text)
      || text.unicodeScalars.first.map(signs.contains) ?? false
  }

  private static func hasDigit(_ text: String) -> Bool {
    FoldedText(Numbering.stripped(text)).scalars.contains(where: \.isDigit)
  }

  /// How sentences end that say what is over or denied.
  private static let denials = ["した", "せん", "中止", "終了", "休止", "不要", "必要"]
  private static let signs = ScalarSet("■□●○◆◇◎▼▽★☆")

  /// The level of a heading between drawn lines.
  private static let ruledLevel = 2
  /// The most characters of such a heading.
  private static let longestRuled = 60
  /// The fewest signs of a drawn line.
  private static let leastSigns = 8

  private static func isRule(_ text: String) -> Bool {
    let signs = text.unicodeScalars.filter { !$0.properties.isWhitespace }
    return signs.count >= leastSigns && signs.allSatisfy(drawn.contains)
  }

  private static let drawn = ScalarSet("=-_*~─━＝－・")

  /// The signs between the cells of a table drawn with lines.
  private static let bars = Set("│┃║".unicodeScalars)

  /// The rows of drawn tables with blanks for lines; none of a row whose cells go on in the next one, since
  /// what belongs together there stands apart here.
  private static func withoutFrames(_ lines: [String]) -> [String?] {
    let rows = lines.map { line -> [Substring.UnicodeScalarView]? in
      guard line.unicodeScalars.contains(where: bars.contains) else { return nil }
      let cells = line.unicodeScalars.split(omittingEmptySubsequences: false) { bars.contains($0) }
      return cells.count > 2 ? Array(cells.dropFirst().dropLast()) : nil
    }
    // A frame around prose has one cell, and its blank lines carry nothing on.
    let goesOn = rows.map { row in
      guard let row, row.count > 1 else { return false }
      let areBlank = row.map { $0.allSatisfy(\.properties.isWhitespace) }
      return areBlank[0] && areBlank.contains(false)
    }
    return lines.indices.map { place in
      guard rows[place] != nil else { return lines[place] }
      let isGoneOn = place + 1 < lines.count && rows[place + 1] != nil && goesOn[place + 1]
      guard !goesOn[place], !isGoneOn else { return nil }
      return String(
        String.UnicodeScalarView(lines[place].unicodeScalars.map { bars.contains($0) ? "\t" : $0 }))
    }
  }

  /// The most lines of a title.
  private static let longestTitle = 3

  /// The lines above the first heading, label or sentence; the first line always is one of them.
  static func titles(of lines: [TextLine]) -> [String] {
    var titles: [String] = []
    for line in lines.prefix(longestTitle) {
      let isPlain: Bool
      switch LineShape.of(line) {
      case .plain, .labelled(_, _): isPlain = !line.text.contains("。") && !line.text.contains("：")
      case .heading(_, _, let rest): isPlain = rest.isEmpty && LineShape.isBracketed(line.text)
      default: isPlain = false
      }
      guard titles.isEmpty || isPlain else { break }
      titles.append(line.text)
    }
    return titles
  }

  private static func line(_ text: String) -> TextLine? {
    guard
      text.unicodeScalars.contains(where: {
        $0.properties.isAlphabetic || $0.isDigit || $0.value > 0xFF
      })
    else { return nil }
    guard !text.unicodeScalars.allSatisfy({ drawn.contains($0) || $0 == " " || $0 == "　" }) else {
      return nil
    }
    var pieces: [TextLine.Piece] = []
    var start = 0.0
    var column = 0.0
    var current = ""
    var blanks = 0
    func finish() {
      if !current.isEmpty { pieces.append(.init(start: start, text: current)) }
      current = ""
    }
    for scalar in text.unicodeScalars {
      let isWide = scalar.value == 0x3000 || scalar == "\t"
      if isWide || scalar == " " {
        blanks += isWide ? 2 : 1
        column += isWide ? 2 : 1
        continue
      }
      if blanks >= 2 {
        finish()
      } else if blanks == 1, !current.isEmpty {
        current += " "
      }
      if current.isEmpty { start = column }
      blanks = 0
      current.unicodeScalars.append(scalar)
      column += scalar.value < 0x2000 || (0xFF61...0xFF9F).contains(scalar.value) ? 1 : 2
    }
    finish()
    return pieces.isEmpty ? nil : TextLine(pieces: pieces)
  }

  /// The least width of a page whose lines are wrapped, in columns.
  static let leastWidth = 40.0
  /// The part of the page's width that a wrapped line fills.
  static let fullWidth = 0.85
  /// The characters behind which no sentence goes on.
  static let ends = "。.!?）)」：:"

  /// Joins a line that fills the page's width with the one that carries its sentence on; an underline,
  /// which is no line of text, parts the two.
  private static func joined(_ lines: [TextLine?]) -> [TextLine] {
    let widest = lines.compactMap(\.self).map { $0.end }.max() ?? 0
    var result: [TextLine] = []
    var isParted = false
    var lastEnd = 0.0
    for line in lines {
      guard let line else {
        isParted = true
        continue
      }
      defer {
        isParted = false
        lastEnd = line.end
      }
      if !isParted, let last = result.last, widest >= leastWidth, lastEnd >= widest * fullWidth,
        hangs(line, belowItem: last)
      {
        var pieces = last.pieces
        let words = pieces.removeLast()
        pieces.append(.init(start: words.start, text: words.text + line.text))
        result[result.count - 1] = TextLine(pieces: pieces)
        continue
      }
      if !isParted, let last = result.last, isCut(last, before: line) {
        var pieces = last.pieces
        let words = pieces.removeLast()
        pieces.append(.init(start: words.start, text: words.text + line.text))
        result[result.count - 1] = TextLine(pieces: pieces)
        continue
      }
      if !isParted, let last = result.last, hangs(line, below: last) {
        result[result.count - 1] = TextLine(pieces: [
          last.pieces[0], .init(start: last.pieces[1].start, text: last.pieces[1].text + line.text),
        ])
        continue
      }
      guard !isParted, let last = result.last, widest >= leastWidth,
        last.end >= widest * fullWidth,
        last.pieces.count == 1, line.pieces.count == 1, last.text.utf8.count < longestJoined,
        line.pieces[0].start <= last.pieces[0].start,
        let end = last.text.last, !ends.contains(end), !LineShape.beginsItem(line.text)
      else {
        result.append(line)
        continue
      }
      result[result.count - 1] = TextLine(pieces: [
        .init(start: last.pieces[0].start, text: last.text + line.text)
      ])
    }
    return result
  }

  /// The most bytes of a sentence that further lines are joined to.
  private static let longestJoined = 10_000

  /// How far behind the beginning of an item its further lines begin at most, in columns.
  private static let longestIndent = 8.0

  /// Whether a line goes on with an item or an article, whose number stands before its lines: `第４条　修練生となることを…`.
  private static func hangs(_ line: TextLine, belowItem last: TextLine) -> Bool {
    guard line.pieces.count == 1, let first = last.pieces.first,
      last.pieces.count == 1
        ? LineShape.beginsItem(first.text)
        : last.pieces.count == 2 && Numbering.isAlone(first.text),
      line.pieces[0].start > first.start, line.pieces[0].start - first.start <= longestIndent,
      let end = last.text.last, !ends.contains(end), last.text.utf8.count < longestJoined
    else { return false }
    return !LineShape.beginsItem(line.text)
  }

  /// Whether a line ends inside a bracket or a particle that the next one of the same block carries on, however short it
  /// is: `（必⏎着）`, `６月１日か⏎ら`.
  private static func isCut(_ last: TextLine, before line: TextLine) -> Bool {
    guard last.pieces.count <= 2, line.pieces.count == 1, let words = last.pieces.last,
      line.pieces[0].start <= words.start, last.text.utf8.count < longestJoined,
      let end = last.text.last, let next = line.text.first
    else { return false }
    if (end, next) == ("か", "ら") || (end, next) == ("ま", "で") { return true }
    // ４月１日（水）から⏎５月１５日（金）まで
    if Self.spanSigns.contains(where: last.text.hasSuffix), next.isWholeNumber,
      words.text.contains(where: \.isWholeNumber), line.text.contains("日")
    {
      return true
    }
    let behind = last.text.reversed().prefix { !"（）()".contains($0) }.count
    let isOpen = last.text.dropLast(behind).last.map { "（(".contains($0) } ?? false
    return isOpen && behind > 0 && behind <= longestRest
      && line.text.prefix(longestRest).contains { "）)".contains($0) }
      && !LineShape.beginsItem(line.text)
  }

  /// How a line ends that names the first day of a stretch.
  private static let spanSigns = ["日から", "）から", ")から", "～", "〜", "~"]

  /// The most characters of each half of a bracket that a line's end cuts.
  private static let longestRest = 12

  /// Whether a line stands below the words of an answer, and carries them on: `答　…`.
  private static func hangs(_ line: TextLine, below last: TextLine) -> Bool {
    guard line.pieces.count == 1, last.pieces.count == 2,
      line.pieces[0].start == last.pieces[1].start, case .answer = LineShape.of(last)
    else { return false }
    return last.text.utf8.count < longestJoined && !LineShape.beginsItem(line.text)
  }
}
