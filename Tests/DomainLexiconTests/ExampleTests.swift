import DomainLexicon
import JapaneseText
import RecruitmentModel
import ResourceTables
import Testing

/// Every row of every table has an example, in which the row must be found.
@Suite("Examples in the tables")
struct ExampleTests {
  private let lexicon: Lexicon

  init() throws {
    lexicon = try SharedLexicon.lexicon()
  }

  @Test("of labels announce what their row says")
  func labels() throws {
    for row in try ShippedTable.rows("labels.tsv", columns: ShippedTable.labels) {
      #expect(
        lexicon.labels.topic(of: row["example"])?.rawValue == row["topic"], "\(row["example"])")
    }
  }

  @Test("of questions ask for what their row says, before what any other row says")
  func questions() throws {
    for row in try ShippedTable.rows("questions.tsv", columns: ShippedTable.questions) {
      let topic = lexicon.questions.topic(of: row["example"])
      #expect(topic?.rawValue == row["topic"], "\(row["example"])")
      #expect(holdsAny(row.list("words"), row["example"]), "\(row["example"])")
    }
  }

  @Test("of concepts say them")
  func concepts() throws {
    for row in try ShippedTable.rows("concepts.tsv", columns: ShippedTable.concepts) {
      let concept = try #require(Concept(named: row["concept"]))
      #expect(lexicon.concepts.says(concept, in: FoldedText(row["example"])), "\(row["example"])")
    }
  }

  @Test("of signs say them")
  func signs() throws {
    for row in try ShippedTable.rows("signs.tsv", columns: ShippedTable.signs) {
      let sign = try #require(Sign(named: row["sign"]))
      #expect(lexicon.signs.says(sign, in: FoldedText(row["example"])), "\(row["example"])")
    }
  }

  @Test("of words that only queries use hold one of them")
  func asked() throws {
    for row in try ShippedTable.rows("asked.tsv", columns: ShippedTable.concepts) {
      guard let concept = Concept(named: row["concept"]) else {
        #expect(row["concept"].hasPrefix("set."), "\(row["concept"])")
        continue
      }
      #expect(holdsAny(lexicon.asked.words(for: concept), row["example"]), "\(row["example"])")
    }
  }

  @Test("of words of other languages hold one of them")
  func foreign() throws {
    for row in try ShippedTable.rows("foreign.tsv", columns: ShippedTable.foreign) {
      #expect(holdsAny(row.list("words"), row["example"]), "\(row["example"])")
      #expect(!row.list("japanese").isEmpty, "\(row["example"])")
    }
    let words = lexicon.foreign.words.map(\.word)
    #expect(words.count == Set(words).count)
  }

  @Test("of kinds name that kind alone, and those of no kind name none")
  func kinds() throws {
    for row in try ShippedTable.rows("kinds.tsv", columns: ShippedTable.kinds) {
      let example = FoldedText(row["example"])
      let isAskedOnly = row["firm"].isEmpty && row["loose"].isEmpty
      let finder = WordFinder(lexicon.kinds.words.map { ($0.word, $0.name.slug) })
      let found =
        isAskedOnly
        ? finder.matches(in: example).map(\.meaning)
        : lexicon.kinds.mentions(in: example).map(\.name.slug)
      #expect(found == [row["slug"]].filter { !$0.isEmpty }, "\(row["example"])")
      let words = row.list("firm") + row.list("loose") + row.list("asked")
      #expect(holdsAny(words, row["example"]), "\(row["example"])")
    }
  }

  @Test("of prefectures and regions name all that belongs to them, and nothing else")
  func places() throws {
    let finder = WordFinder(lexicon.places.names.map { ($0.name, $0.extent) })
    for row in try ShippedTable.rows("prefectures.tsv", columns: ShippedTable.prefectures) {
      let found = finder.matches(in: FoldedText(row["example"])).map(\.meaning)
      #expect(found == [.prefectures([row["name"]])], "\(row["example"])")
    }
    for row in try ShippedTable.rows("regions.tsv", columns: ShippedTable.regions) {
      let found = finder.matches(in: FoldedText(row["example"])).map(\.meaning)
      #expect(found == [.prefectures(row.list("prefectures"))], "\(row["example"])")
    }
  }

  @Test("of cities name that city")
  func cities() throws {
    let finder = WordFinder(lexicon.places.cities.map { ($0.name, $0.extent) })
    for row in try ShippedTable.rows("cities.tsv", columns: ShippedTable.cities) {
      let found = finder.matches(in: FoldedText(row["example"])).map(\.meaning)
      #expect(found == [.city(row["name"])], "\(row["example"])")
    }
  }

  @Test("of departments name that department alone")
  func departments() throws {
    let finder = WordFinder(
      lexicon.departments.departments.flatMap { department in
        ([department.name] + department.others).map { ($0, department.name) }
      })
    for row in try ShippedTable.rows("departments.tsv", columns: ShippedTable.departments) {
      let found = finder.matches(in: FoldedText(row["example"])).map(\.meaning)
      #expect(found == [row["name"]], "\(row["example"])")
    }
  }

  @Test("of steps name that step alone, and say that it is taken")
  func steps() throws {
    for row in try ShippedTable.rows("steps.tsv", columns: ShippedTable.steps) {
      let example = FoldedText(row["example"])
      #expect(holdsAny(row.list("words"), row["example"]), "\(row["example"])")
      guard row["role"] == "step" else { continue }
      let names = lexicon.steps.mentions(in: example).map(\.step.name)
      #expect(names == [row["name"]], "\(row["example"])")
      #expect(lexicon.steps.saysTaken(example, example.scalars.indices), "\(row["example"])")
    }
  }

  private func holdsAny(_ words: [String], _ example: String) -> Bool {
    let text = FoldedText(example).withoutBlanks
    return !WordFinder(words.map { (FoldedText($0).withoutBlanks.string, true) }).matches(in: text)
      .isEmpty || !WordFinder(words.map { ($0, true) }).matches(in: FoldedText(example)).isEmpty
  }
}
