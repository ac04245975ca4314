import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads the cities in which an examination is held.
struct ExaminationVenues {
  let lexicon: Lexicon

  /// The most cities that one statement is believed to name; each is looked at with its sentence.
  private static let mostCities = 120

  /// The cities: names of prefectures, their capitals and other large cities at the beginning of an entry, under a label of places, or
  /// beside the days, or else in sentences that say where it is held.
  func venues(in statements: [ReadStatement]) -> Finding<[String]>? {
    let own = statements.filter(ExaminationMatter(lexicon: lexicon).isOfThisRound)
    let topics = ExaminationTopics(lexicon: lexicon)
    if let labelled = found(
      in: own.filter({ $0.topic == .venue && !topics.headsPlaceOfPapers($0.label) }),
      where: { _, _ in true })
    {
      return with(citiesOfOtherParts: own, corrected(labelled, in: own))
    }
    return found(in: own.filter(isOfDays), where: isInLineOfPlaces)
      ?? found(in: own.filter { $0.statement.shape != .heading }) {
        isInSentenceOfPlaces($0, $1, mustNameExamination: true)
      }
  }

  /// `会場: 横浜` and `口頭試験は12月6日に大阪市で行います`: a sentence under no label may tell the city and the day of a part.
  private func with(
    citiesOfOtherParts statements: [ReadStatement], _ labelled: Finding<[String]>
  ) -> Finding<[String]> {
    let sentences = statements.filter { $0.statement.shape == .paragraph && $0.topic == nil }
    let told = found(in: sentences) { city, text in
      let sentence = text.stretch(around: city) { Self.ends.contains($0) }
      let before = sentence.lowerBound..<city.lowerBound
      return !SelectionMethods(lexicon: lexicon).methods(ofLabel: text.string(in: before)).isEmpty
        && DateReader().dates(in: text, range: before).contains { $0.day != nil && $0.year != nil }
        && isInSentenceOfPlaces(city, text, mustNameExamination: true)
    }
    guard let told, told.value.contains(where: { !labelled.value.contains($0) }) else {
      return labelled
    }
    return Finding(
      labelled.value + told.value.filter { !labelled.value.contains($0) },
      quotes: labelled.quotes + told.quotes, confidence: Confidence.sentence)
  }

  private func found(
    in statements: [ReadStatement], where isPlace: (Range<Int>, FoldedText) -> Bool
  ) -> Finding<[String]>? {
    let names = CityNames(lexicon: lexicon)
    var found: [String] = []
    var left: Set<String> = []
    var quotes: [Quote] = []
    for statement in statements {
      let count = found.count
      let cities = cities(of: statement, names)
      if let city = cityOfLabel(statement), !found.contains(city) { found.append(city) }
      for match in cities.prefix(Self.mostCities)
      where beginsEntry(match.range, statement.text)
        && !(cities.count > 1 && namesOwner(match.range, statement.text))
        && !namesHall(match.range, behind: cities, statement.text)
        && (!match.mustStandAlone || standsAlone(match.range, statement.text))
      {
        let name = city(behind: match.range, statement.text) ?? match.name
        if isLeft(match.range, statement.text) { left.insert(name) }
        if !found.contains(name), !isDenied(match.range, statement.text),
          isPlace(match.range, statement.text)
        {
          found.append(name)
        }
      }
      if found.count > count { quotes.append(Quote(statement)) }
    }
    found.removeAll(where: left.contains)
    return found.isEmpty ? nil : Finding(found, quotes: quotes)
  }

  /// The names in a statement; a ward is told only where a label says so and no city is named.
  private func cities(of statement: ReadStatement, _ names: CityNames) -> [CityName] {
    let all = names.names(in: statement.text)
    let label = statement.statement.labels.last ?? statement.statement.column
    if all.isEmpty, let label, lexicon.concepts.says(.englishCity, in: FoldedText(label)) {
      return names.namesAlone(in: statement.text)
    }
    let isOfWard = statement.topic == .venue && all.allSatisfy(\.isWard)
    return isOfWard ? all : all.filter { !$0.isWard }
  }

