public import Presentation
public import RecruitmentModel
public import ResourceTables
public import RoutePlanning

/// The words of match, eligible, plan and profile.
public struct RouteWording: Sendable {
  /// The language.
  public let language: OutputLanguage
  private var words: [String: String]

  /// Reads the table.
  public init(_ language: OutputLanguage) throws(TableError) {
    self.language = language
    let table = try ResourceTable(
      name: "route-wording.tsv", bytes: PackageResources.route_wording_tsv,
      columns: ["key", "ja", "en"])
    words = Dictionary(
      table.rows.map { ($0["key"], $0[language.rawValue]) }, uniquingKeysWith: { one, _ in one })
  }

  /// Whether the table has a key.
  public func has(_ key: String) -> Bool { words[key] != nil }

  /// The words of a key with `{0}`, `{1}` … replaced; the key itself where the table lacks it.
  public func callAsFunction(_ key: String, _ values: [String]) -> String {
    values.enumerated().reduce(words[key] ?? key) {
      $0.replacing("{\($1.offset)}", with: SafeText.line($1.element))
    }
  }

  /// The words of a key with `{0}`, `{1}` … replaced.
  public func callAsFunction(_ key: String, _ values: any CustomStringConvertible...) -> String {
    self(key, values.map(\.description))
  }

  /// A reason of a rule or a match in words; a word of the profile is put into words too.
  public func reason(_ reason: Reason) -> String {
    let values =
      switch reason.key {
      case "notSaid": reason.values
      case "over.stage": reason.values.map { words["stage." + $0] ?? $0 }
      case "fee", "feeOpen": reason.values.map(grouped)
      default: reason.values.map(named)
      }
    return self("reason." + reason.key, values)
  }

  /// A sum with its thousands apart, as sums are written everywhere.
  private func grouped(_ number: String) -> String {
    var digits = Array(number)
    for place in stride(from: digits.count - 3, to: 0, by: -3) {
      digits.insert(",", at: place)
    }
    return String(digits)
  }

  /// A word of the profile, or the name of a hospital or a prefecture, in the language.
  func named(_ value: String) -> String { words["value." + value] ?? value }

  /// The words with the names of the hospitals and prefectures of these programs.
  public func naming(_ programs: [Program]) throws(TableError) -> RouteWording {
    let text = FactText(try Wording(language))
    var wording = self
    for program in programs where !program.institution.name.isEmpty {
      wording.words["value." + program.institution.name] = text.hospital(program)
      if let place = program.institution.prefecture {
        wording.words["value." + place] = text.place(place)
      }
    }
    return wording
  }

  /// A step, a note or a collision in words; notes may be reasons too.
  public func note(_ note: Reason) -> String {
    if note.key == "step.preliminaryStage" {
      return self(note.key, note.values.map { self("stage." + $0) })
    }
    return has(note.key) ? self(note.key, note.values.map(named)) : reason(note)
  }
}
