import DomainLexicon
import Testing

@Suite("Names of examinations")
struct ExaminationNamesTests {
  private let lexicon: Lexicon

  init() throws { lexicon = try SharedLexicon.lexicon() }

  /// A title and which examination it is about.
  @Test(
    "are told by titles",
    arguments: [
      ("医師国家試験予備試験のお知らせ", "preliminary-examination"),
      ("第121回医師国家試験の施行", "national-examination"),
      ("National Medical Licensing Examination 2027", "national-examination"),
      ("第53回総合内科専門医資格認定試験（2025年）", "総合内科専門医"),
      ("日本架空外科学会専門医認定試験", nil),
      ("2027年度 架空学会外科専門医試験", "外科専門医"),
      ("救急専門医試験のご案内", "救急科専門医"),
      ("循環器専門医試験", "循環器内科専門医"),
      ("リウマチ専門医試験", "リウマチ専門医"),
      ("認定内科医試験", nil),
      ("Final Fellowship Examination", nil),
      ("専門医試験", nil),
    ])
  func titles(title: String, name: String?) {
    #expect(lexicon.examinations.name(inTitle: title) == name)
  }

  @Test("are told apart in the words of queries")
  func words() {
    func slugs(_ word: String) -> Set<String> {
      Set(lexicon.kindWords.filter { $0.word == word }.map(\.name.slug))
    }
    #expect(slugs("予備試験") == ["preliminary-examination"])
    #expect(slugs("国試") == ["national-examination"])
    #expect(slugs("総合内科専門医") == ["総合内科専門医"])
    #expect(slugs("専門医試験") == ["*専門医"])
    #expect(slugs("board exam") == ["*専門医"])
    #expect(slugs("試験") == ["examination"])
  }
}
