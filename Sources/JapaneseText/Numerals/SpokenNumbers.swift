public import ResourceTables

/// Numbers with what they count, spelt by their sound: `4がつ`, `さんじゅうまんえん`, `ろっかげつ`, `sanju man en`.
///
/// A sound alone is no number: `に` and `し` stand in every other word, so a unit must follow.
public struct SpokenNumbers: Sendable {
  private struct Spelling: Sendable {
    let spoken: [Unicode.Scalar]
    let written: String
    let value: Int
  }

  private let numbers: [Spelling]
  private let powers: [Spelling]
  private let units: [Spelling]
  private let wholes: [Spelling]
  private let before: [Spelling]
  private let english: EnglishNumbers
  private let seasons: SpokenSeasons
  private let months: SpokenMonths
  /// The least sum that kana alone may say: ごえん is also a word of medicine.
  private static let leastSum = 100

  /// Reads the table.
  public init() throws(TableError) {
    let table = try ResourceTable(
      name: "spoken.tsv", bytes: PackageResources.spoken_tsv,
      columns: ["role", "written", "spoken"])
    func spellings(_ role: String) -> [Spelling] {
      table.rows.filter { $0["role"] == role }.flatMap { row in
        row.list("spoken").map {
          Spelling(
            spoken: Array($0.unicodeScalars), written: row["written"],
            value: Int(row["written"]) ?? 0)
        }
      }.sorted { $0.spoken.count > $1.spoken.count }
    }
    numbers = spellings("number")
    powers = spellings("power")
    units = spellings("unit")
    wholes = spellings("whole")
    before = spellings("before")
    english = EnglishNumbers(table)
    seasons = SpokenSeasons(table)
    months = SpokenMonths(table)
  }

  /// The text with such numbers as they are usually written, and its ranges where they were.
  public func written(_ text: FoldedText) -> FoldedText {
    var scalars: [Unicode.Scalar] = []
    var origins: [Int32] = []
    var position = 0
    var isChanged = false
    while position < text.scalars.count {
      if let (end, number) = replacement(in: text, at: position) {
        for scalar in number.unicodeScalars {
          scalars.append(scalar)
          origins.append(text.origins[position])
        }
        position = end
        isChanged = true
      } else {
        scalars.append(text.scalars[position])
        origins.append(text.origins[position])
        position += 1
      }
    }
    guard isChanged else { return text }
    origins.append(text.origins[text.scalars.count])
    return FoldedText(original: text.original, scalars: scalars, origins: origins)
  }

  private func replacement(in text: FoldedText, at start: Int) -> (end: Int, written: String)? {
    if let season = seasons.season(in: text, at: start) { return season }
    if let month = months.month(in: text, at: start) { return month }
    if let number = english.number(in: text, at: start) { return (number.end, "\(number.value)") }
    return number(in: text, at: start) ?? range(in: text, at: start)
  }

  private func number(in text: FoldedText, at start: Int) -> (end: Int, written: String)? {
    guard isBeginning(start, of: text) else { return nil }
    if let whole = longest(wholes, in: text, at: start) {
      return isEnd(whole.end, of: text) ? (whole.end, whole.spelling.written) : nil
    }
    guard let (end, value, isSpelt) = value(in: text, at: start) else { return nil }
    guard let unit = longest(units, in: text, at: end), isEnd(unit.end, of: text) else {
      // `30まん` is a sum without its 円.
      return !isSpelt && value >= 10_000 && value % 10_000 == 0 && end > start + 1
        && isPower(before: end, of: text) ? (end, "\(value / 10_000)万") : nil
    }
    if isSpelt, unit.spelling.written == "円", value < Self.leastSum { return nil }
    return (unit.end, "\(value)" + unit.spelling.written)
  }

