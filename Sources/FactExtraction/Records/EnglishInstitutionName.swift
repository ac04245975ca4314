import DocumentParsing
import DomainLexicon
import JapaneseText

/// Reads the English name of a hospital or school wherever it stands, or that of a society, board or ministry in a title.
struct EnglishInstitutionName {
  let lexicon: Lexicon

  /// The most letters of a name, and of a text that is looked at.
  private static let mostLetters = (name: 80, text: 2000)
  private static let separators = ScalarSet("|｜–—:,.()©\n")
  private static let small: Set<Substring> = ["of", "the", "for", "and", "in", "&"]

  /// The first name of a hospital or school that a page gives, in its titles before its text; else what its titles
  /// call by another such noun.
  func name(in page: PageReading) -> String? {
    let titles = [page.document.title] + page.document.headings
    let texts = page.statements.map(\.statement.text)
    return (titles + texts).lazy.compactMap { first(in: $0, hospital) }.first
      ?? titles.lazy.compactMap { first(in: $0, society) }.first
  }

  private func first(in place: String, _ name: (Substring) -> String?) -> String? {
    guard place.utf8.count <= Self.mostLetters.text,
      lexicon.concepts.says(.englishHospital, .englishSociety, in: FoldedText(place))
    else { return nil }
    // The dot of St. Luke's ends nothing.
    let parts = place.replacing("St. ", with: "St ").unicodeScalars
      .split(whereSeparator: Self.separators.contains)
    for part in parts {
      for part in String(part).parts(separatedBy: " - ") {
        if let name = name(part[...]) { return name }
      }
    }
    return nil
  }

  /// The longest end of a part that is the name of a hospital: `the Mihon University Hospital` without its article.
  private func hospital(_ part: Substring) -> String? {
    let words = part.words
    guard let last = words.indices.last, isCapital(words[last]),
      says(.englishHospital, words.suffix(2))
    else { return nil }
    return run(of: words, to: last, from: last)
  }

  /// `Kakuu Board of Emergency Imaging`: all of a part, with of or for behind its noun.
  private func society(_ part: Substring) -> String? {
    let words = part.words
    guard words.allSatisfy(isOfName), let last = words.indices.last,
      let noun = words.indices.dropLast(2).first(where: {
        says(.englishSociety, words[$0...$0]) && ["of", "for"].contains(words[$0 + 1])
      })
    else { return nil }
    return run(of: words, to: last, from: noun)
  }

  /// The words up to a place, from the first that can be of the name.
  private func run(of words: [Substring], to last: Int, from noun: Int) -> String? {
    var start = noun
    while start > 0, isOfName(words[start - 1]) { start -= 1 }
    while start < noun, Self.small.contains(words[start]) || words[start] == "The" { start += 1 }
    let name = words[start...last].joined(separator: " ")
    let isName = last > start && !Self.small.contains(words[last])
    return isName && name.count <= Self.mostLetters.name ? name : nil
  }

  private func says(_ concept: Concept, _ words: ArraySlice<Substring>) -> Bool {
    let text = FoldedText(words.joined(separator: " "))
    return lexicon.concepts.says(concept, atEndOf: text.scalars.indices, in: text)
  }

  private func isOfName(_ word: Substring) -> Bool {
    Self.small.contains(word) || isCapital(word) && word.dropFirst().allSatisfy(Self.isInName)
  }

  private func isCapital(_ word: Substring) -> Bool {
    word.first.map { ("A"..."Z").contains($0) } ?? false
  }

  private static func isInName(_ letter: Character) -> Bool {
    letter.isLetter || letter.isNumber || letter == "_" || letter == "'" || letter == "-"
  }
}
