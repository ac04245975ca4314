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
    let language: StaticPhrases
    let words: [String: [String: String]]
    let prefectures: [String: [String]]
    /// What may be chosen of each filter, so that anything else in an address is passed over.
    let choices: [String: [String]]
    let kinds: [ProgramKind]
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
    /// Title and text.
    let text: String
    /// The names of its hospital and where that stands.
    let names: String
  }

  private let site: StaticSite

  init(_ site: StaticSite) {
    self.site = site
  }

  /// The data as a script that a page can load from anywhere, a disk too.
  func script() throws -> String {
    let document = Document(
      today: site.site.today, programs: site.programs.map(row), language: try StaticPhrases(site),
      words: try words(),
      prefectures: Dictionary(
        TileGrid.shared.regions.map { ($0, TileGrid.shared.prefectures(inRegion: $0)) },
        uniquingKeysWith: { one, _ in one }),
      choices: Dictionary(
        Facet.allCases.map { ($0.rawValue, PageState.choices(of: $0)) },
        uniquingKeysWith: { one, _ in one }),
      kinds: ProgramKind.allCases)
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
    let names = [
      record.institution.name, record.institution.nameEn, record.institution.prefecture,
      record.institution.city,
    ]
    return Row(
      id: record.id, kind: record.kind, place: program.document, score: program.result.score,
      facets: Dictionary(facets, uniquingKeysWith: { one, _ in one }),
      keys: Dictionary(keys, uniquingKeysWith: { one, _ in one }),
      fee: yearly.map { [$0.min ?? -1, $0.max ?? -1] },
      text: record.title + "\n" + record.text,
      names: names.compactMap { $0 }.joined(separator: "\n"))
  }

  // MARK: Words of the page

  private static let keys = [
    "found", "found.sure", "found.all", "found.none", "found.none.hint", "chip.term", "chip.phrase",
    "chip.excluded", "chip.ignored", "chip.remove", "chips", "unknown.of", "search.clear",
    "static.unknown", "static.refused", "constraint.fee.max", "constraint.fee.min", "yen", "kind",
    "kind.asked", "kind.practical-training",
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
