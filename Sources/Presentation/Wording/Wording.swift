public import ResourceTables

/// The languages in which output is written; quotations stay in their own.
public enum OutputLanguage: String, Sendable, CaseIterable {
  case japanese = "ja"
  case english = "en"

  /// The language of a locale such as `ja_JP.UTF-8`; English where it is not Japanese.
  public init(locale: String) {
    self = locale.lowercased().hasPrefix("ja") ? .japanese : .english
  }
}

/// The words of the output, from a table with a column a language.
public struct Wording: Sendable {
  /// The language.
  public let language: OutputLanguage
  private let words: [String: String]

  /// Reads the table.
  public init(_ language: OutputLanguage) throws(TableError) {
    self.language = language
    let table = try ResourceTable(
      name: "wording.tsv", bytes: PackageResources.wording_tsv, columns: ["key", "ja", "en"])
    words = Dictionary(
      table.rows.map { ($0["key"], $0[language.rawValue]) }, uniquingKeysWith: { one, _ in one })
  }

  /// The names of the prefectures, from north to south.
  package var places: [String] {
    guard
      let table = try? ResourceTable(
        name: "wording.tsv", bytes: PackageResources.wording_tsv, columns: ["key", "ja", "en"])
    else { return [] }
    return table.rows.filter { $0["key"].hasPrefix("place.") }.map { $0[language.rawValue] }
  }

  /// The same words with some of them replaced, for a language that the table does not have.
  public func replacing(_ others: [String: String]) -> Wording {
    Wording(language: language, words: words.merging(others) { $1 })
  }

  private init(language: OutputLanguage, words: [String: String]) {
    self.language = language
    self.words = words
  }

  /// The words of a key; the key itself where the table lacks it, which the tests rule out.
  public func callAsFunction(_ key: String) -> String { words[key] ?? key }

  /// The words of a key with `{0}`, `{1}` … replaced.
  ///
  /// `{0|day|days}` is the first word where the value is 1, else the second.
  public func callAsFunction(_ key: String, _ values: any CustomStringConvertible...) -> String {
    let texts = values.map(\.description)
    let forms = self(key)
    let words = forms.contains("|") ? Self.numbered(forms, texts) : forms
    return texts.enumerated().reduce(words) {
      $0.replacing("{\($1.offset)}", with: $1.element)
    }
  }

  /// The words with the forms chosen that fit their numbers.
  package static func numbered(_ words: String, _ values: [String]) -> String {
    words.split(separator: "{", omittingEmptySubsequences: false).enumerated().map { place, part in
      let pieces = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      let forms = pieces[0].split(separator: "|", omittingEmptySubsequences: false)
      guard place > 0, pieces.count == 2, forms.count == 3, let number = Int(forms[0]),
        values.indices.contains(number)
      else { return (place > 0 ? "{" : "") + part }
      return String(values[number] == "1" ? forms[1] : forms[2]) + pieces[1]
    }.joined()
  }
}