  /// `開催地 金沢市（石川県立ホール）`: whose hall it is.
  private func namesOwner(_ prefecture: Range<Int>, _ text: FoldedText) -> Bool {
    lexicon.signs.says(.foundedBy, at: prefecture.upperBound, in: text)
  }

  /// `東京会場：架空ビル10階`: a label that is a city and the word for a place.
  private func cityOfLabel(_ statement: ReadStatement) -> String? {
    guard statement.topic == .venue, let label = statement.statement.labels.last else { return nil }
    let text = FoldedText(Numbering.stripped(label)).withoutLetterSpacing
    guard let match = CityNames(lexicon: lexicon).names(in: text).first,
      match.range.lowerBound == 0, !match.isWard
    else { return nil }
    let rest = match.range.upperBound..<text.scalars.count
    return lexicon.signs.says(.wordForPlace, asExactly: rest, in: text)
      || ["市", "都", "府"].contains(text.string(in: rest)) ? match.name : nil
  }

  /// The shortest name of a city that is believed, without 市.
  private static let shortestCity = 2
  /// The longest name of a city, with 市.
  private static let longestCity = 6

  /// `愛知県名古屋市`: behind the name of a prefecture that of its city.
  private func city(behind prefecture: Range<Int>, _ text: FoldedText) -> String? {
    let start =
      prefecture.upperBound
      + (["県", "府"].contains { text.hasWord($0, at: prefecture.upperBound) } ? 1 : 0)
    guard start > prefecture.lowerBound + 1,
      ["県", "府"].contains(where: { text.hasWord($0, before: start) })
    else { return nil }
    let reach = start..<min(start + Self.longestCity, text.scalars.count)
    // 四日市市; 愛知県立市民ホール and 広島県都市会館 name no city.
    guard var end = text.range(of: "市", in: reach)?.lowerBound else { return nil }
    if text.hasWord("市市", at: end) { end += 1 }
    let name = text.scalars[start..<end]
    let behind = end + 1 < text.scalars.count ? text.scalars[end + 1] : " "
    guard name.count >= Self.shortestCity, name.allSatisfy(\.isKanji), name.last != "都",
      name.first != "立", !"民場立内営役会街".unicodeScalars.contains(behind)
    else { return nil }
    return text.string(in: start..<end)
  }

  private func isOfDays(_ statement: ReadStatement) -> Bool {
    if [.selection, .selectionDay, .examDate].contains(statement.topic) { return true }
    // Written examination: 7 February 2027 — Nagoya
    guard statement.topic == nil, let label = statement.statement.labels.last else { return false }
    let methods = SelectionMethods(lexicon: lexicon)
    return methods.isPart(FoldedText(label))
      || !methods.methods(ofLabel: label).isSubset(of: [.documents])
  }

  /// A name inside another word (東京見本会館) counts only at its beginning; 及び ends an entry.
  private func beginsEntry(_ city: Range<Int>, _ text: FoldedText) -> Bool {
    guard city.lowerBound > 0, text.scalars[city.lowerBound - 1].isJapanese else { return true }
    return ["及び", "および", "並びに", "又は", "または", "と", "・", "は", "が", "に", "を", "ら", "も"].contains {
      text.hasWord($0, before: city.lowerBound)
    }
  }

  private static let ends = Set("。\n".unicodeScalars)

  /// `札幌、東京、福岡の各会場`, `東京(幻国際会館)`: a line beside the day that begins with a city and names a hall.
  private func isInLineOfPlaces(_ city: Range<Int>, _ text: FoldedText) -> Bool {
    let line = text.stretch(around: city) { Self.ends.contains($0) }
    if isBehindDay(city, line, text) { return true }
    return lexicon.signs.says(.hall, in: text, range: line)
      && DateReader().dates(in: text, range: line).isEmpty && !isOfOtherEvent(line, city, text)
      || isInSentenceOfPlaces(city, text, mustNameExamination: false)
  }

