import DomainLexicon
import JapaneseText
import TestKit
import Testing

@testable import FactExtraction

@Suite("Matters of sentences")
struct SentenceTopicsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let topic: LabelTopic
    /// The paragraph, with the sentences about the matter marked.
    let marked: String
    var testDescription: String { marked }
  }

  static let cases: [Case] = [
    .init(topic: .capacity, marked: "⟦1⟧定員は1名です⟦/1⟧。見学もできます。"),
    .init(topic: .capacity, marked: "本院の病床は535床です。"),
    .init(topic: .training, marked: "⟦1⟧修練期間は1年です⟦/1⟧。"),
    .init(topic: .training, marked: "臨床研修の研修期間は2年です。"),
    .init(topic: .training, marked: "⟦1⟧修練期間は1年です⟦/1⟧。研修期間は何年ですか。"),
    .init(topic: .selection, marked: "⟦1⟧書類審査の後、2月25日に面接を行います⟦/1⟧。"),
    .init(topic: .selection, marked: "面接官は3名です。"),
    .init(topic: .result, marked: "⟦1⟧結果は3月上旬に郵送で知らせます⟦/1⟧。"),
    .init(topic: .result, marked: "予備試験の結果を添えてください。"),
    .init(topic: .fee, marked: "修練料は月額1万円です。"),
  ]

  @Test("are told by their own words, for this program only", arguments: cases)
  func areTold(one: Case) throws {
    let marks = try MarkedText(one.marked)
    let prose = SentenceTopics(lexicon: try Parts.lexicon(), scope: try Parts.scope(intake: 2027))
    let found = prose.statements(about: one.topic, in: [try Parts.statement(marks.text)])
    #expect(found.map(\.text.original) == marks.ranges.keys.sorted().compactMap(marks.words))
    #expect(found.allSatisfy { $0.topic == one.topic })
  }

  @Test("are not looked for under a label of another matter")
  func labelled() throws {
    let prose = SentenceTopics(lexicon: try Parts.lexicon(), scope: try Parts.scope())
    let statement = try Parts.statement("定員は1名です。", topic: .fee, labels: ["寮費"])
    #expect(prose.statements(about: .capacity, in: [statement]).isEmpty)
  }
}
