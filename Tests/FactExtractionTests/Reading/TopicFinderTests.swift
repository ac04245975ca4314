import DocumentParsing
import DomainLexicon
import Testing

@testable import FactExtraction

@Suite("Topics of statements")
struct TopicFinderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let section: [String]
    let labels: [String]
    var column: String?
    let topic: LabelTopic?
    var others: [LabelTopic] = []
    var testDescription: String { (section + labels + [column ?? ""]).joined(separator: " > ") }
  }

  static let cases: [Case] = [
    .init(section: ["費用"], labels: [], topic: .fee),
    .init(section: ["費用"], labels: ["募集人員"], topic: .capacity),
    .init(section: ["3. 募集人員"], labels: [], topic: .capacity),
    .init(section: [], labels: ["修練料", "見本の語"], topic: .fee),
    .init(section: [], labels: ["出願", "期間"], topic: .application),
    .init(section: ["修練"], labels: ["期間"], topic: .training),
    .init(section: ["入学手続"], labels: ["期限"], topic: .unrelated),
    .init(section: ["令和9年度実地修練生募集要項"], labels: [], topic: nil),
    .init(section: ["お金はいくらかかりますか。"], labels: [], topic: .fee),
    .init(section: ["How long does it take?"], labels: [], topic: .training),
    .init(section: [], labels: ["実地修練生"], column: "人数", topic: .capacity),
    .init(section: [], labels: ["募集人員"], column: "金額", topic: .capacity),
    .init(section: [], labels: ["経費及び期間"], topic: .training, others: [.fee]),
    .init(
      section: ["How many, and for how long?"], labels: [], topic: .capacity, others: [.training]),
    .init(section: ["院長あいさつ"], labels: [], topic: nil),
  ]

  @Test("are those of the innermost label or heading that the tables know", arguments: cases)
  func areTold(one: Case) throws {
    let finder = TopicFinder(lexicon: try Parts.lexicon())
    let statement = Statement(
      text: "見本", labels: one.labels, column: one.column, section: one.section)
    let topic = finder.topic(of: statement).0
    #expect(topic == one.topic)
    #expect(finder.otherTopics(of: statement, than: topic) == one.others)
  }
}
