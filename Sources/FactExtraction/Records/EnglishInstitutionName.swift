import DocumentParsing
import DomainLexicon
import JapaneseText

/// Reads the English name of a hospital, school, society or board: words with capitals that end with such a noun, or
/// go on behind it with of or for.
struct EnglishInstitutionName {
  let lexicon: Lexicon

  /// The most letters of a name, and of a text that is looked at.
  private static let mostLetters = (name: 80, text: 2000)
  private static let separators = ScalarSet("|｜–—:,.()©\n")
  private static let small: Set<Substring> = ["of", "the", "for", "and", "in", "&"]

  /// The first name that a page gives, in its titles before its text.
  func name(in page: PageReading) -> String? {
    let places =
      [page.document.title] + page.document.headings + page.statements.map(\.statement.text)
    return places.lazy.compactMap { name(in: $0) }.first
  }

  private func name(in place: String) -> String? {
    guard place.utf8.count <= Self.mostLetters.text,
      lexicon.concepts.says(.englishInstitution, in: FoldedText(place))
    else { return nil }
    let parts = place.unicodeScalars.split(whereSeparator: Self.separators.contains)
    return parts.lazy.map { String($0).replacing(" - ", with: "\n") }
      .flatMap { $0.split(separator: "\n") }.compactMap { name(inPart: $0) }.first
  }

  /// The longest run of words in a part that is a name: `the Mihon University Hospital` without its article.
  private func name(inPart part: Substring) -> String? {
    let words = part.split(whereSeparator: \.isWhitespace)
    guard let noun = words.lastIndex(where: isNoun) else { return nil }
    var end = noun + 1
    if end < words.count, ["of", "for"].contains(words[end]) {
      while end < words.count, isOfName(words[end]) { end += 1 }
    }
    // Board Certification Examination: the noun says what is certified, and ends no name.
    guard end == words.count || !isOfName(words[end]) else { return nil }
    var start = noun
    while start > 0, isOfName(words[start - 1]) { start -= 1 }
    while start < noun, Self.small.contains(words[start]) || words[start] == "The" { start += 1 }
    let name = words[start..<end].joined(separator: " ")
    guard end - start > 1, !Self.small.contains(words[end - 1]), name.count <= Self.mostLetters.name
    else { return nil }
    return name
  }

  private func isNoun(_ word: Substring) -> Bool {
    let text = FoldedText(String(word))
    return word.first.map(Self.isCapital) == true
      && lexicon.concepts.says(.englishInstitution, asAllOf: text.scalars.indices, in: text)
  }

  private func isOfName(_ word: Substring) -> Bool {
    Self.small.contains(word)
      || word.first.map(Self.isCapital) == true && word.dropFirst().allSatisfy(Self.isInName)
  }

  private static func isCapital(_ letter: Character) -> Bool { ("A"..."Z").contains(letter) }

  private static func isInName(_ letter: Character) -> Bool {
    letter.isLetter || letter.isNumber || letter == "_" || letter == "'" || letter == "-"
  }
}
