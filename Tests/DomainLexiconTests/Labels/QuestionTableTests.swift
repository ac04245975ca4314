import DomainLexicon
import Testing

@Suite("Questions")
struct QuestionTableTests {
  private let questions: QuestionTable

  init() throws {
    questions = try SharedLexicon.lexicon().questions
  }

  @Test(
    "ask for what the rarer of their words says",
    arguments: [
      ("お 金は いくら かかりますか。", .fee), ("国家試験に受かったら、残らなければなりませんか。", .obligation),
      ("推薦状は必要な書類ですか。", .recommendation), ("給料はいくらですか。", .otherMoney), ("何を送ればよいですか。", .documents),
      ("いつ応募できますか。", .application), ("だれが応募できますか。", .eligibility), ("結果はいつ分かりますか。", .result),
      ("何人採りますか。", .capacity), ("How long does it take?", .training),
      ("Who can apply?", .eligibility),
      ("WHEN WILL I HEAR?", .result), ("Do you accept trainees?", .accepting),
    ] as [(String, LabelTopic)])
  func ask(question: String, topic: LabelTopic) {
    #expect(questions.topic(of: question) == topic)
  }

  @Test("may ask for two matters")
  func askForTwo() {
    #expect(questions.topics(of: "お金と推薦状は要りますか。") == [.recommendation, .fee])
    #expect(questions.topics(of: "How many, and for how long?") == [.capacity, .training])
  }

  @Test(
    "ask for nothing that the table knows",
    arguments: ["", "院長あいさつ", "Welcome", "Contest", "relive"])
  func askForNothing(heading: String) {
    #expect(questions.topic(of: heading) == nil)
  }
}
