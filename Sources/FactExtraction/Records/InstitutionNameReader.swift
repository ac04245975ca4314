import DocumentParsing
import JapaneseText

/// Reads which hospital, school or society a page belongs to.
enum InstitutionNameReader {
  private static let endings = [
    "大学医学部附属病院", "大学医学部付属病院", "大学附属病院", "大学付属病院", "大学病院", "医療センター", "総合病院", "病院", "医学部", "学会", "医院",
    "機構", "大学",
  ]

  /// The name: the longest kind of ending first, in the titles, then in the text.
  static func name(in page: PageReading) -> String? {
    let places = page.titles.map(\.text) + page.statements.map(\.text)
    let titles = page.titles.count
    for ending in endings.dropLast(2) {
      if let name = places.prefix(titles).lazy.compactMap({ name(in: $0, ending) }).first {
        return name
      }
    }
    for ending in endings {
      if let name = places.lazy.compactMap({ name(in: $0, ending) }).first { return name }
    }
    return english(page)
  }

  /// A run of characters without blanks or marks that ends so.
  private static func name(in text: FoldedText, _ ending: String) -> String? {
    guard let found = text.range(of: ending), found.lowerBound > 0 else { return nil }
    var start = found.lowerBound
    while start > 0, isPartOfName(text.scalars[start - 1]) { start -= 1 }
    guard found.lowerBound - start >= 1 else { return nil }
    var name = text.original(of: start..<found.upperBound).trimmingBlanks
    for prefix in ["国立大学法人", "公立大学法人", "学校法人", "年度"] {
      if let range = name.firstRange(of: prefix) { name = String(name[range.upperBound...]) }
    }
    return name.count > ending.count && name.count <= 30 && !isCommon(name) ? name : nil
  }

  /// Whether a name is no name but a kind of hospital: 臨床研修病院, 基幹型臨床研修病院, 関連病院.
  private static func isCommon(_ name: String) -> Bool {
    var rest = name
    for word in commonWords { rest = rest.replacing(word, with: "") }
    return rest.isEmpty
  }

  private static let commonWords = [
    "基幹型", "協力型", "単独型", "管理型", "臨床", "研修", "指定", "関連", "協力", "連携", "大学", "附属", "付属", "病院", "施設",
    "県内",
    "当該", "各", "同", "本", "当", "他", "総合", "医学部", "一般", "医療センター", "全国",
  ]

  private static func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isKanji || scalar.isKatakana || scalar == "ー"
  }

  private static func english(_ page: PageReading) -> String? {
    for place in [page.document.title] + page.document.headings
      + page.statements.map(\.statement.text)
    where englishEndings.contains(where: place.contains) {
      for part in place.split(whereSeparator: { "|｜–—:,.".contains($0) }) {
        let name = part.trimmingCharacters
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

extension Substring {
  /// The words without blanks at both ends.
  fileprivate var trimmingCharacters: String { String(self).trimmingBlanks }
}
