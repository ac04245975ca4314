import RecruitmentModel
import Testing

@Suite("Steps of a way to a licence")
struct StepReaderTests {
  /// A page about a way, and its steps in short; nil where it states none.
  struct Example: Sendable, CustomTestStringConvertible {
    let title: String
    let body: String
    let steps: String?
    var testDescription: String { body }

    init(_ body: String, _ steps: String?, title: String = "海外の医学部を卒業して日本の医師になるまで") {
      self.title = title
      self.body = body
      self.steps = steps
    }
  }

  @Test(
    "are read where a clause says that they are taken, in the order in which they are",
    arguments: [
      Example(
        "<p>まず厚生労働省の受験資格認定を受けます。予備試験に合格した人は、病院で1年以上の実地修練を行うと、医師国家試験を受けられます。</p><p>合格後は医籍に登録し、2年間の臨床研修を受けます。</p>",
        "1 recognition 受験資格認定; 2 examination 予備試験; 3 training 実地修練 <- 予備試験; 4 examination 医師国家試験 <- 実地修練; 5 licence 医籍登録; 6 specialist 臨床研修"
      ),
      Example(
        "<p>医師国家試験を受けるには、予備試験に合格し、実地修練を修了する必要があります。</p>",
        "1 examination 予備試験; 2 training 実地修練 <- 予備試験; 3 examination 医師国家試験"),
      Example(
        "<ol><li>医師国家試験予備試験に合格する</li><li>実地修練を1年以上行う</li><li>医師国家試験を受ける</li></ol>",
        "1 examination 予備試験; 2 training 実地修練; 3 examination 医師国家試験"),
      Example(
        "<p>You take the preliminary examination first. Then you complete one year of practical training. Finally you sit the national examination.</p>",
        "1 examination 予備試験; 2 training 実地修練; 3 examination 医師国家試験",
        title: "How to become a doctor in Japan"),
      Example(
        "<p>International graduates apply for ECFMG certification, pass the USMLE, and complete a residency program.</p><p>You must obtain a state license.</p>",
        "1 recognition ECFMG certification; 2 examination USMLE; 3 training residency; 4 licence state licence",
        title: "Pathways to a medical license"),
    ])
  func areRead(_ example: Example) async throws {
    let programs = try await Reading.programs(title: example.title, body: example.body)
    #expect(programs.map(\.kind) == [.pathway])
    #expect(programs.first.map { Summary($0) }?["steps"] == example.steps)
  }

  @Test(
    "are not read where they are only named, denied, asked about, or of two countries",
    arguments: [
      "<p>予備試験と実地修練については別のページをご覧ください。</p>",
      "<p>予備試験は免除されます。実地修練は不要です。</p>",
      "<p>予備試験を受けずに、医師国家試験を受けられますか？</p><p>実地修練を行う必要はありますか。</p>",
      "<p>日本では予備試験に合格し、実地修練を行います。アメリカではUSMLEに合格し、レジデンシーを修了します。</p>",
      "<p>予備試験に合格しましょう。</p>",
      "<h2>予備試験に合格する</h2><h2>実地修練を行う</h2>",
    ])
  func areNotRead(body: String) async throws {
    let programs = try await Reading.programs(title: "日本の医師になるまで", body: body)
    for program in programs { #expect(program.facts.steps == nil, "\(Summary(program).lines)") }
  }

  @Test("have the clause that states each as their evidence, in their order")
  func evidence() async throws {
    let body = "<p>予備試験に合格した人は、病院で1年以上の実地修練を行うと、医師国家試験を受けられます。</p>"
    let program = try #require(
      try await Reading.programs(title: "日本の医師になるまで", body: body).first)
    let quotes = program.facts.steps?.evidence.compactMap { evidence -> String? in
      guard case .page(let words) = evidence else { return nil }
      return words.quote
    }
    #expect(quotes == ["予備試験に合格した人は", "病院で1年以上の実地修練を行うと", "医師国家試験を受けられます"])
  }
}
