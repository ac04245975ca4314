import QueryEngine
import RecruitmentModel
import TestKit
import Testing

/// Questions over the sample records: what is surely found, what is left open, what is not shown.
@Suite struct SearchEngineTests {
  struct Case: Sendable {
    let query: String
    let constraints: Set<ConstraintID>
    let sure: Set<String>
    let open: Set<String>

    init(
      _ query: String, _ constraints: Set<ConstraintID>, sure: Set<String>, open: Set<String> = []
    ) {
      self.query = query
      self.constraints = constraints
      self.sure = sure
      self.open = open
    }
  }

  static let unknownFee: Set<String> = ["kakuu", "kasou", "soutei"]

  @Test(
    "A condition splits the programs into yes, unknown and no",
    arguments: [
      Case("無料", [.feeFree], sure: ["mihon"], open: unknownFee),
      Case("むりょう", [.feeFree], sure: ["mihon"], open: unknownFee),
      Case("ﾑﾘｮｳ", [.feeFree], sure: ["mihon"], open: unknownFee),
      Case("muryo", [.feeFree], sure: ["mihon"], open: unknownFee),
      Case("free of charge", [.feeFree], sure: ["mihon"], open: unknownFee),
      Case("免费", [.feeFree], sure: ["mihon"], open: unknownFee),
      Case("学費なし", [.feeFree], sure: ["mihon"], open: unknownFee),
      Case("50万円以下", [.feeMax], sure: ["mihon", "reiji"], open: unknownFee.union(["mogi"])),
      Case("三十六万円以下", [.feeMax], sure: ["mihon", "reiji"], open: unknownFee),
      Case("30万〜60万円", [.feeMin, .feeMax], sure: ["reiji", "mogi"], open: unknownFee),
      Case("月3万円以内", [.feeMax], sure: ["mihon", "reiji"], open: unknownFee),
      Case("fee<=360000", [.feeMax], sure: ["mihon", "reiji"], open: unknownFee),
      Case("東北", [.region], sure: ["mihon", "reiji", "kakuu"]),
      Case("touhoku", [.region], sure: ["mihon", "reiji", "kakuu"]),
      Case("京都", [.region], sure: ["soutei"]),
      Case("仙台", [.region], sure: ["mihon"]),
      Case("東北以外", [.region], sure: ["mogi", "kasou", "soutei"]),
      Case("not 東北", [.region], sure: ["mogi", "kasou", "soutei"]),
      Case("東北を除く", [.region], sure: ["mogi", "kasou", "soutei"]),
      Case("東北 not free", [.region, .feeFree], sure: ["reiji"], open: ["kakuu"]),
      Case("無料以外", [.feeFree], sure: ["reiji", "mogi"], open: unknownFee),
      Case("by December", [.closes], sure: ["mihon"], open: ["kakuu", "soutei"]),
      Case("-東京", [.region], sure: ["mihon", "reiji", "kakuu", "kasou", "soutei"]),
      Case("東京か大阪", [.region], sure: ["mogi", "kasou"]),
      Case("東京 大阪", [.region], sure: ["mogi", "kasou"]),
      Case("関東 東京", [.region], sure: ["mogi"]),
      Case("見本大学", [.institution], sure: ["mihon"]),
      Case("推薦不要", [.recommendation], sure: ["mihon"], open: ["kakuu", "kasou", "soutei"]),
      Case(
        "no recommendation", [.recommendation], sure: ["mihon"], open: ["kakuu", "kasou", "soutei"]),
      Case("学内推薦あり", [.recommendation], sure: ["reiji"], open: ["kakuu", "kasou", "soutei"]),
      Case("県内研修義務なし", [.obligation], sure: ["mihon"], open: ["mogi", "kakuu", "kasou", "soutei"]),
      Case("同じ病院で研修", [.obligation], sure: ["reiji"], open: ["mogi", "kakuu", "kasou", "soutei"]),
      Case("12ヶ月", [.months], sure: ["mihon", "mogi"], open: ["kakuu", "kasou", "soutei"]),
      Case("2年", [.months], sure: ["reiji"], open: ["kakuu", "kasou", "soutei"]),
      Case("4月開始", [.start], sure: ["mihon"], open: ["mogi", "kakuu", "kasou", "soutei"]),
      Case(
        "starting January", [.start], sure: ["reiji"], open: ["mogi", "kakuu", "kasou", "soutei"]),
      Case("募集中", [.open], sure: ["mihon", "mogi"], open: ["kakuu", "soutei"]),
      Case("open now", [.open], sure: ["mihon", "mogi"], open: ["kakuu", "soutei"]),
      Case("12月締切", [.closes], sure: ["mihon", "kakuu"], open: ["soutei"]),
      Case("年内締切", [.closes], sure: ["mihon"], open: ["kakuu", "soutei"]),
      Case("受け入れていない", [.accepting], sure: ["kasou"], open: ["reiji", "kakuu", "soutei"]),
      Case("若干名", [.capacity], sure: ["reiji"], open: ["mogi", "kakuu", "kasou", "soutei"]),
      Case(
        "小児科", [.department], sure: ["mihon"], open: ["reiji", "mogi", "kakuu", "kasou", "soutei"]),
      Case("研究生", [.kind], sure: ["hinagata"]),
      Case("有料", [.feeFree], sure: ["reiji", "mogi"], open: unknownFee),
      Case("来年4月開始", [.start], sure: ["mihon"], open: ["mogi", "kakuu", "kasou", "soutei"]),
      Case("見本大学 模擬大学", [.institution], sure: ["mihon", "mogi"]),
      Case("無料 東北", [.feeFree, .region], sure: ["mihon"], open: ["kakuu"]),
      Case("東北で推薦がいらない病院を教えてください", [.region, .recommendation], sure: ["mihon"], open: ["kakuu"]),
    ])
  func conditions(_ expected: Case) throws {
    let answer = try SampleEngine.answer(expected.query)
    #expect(Set(answer.interpretation.constraints.map(\.id)) == expected.constraints)
    #expect(answer.sureIDs == expected.sure)
    #expect(answer.openIDs == expected.open)
    #expect(answer.interpretation.ignored.isEmpty)
  }

