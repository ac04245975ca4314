/// Other spellings of a word that mean the same: texts keep their own, so a query asks for each.
public enum EqualSpellings {
  /// The most spellings of one word.
  private static let most = 12

  /// The word, already folded, with its other spellings; the word itself first.
  public static func of(_ word: String) -> [String] {
    var spellings = [word]
    for change in [years, sums, repetitions, vu, withoutLastLengths, otherKana, withoutOkurigana] {
      for spelling in spellings {
        for other in change(spelling) where !spellings.contains(other) { spellings.append(other) }
      }
    }
    return Array(spellings.prefix(most))
  }

  // MARK: Numbers

  /// `2028年`, `令和10年`, `令和十年`: the same year; 2019 is the last of one era and the first of another.
  private static func years(_ word: String) -> [String] {
    numbers(before: "年", in: word) { reader in
      let name = reader.text.string(in: reader.position..<reader.text.scalars.count).prefix(2)
      if let year = Era.year(&reader) {
        return ["\(year)"] + eraYears(year).filter { $0.hasPrefix(name) }
      }
      return YearReader.western(&reader).map { ["\($0)"] + eraYears($0) }
    }
  }

  /// A year of the common era as a year of its era, in digits and in kanji.
  private static func eraYears(_ year: Int) -> [String] {
    let eras = Era.names.filter { $0.name.unicodeScalars.count == 2 && year > $0.offset }
    guard let latest = eras.first else { return [] }
    let isFirst = year == latest.offset + 1
    return eras.prefix(isFirst ? 2 : 1).flatMap { era in
      let number = year - era.offset
      return (number == 1 ? [era.name + "元"] : [])
        + [era.name + "\(number)", era.name + kanji(number)]
    }
  }

  /// `30,000円`, `3万円`, `三万円`: the same sum.
  private static func sums(_ word: String) -> [String] {
    numbers(before: "円", in: word) { reader in
      guard let sum = NumberReader.number(&reader), sum > 0 else { return nil }
      guard sum % 10_000 == 0, sum < 100_000_000 else { return ["\(sum)"] }
      return ["\(sum)", "\(sum / 10_000)万", kanji(sum / 10_000) + "万"]
    }
  }

  /// The word with the first number before a unit written in other ways.
  private static func numbers(
    before unit: Unicode.Scalar, in word: String, _ writings: (inout ScalarReader) -> [String]?
  ) -> [String] {
    let text = FoldedText(word)
    guard text.scalars.contains(unit) else { return [] }
    for start in text.scalars.indices {
      var reader = ScalarReader(text)
      reader.position = start
      guard let found = writings(&reader), reader.next == unit else { continue }
      let head = text.string(in: 0..<start)
      let tail = text.string(in: reader.position..<text.scalars.count)
      return found.map { head + $0 + tail }
    }
    return []
  }

  /// A number below ten thousand in kanji.
  private static func kanji(_ number: Int) -> String {
    var result = ""
    var rest = number
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] where rest >= unit {
      let digit = rest / unit
      result += (digit > 1 || unit == 1 ? String(digits[digit]) : "") + name
      rest %= unit
    }
    return result
  }

  private static let digits = Array("〇一二三四五六七八九")

  // MARK: Letters

  /// 佐々木 and 佐佐木.
  private static func repetitions(_ word: String) -> [String] {
    let scalars = Array(word.unicodeScalars)
    let open = scalars.indices.map { index in
      index > 0 && scalars[index] == "々" ? scalars[index - 1] : scalars[index]
    }
    let closed = open.indices.map { index in
      index > 0 && open[index].isKanji && open[index] == open[index - 1] ? "々" : open[index]
    }
    return [open, closed].map(string)
  }

  private static let vuSpellings = [
    ("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴュ", "ビュ"), ("ヴ", "ブ"),
  ]

  /// ヴィザ and ビザ; where a word has several such letters, all are changed together.
  private static func vu(_ word: String) -> [String] {
    let isForeign = word.unicodeScalars.allSatisfy { $0.isKatakana }
    guard isForeign else { return [] }
    let plain = vuSpellings.reduce(word) { $0.replacing($1.0, with: $1.1) }
    guard plain == word else { return [plain] }
    return vuSpellings.map { word.replacing($0.1, with: $0.0) }
  }

  /// コンピューター is found as コンピュータ, which stands in both.
  private static func withoutLastLengths(_ word: String) -> [String] {
    guard word.unicodeScalars.count >= 4, word.hasSuffix("ー"),
      word.unicodeScalars.allSatisfy(\.isKatakana)
    else { return [] }
    return [String(word.dropLast())]
  }

  /// ぼらんてぃあ is ボランティア; a word of two kana stands in too many others.
  private static func otherKana(_ word: String) -> [String] {
    let scalars = Array(word.unicodeScalars)
    guard scalars.count >= 4, scalars.allSatisfy({ $0.isHiragana || $0 == "ー" }) else { return [] }
    let katakana = scalars.map { scalar in
      (0x3041...0x3096).contains(scalar.value)
        ? Unicode.Scalar(scalar.value + 0x60) ?? scalar : scalar
    }
    return [string(katakana)]
  }

  /// 建て替え is 建替え: a single hiragana between two kanji may be left out.
  private static func withoutOkurigana(_ word: String) -> [String] {
    let scalars = Array(word.unicodeScalars)
    let kept = scalars.indices.filter { index in
      !(index > 0 && index + 1 < scalars.count && okurigana.contains(scalars[index])
        && scalars[index - 1].isKanji && scalars[index + 1].isKanji)
    }
    return kept.count < scalars.count ? [string(kept.map { scalars[$0] })] : []
  }

  /// The kana in which the stems of verbs end.
  private static let okurigana = Array("いえきぎけげしせちてねびべみめりれ".unicodeScalars)

  /// 建替え written 建て替え: a kana put between each two kanji in turn.
  public static func withOkurigana(_ word: String) -> [String] {
    let scalars = Array(word.unicodeScalars)
    guard (2...6).contains(scalars.count) else { return [] }
    return scalars.indices.dropFirst().filter { scalars[$0 - 1].isKanji && scalars[$0].isKanji }
      .flatMap { place in
        okurigana.map { string(scalars[..<place] + [$0] + scalars[place...]) }
      }
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
