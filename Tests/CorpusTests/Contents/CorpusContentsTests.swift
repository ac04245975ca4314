import Foundation
import RecruitmentModel
import SourceRegistry
import Testing

@Suite("The annotated pages")
struct CorpusContentsTests {
  @Test("show every trait of the table, and no other")
  func showTraits() throws {
    let known = try Traits.known()
    let shown = Set(try Corpus.labels().flatMap { $0.traits + $0.records.flatMap(\.traits) })
    #expect(known.subtracting(shown).sorted() == [], "no page has these traits")
    #expect(shown.subtracting(known).sorted() == [], "traits.tsv does not have these traits")
  }

  @Test("are many, and written in every charset that hospitals use")
  func comeInAllCharsets() throws {
    let pages = try Corpus.labels().map(\.page)
    let pdfs = pages.filter { Corpus.suffix(of: $0) == "pdf" }
    #expect(pages.count >= 60)
    #expect(pdfs.count >= 8)
    let charsets = try pages.filter { !pdfs.contains($0) }.map { try PageText.charset(of: $0) }
    for charset in ["UTF-8", "Shift_JIS", "EUC-JP", "ISO-2022-JP"] {
      #expect(charsets.count { $0 == charset } >= 3, "\(charset)")
    }
  }

  @Test("state every kind, and every value that a fact may have")
  func stateEveryValue() throws {
    let records = try Corpus.labels().flatMap(\.records)
    let values = records.map(\.facts)
    #expect(Set(records.map(\.kind)) == Set(ProgramKind.allCases))
    for acceptance in Acceptance.allCases {
      #expect(values.contains { $0[.accepting] == .accepting(acceptance) }, "\(acceptance)")
    }
    for recommendation in Recommendation.allCases {
      let stated = Statement.recommendation(recommendation)
      #expect(values.contains { $0[.recommendation] == stated }, "\(recommendation)")
    }
    let periods = values.flatMap { facts -> [FeeItem.Period] in
      if case .fee(let fee) = facts[.fee] { fee.items.map(\.per) } else { [] }
    }
    #expect(Set(periods) == Set(FeeItem.Period.allCases))
  }

  @Test("have a label each, whose name is theirs")
  func haveLabels() throws {
    let files = Set(try Corpus.files())
    let labels = try Corpus.labels()
    #expect(files.count == 2 * labels.count)
    for label in labels {
      #expect(files.contains(label.page), "\(label.page) is not there")
      let stem = label.page.prefix { $0 != "." }
      #expect(files.contains("\(stem).json"), "the label of \(label.page) has another name")
    }
  }

  @Test("belong to made-up hospitals")
  func areMadeUp() throws {
    let sources = Corpus.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Crawl/sources.yaml")
    let list = try SourceList(
      yaml: try String(contentsOf: sources, encoding: .utf8), file: "sources.yaml")
    // A page may name the ministry; hospitals are made up.
    let real = list.hospitals.flatMap { source in
      [source.institution.name, source.institution.nameEn].compactMap { $0 } + source.hosts
    }.map(PageText.folded)
    for label in try Corpus.labels() {
      let host = try #require(URL(string: label.url)?.host(), "\(label.page)")
      let isMadeUp = host.contains(/\.example\.(?:(?:ac|or|go|co)\.)?(?:jp|com|net|org)$/)
      #expect(isMadeUp, "\(label.page): \(host)")
      let text = try PageText(of: label.page)
      #expect(real.filter(text.contains) == [], "\(label.page)")
    }
  }
}
