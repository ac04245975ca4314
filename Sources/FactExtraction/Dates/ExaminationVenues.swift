import DocumentParsing
import DomainLexicon
import JapaneseText

/// Reads the cities in which an examination is held.
struct ExaminationVenues {
  let lexicon: Lexicon

  /// The most cities that one statement is believed to name; each is looked at with its sentence.
  private static let mostCities = 120

  /// The cities: names of prefectures and their capitals at the beginning of an entry, under a label of places, or
  /// beside the days, or else in sentences that say where it is held.
  func venues(in statements: [ReadStatement]) -> Finding<[String]>? {
    let own = statements.filter(ExaminationMatter(lexicon: lexicon).isOfThisRound)
    return found(in: own.filter { $0.topic == .venue }) { _, _ in true }
      ?? found(in: own.filter(isOfDays), where: isInLineOfPlaces)
      ?? found(in: own.filter { $0.statement.shape != .heading }) {
        isInSentenceOfPlaces($0, $1, mustNameExamination: true)
      }
  }

  private func found(
    in statements: [ReadStatement], where isPlace: (Range<Int>, FoldedText) -> Bool
  ) -> Finding<[String]>? {
    let (japanese, latin) = (lexicon.places.japaneseNames, lexicon.places.latinNames)
    var found: [String] = []
    var left: Set<String> = []
    var quotes: [Quote] = []
    for statement in statements {
      let count = found.count
      let isJapanese = statement.text.scalars.contains(where: \.isJapanese)
      let cities = (isJapanese ? japanese : latin).matches(in: statement.text)
      for match in cities.prefix(Self.mostCities)
      where beginsEntry(match.range, statement.text) {
        if isLeft(match.range, statement.text) { left.insert(match.meaning) }
        if !found.contains(match.meaning), !isDenied(match.range, statement.text),
          isPlace(match.range, statement.text)
        {
          found.append(match.meaning)
        }
      }
      if found.count > count { quotes.append(Quote(statement)) }
    }
    found.removeAll(where: left.contains)
    return found.isEmpty ? nil : Finding(found, quotes: quotes)
  }

  private func isOfDays(_ statement: ReadStatement) -> Bool {
    [.selection, .selectionDay, .examDate].contains(statement.topic)
  }

  /// A name inside another word (東京見本会館) counts only at its beginning; 及び ends an entry.
  private func beginsEntry(_ city: Range<Int>, _ text: FoldedText) -> Bool {
    guard city.lowerBound > 0, text.scalars[city.lowerBound - 1].isJapanese else { return true }
    return ["及び", "および", "並びに", "又は", "または", "と", "・", "は", "が", "に", "を", "ら"].contains {
      text.hasWord($0, before: city.lowerBound)
    }
  }

  /// What is held, told or taken in cities beside the examination.
  private static let otherMatters = [
    "説明会", "発表", "願書", "問い合わせ", "問合せ", "照会", "受け付け", "受付", "総会", "学会", "大会", "セミナー", "講習",
    "briefing",
    "result", "enquir",
  ]

  private static let ends = Set("。\n".unicodeScalars)

  /// `札幌、東京、福岡の各会場`, `東京(幻国際会館)`: a line beside the day that begins with a city and names a hall.
  private func isInLineOfPlaces(_ city: Range<Int>, _ text: FoldedText) -> Bool {
    let line = text.stretch(around: city) { Self.ends.contains($0) }
    let words = text.string(in: line)
    return ["会場", "会館", "ホール", "プラザ", "センター"].contains(where: words.contains)
      && DateReader().dates(in: text, range: line).isEmpty
      || isInSentenceOfPlaces(city, text, mustNameExamination: false)
  }

  /// `試験地は東京及び大阪です`, `…に京都において行う`, `takes place in Yokohama`: a sentence that says where it is held.
  private func isInSentenceOfPlaces(
    _ city: Range<Int>, _ text: FoldedText, mustNameExamination: Bool
  ) -> Bool {
    let sentence = text.stretch(around: city) { Self.ends.contains($0) }
    let words = text.string(in: sentence)
    let before = text.string(in: sentence.lowerBound..<city.lowerBound)
    let behind = text.string(in: city.upperBound..<sentence.upperBound)
    guard text.scalars[sentence].contains(where: \.isJapanese) else {
      return isHeldInEnglish(words, before: before)
    }
    if mustNameExamination, !words.contains("試験"), !words.contains("試問") { return false }
    if Self.otherMatters.contains(where: words.contains) { return false }
    let isNamed = ["試験地は", "試験場は", "試験会場は", "会場は", "受験地は", "場所は", "開催地は", "実施場所は"]
      .contains(where: before.contains)
    let isMoved = before.contains("会場を") && ["に改め", "に変更", "に移し"].contains(where: behind.contains)
    let isHeld =
      ["で行", "で実施", "で開催", "において行", "において実施", "において開催", "で受験", "にお越し"]
      .contains(where: behind.contains)
    return isNamed || isMoved || isHeld
  }

  private func isHeldInEnglish(_ words: String, before: String) -> Bool {
    ["held", "takes place", "take place", "given", "venue", "conducted", "sit the", "take the"]
      .contains(where: words.contains)
      && ["in", "at", "and", "or", "and in", "or in", ","].contains {
        before.trimmingBlanks.hasSuffix($0)
      }
  }

  /// `名古屋会場（名古屋市）→ 岐阜会場`, `さいたま市の試験場は、千葉市に変更しました`: a place that another one has replaced.
  private func isLeft(_ city: Range<Int>, _ text: FoldedText) -> Bool {
    let entry = text.stretch(around: city) { "、。\n※".unicodeScalars.contains($0) }
    let next = text.string(in: city.upperBound..<entry.upperBound)
    if let arrow = next.firstIndex(where: { "→⇒➡".contains($0) }),
      !next[..<arrow].contains("・"), next[..<arrow].count <= 24
    {
      return true
    }
    let sentence = text.stretch(around: city) { Self.ends.contains($0) }
    let behind = text.string(in: city.upperBound..<sentence.upperBound)
    let isSubject = ["は", "会場は", "市は", "市会場は", "市の会場は", "の会場は", "の試験場は", "市の試験場は", "試験場は"]
      .contains(where: behind.hasPrefix)
    return isSubject && ["に変更", "へ変更", "に移し", "に移り", "に改め"].contains(where: behind.contains)
  }

  /// `広島では…行いません`, `会場を広島から岡山に改めます`: no place of this round.
  private func isDenied(_ city: Range<Int>, _ text: FoldedText) -> Bool {
    let sentence = text.stretch(around: city) { Self.ends.contains($0) }
    let behind = text.string(in: city.upperBound..<sentence.upperBound)
    let isLeft = ["から", "にかえて", "に代えて", "ではなく"].contains {
      behind.hasPrefix($0) || behind.hasPrefix("市" + $0) || behind.hasPrefix("会場" + $0)
    }
    return isLeft
      || [
        "前回", "昨年", "前年", "これまで", "設けません", "行いません", "実施しません", "設けない", "行わない", "廃止", "取りやめ",
        "not be held",
      ]
      .contains(where: behind.contains)
  }
}
