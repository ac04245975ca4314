import DocumentParsing
import DomainLexicon
import JapaneseText

/// Reads which hospital, school, society or authority a page belongs to.
struct InstitutionNameReader {
  let lexicon: Lexicon

  private var signs: SignTable { lexicon.signs }

  /// The most characters of a name.
  private static let mostCharacters = 30

  /// The name: of the endings the one that the table has first, in the titles, then in the text.
  ///
  /// What stands alone between marks is a name before what stands in a sentence, whose first letters are not sure.
  func name(in page: PageReading) -> String? {
    let titles = page.titles.map(\.text).filter(hasEnding)
    let places = titles + texts(of: page).filter(hasEnding)
    let endings = signs.words(for: .institutionEnding)
    for (places, endings) in [(titles, endings), (places, endings + looseEndings)] {
      for ending in endings {
        if let name = places.lazy.compactMap({ alone(in: $0, ending) }).first { return name }
        if let name = places.lazy.compactMap({ said(in: $0, ending) }).first { return name }
      }
    }
    for ending in lexicon.concepts.words(for: .titledInstitutionEnding) {
      if let name = page.titles.lazy.compactMap({ alone(in: $0.text, ending) }).first {
        return name
      }
    }
    return EnglishInstitutionName(lexicon: lexicon).name(in: page)
  }

  private var looseEndings: [String] { signs.words(for: .looseInstitutionEnding) }

  private func hasEnding(_ text: FoldedText) -> Bool {
    signs.says(.institutionEnding, .looseInstitutionEnding, in: text)
  }

  /// The texts of the statements, and what labels them: `模擬病院：電話…`.
  private func texts(of page: PageReading) -> [FoldedText] {
    page.statements.flatMap { statement in
      [statement.text] + (statement.statement.labels.last.map { [FoldedText($0)] } ?? [])
    }
  }

  /// What stands alone between marks and blanks and ends so: `実地修練 | 架空みどり台病院`.
  private func alone(in text: FoldedText, _ ending: String) -> String? {
    guard text.contains(ending) else { return nil }
    var before: Range<Int>?
    for part in text.pieces(separatedBy: { Self.isBetweenNames($0) }) where !part.isEmpty {
      defer { before = part }
      guard text.string(in: part).hasSuffix(ending), isWritten(part, in: text) else { continue }
      if let name = name(part, in: text, ending) { return name }
      // 見本大学 医学部附属病院
      if let before, signs.says(.looseInstitutionEnding, atEndOf: before, in: text),
        before.upperBound + 1 == part.lowerBound, isWritten(before, in: text),
        let name = name(before.lowerBound..<part.upperBound, in: text, ending)
      {
        return name
      }
    }
    return nil
  }

  private static let betweenNames = ScalarSet("|/<>=()[]{}「」『』【】〈〉《》〔〕:;,、。.!?-–—―~〜©@#*●◆■○◎▼※→…")

  private static func isBetweenNames(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || scalar == "\n" || betweenNames.contains(scalar)
  }

  /// Whether all of a part can be a name: words of a sentence are none of it.
  private func isWritten(_ part: Range<Int>, in text: FoldedText) -> Bool {
    guard !lexicon.concepts.says(.noPartOfName, in: text, range: part) else { return false }
    return part.allSatisfy { index in
      let scalar = text.scalars[index]
      guard Self.isPartOfName(scalar) || scalar.isHiragana || scalar == "・" else { return false }
      // One letter of hiragana between others is a particle: 県内の病院; but 虎の門病院.
      guard scalar.isHiragana, index > part.lowerBound, !text.scalars[index - 1].isHiragana,
        index + 1 < part.upperBound, !text.scalars[index + 1].isHiragana
      else { return true }
      return scalar == "の" && index == part.lowerBound + 1
    }
  }

  /// A run of characters in a sentence that ends so: `見本病院では`.
  private func said(in text: FoldedText, _ ending: String) -> String? {
    guard let found = text.range(of: ending), found.lowerBound > 0 else { return nil }
    var start = found.lowerBound
    while start > 0, Self.isPartOfName(text.scalars[start - 1]) { start -= 1 }
    guard found.lowerBound - start >= 1 else { return nil }
    if !isBeginning(start, in: text) {
      // つくば見本大学附属病院: hiragana from the very beginning is of the name.
      while start > 0, text.scalars[start - 1].isHiragana { start -= 1 }
      guard start == 0 || Self.isBetweenNames(text.scalars[start - 1]) else { return nil }
    }
    return name(start..<found.upperBound, in: text, ending)
  }

  /// Whether a name can begin at a place: behind hiragana it does where that ends a word, and みどり台病院 is longer.
  private func isBeginning(_ start: Int, in text: FoldedText) -> Bool {
    guard start > 0, text.scalars[start - 1].isHiragana else { return true }
    var first = start
    while first > 0, text.scalars[first - 1].isHiragana { first -= 1 }
    return lexicon.concepts.says(.beforeName, atEndOf: first..<start, in: text)
  }

  /// A name without its legal form; nil where it says a kind of hospital only: 臨床研修病院, 関連病院.
  private func name(_ range: Range<Int>, in text: FoldedText, _ ending: String) -> String? {
    let form = signs.ranges(of: .legalForm, in: text, range: range).last
    let range = text.trimmed((form?.upperBound ?? range.lowerBound)..<range.upperBound)
    let isCommon = signs.rest(of: range, in: text, without: .kindOfHospital)
      .allSatisfy { $0.isBlank || $0 == "の" }
    let name = text.original(of: range).filter { !$0.isWhitespace }
    let count = name.characterCount
    let isName = count > ending.characterCount && count <= Self.mostCharacters && !isCommon
    return isName ? name : nil
  }

  private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isKanji || scalar.isKatakana && scalar != "・" || scalar == "ー"
  }
}
