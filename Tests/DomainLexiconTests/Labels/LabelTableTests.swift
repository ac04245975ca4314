import DomainLexicon
import JapaneseText
import ResourceTables
import Testing

@Suite("Labels")
struct LabelTableTests {
  private let labels: LabelTable

  init() throws {
    labels = try SharedLexicon.lexicon().labels
  }

  @Test(
    "announce what their own words say",
    arguments: [
      ("試 験 日", .selectionDay), ("修練料", .fee), ("選考料", .otherMoney), ("検定料", .otherMoney),
      ("募集人員", .capacity),
      ("出願期間", .application), ("応募〆切", .application), ("Application Period", .application),
      ("修 練 期 間：", .training),
      ("研修期間", .training), ("選考方法", .selection), ("合格発表", .result), ("推薦書", .recommendation),
      ("修了後の進路", .obligation), ("応募資格", .eligibility), ("提出書類", .documents), ("お問い合わせ先", .contact),
      ("ＦＥＥ", .fee), ("試験会場", .venue), ("給与・処遇", .otherMoney), ("その他", .unrelated),
      ("受入れ", .accepting),
      ("試験実施日", .examDate), ("対象年度", .intake), ("診療科", .departments),
      ("Dates of the program", .training), ("End of the programme", .training),
      ("Period of practical training", .training), ("How long it lasts", .training),
      ("Submission period", .application), ("Period of application", .application),
      ("Date of the interview", .selectionDay), ("Notification of the outcome", .result),
      ("Quota", .capacity), ("Charges for the program", .fee), ("Address for enquiries", .contact),
      ("修了生の声", .unrelated), ("体験談", .unrelated),
    ] as [(String, LabelTopic)])
  func announce(label: String, topic: LabelTopic) {
    #expect(labels.topic(of: label) == topic)
  }

  @Test(
    "that are longer announce what their last known part says",
    arguments: [
      ("実地修練生の募集人員", .capacity), ("3．募集人員について", .capacity), ("【募集人員】", .capacity),
      ("出願書類の提出期限", .application), ("実地修練にかかる費用", .fee), ("研修開始日", .training),
      ("修練料の納付方法と選考料", .otherMoney),
    ] as [(String, LabelTopic)])
  func announceLastPart(label: String, topic: LabelTopic) {
    #expect(labels.topic(of: label) == topic)
  }

  @Test(
    "do not mean what stands in their brackets, unless nothing else is known",
    arguments: [
      ("修練料（選考料は別）", .fee), ("（1）修練料（選考料は別）", .fee), ("(2) 出願資格(書類)", .eligibility),
      ("実地修練生（医師）の募集人員", .capacity), ("お知らせ（募集人員）", .capacity), ("（募集人員）", .capacity),
    ] as [(String, LabelTopic)])
  func passOverBrackets(label: String, topic: LabelTopic) {
    #expect(labels.topic(of: label) == topic)
  }

  @Test(
    "that the table does not know announce nothing", arguments: ["", "：", "院長あいさつ", "2026", "()"])
  func announceNothing(label: String) {
    #expect(labels.topic(of: label) == nil)
  }

  @Test("stand in the table once, and mean what their row says")
  func standOnce() throws {
    var topics: [String: String] = [:]
    for row in try ShippedTable.rows("labels.tsv", columns: ShippedTable.labels) {
      for label in row.list("labels") {
        let key = FoldedText(label).withoutBlanks.string
        #expect(topics[key] == nil, "\(label) in \(row["topic"]) and \(topics[key] ?? "")")
        topics[key] = row["topic"]
        #expect(labels.topic(of: label)?.rawValue == row["topic"], "\(label)")
      }
    }
    #expect(Set(topics.values) == Set(LabelTopic.allCases.map(\.rawValue)))
  }
}
