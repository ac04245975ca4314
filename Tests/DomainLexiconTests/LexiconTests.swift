import DomainLexicon
import ResourceTables
import Testing

@Suite("The lexicon")
struct LexiconTests {
  @Test("reads all its tables")
  func reads() throws {
    let lexicon = try Lexicon()
    #expect(!lexicon.kinds.names.isEmpty)
    #expect(!lexicon.places.names.isEmpty)
    #expect(!lexicon.departments.departments.isEmpty)
    #expect(lexicon.labels.topic(of: "修練料") == .fee)
    #expect(!lexicon.concepts.words(for: .feeTopic).isEmpty)
  }

  @Test(
    "has lists without blanks at the edges, without empty parts and without braces in braces",
    arguments: [
      ("labels.tsv", ShippedTable.labels, ["labels"]),
      ("questions.tsv", ShippedTable.questions, ["words"]),
      ("concepts.tsv", ShippedTable.concepts, ["words"]),
      ("asked.tsv", ShippedTable.concepts, ["words"]),
      ("signs.tsv", ShippedTable.signs, ["words"]),
      ("kinds.tsv", ShippedTable.kinds, ["firm", "loose", "asked"]),
      ("regions.tsv", ShippedTable.regions, ["names", "english", "prefectures"]),
      ("departments.tsv", ShippedTable.departments, ["others"]),
    ])
  func hasCleanLists(table: String, columns: [String], lists: [String]) throws {
    for row in try ShippedTable.rows(table, columns: columns) {
      for list in lists where !row[list].isEmpty {
        let parts = row[list].split(separator: ";", omittingEmptySubsequences: false)
        #expect(parts.allSatisfy { $0.first?.isWhitespace == false }, "line \(row.line)")
        #expect(parts.allSatisfy { $0.last?.isWhitespace == false }, "line \(row.line)")
        let forms = row.list(list)
        #expect(forms.allSatisfy { !$0.contains { "{}".contains($0) } }, "line \(row.line)")
      }
    }
  }
}
