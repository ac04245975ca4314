extension FoldedText {
  /// The same text with words closed up whose characters stand apart, as some PDF files and typists
  /// have them: `月 額 1 6 , 5 0 0 円` becomes `月額16,500円`.
  ///
  /// Only runs of three or more characters that each stand alone between blanks are closed up, and of
  /// two where both are kanji.
  public var withoutSpacing: FoldedText {
    storage.withoutSpacing.text(from: self) { spacingTakenOut() }
  }

  private func spacingTakenOut() -> FoldedText {
    guard scalars.contains(" ") else { return self }
    var dropped: Set<Int> = []
    var run: [Range<Int>] = []
    func close() {
      let isWord =
        run.count > 2 || (run.count == 2 && run.allSatisfy { scalars[$0.lowerBound].isKanji })
      if isWord {
        for (one, next) in zip(run, run.dropFirst()) {
          dropped.formUnion(one.upperBound..<next.lowerBound)
        }
      }
      run = []
    }
    var index = 0
    while index < scalars.count {
      guard !scalars[index].isBlank else {
        if scalars[index] == "\n" { close() }
        index += 1
        continue
      }
      var end = index
      while end < scalars.count, !scalars[end].isBlank { end += 1 }
      if end - index == 1, Self.canStandApart(scalars[index]) {
        run.append(index..<end)
      } else if let join = Self.joint(
        scalars[index..<end], after: run.last.map { scalars[$0.lowerBound] })
      {
        // `0 0 0 円(税込)`: the last of the run has its mark at once behind it.
        run.append(index..<index + join)
        close()
      } else {
        close()
        // `月額1 7 , 6 0 0 円`: the first digit may have its label at once before it.
        if scalars[end - 1].isDigit { run = [end - 1..<end] }
      }
      index = end
    }
    close()
    guard !dropped.isEmpty else { return self }
    let kept = scalars.indices.filter { !dropped.contains($0) }
    return FoldedText(
      original: original, scalars: kept.map { scalars[$0] },
      origins: kept.map { origins[$0] } + [origins[scalars.count]])
  }

  private static func canStandApart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isKanji || scalar.isDigit || ",.()".unicodeScalars.contains(scalar)
  }

  /// How much of a longer word still belongs to a run of digits: its 円, or its last three digits.
  private static func joint(_ word: ArraySlice<Unicode.Scalar>, after last: Unicode.Scalar?) -> Int?
  {
    guard let last, last.isDigit, let first = word.first else { return nil }
    if first == "円" { return 1 }
    return first == "," && word.dropFirst().prefix { $0.isDigit }.count == 3 ? 4 : nil
  }
}
