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
    var words = [String: String](minimumCapacity: table.rows.count)
    for row in table.rows.reversed() { words[row["key"]] = row[language.rawValue] }
    self.words = words
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
    Self.filled(self(key), values.map(\.description))
  }

  /// Words with the values in their places; what is no place of a value stays as it is.
  package static func filled(_ template: String, _ values: [String]) -> String {
    var result = ""
    var rest = template.utf8[...]
    while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
      result += template[rest.startIndex..<brace]
      rest = rest[brace...].dropFirst()
      if let end = rest.firstIndex(of: UInt8(ascii: "}")),
        let words = words(of: template[rest.startIndex..<end], values)
      {
        result += words
        rest = rest[end...].dropFirst()
      } else {
        result += "{"
      }
    }
    result += template[rest.startIndex...]
    return result
  }

  /// What stands for `0` or for `0|day|days`; nil where there is no such value.
  private static func words(of place: Substring, _ values: [String]) -> String? {
    guard let digit = place.utf8.first, (0x30...0x39).contains(digit),
      values.indices.contains(Int(digit) - 0x30)
    else { return nil }
    let value = values[Int(digit) - 0x30]
    if place.utf8.count == 1 { return value }
    let forms = place.split(separator: "|", omittingEmptySubsequences: false)
    guard forms.count == 3, forms[0].utf8.count == 1 else { return nil }
    return String(value == "1" ? forms[1] : forms[2])
  }
}
