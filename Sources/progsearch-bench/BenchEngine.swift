import JapaneseText
import QueryEngine
import RecruitmentModel
import SearchIndex

/// An index opened for the bench, and the way from a query's words to the ids of the best records.
struct BenchEngine {
  private let index: InvertedIndex
  private let analyzer: SearchAnalyzer

  init(path: String) throws {
    index = try InvertedIndex(path: path)
    analyzer = try SearchAnalyzer(SharedDictionary())
  }

  /// The ids of the best records, and how many there are where they are counted.
  func search(
    _ query: BenchQuery, joining: TextQuestion.Joining, limit: Int, counts: Bool
  ) -> (ids: [String], total: Int?) {
    let hits = index.best(
      TextQuestion(
        query.words.map { clause($0.text, $0.kind) }, joining: joining,
        filter: filter(query.filter)),
      limit: limit, counts: counts)
    let ids = index.keywordColumn(named: "id")
    return (hits.best.map { ids?[$0.document].first ?? "" }, hits.total)
  }

  // MARK: Words

  private func clause(_ word: String, _ kind: BenchQuery.Kind) -> TextQuestion.Clause {
    let text = analyzer.unified(FoldedText(word))
    let isLatin = !text.scalars.contains(where: \.isJapanese)
    switch kind {
    case .misspelt: return TextQuestion.Clause(anyOf: misspelt(text))
    case .prefix where isLatin:
      return TextQuestion.Clause(
        anyOf: index.terms(withPrefix: "=" + text.string, limit: 1000).map { [($0.text, 0)] })
    // Every part of a word in Japanese script is found, so its beginning is too.
    case .prefix, .word:
      var clause = TextPhrase(analyzer.pieces(of: text)).clause(in: index)
      clause.sureTerms = ["=" + text.string]
      return clause
    }
  }

  /// The words of the index that differ by one letter behind the first.
  private func misspelt(_ text: FoldedText) -> [TextQuestion.Phrase] {
    let letters = Array(text.scalars)
    guard let first = letters.first else { return [] }
    return index.terms(withPrefix: "=\(first)", limit: 100_000).compactMap { entry in
      let candidate = Array(entry.text.unicodeScalars.dropFirst())
      return Edits.areWithinOne(letters, candidate) ? [(entry.text, 0)] : nil
    }
  }

  // MARK: Conditions

  private func filter(_ filter: BenchFilter) -> DocumentFilter? {
    var tests: [DocumentFilter] = []
    for (name, values) in [("prefecture", filter.prefecture), ("kind", filter.kind)] {
      guard let values, let column = index.keywordColumn(named: name) else { continue }
      tests.append(DocumentFilter(column, anyOf: values))
    }
    if let wanted = filter.recommendation, let column = index.integerColumn(named: "recommendation")
    {
      let chosen = Recommendation.allCases.map { wanted.contains($0.rawValue) }
      tests.append(DocumentFilter { column.first(of: $0).map { chosen[Int($0)] } ?? false })
    }
    if filter.obligation == "none", let column = index.integerColumn(named: "obligation") {
      tests.append(DocumentFilter { column.first(of: $0).map { $0 & 3 == 0 } ?? false })
    }
    tests += bounds("yearlyFee", least: filter.feeMin, most: filter.feeMax)
    tests += bounds("months", least: nil, most: filter.monthsMax)
    tests += closing(filter)
    return DocumentFilter(allOf: tests)
  }

  private func bounds(_ name: String, least: Int32?, most: Int32?) -> [DocumentFilter] {
    guard least != nil || most != nil, let column = index.integerColumn(named: name) else {
      return []
    }
    return [
      DocumentFilter { document in
        guard let (low, high) = column.pair(of: document) else { return false }
        return (least.map { low != Int32.min && low >= $0 } ?? true)
          && (most.map { high != Int32.min && high <= $0 } ?? true)
      }
    ]
  }

  private func closing(_ filter: BenchFilter) -> [DocumentFilter] {
    guard filter.closesFrom != nil || filter.closesTo != nil,
      let column = index.integerColumn(named: "windows")
    else { return [] }
    func packed(_ day: String?) -> Int32? {
      day.flatMap { Int32($0.split(separator: "-").joined()) }
    }
    let (first, last) = (packed(filter.closesFrom) ?? 1, packed(filter.closesTo) ?? Int32.max)
    return [
      DocumentFilter { document in
        let values = column[document]
        return values.count > 1 && values[1] >= first && values[1] <= last
      }
    ]
  }
}

/// Words that differ by a letter.
enum Edits {
  /// Whether one insertion, deletion or replacement at most parts two words.
  static func areWithinOne(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Bool {
    guard abs(one.count - other.count) <= 1 else { return false }
    let head = zip(one, other).prefix { $0 == $1 }.count
    let tail = zip(one.reversed(), other.reversed()).prefix { $0 == $1 }.count
    let shorter = min(one.count, other.count)
    return max(one.count, other.count) - min(head + tail, shorter) <= 1
  }
}
