import DomainLexicon
import JapaneseText
import RecruitmentModel
import TestKit
import ResourceTables
import Testing

/// A text with its mentions marked, and the kind of each; a firm mention has `!` behind it.
struct KindCase: Sendable, CustomTestStringConvertible {
  let marked: String
  let slugs: [String]
  var testDescription: String { marked }

  init(_ marked: String, _ slugs: String...) {
    self.marked = marked
    self.slugs = slugs
  }
}

@Suite("Kinds of programs")
struct KindTableTests {
  private let kinds: KindTable

  init() throws {
    kinds = try SharedLexicon.lexicon().kinds
  }

  @Test(
    "are named in a text",
    arguments: [
      KindCase("⟦1⟧実地修練生⟦/1⟧を募集します", "practical-training!"),
      KindCase("⟦1⟧実地修練⟦/1⟧とは", "practical-training"),
      KindCase("⟦1⟧Practical Trainees⟦/1⟧ 2027", "practical-training!"),
      KindCase("⟦1⟧臨床研修医⟦/1⟧と⟦2⟧専攻医⟦/2⟧", "clinical-training!", "specialist-training!"),
      KindCase("⟦1⟧研究生⟦/1⟧及び⟦2⟧科目等履修生⟦/2⟧", "research-student!", "credit-student!"),
      KindCase("⟦1⟧総合内科専門医試験⟦/1⟧", "examination!"),
    ])
  func areNamed(example: KindCase) throws { try expectKinds(example) }

  @Test(
    "are not mixed up with what looks like them",
    arguments: [
      KindCase("外国医師の受入れ(⟦1⟧臨床修練⟦/1⟧)", "foreign-doctors"),
      KindCase("⟦1⟧臨床修練外国医師⟦/1⟧", "foreign-doctors!"), KindCase("臨床研修センター"), KindCase("卒後臨床研修センター"),
      KindCase("初期臨床研修センター"), KindCase("総合臨床研修センター"), KindCase("基幹型臨床研修病院"), KindCase("研究生活"),
      KindCase("研修医の方へ"),
      KindCase("実地試験"), KindCase("修練"), KindCase("impractical training"),
      KindCase("practical trainings"),
    ])
  func areNotMixedUp(example: KindCase) throws { try expectKinds(example) }

  @Test("have one name each, with the name of a kind that there is")
  func haveNames() throws {
    #expect(Set(kinds.names.map(\.slug)).count == kinds.names.count)
    #expect(Set(kinds.names.map(\.kind)) == Set(ProgramKind.allCases))
    for kind in ProgramKind.allCases {
      #expect(kinds.name(of: kind)?.kind == kind)
    }
    #expect(kinds.name(of: .practicalTraining)?.name == "実地修練")
    #expect(kinds.words.allSatisfy { word in kinds.names.contains(word.name) })
  }

  @Test("have every word once")
  func haveWordsOnce() throws {
    var seen: Set<String> = []
    for row in try ShippedTable.rows("kinds.tsv", columns: ShippedTable.kinds) {
      for word in row.list("firm") + row.list("loose") {
        #expect(seen.insert(FoldedText(word).string).inserted, "\(word)")
      }
    }
  }

  private func expectKinds(_ example: KindCase) throws {
    let text = FoldedText(try MarkedText(example.marked).text)
    let mentions = kinds.mentions(in: text)
    let words = mentions.map { text.original(of: $0.range) }
    let marks = try MarkedText(example.marked)
    #expect(words == marks.ranges.keys.sorted().compactMap(marks.words))
    #expect(mentions.map { $0.name.slug + ($0.isFirm ? "!" : "") } == example.slugs)
  }
}
