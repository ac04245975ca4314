import DocumentParsing
import DomainLexicon
import JapaneseText

/// Reads which hospital, school or society a page belongs to.
struct InstitutionNameReader {
  let signs: SignTable

  /// The name: the ending that the table has first, in the titles, then in the text.
  func name(in page: PageReading) -> String? {
    func withEndings(_ statements: [ReadStatement]) -> [FoldedText] {
      statements.map(\.text).filter {
        signs.says(.institutionEnding, .looseInstitutionEnding, in: $0)
      }
    }
    let titles = withEndings(page.titles)
    let places = titles + withEndings(page.statements)
    let endings = signs.words(for: .institutionEnding)
    for ending in endings {
      if let name = titles.lazy.compactMap({ name(in: $0, ending) }).first {
        return name
      }
    }
    for ending in endings + signs.words(for: .looseInstitutionEnding) {
      if let name = places.lazy.compactMap({ name(in: $0, ending) }).first { return name }
    }
    return Self.english(page)
  }

  /// A run of characters without blanks or marks that ends so.
  private func name(in text: FoldedText, _ ending: String) -> String? {
    guard let found = text.range(of: ending), found.lowerBound > 0 else { return nil }
    var start = found.lowerBound
    while start > 0, Self.isPartOfName(text.scalars[start - 1]) { start -= 1 }
    guard found.lowerBound - start >= 1 else { return nil }
    let form = signs.ranges(of: .legalForm, in: text, range: start..<found.upperBound).last
    let range = text.trimmed((form?.upperBound ?? start)..<found.upperBound)
    // 臨床研修病院, 基幹型臨床研修病院, 関連病院: no name but a kind of hospital.
    let isCommon = signs.rest(of: range, in: text, without: .kindOfHospital).isEmpty
    let name = text.original(of: range)
    return name.count > ending.count && name.count <= 30 && !isCommon ? name : nil
  }

  private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isKanji || scalar.isKatakana || scalar == "ー"
  }

  private static func english(_ page: PageReading) -> String? {
    for place in [page.document.title] + page.document.headings
      + page.statements.map(\.statement.text)
    where englishEndings.contains(where: place.contains) {
      for part in place.unicodeScalars.split(whereSeparator: separators.contains) {
        let name = String(part).trimmingBlanks
        if englishEndings.contains(where: name.hasSuffix), name.count <= 80,
          let found = englishName(endOf: name)
        {
          return found
        }
      }
    }
    return nil
  }

  private static let englishEndings = ["Hospital", "University"]
  private static let separators = ScalarSet("|｜–—:,.")

  /// The longest end of a text that is a name: `the Mihon University Hospital` without its article.
  private static func englishName(endOf text: String) -> String? {
    text.indices.lazy.filter { isCapital(text[$0]) }.map { text[$0...] }.first { name in
      let words = name.split(separator: " ", omittingEmptySubsequences: false)
      return words.count > 1 && englishEndings.contains(String(words[words.count - 1]))
        && words.dropLast().allSatisfy { word in
          let isName = word.first.map(isCapital) == true && word.dropFirst().allSatisfy(isInName)
          return isName || word == "of" || word == "the"
        }
    }.map { String($0) }
  }

  private static func isCapital(_ letter: Character) -> Bool { ("A"..."Z").contains(letter) }

  private static func isInName(_ letter: Character) -> Bool {
    letter.isLetter || letter.isNumber || letter == "_" || letter == "'" || letter == "-"
  }
}