  /// `7 February 2027 — Nagoya and Sendai`, `11月15日(日) 東京`: nothing but marks, an hour and other cities stands between.
  private func isBehindDay(_ city: Range<Int>, _ line: Range<Int>, _ text: FoldedText) -> Bool {
    let days = DateReader().dates(in: text, range: line.lowerBound..<city.lowerBound)
    guard let day = days.last, day.day != nil else { return false }
    let names = CityNames(lexicon: lexicon).names(in: text)
    let between = day.range.upperBound..<city.lowerBound
    let known =
      names.map { $0.range.lowerBound..<endOfHall(behind: $0.range.upperBound, text) }
      + TimeReader.times(in: text, range: between).map(\.range)
      + lexicon.concepts.ranges(of: .joinsCities, in: text, range: between)
      + lexicon.signs.ranges(of: .eitherDay, in: text, range: between)
    let isList = between.allSatisfy { place in
      let scalar = text.scalars[place]
      let isLetter = scalar.isJapanese && scalar != "・" && scalar != "ー" && scalar != "、"
      return !isLetter && !scalar.isLatin && !scalar.isDigit && scalar != ";"
        || known.contains { $0.contains(place) }
    }
    return (isList || endsHall(between, text)) && standsAlone(city, text)
  }

  /// What may stand behind the name of a city that is not part of another one: a mark, 会場, another city.
  private static let behindCity = Set("、・,()（）;:/／〔[。\n".unicodeScalars)

  /// Whether a name goes on as nothing else: neither 東京駅, 福山通運 and Tokyo time, nor 大阪会場は満席.
  func standsAlone(_ city: Range<Int>, _ text: FoldedText) -> Bool {
    var reader = ScalarReader(text, in: city.upperBound..<text.scalars.count)
    _ = reader.take(any: ["市", "都", "府", "県", "区"])
    let isNamedCity = text.hasWord("市", before: reader.position)
    let hasDistrict = skipDistrict(&reader)
    if let word = lexicon.signs.range(of: .venueWord, at: reader.position, in: text) {
      reader.position = word.upperBound
    } else {
      _ = reader.take(any: ["のみ", " only"])
    }
    guard let next = reader.next else { return true }
    return Self.behindCity.contains(next) || (hasDistrict || isNamedCity) && next.isBlank
      || isNamedCity && "のにで内".unicodeScalars.contains(next)
      || reader.sees(any: [
        "と", "及び", "および", "並びに", "又は", "または", " and ", " or ", " ・", " (", " と", " 及び", " および",
        " 又は", " または",
      ])
  }

  /// `東京都新宿区`, `埼玉県和光市`: the address goes on with one more name.
  private func skipDistrict(_ reader: inout ScalarReader) -> Bool {
    let isThere = reader.attempt { reader -> Bool? in
      guard let last = reader.previous, "市都府県".unicodeScalars.contains(last) else { return nil }
      let name = reader.take { $0.isKanji && !"区市町村".unicodeScalars.contains($0) }
      guard (1...4).contains(name), reader.take(any: ["区", "市", "町", "村"]) != nil else {
        return nil
      }
      return true
    }
    return isThere == true
  }

