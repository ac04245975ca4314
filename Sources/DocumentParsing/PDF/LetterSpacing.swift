import JapaneseText

/// Closes up what was set apart: `募 集 人 員`, `令 和 ８ 年`, `1 5 , 30 0 円`, `27 年`.
enum LetterSpacing {
  /// The words of a row with the letters of one word put together.
  static func closed(_ tokens: [PDFToken]) -> [PDFToken] {
    joinedFigures(joinedRuns(tokens))
  }

  // MARK: Letters at equal distances

  private static func joinedRuns(_ tokens: [PDFToken]) -> [PDFToken] {
    var result: [PDFToken] = []
    var index = 0
    while index < tokens.count {
      let end = endOfRun(tokens, from: index)
      result.append(merged(tokens[index..<end]))
      index = end
    }
    return result
  }

  /// Behind the last of the letters that stand at equal distances from a word on; that word alone
  /// where there are none.
  private static func endOfRun(_ tokens: [PDFToken], from start: Int) -> Int {
    let alone = start + 1
    guard alone < tokens.count, isLetter(tokens[start]), isLetter(tokens[alone]) else {
      return alone
    }
    let gap = PDFText.gap(tokens[start], tokens[alone])
    guard gap > 0.05, gap <= widest(tokens[start], tokens[alone]) else { return alone }
    var end = alone + 1
    while end < tokens.count, isLetter(tokens[end]),
      isEqual(PDFText.gap(tokens[end - 1], tokens[end]), gap)
    {
      end += 1
    }
    // `10 20 30` are numbers beside each other.
    let run = tokens[start..<end]
    let areNumbers = run.allSatisfy { isFigure($0.text) } && run.contains { $0.text.count > 1 }
    if areNumbers || isItemNumber(tokens, start) { return alone }
    let letters = end - start
    // `3 4 8（年額）`: what follows at the same distance belongs to it.
    if letters >= 2, end < tokens.count, isTail(tokens[end]),
      isEqual(PDFText.gap(tokens[end - 1], tokens[end]), gap)
    {
      return end + 1
    }
    return letters >= 3 || isPair(tokens, start, gap) ? end : alone
  }

  /// Two letters are one word if they are kanji and stand alone, or if they are figures.
  private static func isPair(_ tokens: [PDFToken], _ start: Int, _ gap: Double) -> Bool {
    let pair = tokens[start...(start + 1)]
    if pair.allSatisfy({ isFigure($0.text) }) { return gap <= 0.75 }
    guard pair.allSatisfy({ $0.text.unicodeScalars.allSatisfy(\.isKanji) }) else { return false }
    let isFirst = start == 0 || PDFMark.isAlone(tokens[start - 1].text)
    let before = isFirst ? .infinity : PDFText.gap(tokens[start - 1], tokens[start])
    let behind =
      start + 2 < tokens.count ? PDFText.gap(tokens[start + 1], tokens[start + 2]) : .infinity
    return min(before, behind) >= min(gap + 0.5, gap * 1.5)
  }

  /// `１　目　的`: a figure that opens a piece and counts nothing is the number of a heading.
  private static func isItemNumber(_ tokens: [PDFToken], _ start: Int) -> Bool {
    guard isFigure(tokens[start].text), let next = tokens[start + 1].text.unicodeScalars.first,
      next.isJapanese
    else { return false }
    if start == 0 { return true }
    return !counters.contains(next)
      && PDFText.gap(tokens[start - 1], tokens[start]) >= PDFText.wideGap
  }

  private static func widest(_ one: PDFToken, _ next: PDFToken) -> Double {
    [one, next].allSatisfy { $0.text.unicodeScalars.allSatisfy(\.isKanji) } ? 2.6 : 1.2
  }

  private static func isEqual(_ gap: Double, _ other: Double) -> Bool {
    abs(gap - other) <= max(0.12, other * 0.15)
  }

  /// One character that can be part of a word; marks that begin items cannot.
  private static func isLetter(_ token: PDFToken) -> Bool {
    let scalars = FoldedText(token.text).scalars
    if scalars.count == 2, scalars.allSatisfy(\.isDigit) { return true }
    guard scalars.count == 1, token.text.unicodeScalars.count == 1 else { return false }
    return scalars[0].isJapanese || scalars[0].isDigit
      || "(),./:-~、。・".unicodeScalars.contains(scalars[0])
  }

  /// A short word that ends a run: `名）`, `8（年額）`.
  private static func isTail(_ token: PDFToken) -> Bool {
    let scalars = FoldedText(token.text).scalars
    return scalars.count <= 6 && scalars.count > 1
      && scalars.dropFirst().contains { "()、。,".unicodeScalars.contains($0) }
  }

  // MARK: Figures

  private static let counters = Set("年月日名円人時分回".unicodeScalars)

  /// Figures that stand apart from each other or from what they count.
  private static func joinedFigures(_ tokens: [PDFToken]) -> [PDFToken] {
    var result: [PDFToken] = []
    var index = 0
    while index < tokens.count {
      let end = endOfSum(tokens, from: index)
      result.append(merged(tokens[index..<end]))
      index = end
    }
    return result.reduce(into: []) { result, token in
      if let last = result.last, isCounted(last, by: token) {
        result[result.count - 1] = merged([last, token])
      } else {
        result.append(token)
      }
    }
  }

  /// Behind the last part of a sum whose figures stand apart: `1 5 , 30 0 円`.
  private static func endOfSum(_ tokens: [PDFToken], from start: Int) -> Int {
    var end = start
    while end < tokens.count, isPartOfSum(tokens[end].text),
      end == start || PDFText.gap(tokens[end - 1], tokens[end]) <= 0.75
    {
      end += 1
    }
    guard end > start + 1 else { return start + 1 }
    let parts = tokens[start..<end].map { PDFText.key($0.text) }
    let isSum = parts.contains(",") || parts.allSatisfy { $0.count == 1 }
    if end < tokens.count, PDFText.gap(tokens[end - 1], tokens[end]) <= 0.75,
      PDFText.key(tokens[end].text).hasPrefix("円")
    {
      return parts.contains { $0.count == 1 } ? end + 1 : start + 1
    }
    return isSum ? end : start + 1
  }

  private static func isPartOfSum(_ text: String) -> Bool {
    let scalars = FoldedText(text).scalars
    return scalars.count <= 3 && scalars.allSatisfy { $0.isDigit || $0 == "," }
  }

  private static func isFigure(_ text: String) -> Bool {
    FoldedText(text).scalars.allSatisfy(\.isDigit)
  }

  /// `２　名`, `27 年`: a figure and what is counted, but not `１ 名称`.
  private static func isCounted(_ token: PDFToken, by next: PDFToken) -> Bool {
    guard PDFText.gap(token, next) <= PDFText.wideGap,
      FoldedText(token.text).scalars.last?.isDigit == true
    else { return false }
    let scalars = FoldedText(next.text).scalars
    guard let first = scalars.first, counters.contains(first) else { return false }
    return scalars.dropFirst().first.map { !$0.isKanji && !$0.isKatakana } ?? true
  }

  private static func merged(_ tokens: some Collection<PDFToken>) -> PDFToken {
    var tokens = Array(tokens)
    var all = tokens.removeFirst()
    for token in tokens {
      all.text += token.text
      all.right = max(all.right, token.right)
      all.top = min(all.top, token.top)
      all.bottom = max(all.bottom, token.bottom)
    }
    return all
  }
}
