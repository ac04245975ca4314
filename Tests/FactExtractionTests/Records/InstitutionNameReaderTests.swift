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
}
