import RecruitmentModel
import Testing

@Suite("Papers to hand in")
struct PapersReaderTests {
  /// Words of a page in HTML, and the papers that they ask for.
  struct Case: Sendable, CustomTestStringConvertible {
    let body: String
    let papers: String?

    init(_ body: String, _ papers: String?) {
      self.body = body
      self.papers = papers
    }

    var testDescription: String { body }
  }

  static let cases: [Case] = [
    Case(
      "<p>提出書類：①履歴書（写真、署名のあるもの）②合格証書の写し、健康診断書</p>", "履歴書 合格証書の写し 健康診断書"),
    Case("<p>提出書類：願書（様式1）、履歴書、写真2枚、推薦書は不要です。</p>", "願書 履歴書 写真"),
    Case("<p>提出書類：申請書／履歴書／卒業証明書及び成績証明書</p>", "申請書 履歴書 卒業証明書 成績証明書"),
    Case("<p>提出書類：(1) 入願書 (2) 履歴書 (3) 推薦状（任意）</p>", "入願書 履歴書"),
    Case("<p>提出書類：願書。ただし、承諾書は申込みの前にもらってください。</p>", "願書"),
    Case("<p>応募書類（願書・履歴書・合格証書の写し）を郵送してください。</p>", "願書 履歴書 合格証書の写し"),
    Case("<p>申請書に履歴書及び健康診断書を添えて提出してください。</p>", "申請書 履歴書 健康診断書"),
    Case(
      "<p>次に掲げる書類を病院長に提出しなければならない。<br>一　実地修練許可願（様式第１）<br>二　履歴書<br>三　誓約書</p>",
      "実地修練許可願 履歴書 誓約書"),
    Case("<p>願書と履歴書を角形2号封筒に入れて郵送してください。</p>", "願書 履歴書"),
    Case("<p>願書、履歴書、卒業証明書を医局秘書に提出してください。</p>", "願書 履歴書 卒業証明書"),
    Case(
      "<h2>病院見学</h2><p>見学を希望される方は次の書類を提出してください。</p><p>申込書</p><p>履歴書</p>", nil),
    Case("<p>合格後は誓約書と振込の控えの写しを提出していただきます。</p>", nil),
    Case("<p>修了者には修了証書を交付します。</p>", nil),
  ]

  @Test("are named as the page names them, without what brackets add", arguments: cases)
  func papers(example: Case) async throws {
    let programs = try await Reading.programs(
      title: "実地修練生募集要項", body: "<p>募集人員：2名</p>" + example.body)
    let found = try #require(programs.first).facts.documents?.value.joined(separator: " ")
    #expect(found == example.papers)
  }
}
