import RecruitmentModel

/// What was read from all pages of the corpus against their labels.
struct CorpusScore: Sendable {
  /// The pages in the order of their names.
  let pages: [PageScore]
  /// Quotations that do not stand in their page, a line each.
  let falseQuotes: [String]

  /// The counts of each field over all pages.
  var tallies: [Field: Tally] {
    pages.reduce(into: [:]) { $0.merge($1.tallies, uniquingKeysWith: +) }
  }

  /// All fields but the lists together.
  var total: Tally {
    tallies.filter { !$0.key.isList }.values.reduce(Tally(), +)
  }

  /// The kinds of the records together.
  var kinds: Tally { pages.reduce(Tally()) { $0 + $1.kinds } }

  /// What would harm people, with the page that it was read from.
  var harms: [String] {
    pages.flatMap { page in page.harms.map { "\(page.page): \($0)" } }
  }

  /// The score that the program has today; the pages are read once for all tests.
  static let today = Task { try await measured() }

  private static func measured() async throws -> CorpusScore {
    let reader = try CorpusReader()
    var pages: [PageScore] = []
    var falseQuotes: [String] = []
    for label in try Corpus.labels() {
      let programs = try await reader.programs(of: label)
      pages.append(PageScore(label, programs))
      let text = try PageText(of: label.page)
      for quote in programs.flatMap(Self.quotes) where !text.holds(quote) {
        falseQuotes.append("\(label.page): “\(quote)”")
      }
    }
    return CorpusScore(pages: pages, falseQuotes: falseQuotes)
  }

  /// The quotations of a record, and an empty one, which no page holds, for a fact without any.
  private static func quotes(of program: Program) -> [String] {
    program.facts.known.flatMap { fact in
      let quotes = (program.facts.provenance(of: fact)?.evidence ?? []).compactMap { evidence in
        if case .page(let page) = evidence { page.quote } else { nil }
      }
      return quotes.isEmpty ? [""] : quotes
    }
  }
}