  /// A number in digits or sounds, with a power of ten that is spelt behind digits (`30まん`).
  private func value(
    in text: FoldedText, at start: Int
  ) -> (end: Int, value: Int, isSpelt: Bool)? {
    var reader = ScalarReader(text)
    reader.position = start
    let written = NumberReader.number(&reader)
    let digitsEnd = written == nil ? start : reader.position
    var (total, group, digit) = (0, 0, written)
    var (end, isSpelt) = (digitsEnd, false)
    while true {
      let next = withoutBlank(end, of: text, from: start)
      if let power = longest(powers, in: text, at: next), total < 100_000_000 {
        if power.spelling.value == 10_000 {
          // まんえん is also a word by itself.
          guard digit != nil || group > 0 else { return nil }
          total = (group + (digit ?? 0)) * 10_000
          group = 0
        } else {
          group += (digit ?? 1) * power.spelling.value
        }
        (digit, end, isSpelt) = (nil, power.end, true)
      } else if digit == nil, let number = longest(numbers, in: text, at: next) {
        (digit, end, isSpelt) = (number.spelling.value, number.end, true)
      } else {
        break
      }
    }
    guard end > start, total + group + (digit ?? 0) > 0 else { return nil }
    return (end, total + group + (digit ?? 0), written == nil && isSpelt)
  }

  private func isPower(before end: Int, of text: FoldedText) -> Bool {
    !text.scalars[end - 1].isDigit && text.scalars[end - 1] != "万"
  }

  // MARK: Ranges

  /// `between 20 and 40` and `20到40` as `20~40`.
  private func range(in text: FoldedText, at start: Int) -> (end: Int, written: String)? {
    var reader = ScalarReader(text)
    reader.position = start
    if start > 0, reader.take("到" as Unicode.Scalar) || reader.take("至" as Unicode.Scalar),
      "0123456789万円元月年千".unicodeScalars.contains(text.scalars[start - 1]),
      NumberReader.number(&reader) != nil
    {
      return (start + 1, "~")
    }
    guard start == 0 || !text.scalars[start - 1].isLatin, reader.take("between ") else {
      return nil
    }
    reader.skipBlanks()
    let first = reader.position
    // Both ends must be near, and begin with a number.
    guard isNumber(at: first, of: text),
      let and = text.range(
        of: " and ", in: first..<min(first + Self.longestEnd, text.scalars.count)),
      isNumber(at: and.upperBound, of: text)
    else { return nil }
    let least = written(FoldedText(text.string(in: first..<and.lowerBound)))
    return (and.upperBound, least.string + "~")
  }

  private static let longestEnd = 30

  private func isNumber(at start: Int, of text: FoldedText) -> Bool {
    var reader = ScalarReader(text)
    reader.position = start
    _ = reader.take(any: ["¥", "jpy "])
    return NumberReader.english(&reader) != nil || NumberReader.number(&reader) != nil
  }

  // MARK: Spellings

  private func longest(
    _ spellings: [Spelling], in text: FoldedText, at start: Int
  ) -> (spelling: Spelling, end: Int)? {
    let start = withoutBlank(start, of: text, from: start - 1)
    guard start < text.scalars.count else { return nil }
    for spelling in spellings where start + spelling.spoken.count <= text.scalars.count {
      let fits = spelling.spoken.indices.allSatisfy {
        spelling.spoken[$0] == hiragana(text.scalars[start + $0])
      }
      if fits { return (spelling, start + spelling.spoken.count) }
    }
    return nil
  }

  /// Latin letters may stand apart: `sanju man en`.
  private func withoutBlank(_ position: Int, of text: FoldedText, from start: Int) -> Int {
    position > start && position > 0 && position + 1 < text.scalars.count
      && text.scalars[position] == " " && text.scalars[position + 1].isLatin
      ? position + 1 : position
  }

  private func isBeginning(_ start: Int, of text: FoldedText) -> Bool {
    guard start > 0 else { return true }
    let (before, first) = (text.scalars[start - 1], text.scalars[start])
    if first.isBlank { return false }
    if first.isDigit { return !before.isDigit && before != "," && before != "." }
    if first.isLatin { return !before.isLatin }
    // `締切は元日`, `締切はクリスマス`
    if first.isKanji || first.isKatakana && before.isHiragana { return true }
    return !isKana(before)
      || self.before.contains { word in
        let begin = start - word.spoken.count
        return begin >= 0 && text.hasWord(word.spoken, at: begin)
          && (begin == 0 || !isKana(text.scalars[begin - 1]))
      }
  }

  /// Latin letters end with the word; behind kana anything may follow.
  private func isEnd(_ end: Int, of text: FoldedText) -> Bool {
    guard end < text.scalars.count else { return true }
    return !(text.scalars[end - 1].isLatin && text.scalars[end].isLatin)
  }

  private func isKana(_ scalar: Unicode.Scalar) -> Bool { scalar.isHiragana || scalar.isKatakana }

  private func hiragana(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x30A1...0x30F6).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0x60) ?? scalar
  }
}
