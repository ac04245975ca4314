import DomainLexicon
import JapaneseText
import QueryEngine
import RecruitmentModel
import TestKit

/// An engine over the sample records, in memory.
enum SampleEngine {
  static let today = CalendarDay(year: 2026, month: 11, day: 21) ?? CalendarDay(daysSinceEpoch: 0)

  private static let usual = Result { try engine(SampleRecords.programs) }
  private static let words = Result { try Lexicon() }

  /// The engine over the sample records; its index is made once.
  static func engine() throws -> SearchEngine { try usual.get() }

  static func engine(_ programs: [Program]) throws -> SearchEngine {
    let lexicon = try words.get()
    let analyzer = try SearchAnalyzer(SharedDictionary())
    let bytes = try ProgramIndexWriter(analyzer: analyzer, lexicon: lexicon)
      .bytes(programs, directory: InstitutionDirectory(), recordsStamp: "")
    return try SearchEngine(indexBytes: bytes, analyzer: analyzer)
  }

  static func answer(_ query: String) throws -> SearchAnswer {
    try engine().answer(to: query, SearchEngine.Options(today: today, limit: 100))
  }
}

extension SearchAnswer {
  /// The institutions of the results that answer yes to everything.
  var sureIDs: Set<String> { ids { $0.unknowns == 0 } }
  /// The institutions of the results that leave something open.
  var openIDs: Set<String> { ids { $0.unknowns > 0 } }

  private func ids(where condition: (SearchResult) -> Bool) -> Set<String> {
    Set(results.filter(condition).map { String($0.id.prefix { $0 != "/" }) })
  }
}
