import DomainLexicon
import JapaneseText
import RecruitmentModel

/// A sum of money in a statement with the words that speak of it.
///
/// In `登録料1万円(初回のみ)、修練料は月額2万円(税込)です。` the second sum's lead is `修練料は月額`, its tail
/// `(税込)です`.
struct SumPlace {
  /// The sum.
  var sum: MoneyMention
  /// The words before it that are its own.
  var lead: Range<Int>
  /// The words behind it up to the next comma or the next charge.
  var tail: Range<Int>
  /// The words behind it up to the end of the sentence or to what is said of the next sum.
  var reach: Range<Int>
  /// The sentence.
  let sentence: Range<Int>
  /// The tax, where another sum beside this one tells it (`うち消費税2,300円`).
  var tax: FeeItem.Tax?
  /// The sum before, where this one stands in the bracket right behind that one.
  var bracketOf: Int?
}

/// Gives every sum of a statement the words that are its own.
struct SumPlaces {
  let text: FoldedText
  let nouns: ChargeNouns

  /// The sums with their words, in reading order.
  func places(of sums: [MoneyMention]) -> [SumPlace] {
    var places: [SumPlace] = []
    for (index, sum) in sums.enumerated() {
      let sentence = sentence(around: sum.range)
      var start = sentence.lowerBound
      if index > 0 { start = max(start, boundary(sums[index - 1], sum).leadStart) }
      var end = sentence.upperBound
      if index + 1 < sums.count {
        end = min(end, boundary(sum, sums[index + 1]).tailEnd)
      } else {
        end = min(end, endOfRemarks(sum.range.upperBound..<end))
      }
      let reach = sum.range.upperBound..<max(end, sum.range.upperBound)
      places.append(
        SumPlace(
          sum: sum, lead: min(start, sum.range.lowerBound)..<sum.range.lowerBound,
          tail: upToComma(reach), reach: reach, sentence: sentence,
          bracketOf: parent(of: index, in: sums)))
    }
    return places
  }

  // MARK: Sentences

  private static let ends = ScalarSet("。※;")

