import DomainLexicon
import JapaneseText

/// Halls that stand between a day and the name of their city, or behind that name.
extension ExaminationVenues {
  /// `東京（見本ビル）・京都`, `Sendai (Sample Hall) and Osaka`: a city with the word for a place and the bracket behind it that names the hall.
  func endOfHall(behind city: Int, _ text: FoldedText) -> Int {
    var end = text.hasWord("市", at: city) ? city + 1 : city
    end = lexicon.signs.range(of: .wordForPlace, at: end, in: text)?.upperBound ?? end
    let open = text.hasWord(" (", at: end) ? end + 1 : end
    guard text.hasWord("(", at: open),
      let close = text.scalars[open...].firstIndex(where: { ")\n".unicodeScalars.contains($0) }),
      text.scalars[close] == ")"
    else { return end }
    return close + 1
  }

  /// `名古屋（東海仮想ビル8階）`: at the beginning of the bracket behind a city stands a hall, which may begin like another city.
  func namesHall(_ name: Range<Int>, behind cities: [CityName], _ text: FoldedText) -> Bool {
    // パシフィコ横浜（横浜市西区…）: an address.
    guard text.hasWord("(", before: name.lowerBound), !standsAlone(name, text),
      !["市", "都", "府", "県", "区"].contains(where: {
        text.hasWord($0, at: name.upperBound) || text.hasWord($0, before: name.upperBound)
      })
    else { return false }
    let open = name.lowerBound - 1
    return cities.contains {
      $0.range.upperBound == open || $0.range.upperBound == open - 1
    }
  }

  /// `13 September 2026 at Mihon Hall, Tokyo`: what stands behind a day names a hall, and a comma follows.
  func endsHall(_ between: Range<Int>, _ text: FoldedText) -> Bool {
    let words = text.trimmed(between).drop { ",;:".unicodeScalars.contains(text.scalars[$0]) }
    let place = text.trimmed(words)
    guard text.hasWord(",", before: place.upperBound),
      !text.scalars[place].contains(where: { $0.isJapanese || $0.isDigit })
    else { return false }
    return text.hasWord("at ", at: place.lowerBound)
      && text.scalars[place].count(where: { $0 == "," }) == 1
      && lexicon.signs.says(.hall, in: text, range: place)
  }
}
