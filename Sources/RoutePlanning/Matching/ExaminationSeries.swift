import JapaneseText
import RecruitmentModel
import ResourceTables

/// The examinations of one series, whether they were written down or read from pages.
enum ExaminationSeries: String, CaseIterable {
  case preliminary
  case national
  case generalInternist = "general-internist"

  /// The series of a record; nil where it belongs to none.
  init?(_ program: Program) {
    guard let series = Self.allCases.first(where: { $0.contains(program) }) else { return nil }
    self = series
  }

  /// Its rounds, the earliest first, one a year: what whoever decides has published goes before what others
  /// say, and lacks nothing that they say of the same days.
  func records(in programs: [Program]) -> [Program] {
    var rounds: [Int: Program] = [:]
    for program in programs.filter(contains).sorted(by: Self.isBetter) {
      guard let year = ExaminationRound(program.facts).examinationYear else { continue }
      rounds[year] = rounds[year].map { Self.filled($0, from: program) } ?? program
    }
    return rounds.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The last known round that is not later than a year; the first one where all are later.
  func record(for year: Int, in programs: [Program]) -> Program? {
    let records = records(in: programs)
    return records.last { ExaminationRound($0.facts).examinationYear ?? 0 <= year }
      ?? records.first
  }

  /// Whether a record is one of the series.
  func contains(_ program: Program) -> Bool {
    guard program.kind == .examination, let row = SeriesTable.shared?.rows[self] else {
      return false
    }
    if program.id.hasPrefix(row.id) { return true }
    let title = FoldedText.string(of: program.title)
    return
      (program.institution.name == row.institution
      || row.id.hasPrefix((program.institution.id ?? "?") + "/"))
      && row.words.allSatisfy(title.contains) && !row.without.contains(where: title.contains)
  }

  /// Of two records of one round the one whose days are founded better; the one that was seen later.
  private static func isBetter(_ one: Program, _ other: Program) -> Bool {
    let (mine, others) = (one.facts.examDate, other.facts.examDate)
    guard let mine, let others, mine.basis != others.basis else {
      return one.id < other.id
    }
    return mine.basis > others.basis
  }

  /// A round with what another record of it knows besides; every fact keeps its own basis and evidence.
  private static func filled(_ program: Program, from other: Program) -> Program {
    var program = program
    if program.facts.application == nil { program.facts.application = other.facts.application }
    if program.facts.selection == nil { program.facts.selection = other.facts.selection }
    if program.facts.venues == nil { program.facts.venues = other.facts.venues }
    if program.facts.rules == nil { program.facts.rules = other.facts.rules }
    return program
  }
}

/// The table of the series.
struct SeriesTable: Sendable {
  struct Row: Sendable {
    let id: String
    let institution: String
    let words: [String]
    let without: [String]
    let example: String
  }

  let rows: [ExaminationSeries: Row]

  init() throws(TableError) {
    let table = try ResourceTable(
      name: "examination-series.tsv", bytes: PackageResources.examination_series_tsv,
      columns: ["series", "id", "institution", "words", "without", "example"])
    var rows: [ExaminationSeries: Row] = [:]
    for row in table.rows {
      rows[try row.value("series") { ExaminationSeries(rawValue: $0) }] = Row(
        id: row["id"], institution: row["institution"], words: row.list("words"),
        without: row.list("without"), example: row["example"])
    }
    self.rows = rows
  }

  /// The table that comes with the program; the tests rule out that it cannot be read.
  static let shared = try? SeriesTable()
}