  @Test("Sure ones come first, then those with the fewest unknowns; ranks count from 1")
  func order() throws {
    let answer = try SampleEngine.answer("無料 推薦不要 宮城")
    #expect(answer.results.map(\.unknowns) == answer.results.map(\.unknowns).sorted())
    #expect(answer.results.map(\.rank) == Array(1...answer.results.count))
    #expect(answer.sure == 1)
  }

  @Test("Words are searched for in the text; a part of another word is no department")
  func words() throws {
    #expect(try SampleEngine.answer("訪問診療").sureIDs == ["mihon"])
    #expect(try SampleEngine.answer("救命救急センター").sureIDs == ["reiji"])
    #expect(try SampleEngine.answer("\"公衆衛生\"").sureIDs == ["mihon"])
    #expect(try SampleEngine.answer("\"衛生公衆\"").results.isEmpty)
    #expect(try SampleEngine.answer("東北 -\"訪問診療\"").sureIDs == ["reiji", "kakuu"])
  }

  @Test(
    "A word that nothing has is named; the rest is answered, and of nothing understood nothing is found"
  )
  func ignored() throws {
    let mixed = try SampleEngine.answer("東北 xqzzv")
    #expect(mixed.interpretation.ignored == ["xqzzv"])
    #expect(mixed.sureIDs == ["mihon", "reiji", "kakuu"])
    // What is asked about is understood, though it is no condition.
    let asked = try SampleEngine.answer("東北 学費")
    #expect(asked.interpretation.topics == ["学費"])
    #expect(asked.interpretation.ignored.isEmpty)
    #expect(asked.sureIDs == mixed.sureIDs)
    let nothing = try SampleEngine.answer("ほげらぴよん")
    #expect(nothing.interpretation.ignored == ["ほげらぴよん"])
    #expect(nothing.results.isEmpty)
    #expect(try SampleEngine.answer("！？…").results.isEmpty)
  }

  @Test(
    "A range that is excluded is never taken for the range",
    arguments: ["30万〜60万円以外", "-20万円台"])
  func excludedRange(query: String) throws {
    let answer = try SampleEngine.answer(query)
    #expect(answer.interpretation.constraints.isEmpty)
    #expect(!answer.interpretation.ignored.isEmpty)
    #expect(answer.results.isEmpty)
  }

  @Test("Where nothing is found, each condition says what would be found without it")
  func nearMisses() throws {
    let answer = try SampleEngine.answer("無料 関東")
    #expect(answer.total == 0)
    #expect(answer.nearMisses.map(\.without) == ["無料", "関東"])
    #expect(try answer.nearMisses.map(\.total) == [1, SampleEngine.answer("無料").total])
    #expect(try SampleEngine.answer("無料").nearMisses.isEmpty)
    #expect(try SampleEngine.answer("ほげらぴよん").nearMisses.isEmpty)
  }

  @Test("An explanation is a tree down to the statistics, and its parts add up to the score")
  func explanation() throws {
    let answer = try SampleEngine.engine().answer(
      to: "訪問診療 東北",
      SearchEngine.Options(today: SampleEngine.today, limit: 5, explains: true))
    let result = try #require(answer.results.first)
    #expect(abs(result.explanation.reduce(0) { $0 + $1.value } - result.score) < 1e-9)
    let word = try #require(result.explanation.first { $0.description.contains("訪問診療") })
    #expect(abs(word.details.reduce(0) { $0 + $1.value } - word.value) < 1e-9)
    #expect(word.details.contains { $0.description.hasPrefix("“") && $0.details.isEmpty })
    #expect("\(word.details)".contains("idf") && "\(word.details)".contains("average length"))
  }

  @Test("Programs that fail a condition are shown last, and only on request")
  func all() throws {
    let answer = try SampleEngine.engine().answer(
      to: "無料", SearchEngine.Options(today: SampleEngine.today, limit: 100, showsAll: true))
    #expect(answer.results.last?.checks.contains { $0.verdict == .no } == true)
    #expect(answer.results.first?.id == "mihon/practical-training")
  }

  @Test("An unknown field and a bad value are errors with their place")
  func fieldErrors() throws {
    let engine = try SampleEngine.engine()
    let options = SearchEngine.Options(today: SampleEngine.today)
    #expect(throws: SearchEngine.Failure.self) { try engine.answer(to: "fees<=5", options) }
    #expect(throws: SearchEngine.Failure.self) { try engine.answer(to: "fee<=cheap", options) }
    #expect(throws: SearchEngine.Failure.self) {
      try engine.answer(to: String(repeating: "あ", count: 5000), options)
    }
  }

  @Test("Any text is answered without a fault", arguments: 0..<60)
  func anyText(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "無料", "東北", "\"", "「", "」", "-", "以外", "円", "50", "万", "か", "または", "月", "12", " ", "　", "fee",
      "推薦", "\u{0}", "🏥", "ｶﾞ", "年",
    ]
    let query = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? ""
    }.joined()
    let answer = try? SampleEngine.engine().answer(
      to: query, SearchEngine.Options(today: SampleEngine.today))
    #expect((answer?.total ?? 0) <= SampleRecords.programs.count)
  }
}
