/// Reads whole numbers as Japanese pages write them: `30,000`, `3万`, `1万5,300`, `三十六万`, `壱拾弐万`,
/// `一七、〇〇〇`.
public enum NumberReader {
  /// Reads a plain number of at most some digits, in ASCII digits only (after folding).
  public static func digits(_ reader: inout ScalarReader, atMost limit: Int) -> Int? {
    reader.attempt { reader in
      var value = 0
      let start = reader.position
      while let next = reader.next, next.isDigit, reader.position - start <= limit {
        value = value * 10 + Int(next.value - 0x30)
        reader.position += 1
      }
      let count = reader.position - start
      return count > 0 && count <= limit ? value : nil
    }
  }

  private static let englishWords = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]
  private static let longestFirst = englishWords.sorted { $0.count > $1.count }

  /// Reads an English word for a number up to twelve; digits in brackets behind it say the same again
  /// and are taken with it (`four (4)`).
  public static func english(_ reader: inout ScalarReader) -> Int? {
    reader.attempt { reader in
      guard reader.next?.isLatin == true, reader.previous?.isLatin != true,
        let word = reader.take(any: longestFirst),
        reader.next?.isLatin != true, let index = englishWords.firstIndex(of: word)
      else { return nil }
      _ = reader.attempt { reader -> Int? in
        reader.skipBlanks()
        guard reader.take("(" as Unicode.Scalar), let value = digits(&reader, atMost: 2),
          reader.take(")" as Unicode.Scalar)
        else { return nil }
        return value
      }
      return index + 1
    }
  }

  /// Reads a number in any writing, with 万 and 億; nil where none stands here.
  public static func number(_ reader: inout ScalarReader) -> Int? {
    guard reader.next.map(kanji.contains) == true else { return nil }
    if let value = reader.attempt(decimal) { return value }
    return reader.attempt { reader in
      var total = 0
      var seen = false
      while let group = group(&reader) {
        seen = true
        guard let unit = reader.attempt(largeUnit) else { return saturating(total, group, 1) }
        total = saturating(total, group, unit)
      }
      return seen ? total : nil
    }
  }

  /// `1.5万`: a point is read only where a unit behind it makes the number whole.
  private static func decimal(_ reader: inout ScalarReader) -> Int? {
    guard let whole = grouped(&reader), reader.take("." as Unicode.Scalar) else { return nil }
    let start = reader.position
    guard let fraction = digits(&reader, atMost: 4) else { return nil }
    let scale = (start..<reader.position).reduce(1) { scale, _ in scale * 10 }
    guard let unit = largeUnit(&reader) else { return nil }
    return saturating(fraction * unit / scale, whole, unit)
  }

  /// 万 or 億, blanks before it included.
  private static func largeUnit(_ reader: inout ScalarReader) -> Int? {
    reader.skipBlanks()
    if reader.take("億" as Unicode.Scalar) { return 100_000_000 }
    return reader.take(any: ["万", "萬"]) != nil ? 10_000 : nil
  }

  /// A number below ten thousand in kanji, or any number in digits, with 千 and 百 behind digits.
  private static func group(_ reader: inout ScalarReader) -> Int? {
    guard var total = grouped(&reader) else { return kanji(&reader) }
    guard let unit = smallUnit(&reader) else { return total }
    total = saturating(0, total, unit)
    while let part = reader.attempt(smallPart) { total = saturating(total, part, 1) }
    return total
  }

  /// The `5百` of `3千5百`.
  private static func smallPart(_ reader: inout ScalarReader) -> Int? {
    guard let digit = digits(&reader, atMost: 1), let unit = smallUnit(&reader) else { return nil }
    return digit * unit
  }

  private static func smallUnit(_ reader: inout ScalarReader) -> Int? {
    if reader.take("千" as Unicode.Scalar) { return 1000 }
    return reader.take("百" as Unicode.Scalar) ? 100 : nil
  }

  /// Digits with commas between groups of three.
  private static func grouped(_ reader: inout ScalarReader) -> Int? {
    reader.attempt { reader in
      guard var value = digits(&reader, atMost: 12) else { return nil }
      while let next = continuation(&reader) { value = saturating(next, value, 1000) }
      return value
    }
  }

  /// The next group of three digits; the comma may be a Japanese one (`31、000`) or have a blank behind.
  private static func continuation(_ reader: inout ScalarReader) -> Int? {
    guard reader.next == "," || reader.next == "、" else { return nil }
    return reader.attempt { reader in
      guard reader.take(any: [", ", ",", "、"]) != nil else { return nil }
      let start = reader.position
      guard let next = digits(&reader, atMost: 3), reader.position - start == 3,
        reader.next?.isDigit != true
      else { return nil }
      return next
    }
  }

  private static let kanjiDigits: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "一": 1, "壱": 1, "壹": 1, "二": 2, "弐": 2, "三": 3, "参": 3, "四": 4, "肆": 4,
    "五": 5, "伍": 5, "六": 6, "陸": 6, "七": 7, "漆": 7, "八": 8, "捌": 8, "九": 9, "玖": 9,
  ]
  private static let kanjiUnits: [Unicode.Scalar: Int] = [
    "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "阡": 1000,
  ]

  /// What numbers begin with.
  static let beginnings =
    "0123456789" + (Array(kanjiDigits.keys) + Array(kanjiUnits.keys)).map { String($0) }.joined()
  private static let kanji = ScalarSet(beginnings)

  /// The next three kanji digits behind a comma: the `、〇〇〇` of `一七、〇〇〇`.
  private static func kanjiContinuation(_ reader: inout ScalarReader) -> Int? {
    reader.attempt { reader in
      guard reader.take(any: [",", "、"]) != nil else { return nil }
      var value = 0
      for _ in 0..<3 {
        guard let digit = reader.next.flatMap({ kanjiDigits[$0] }) else { return nil }
        value = value * 10 + digit
        reader.position += 1
      }
      return reader.next.map { kanjiDigits[$0] == nil } == false ? nil : value
    }
  }

  private static func kanji(_ reader: inout ScalarReader) -> Int? {
    guard reader.next.map(kanji.contains) == true else { return nil }
    return reader.attempt { reader in
      var total = 0
      var pending: Int?
      let start = reader.position
      while let next = reader.next {
        if let digit = kanjiDigits[next] {
          pending = min((pending ?? 0) * 10 + digit, 99_999_999)
        } else if let unit = kanjiUnits[next] {
          total += (pending ?? 1) * unit
          pending = nil
        } else {
          break
        }
        reader.position += 1
      }
      guard reader.position > start else { return nil }
      total += pending ?? 0
      while let next = kanjiContinuation(&reader) { total = saturating(next, total, 1000) }
      return total
    }
  }

  /// `total + value × factor`, kept within what a sum of money can be.
  private static func saturating(_ total: Int, _ value: Int, _ factor: Int) -> Int {
    let (product, overflow) = value.multipliedReportingOverflow(by: factor)
    let (sum, more) = product.addingReportingOverflow(total)
    return overflow || more ? Int.max / 1_000_000 : sum
  }
}