  /// `試験地は東京及び大阪です`, `…に京都において行う`, `takes place in Yokohama`: a sentence that says where it is held.
  private func isInSentenceOfPlaces(
    _ city: Range<Int>, _ text: FoldedText, mustNameExamination: Bool
  ) -> Bool {
    let sentence = text.stretch(around: city) { Self.ends.contains($0) }
    let before = sentence.lowerBound..<city.lowerBound
    let behind = city.upperBound..<sentence.upperBound
    let signs = lexicon.signs
    if mustNameExamination, !signs.says(.examinationNoun, in: text, range: sentence),
      !goesOn(sentence, text), !isTopicOfPlaces(sentence, text),
      !(sentence.lowerBound == city.lowerBound && isNameOfPlace(city, text)),
      !movesPlace(before, behind, text)
    {
      return false
    }
    // …名古屋市で行い、申込みは5月から受け付ける: what follows the verb is of another matter.
    let verb = signs.ranges(of: .heldThere, in: text, range: behind).first
    let matter = sentence.lowerBound..<(verb?.upperBound ?? sentence.upperBound)
    if isOfOtherEvent(matter, city, text) || isOfEarlierRound(text, sentence) { return false }
    guard text.scalars[sentence].contains(where: \.isJapanese) else {
      return signs.says(.heldThere, in: text, range: sentence)
        && !signs.says(.notHeldThere, in: text, range: sentence)
        && signs.says(.placePreposition, atEndOf: before, in: text)
    }
    return signs.says(.venueTopic, in: text, range: before)
      || isBracketedBehindPart(city, text) || isWhereItIsHeld(city, sentence, text)
      || text.trimmed(before).isEmpty && isNameOfPlace(city, text)
      || isBesideLabel(before, text)
      || signs.says(.heldThere, in: text, range: behind)
      // いずれも札幌です
      || goesOn(sentence, text) && text.hasWord("です", at: city.upperBound)
      || movesPlace(before, behind, text)
  }

  /// `開催地を瑞穂市から白鷺市に移します`.
  private func movesPlace(_ before: Range<Int>, _ behind: Range<Int>, _ text: FoldedText) -> Bool {
    lexicon.signs.says(.asObject, in: text, range: before)
      && lexicon.signs.says(.movedThere, in: text, range: behind)
  }

  /// `東京会場（千代田区）`: an entry that is a city and the word for a place.
  private func isNameOfPlace(_ city: Range<Int>, _ text: FoldedText) -> Bool {
    guard
      let end = lexicon.signs.range(of: .wordForPlace, at: city.upperBound, in: text)?.upperBound
    else { return false }
    return end == text.scalars.count || text.scalars[end] == "(" || text.scalars[end] == ":"
  }

  /// Whether a sentence is about a meeting or about papers: 見本学会は、専門医試験を大阪市の会館で行います is not, as the examination
  /// stands nearer to the city.
  private func isOfOtherEvent(_ matter: Range<Int>, _ city: Range<Int>, _ text: FoldedText) -> Bool
  {
    let signs = lexicon.signs
    guard let last = signs.ranges(of: .otherEvent, in: text, range: matter).last else {
      return false
    }
    guard last.upperBound <= city.lowerBound else { return true }
    return !signs.ranges(of: .examinationNoun, in: text, range: last.upperBound..<city.lowerBound)
      .contains { text.hasWord("を", at: $0.upperBound) }
  }

  /// `見本大学医学部（長崎市）にて実技試験を実施します`: the examination and what is done follow the hall.
  private func isWhereItIsHeld(
    _ city: Range<Int>, _ sentence: Range<Int>, _ text: FoldedText
  ) -> Bool {
    let rest = city.upperBound..<sentence.upperBound
    guard
      let place = ["にて", "において"].compactMap({ text.range(of: $0, in: rest) }).min(by: {
        $0.lowerBound < $1.lowerBound
      }),
      !text.scalars[city.upperBound..<place.lowerBound].contains(where: {
        "。、はがを".unicodeScalars.contains($0)
      })
    else { return false }
    let behind = place.upperBound..<sentence.upperBound
    guard let noun = lexicon.signs.ranges(of: .examinationNoun, in: text, range: behind).first
    else { return false }
    return text.hasWord("を", at: noun.upperBound)
      && !text.scalars[place.upperBound..<noun.lowerBound].contains {
        "をはが".unicodeScalars.contains($0)
      }
      && lexicon.signs.says(
        .heldAsExamination, in: text, range: noun.upperBound..<sentence.upperBound)
  }

  /// `11月22日　二次試験（名古屋市）`: the city alone in the bracket behind a part.
  private func isBracketedBehindPart(_ city: Range<Int>, _ text: FoldedText) -> Bool {
    let open = city.lowerBound - 1
    guard open > 0, text.scalars[open] == "(",
      let close = text.scalars[city.upperBound...].firstIndex(of: ")"), close - city.upperBound <= 1
    else { return false }
    return lexicon.signs.says(.behindPart, before: open, in: text)
  }

