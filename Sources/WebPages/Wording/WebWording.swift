import Presentation
import ResourceTables
import Synchronization

/// The languages of the pages.
package enum WebLanguage: String, CaseIterable, Sendable {
  case japanese = "ja"
  case english = "en"
  case chinese = "zh"

  /// The language in the attribute `lang`.
  var tag: String { self == .chinese ? "zh-Hans" : rawValue }

  /// The first language of a header such as `zh-CN,en;q=0.8` that the pages have; else Japanese.
  init(accepted header: String) {
    let names = header.lowercased().split(separator: ",").map {
      $0.drop { $0 == " " }.prefix(2)
    }
    self = names.lazy.compactMap { WebLanguage(rawValue: String($0)) }.first ?? .japanese
  }
}

/// The words of the pages in one language, with the readings of the domain's words.
struct WebWording: Sendable {
  /// What all copies share.
  private final class Store: Sendable {
    let shared: Wording
    let words: [String: String]
    let readings: Readings?
    /// The words as pages have them.
    let written: [String: HTML]

    init(_ tables: Tables, _ language: WebLanguage, _ hasReadings: Bool) {
      shared = tables.shared[language] ?? tables.fallback
      let words = tables.words[language] ?? [:]
      let readings = hasReadings ? tables.readings : nil
      self.words = words
      self.readings = readings
      written = words.mapValues { WebWording.read($0, language, readings) }
    }
  }

  let language: WebLanguage
  private let store: Store
  /// The words that all output shares.
  var shared: Wording { store.shared }
  var readings: Readings? { store.readings }

  /// Each language with and without readings, made at first need.
  private static let made = Mutex<[WebLanguage: [Bool: WebWording]]>([:])

  private static let tables = Result { () throws(TableError) in try Tables() }

  private struct Tables: Sendable {
    let words: [WebLanguage: [String: String]]
    let shared: [WebLanguage: Wording]
    let fallback: Wording
    let readings: Readings

    init() throws(TableError) {
      let own = try ResourceTable(
        name: "web.tsv", bytes: PackageResources.web_tsv, columns: ["key", "ja", "en", "zh"])
      var words: [WebLanguage: [String: String]] = [:]
      for language in WebLanguage.allCases {
        words[language] = Dictionary(
          own.rows.map { ($0["key"], $0[language.rawValue]) }, uniquingKeysWith: { one, _ in one })
      }
      self.words = words
      let chinese = try ResourceTable(
        name: "shared-zh.tsv", bytes: PackageResources.shared_zh_tsv, columns: ["key", "zh"])
      let japanese = try Wording(.japanese)
      shared = [
        .japanese: japanese, .english: try Wording(.english),
        .chinese: japanese.replacing(
          Dictionary(
            chinese.rows.map { ($0["key"], $0["zh"]) }, uniquingKeysWith: { one, _ in one })),
      ]
      fallback = try Wording(.english)
      readings = try Readings()
    }
  }

  /// Takes the words of a language.
  init(_ language: WebLanguage, hasReadings: Bool) throws {
    if let made = Self.made.withLock({ $0[language]?[hasReadings] }) {
      self = made
      return
    }
    self.init(try Self.tables.get(), language, hasReadings)
    let made = self
    Self.made.withLock { $0[language, default: [:]][hasReadings] = made }
  }

  private init(_ tables: Tables, _ language: WebLanguage, _ hasReadings: Bool) {
    self.language = language
    store = Store(tables, language, hasReadings)
  }

  /// The table of Chinese words, for the tests.
  static var chineseTable: [UInt8] { PackageResources.shared_zh_tsv }

  /// The words of a key, of the pages or of all output; the key itself where no table has it.
  func callAsFunction(_ key: String) -> String { store.words[key] ?? store.shared(key) }

  /// The words of a key with `{0}`, `{1}` … replaced.
  func callAsFunction(_ key: String, _ values: any CustomStringConvertible...) -> String {
    Wording.filled(self(key), values.map(\.description))
  }

  /// The words of a key before and behind the place of its only value.
  func parts(of key: String) -> (before: String, after: String) {
    let template = self(key)
    guard let value = template.firstRange(of: "{0}") else { return (template, "") }
    return (String(template[..<value.lowerBound]), String(template[value.upperBound...]))
  }

  /// Our own words, which carry their reading where readings are wanted and the page is Japanese: kana are
  /// no help over Chinese words.
  func read(_ text: String) -> HTML { Self.read(text, language, store.readings) }

  private static func read(
    _ text: String, _ language: WebLanguage, _ readings: Readings?
  ) -> HTML {
    language == .japanese ? readings?.html(text) ?? .text(text) : .text(text)
  }

  /// The words of a key with their readings.
  func html(_ key: String) -> HTML { store.written[key] ?? read(self(key)) }
}

/// The readings of the domain's words in kana.
struct Readings: Sendable {
  private let words: [Character: [(word: [Character], reading: String)]]

  init() throws(TableError) {
    let table = try ResourceTable(
      name: "readings.tsv", bytes: PackageResources.readings_tsv, columns: ["word", "reading"])
    words = Dictionary(grouping: table.rows.map { (Array($0["word"]), $0["reading"]) }) {
      $0.0.first ?? " "
    }.mapValues { $0.sorted { $0.0.count > $1.0.count }.map { (word: $0.0, reading: $0.1) } }
  }

  /// Text with the reading above each word of the table; the longest word at a place counts.
  func html(_ text: String) -> HTML {
    let letters = Array(text)
    var pieces: [HTML] = []
    var plain: [Character] = []
    var place = 0
    while place < letters.count {
      if let found = words[letters[place]]?.first(where: {
        letters[place...].starts(with: $0.word)
      }) {
        pieces.append(.text(String(plain)))
        plain = []
        pieces.append(ruby(String(found.word), found.reading))
        place += found.word.count
      } else {
        plain.append(letters[place])
        place += 1
      }
    }
    return .joined(pieces + [.text(String(plain))])
  }

  private func ruby(_ word: String, _ reading: String) -> HTML {
    element(.ruby) {
      word
      element(.rp) { "（" }
      element(.rt) { reading }
      element(.rp) { "）" }
    }
  }
}
