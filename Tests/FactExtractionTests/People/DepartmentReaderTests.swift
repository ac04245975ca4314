import RecruitmentModel
import Testing

@Suite("Departments")
struct DepartmentReaderTests {
  private func departments(_ body: String) async throws -> Fact<[String]>? {
    let programs = try await Reading.programs(
      title: "実地修練生募集要項", body: "<p>募集人員：2名</p>" + body)
    return try #require(programs.first).facts.departments
  }

  @Test(
    "are read from a list under their label, and from a sentence that says through which one goes",
    arguments: [
      ("<p>診療科：内科、外科、公衆衛生、その他</p>", ["内科", "外科", "公衆衛生"]),
      ("<p>修練を行う科：内科、外科、産婦人科及び精神科（眼科は行いません）</p>", ["内科", "外科", "産婦人科", "精神科"]),
      ("<p>修練を行う診療科：内科、救急科のほか、保健所で行います。</p>", ["内科", "救急科"]),
      ("<p>1年間で、内科、外科及び小児科を順に回ります。</p>", ["内科", "外科", "小児科"]),
      ("<p>はじめの4か月は内科、続いて整形外科、産婦人科を6週ずつまわり、残りは選べます。</p>", ["内科", "整形外科", "産婦人科"]),
      ("<p>内科・外科・救急科をローテートします。</p>", ["内科", "外科", "救急科"]),
      (
        "<p>You will rotate through Internal Medicine, surgery, and obstetrics and gynaecology.</p>",
        ["Internal Medicine", "surgery", "obstetrics and gynaecology"]
      ),
    ])
  func read(body: String, names: [String]) async throws {
    #expect(try await departments(body)?.value == names)
  }

  @Test(
    "are not read where somebody else goes round, or others are meant",
    arguments: [
      "<p>見学会では内科、外科、小児科を回ります。</p>", "<p>内科及び外科以外の診療科を回ります。</p>",
      "<p>内科の病棟を回ります。</p>", "<p>診療科目は内科、外科、小児科です。</p>",
      "<p>内科部長と外科医が病棟を回ります。</p>", "<p>昨年度は内科と外科を回りました。</p>",
    ])
  func notRead(body: String) async throws {
    #expect(try await departments(body) == nil)
  }

  @Test("of a sentence are proved by it")
  func evidence() async throws {
    let fact = try await departments("<p>当院の修練です。内科、外科を順に回ります。応募をお待ちします。</p>")
    let quotes = fact?.evidence.map { evidence in
      if case .page(let page) = evidence { page.quote } else { "" }
    }
    #expect(quotes == ["内科、外科を順に回ります"])
  }
}