  /// `場所は岡山市の…です`: a sentence that begins with the word for the place; not behind one on another meeting.
  private func isTopicOfPlaces(_ sentence: Range<Int>, _ text: FoldedText) -> Bool {
    lexicon.signs.says(.venueTopic, atStartOf: sentence, in: text)
      && !lexicon.signs.says(.otherEvent, in: text, range: 0..<sentence.lowerBound)
  }

  /// `【試験日】11月15日【場所】神戸市`, `試験会場（東京・大阪）は`: a label inside a line, and other cities behind it.
  private func isBesideLabel(_ before: Range<Int>, _ text: FoldedText) -> Bool {
    var end = text.trimmed(before).upperBound
    let cities = CityNames(lexicon: lexicon).names(in: text).map(\.range)
    while end > before.lowerBound {
      if Self.joiners.contains(text.scalars[end - 1]) {
        end -= 1
      } else if let city = cities.first(where: { $0.upperBound == end || $0.upperBound == end - 1 }
      ),
        city.upperBound == end || "市都府県".unicodeScalars.contains(text.scalars[end - 1])
      {
        end = max(before.lowerBound, city.lowerBound)
      } else {
        break
      }
    }
    let name = text.scalars[before.lowerBound..<end].reversed().prefix { $0.isKanji }
    return name.count > 1
      && lexicon.labels.exactTopic(of: text.string(in: end - name.count..<end)) == .venue
  }

  /// What may stand between the word for the place and its cities.
  private static let joiners = Set(":】](・、, ".unicodeScalars)

  /// `… an oral examination on 3 October. Both take place in Nagoya`: what a sentence sums up was named before it.
  private func goesOn(_ sentence: Range<Int>, _ text: FoldedText) -> Bool {
    guard lexicon.concepts.says(.sumsUpParts, atStartOf: sentence, in: text) else { return false }
    let end = max(0, sentence.lowerBound - 1)
    let before = text.stretch(around: end..<end) { Self.ends.contains($0) }
    return lexicon.signs.says(.examinationNoun, in: text, range: before)
      && !lexicon.signs.says(.otherEvent, in: text, range: before)
  }

  /// `昨年度の筆記試験は大阪で行いました`, but not `昨年度と同じく大阪で行います`.
  private func isOfEarlierRound(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    lexicon.signs.says(.wasHeld, in: text, range: sentence)
      || lexicon.concepts.says(.pastExamination, in: text, range: sentence)
        && !lexicon.signs.says(.asBefore, in: text, range: sentence)
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
    let behind = city.upperBound..<sentence.upperBound
    let isSubject =
      text.hasWord("は", at: behind.lowerBound)
      || lexicon.signs.says(.cityAsTopic, atStartOf: behind, in: text)
    return isSubject && lexicon.signs.says(.movedThere, in: text, range: behind)
  }

  /// `広島では…行いません`, `会場を広島から岡山に改めます`: no place of this round.
  private func isDenied(_ city: Range<Int>, _ text: FoldedText) -> Bool {
    let sentence = text.stretch(around: city) { Self.ends.contains($0) }
    let behind = city.upperBound..<sentence.upperBound
    // `後半は神戸市です。昨年度は千葉市でした`.
    let clause = text.stretch(around: city) { "。、()\n".unicodeScalars.contains($0) }
    // 東京、福岡から選択: each of them.
    return lexicon.signs.says(.cityLeft, atStartOf: behind, in: text)
      && !(lexicon.signs.says(.toChoose, at: city.upperBound, in: text)
        && !lexicon.signs.says(.noChoice, in: text, range: sentence))
      || text.hasWord("not in ", before: city.lowerBound)
      || lexicon.concepts.says(.laterRound, in: text, range: clause)
      || isOfEarlierRound(text, clause)
      || lexicon.signs.says(.notHeldThere, in: text, range: behind)
  }
}
