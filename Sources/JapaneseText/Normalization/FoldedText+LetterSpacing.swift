extension FoldedText {
  /// The same text without the blanks that set its letters apart: `令 和 8 年 1 0 月` is 令和8年10月.
  ///
  /// Letters are set apart where at least four of them stand alone in a row, or a whole line of kanji.
  public var withoutLetterSpacing: FoldedText {
    storage.withoutLetterSpacing.text(from: self) { letterSpacingTakenOut() }
  }

  private func letterSpacingTakenOut() -> FoldedText {
    guard hasLettersAlone else { return self }
    let tokens = tokens()
    var dropped: Set<Int> = []
    var start = 0
    while start < tokens.count {
      var end = start
      while end + 1 < tokens.count, isAlone(tokens[end]), isAlone(tokens[end + 1]),
        onOneLine(tokens[end], tokens[end + 1])
      {
        end += 1
      }
      if isSpaced(tokens[start...end]) {
        for index in start..<end {
          dropped.formUnion(tokens[index].upperBound..<tokens[index + 1].lowerBound)
        }
      }
      start = end + 1
    }
    guard !dropped.isEmpty else { return self }
    let kept = scalars.indices.filter { !dropped.contains($0) }
    return FoldedText(
      original: original, scalars: kept.map { scalars[$0] },
      origins: kept.map { origins[$0] } + [origins[scalars.count]])
  }

  /// Whether two letters next to each other stand alone between blanks.
  private var hasLettersAlone: Bool {
    guard scalars.contains(where: \.isBlank) else { return false }
    var wasAlone = false
    var length = 0
    for index in 0...scalars.count {
      if index < scalars.count, !scalars[index].isBlank {
        length += 1
      } else if length > 0 {
        let isAlone = isAlone(index - length..<index)
        if isAlone, wasAlone { return true }
        wasAlone = isAlone
        length = 0
      }
    }
    return false
  }

  /// The stretches between blanks.
  private func tokens() -> [Range<Int>] {
    var tokens: [Range<Int>] = []
    var start: Int?
    for index in 0...scalars.count {
      let isEnd = index == scalars.count || scalars[index].isBlank
      if isEnd, let first = start {
        tokens.append(first..<index)
        start = nil
      } else if !isEnd, start == nil {
        start = index
      }
    }
    return tokens
  }

  /// One letter, or two digits with the comma of their number: 3 9 6,0 0 0 円.
  private func isAlone(_ token: Range<Int>) -> Bool {
    token.count == 1
      || token.count == 3 && scalars[token.lowerBound + 1] == ","
        && scalars[token.lowerBound].isDigit && scalars[token.lowerBound + 2].isDigit
  }

  private func onOneLine(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    !scalars[one.upperBound..<other.lowerBound].contains("\n")
  }

  private static let eras: Set<String> = ["令和", "平成", "昭和"]

  private func isSpaced(_ run: ArraySlice<Range<Int>>) -> Bool {
    guard run.count > 1, let first = run.first, let last = run.last else { return false }
    let letters = run.map { scalars[$0.lowerBound] }
    if run.count == 2, Self.eras.contains(String(String.UnicodeScalarView(letters))) { return true }
    if letters.allSatisfy(\.isKanji) {
      let isLine =
        (first.lowerBound == 0 || scalars[..<first.lowerBound].last { $0 != " " } == "\n")
        && (last.upperBound == scalars.count
          || scalars[last.upperBound...].first { $0 != " " } ?? "\n" == "\n")
      if isLine { return true }
    }
    // 3 9 6,0 0 0 円(税込): a number is told by its comma, or by what it counts.
    let hasComma = run.contains { scalars[$0].contains(",") }
    let isSum = scalars[last.upperBound...].first { $0 != " " } == "円"
    return run.count >= 4 && (letters.contains(where: \.isJapanese) || hasComma || isSum)
  }
}
