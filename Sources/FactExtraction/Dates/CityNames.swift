import DomainLexicon
import JapaneseText

/// The name of a city where a text has it.
struct CityName {
  /// Where it stands; behind a name of the tables 市 may follow.
  let range: Range<Int>
  /// The name without 市 or 県.
  let name: String
  /// Whether it is that of another place or of people as often: then nothing else may follow it.
  let mustStandAlone: Bool
  /// Whether it is a ward, which is told only where no city is.
  var isWard = false
}

/// Finds the names of cities: those of the tables, and others that say what they are, 瑞穂市 or Mizuho City.
struct CityNames {
  let lexicon: Lexicon

  /// The names in reading order.
  func names(in text: FoldedText) -> [CityName] {
    let isJapanese = text.scalars.contains(where: \.isJapanese)
    let places = lexicon.places
    let known = (isJapanese ? places.japaneseNames : places.latinNames).matches(in: text).map {
      CityName(
        range: $0.range, name: $0.meaning, mustStandAlone: places.furtherCities.contains($0.meaning)
      )
    }
    let others = isJapanese ? named(in: text, besides: known) : englishNames(in: text, known)
    guard !others.isEmpty else { return known }
    return (known + others).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The fewest and the most characters of such a name without 市: 各市 and 同市 are none.
  private static let lengths = 2...5
  /// What goes on behind 市 in other words: 市民, 市立, 市場.
  private static let otherWords = Set("民場立営役会街長況販価".unicodeScalars)

  /// `瑞穂市`, `見本県瑞穂市`, `千代田区`.
  private func named(in text: FoldedText, besides known: [CityName]) -> [CityName] {
    text.scalars.indices.compactMap { place in
      let isWard = text.scalars[place] == "区"
      guard isWard || text.scalars[place] == "市" else { return nil }
      let next = place + 1 < text.scalars.count ? text.scalars[place + 1] : " "
      guard !Self.otherWords.contains(next) else { return nil }
      var start = place
      while start > 0, Self.isOfName(text.scalars[start - 1]) { start -= 1 }
      let joined = lexicon.concepts.ranges(of: .joinsCities, in: text, range: start..<place).last
      start = joined?.upperBound ?? start
      // 見本県瑞穂市: the entry begins with the prefecture.
      let entry = start
      let prefecture = text.scalars[start..<place].lastIndex(of: "県")
      if let prefecture { start = prefecture + 1 }
      // 試験地瑞穂市
      let noun = lexicon.concepts.ranges(of: .placeNoun, in: text, range: start..<place).last
      start = noun?.upperBound ?? start
      let name = start..<place
      guard Self.lengths.contains(name.count),
        !lexicon.concepts.says(.noCity, atEndOf: name, in: text),
        !known.contains(where: { Self.isOf($0.range, name, text) })
      else { return nil }
      return CityName(
        range: (prefecture == nil ? start : entry)..<place,
        name: text.string(in: start..<(isWard ? place + 1 : place)),
        mustStandAlone: true, isWard: isWard)
    }
  }

  private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isKanji || scalar.isKatakana && scalar != "・" || scalar == "ー"
  }

  /// Whether a name of the tables is the city, or what it stands behind: 横浜市, 東京都千代田区; 大阪 in 東大阪市 is not.
  private static func isOf(_ known: Range<Int>, _ name: Range<Int>, _ text: FoldedText) -> Bool {
    known.lowerBound == name.lowerBound || known.upperBound == name.lowerBound
      || known.upperBound + 1 == name.lowerBound && "都道府県市".contains(text.scalars[known.upperBound])
      || known.lowerBound < name.lowerBound && known.upperBound > name.lowerBound
  }

  /// The fewest letters of an English name before `City`.
  private static let fewestLetters = 4

  /// `Mizuho City`.
  private func englishNames(in text: FoldedText, _ known: [CityName]) -> [CityName] {
    lexicon.concepts.ranges(of: .englishCity, in: text).compactMap { word in
      guard word.lowerBound > 1, text.scalars[word.lowerBound - 1] == " " else { return nil }
      let end = word.lowerBound - 1
      guard let start = startOfEnglishName(before: end, text),
        end - start >= Self.fewestLetters,
        !known.contains(where: { $0.range.overlaps(start..<end) })
      else { return nil }
      let range = start..<word.upperBound
      return CityName(range: range, name: text.original(of: range), mustStandAlone: true)
    }
  }

  /// `Havenby and Sunmark`: a text that is nothing but names with capitals, for a label that says that cities stand there.
  func namesAlone(in text: FoldedText) -> [CityName] {
    guard !text.scalars.contains(where: { $0.isJapanese || $0.isDigit }) else { return [] }
    let joiners = lexicon.concepts.ranges(of: .joinsCities, in: text)
    var names: [Range<Int>] = []
    var start = 0
    for place in 0...text.scalars.count {
      let isEnd =
        place == text.scalars.count || joiners.contains { $0.contains(place) }
        || !text.scalars[place].isLatin && !" -'".unicodeScalars.contains(text.scalars[place])
      guard isEnd else { continue }
      let name = text.trimmed(start..<place)
      if !name.isEmpty { names.append(name) }
      start = place + 1
    }
    let areNames = names.allSatisfy { name in
      let words = text.original(of: name).split(separator: " ")
      return words.count <= Self.mostWords && words.allSatisfy { $0.first?.isUppercase == true }
        && !lexicon.concepts.says(.noCity, in: text, range: name)
    }
    guard areNames else { return [] }
    return names.map {
      CityName(range: $0, name: text.original(of: $0), mustStandAlone: false)
    }
  }

  /// The most words of an English name before `City`.
  private static let mostWords = 3

  /// Where a name begins, of which each word is written with a capital: `the City`, `Each City` have none.
  private func startOfEnglishName(before end: Int, _ text: FoldedText) -> Int? {
    var found: Int?
    var end = end
    for _ in 0..<Self.mostWords {
      var start = end
      while start > 0, text.scalars[start - 1].isLatin { start -= 1 }
      guard start < end, text.original(of: start..<end).first?.isUppercase == true,
        !lexicon.concepts.says(.noCity, asAllOf: start..<end, in: text)
      else { return found }
      found = start
      guard start > 1, text.scalars[start - 1] == " " else { return found }
      end = start - 1
    }
    return found
  }
}

extension String {
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
