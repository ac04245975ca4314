import Testing

@testable import DocumentParsing

@Suite("Words that say what an element is")
struct HintWordTests {
  @Test(
    "are the words between signs and figures, in lower case",
    arguments: [
      ("gnav", true), ("Header2 GNAV", true), ("l-gnav__item", true), ("gnavi", false),
      ("", false), ("gna-v", false), ("g\u{E9}nav gnav", true), ("gnav見本", false),
      ("gnavgnavgnavgnavgnav", false),
    ])
  func words(value: String, isThere: Bool) {
    #expect(HintWord.words(of: value).contains(HintWord("gnav")) == isThere)
  }

  @Test("are told apart up to their last letter")
  func lengths() {
    #expect(HintWord("breadcrumb") != HintWord("breadcrumbs"))
    #expect(HintWord.words(of: "BreadCrumbs") == [HintWord("breadcrumbs")])
  }
}
