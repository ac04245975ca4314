import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads the number of places.
struct CapacityReader {
  let lexicon: Lexicon

  /// What the statements of a program say of it.
  func capacity(in statements: [ReadStatement]) -> Finding<Capacity>? {
    for statement in statements where statement.topic == .capacity {
      for line in statement.text.pieces(separatedBy: { "。\n※(".unicodeScalars.contains($0) }) {
        if lexicon.concepts.says(.lastYear, in: statement.text, range: line) { continue }
        if let value = capacity(statement.text, line) {
          return Finding(value, quotes: [Quote(statement, around: line)])
        }
      }
    }
    return nil
  }

  private func capacity(_ text: FoldedText, _ line: Range<Int>) -> Capacity? {
    if let (range, exact) = number(text, line) {
      // A number for each department or for one of several rounds is not the number of places.
      let before = text.string(in: line.lowerBound..<range.lowerBound)
      if ["各科", "各診", "各期", "各回", "各部", "各コ", "前期", "後期", "第1回", "1次", "科:", "科 "].contains(
        where: before.contains)
        || ["医師", "職員", "看護師", "面接官", "指導医"].contains(where: before.trimmingBlanks.hasSuffix)
      {
        return nil
      }
      let upTo =
        ["以内", "以下", "まで", "を上限"].contains {
          text.string(in: range.upperBound..<line.upperBound).hasPrefix($0)
        }
        || ["最大", "上限", "up to ", "at most "].contains {
          text.string(in: line.lowerBound..<range.lowerBound).contains($0)
        }
      return upTo
        ? Capacity(max: exact.upperBound) : Capacity(min: exact.lowerBound, max: exact.upperBound)
    }
    return lexicon.concepts.says(.few, in: text, range: line) ? Capacity(few: true) : nil
  }

  /// The first number of people, or range of numbers, and where it stands.
  private func number(_ text: FoldedText, _ line: Range<Int>) -> (Range<Int>, ClosedRange<Int>)? {
    var reader = ScalarReader(text, in: line)
    let isEnglish = !text.scalars[line].contains(where: \.isJapanese)
    while !reader.isAtEnd {
      let start = reader.position
      if reader.previous?.isDigit != true, let first = people(&reader) {
        let last = reader.attempt { reader -> Int? in
          reader.skipBlanks()
          guard reader.take(any: ["~", "-", "から", "ー", "to "]) != nil else { return nil }
          reader.skipBlanks()
          return people(&reader)
        }
        reader.skipBlanks()
        if reader.take(any: ["名", "人"]) != nil || isEnglish {
          let top = max(first, last ?? first)
          return (start..<reader.position, min(first, top)...top)
        }
        // `2名~3名`: the unit stands behind both.
      }
      reader.position = start + 1
    }
    return nil
  }

  private func people(_ reader: inout ScalarReader) -> Int? {
    reader.attempt { reader in
      guard let number = NumberReader.number(&reader), number < 1000 else { return nil }
      reader.skipBlanks()
      let copy = reader
      if reader.take(any: ["名", "人"]) != nil {
        var ahead = reader
        ahead.skipBlanks()
        if !ahead.sees(any: ["~", "-", "から"]) { reader = copy }
      }
      return number
    }
  }
}
