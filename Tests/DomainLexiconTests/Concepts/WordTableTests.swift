import DomainLexicon
import JapaneseText
import ResourceTables
import Testing

@Suite("Concepts and signs")
struct WordTableTests {
  private let concepts: ConceptTable
  private let asked: AskedTable
  private let signs: SignTable

  init() throws {
    concepts = try SharedLexicon.lexicon().concepts
    asked = try SharedLexicon.lexicon().asked
    signs = try SharedLexicon.lexicon().signs
  }

  @Test("all have words, of pages or of queries", arguments: Concept.allCases)
  func haveWords(concept: Concept) {
    #expect(!concepts.words(for: concept).isEmpty || !asked.words(for: concept).isEmpty)
  }

  @Test("are called as their row is, with its topic or without, or state another name")
  func areNamed() {
    #expect(Sign(named: "venue.other-event") == .otherEvent)
    #expect(Concept(named: "per.month") == .perMonth)
    #expect(Concept(named: "last-year") == .lastYear)
    #expect(Concept(named: "need.none") == .noNeed)
    #expect(Concept(named: "need.nothing") == nil)
  }

  @Test("have one name each in all tables")
  func haveOneName() throws {
    let concepts = try ["concepts.tsv", "asked.tsv"].flatMap { table in
      try ShippedTable.rows(table, columns: ShippedTable.concepts).map { $0["concept"] }
    }
    let signs = try ShippedTable.rows("signs.tsv", columns: ShippedTable.signs).map { $0["sign"] }
    let names = Set(concepts).subtracting(concepts.filter { $0.hasPrefix("set.") })
    #expect(names.count == Set(names.compactMap { Concept(named: $0) }).count)
    #expect(Set(signs).count == Set(signs.compactMap { Sign(named: $0) }).count)
  }

  @Test("have no word twice")
  func haveNoWordTwice() {
    for words in all.map(\.words) {
      let folded = words.map { FoldedText($0).string }
      #expect(
        folded.count == Set(folded).count,
        "\(folded.filter { word in folded.count { $0 == word } > 1 })")
    }
  }

  @Test("of signs are there for each of them", arguments: Sign.allCases)
  func signsHaveWords(sign: Sign) {
    #expect(!signs.words(for: sign).isEmpty)
  }

  @Test("are said by each of their own words")
  func areSaidByTheirWords() {
    for (words, isSaid) in all {
      for word in words { #expect(isSaid(FoldedText(word)), "\(word)") }
    }
  }

  /// The words of each row of both tables, and whether a text says the row.
  private var all: [(words: [String], isSaid: (FoldedText) -> Bool)] {
    Concept.allCases.map { row in (concepts.words(for: row), { concepts.says(row, in: $0) }) }
      + Sign.allCases.map { row in (signs.words(for: row), { signs.says(row, in: $0) }) }
  }

  @Test(
    "are said in sentences",
    arguments: [
      (.noNeed, "推薦書は不要です。"), (.notCharged, "修練料は徴収しない。"), (.taxIncluded, "（消費税及び地方消費税を含む。）"),
      (.perMonth, "月額15,000円"), (.mustArrive, "17時必着"), (.notAccepting, "募集しておりません"),
      (.noObligation, "進路は問わない"),
      (.free, "Free of Charge"), (.perYear, "1年につき"), (.denial, "no letter needed"),
    ] as [(Concept, String)])
  func areSaid(concept: Concept, sentence: String) {
    #expect(concepts.says(concept, in: FoldedText(sentence)))
  }

  @Test(
    "are not said by a part of another word or number",
    arguments: [
      (.denial, "now"), (.denial, "notice"), (.free, "freedom"), (.perYear, "令和11年"),
      (.perMonth, "11月につき"),
      (.perOther, "11月21日"), (.need, "11通"), (.closes, "reduced"),
    ] as [(Concept, String)])
  func areNotSaid(concept: Concept, text: String) {
    #expect(!concepts.says(concept, in: FoldedText(text)))
    #expect(concepts.ranges(of: concept, in: FoldedText(text)).isEmpty)
  }

  @Test("are told at the start, at the end and as all of a range, whatever blanks stand there")
  func tellPlaces() {
    let text = FoldedText("推薦書　な し 、面接は必要")
    #expect(signs.says(.letter, atStartOf: text.scalars.indices, in: text))
    #expect(!signs.says(.letter, atStartOf: 1..<text.scalars.count, in: text))
    #expect(signs.says(.bareNeed, atEndOf: 0..<text.scalars.count, in: text))
    #expect(!signs.says(.bareNeed, atEndOf: 0..<text.scalars.count - 1, in: text))
    #expect(signs.says(.nothing, asAllOf: 3..<8, in: text))
    #expect(!signs.says(.nothing, asAllOf: 0..<8, in: text))
  }

  @Test("are told right at a place, right before it and as a range to the letter")
  func tellPlacesToTheLetter() {
    let text = FoldedText("名古屋 名古屋市会場")
    #expect(signs.says(.wordForPlace, at: 7, in: text))
    #expect(!signs.says(.wordForPlace, at: 3, in: text))
    #expect(!signs.says(.wordForPlace, at: 20, in: text))
    #expect(signs.says(.wordForPlace, before: 10, in: text))
    #expect(signs.says(.wordForPlace, before: 10, from: 8, in: text))
    #expect(!signs.says(.wordForPlace, before: 10, from: 9, in: text))
    #expect(!signs.says(.wordForPlace, before: 0, in: text))
    #expect(signs.says(.wordForPlace, asExactly: 7..<10, in: text))
    #expect(!signs.says(.wordForPlace, asExactly: 3..<10, in: text))
    #expect(signs.range(of: .wordForPlace, at: 7, in: text) == 7..<10)
    #expect(signs.range(of: .wordForPlace, at: 9, in: text) == nil)
  }

  @Test("leave what is no word of theirs")
  func leaveRest() {
    let text = FoldedText("推薦書の提出は現在、一切不要")
    let rest = signs.rest(of: 3..<12, in: text, without: .besideRecommendation)
    #expect(rest == Array("のは、".unicodeScalars))
  }

  @Test("are looked for inside a range only")
  func stayInside() {
    let text = FoldedText("推薦書は不要、面接は必要")
    #expect(concepts.says(.noNeed, in: text, range: 0..<6))
    #expect(!concepts.says(.noNeed, in: text, range: 0..<5))
    #expect(concepts.says(.interviewMethod, .noNeed, in: text, range: 6..<12))
    #expect(concepts.ranges(of: .noNeed, in: text) == [4..<6])
  }
}