  /// The sentence around a range; a full stop inside a bracket ends none.
  private func sentence(around range: Range<Int>) -> Range<Int> {
    var start = 0
    var depth = 0
    for index in text.scalars.indices {
      let scalar = text.scalars[index]
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth = max(0, depth - 1) }
      guard isEnd(at: index, depth: depth) else { continue }
      if index >= range.upperBound { return start..<index }
      if index < range.lowerBound { start = index + 1 }
      if scalar != "。" { depth = 0 }
    }
    return start..<text.scalars.count
  }

  private func isEnd(at index: Int, depth: Int) -> Bool {
    guard Self.ends.contains(text.scalars[index]) else { return false }
    guard depth > 0, text.scalars[index] == "。" else { return true }
    // The bracket must close on this line; else it is a stray one.
    let rest = text.scalars[index...].prefix { $0 != "\n" }
    return !rest.contains(")")
  }

  // MARK: Between two sums

  /// Where the words of one sum end and those of the next begin.
  private func boundary(
    _ one: MoneyMention, _ next: MoneyMention
  ) -> (tailEnd: Int, leadStart: Int) {
    let gap = one.range.upperBound..<max(one.range.upperBound, next.range.lowerBound)
    if let lines = lineBoundary(gap) { return (lines, lines) }
    if let noun = nounBehind(gap) { return (noun.upperBound, noun.upperBound) }
    var depth = 0
    var blank: Int?
    for index in gap {
      let scalar = text.scalars[index]
      if scalar == "(" {
        if !text.scalars[index..<gap.upperBound].contains(")") { return (index, index + 1) }
        depth += 1
      }
      if scalar == ")" { depth = max(0, depth - 1) }
      guard depth == 0 else { continue }
      if "。※;、,=+・【〔".unicodeScalars.contains(scalar) { return (index, index + 1) }
      if beginsCharge(at: index, gap) { return (index, index) }
      if scalar == " ", blank == nil, !isRemark(at: index + 1) { blank = index }
    }
    guard text.scalars[gap].contains(where: \.isJapanese) else {
      return (gap.upperBound, gap.upperBound)
    }
    if let blank { return (blank, blank + 1) }
    // `22,000円の計23,100円`: words with no break between may be of either.
    return (gap.upperBound, gap.lowerBound)
  }

  /// `10,000円の宿舎料と…`: the noun that の joins to the sum before it.
  private func nounBehind(_ gap: Range<Int>) -> Range<Int>? {
    guard let first = gap.first, text.scalars[first] == "の" else { return nil }
    return nouns.all(in: gap).first { $0.range.lowerBound == first + 1 }?.range
  }

  /// Whether a bracket or a stroke follows, which still speaks of the sum before.
  private func isRemark(at position: Int) -> Bool {
    position < text.scalars.count && " (/[".unicodeScalars.contains(text.scalars[position])
  }

  /// The line on which what is said of the next sum begins: one with a charge's name, else its own.
  private func lineBoundary(_ gap: Range<Int>) -> Int? {
    let ends = gap.filter { text.scalars[$0] == "\n" }
    guard let last = ends.last else { return nil }
    for (place, end) in ends.enumerated() {
      let line = end + 1..<(place + 1 < ends.count ? ends[place + 1] : gap.upperBound)
      if nouns.last(in: line) != nil { return end }
    }
    return last
  }

  private static let conjunctions = ["及び", "および", "並びに", "と", "また"].map { Array($0.unicodeScalars) }

  private func beginsCharge(at index: Int, _ gap: Range<Int>) -> Bool {
    if Self.conjunctions.contains(where: { text.hasWord($0, at: index) }) {
      return index == gap.lowerBound || text.scalars[index - 1] == ")" || text.scalars[index] != "と"
    }
    if text.hasWord(Array("and ".unicodeScalars), at: index) {
      return index == 0 || text.scalars[index - 1].isBlank
    }
    if (0x2460...0x24FF).contains(text.scalars[index].value) { return true }
    return nouns.begins(at: index)
  }

  // MARK: Behind the last sum

  /// Remarks may go on below the last sum, up to a line with a charge's name.
  private func endOfRemarks(_ range: Range<Int>) -> Int {
    var start = range.lowerBound
    for index in range where text.scalars[index] == "\n" {
      start = index + 1
      let end = text.scalars[start..<range.upperBound].firstIndex(of: "\n") ?? range.upperBound
      let line = start..<end
      let isRemark =
        line.count <= 30
        && nouns.last(in: line) == nil
      if !isRemark { return index }
    }
    return range.upperBound
  }

  private func upToComma(_ range: Range<Int>) -> Range<Int> {
    var depth = 0
    for index in range {
      let scalar = text.scalars[index]
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      if depth <= 0, scalar == "、" || scalar == "," { return range.lowerBound..<index }
    }
    return range
  }

  // MARK: Brackets

  /// The sum right behind which the bracket around another one opens.
  private func parent(of index: Int, in sums: [MoneyMention]) -> Int? {
    var depth = 0
    var position = sums[index].range.lowerBound
    while position > 0 {
      position -= 1
      let scalar = text.scalars[position]
      if scalar == ")" { depth += 1 }
      if scalar == "(" {
        if depth == 0 { break }
        depth -= 1
      }
      if scalar == "※" { return nil }
    }
    guard text.scalars.indices.contains(position), text.scalars[position] == "(",
      let parent = sums[..<index].lastIndex(where: { $0.range.upperBound <= position })
    else { return nil }
    let between = sums[parent].range.upperBound..<position
    let isBehind =
      !text.scalars[between].contains { "。※".unicodeScalars.contains($0) }
      && between.count <= 24
      && nouns.last(in: between) == nil
    return isBehind ? parent : nil
  }
}
