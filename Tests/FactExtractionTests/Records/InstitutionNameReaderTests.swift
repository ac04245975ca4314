import RecruitmentModel
import Testing

@Suite("Name of the institution")
struct InstitutionNameReaderTests {
  private func name(title: String, body: String = "") async throws -> String? {
    let body = "<p>募集人員：2名</p>" + body
    return try await Reading.programs(title: title, body: body).first?.institution.name
  }

  @Test("is that of the title before that of the text")
  func title() async throws {
    let body = "<p>架空大学病院と連携しています。</p>"
    #expect(try await name(title: "模造中央病院 実地修練生募集", body: body) == "模造中央病院")
    #expect(try await name(title: "実地修練生募集", body: body) == "架空大学病院")
  }

  @Test("leaves out the legal form")
  func legalForm() async throws {
    let found = try await name(title: "国立大学法人架空大学医学部附属病院 実地修練生募集")
    #expect(found == "架空大学医学部附属病院")
  }

  @Test("is no kind of hospital")
  func commonName() async throws {
    let body = "<p>県内の臨床研修病院、基幹型臨床研修病院で研修します。</p>"
    #expect(try await name(title: "実地修練生募集", body: body) == "")
  }

  /// A title, a piece of the body, and the name.
  static let names: [(String, String, String)] = [
    ("実地修練 | 架空みどり台病院", "", "架空みどり台病院"),
    ("実地修練生 - 卒後教育推進室 - 模擬ひがし大学病院", "", "模擬ひがし大学病院"),
    ("見本みなと医療センター　実地修練生", "<p>出身大学の長の推薦書</p>", "見本みなと医療センター"),
    ("架空大学 医学部附属病院 実地修練生募集", "", "架空大学医学部附属病院"),
    ("実地修練生募集", "<p>架空すみれ記念病院</p>", "架空すみれ記念病院"),
    ("実地修練生募集", "<p>架空すみれ記念病院では実地修練生を募集します。</p>", ""),
    ("実地修練生募集", "<p>出身大学又は勤務先の病院の推薦書</p>", ""),
    ("虎の門模擬病院 実地修練生募集", "", "虎の門模擬病院"),
    ("実地修練生の募集 ｜見本厚生省", "", "見本厚生省"),
    (
      "Practical Training (Jitchi Shuren) 2027 | Kakuu Bayside Medical Center", "",
      "Kakuu Bayside Medical Center"
    ),
  ]

  @Test(
    "stands alone between marks, hiragana and all, or in a sentence from its first letter",
    arguments: names)
  func alone(title: String, body: String, wanted: String) async throws {
    #expect(try await name(title: title, body: body) == wanted)
  }
}
