import JapaneseText

extension FoldedText {
  /// The stretch between two places at which a separator ends it, around a range.
  func stretch(around range: Range<Int>, separatedBy isSeparator: (Unicode.Scalar) -> Bool)
    -> Range<Int>
  {
    var start = range.lowerBound
    while start > 0, !isSeparator(scalars[start - 1]) { start -= 1 }
    var end = range.upperBound
    while end < scalars.count, !isSeparator(scalars[end]) { end += 1 }
    return start..<end
  }

  /// What stands right behind a range, up to a number of characters or to the end of a part.
  func stretch(behind range: Range<Int>, atMost count: Int, until end: Int? = nil) -> Range<Int> {
    range
      .upperBound..<max(
        range.upperBound, min(range.upperBound + count, end ?? scalars.count))
  }

  /// What stands right before a range, up to a number of characters or from the beginning of a part.
  func stretch(before range: Range<Int>, atMost count: Int, from start: Int = 0) -> Range<Int> {
    min(range.lowerBound, max(range.lowerBound - count, start))..<range.lowerBound
  }

  /// The words of a range without what stands in brackets.
  func withoutBrackets(in range: Range<Int>) -> FoldedText {
    var depth = 0
    var words = String.UnicodeScalarView()
    for scalar in scalars[range] {
      if "(〔[【「".unicodeScalars.contains(scalar) { depth += 1 }
      if depth == 0 { words.append(scalar) }
      if ")〕]】」".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
    }
    return FoldedText(String(words))
  }
}
