import Presentation
import QueryEngine
import RecruitmentModel
import ResourceTables
import Workflows

/// What the search in the browser reads.
///
/// It has each program's facets and words, and of each phrase that the tables know what every program answers
/// to it. The answers are the search engine's own.
struct StaticSearchData {
  private struct Document: Encodable {
    let today: CalendarDay
    let programs: [Row]
    let phrases: [String: Phrase]
    let words: [String: [String: String]]
    let prefectures: [String: [String]]
  }

  private struct Row: Encodable {
    let id: String
    let kind: ProgramKind
    /// Its place in the index, which orders equals.
    let place: UInt32
    /// What it is worth without words.
    let score: Double
    let facets: [String: String]
    let keys: [String: Int32]
    /// What is to be paid a year: least and most, -1 where the end is open; absent where unknown.
    let fee: [Int]?
    let text: String
  }

  private struct Phrase: Encodable {
    let id: String
    /// Each program's answer in the order of the programs: y, n or ?.
    let answers: String
    /// What the words add to the scores of single programs.
    let scores: [String: Double]?
    /// The prefectures of a place.
    let places: [String]?
  }

  private let site: StaticSite

  init(_ site: StaticSite) {
    self.site = site
  }

  /// The data as a script that a page can load from anywhere, a disk too.
  func script() throws -> String {
    let document = Document(
      today: site.site.today, programs: site.programs.map(row), phrases: try phrases(),
      words: try words(),
      prefectures: Dictionary(
        TileGrid.shared.regions.map { ($0, TileGrid.shared.prefectures(inRegion: $0)) },
        uniquingKeysWith: { one, _ in one }))
    let json = try RecordCoding.jsonLine(document).replacing("<", with: "\\u003c")
    return "\"use strict\";\nconst progsearchData = \(json);\n"
  }

  private func row(_ program: StaticProgram) -> Row {
    let table = site.site.table
    let record = program.program
    let facets = Facet.allCases.map { ($0.rawValue, table.choice(of: $0, at: program.document)) }
    let keys = ListOrder.allCases.map { ($0.rawValue, table.sortKey($0, program.document)) }
    let fee = record.facts.fee?.value
    let yearly = fee?.free == true ? Bounds(exactly: 0) : fee?.yearly
    let text = [
      record.title, record.institution.name, record.institution.nameEn,
      record.institution.prefecture, record.institution.city, record.text,
    ]
    return Row(
      id: record.id, kind: record.kind, place: program.document, score: program.result.score,
      facets: Dictionary(facets, uniquingKeysWith: { one, _ in one }),
      keys: Dictionary(keys, uniquingKeysWith: { one, _ in one }),
      fee: yearly.map { [$0.min ?? -1, $0.max ?? -1] },
      text: text.compactMap { $0 }.joined(separator: "\n"))
  }

  // MARK: Phrases

  /// Of each phrase that means exactly one condition, what the programs answer.
  private func phrases() throws -> [String: Phrase] {
    var result: [String: Phrase] = [:]
    for text in try texts() where result[text] == nil {
      result[text] = try phrase(text)
    }
    return result
  }

  private func texts() throws -> [String] {
    let table = try ResourceTable(
      name: "phrases.tsv", bytes: PackageResources.phrases_tsv, columns: ["phrases"])
    let places = TileGrid.shared.tiles.flatMap {
      [$0.name, $0.short, $0.english, $0.chinese, $0.chinese + "县"]
    }
    let names = site.site.search.institutions.flatMap { institution in
      [institution.id, institution.name, institution.english ?? ""] + institution.aliases
    }
    let departments = site.programs.flatMap { $0.program.facts.departments?.value ?? [] }
    let all = table.rows.flatMap { $0.list("phrases") } + places + names + departments
    return all.filter { !$0.isEmpty && $0.count <= 60 }
  }

  /// nil where the engine takes the words for something else than one condition.
  private func phrase(_ text: String) throws -> Phrase? {
    var answers: [String: Verdict] = [:]
    var scores: [String: Double] = [:]
    var constraint: Constraint?
    for kind in Set(site.programs.map(\.program.kind)) {
      let options = SearchEngine.Options(
        today: site.site.today, kind: kind, limit: StaticSite.mostPrograms, showsAll: true)
      let answer: SearchAnswer
      do { answer = try site.site.search.answer(to: text, options) } catch { return nil }
      let read = answer.interpretation
      guard read.constraints.count == 1, read.terms.isEmpty, read.phrases.isEmpty,
        read.excluded.isEmpty, read.ignored.isEmpty
      else { return nil }
      constraint = read.constraints.first
      for result in answer.results {
        answers[result.id] = result.checks.first?.verdict
        scores[result.id] = result.score
      }
    }
    return constraint.map { phrase($0, answers, scores) }
  }

  private func phrase(
    _ constraint: Constraint, _ answers: [String: Verdict], _ scores: [String: Double]
  ) -> Phrase {
    let letters = site.programs.map { program in
      switch answers[program.program.id] {
      case .yes: "y"
      case .no: "n"
      case .unknown, nil: "?"
      }
    }
    let added = site.programs.compactMap { program -> (String, Double)? in
      let difference = (scores[program.program.id] ?? 0) - program.result.score
      return difference > 0.000_000_1 ? (program.program.id, difference) : nil
    }
    var places: [String]?
    if case .place(let prefectures, let cities) = constraint.condition {
      places = prefectures + cities
    }
    return Phrase(
      id: constraint.isExcluded ? "-" + constraint.id.rawValue : constraint.id.rawValue,
      answers: letters.joined(),
      scores: added.isEmpty ? nil : Dictionary(added, uniquingKeysWith: { one, _ in one }),
      places: places)
  }

  // MARK: Words of the page

  private static let keys = [
    "found", "found.all", "found.none", "found.none.hint", "chip.term", "chip.phrase",
    "chip.excluded", "chip.ignored", "chip.remove", "chips", "unknown.of", "search.clear",
    "compare.differs",
  ]

  /// The words that the script shows, by language.
  private func words() throws -> [String: [String: String]] {
    var result: [String: [String: String]] = [:]
    for language in WebLanguage.allCases {
      let words = try WebWording(language, hasReadings: false)
      result[language.tag] = Dictionary(
        Self.keys.map { ($0, words($0)) }, uniquingKeysWith: { one, _ in one })
    }
    return result
  }
}
