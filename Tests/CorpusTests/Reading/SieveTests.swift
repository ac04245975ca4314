import DomainLexicon
import FactExtraction
import Foundation
import RecruitmentModel
import Testing

@testable import DocumentParsing

@Suite("What is sieved out before it is read") struct SieveTests {
  /// Made once: the tables take far longer to read than a page.
  private static let extractor = Result { RecordExtractor(lexicon: try Lexicon()) }

  @Test("No page of the corpus that states a program is sieved out", arguments: try Corpus.labels())
  func keeps(_ page: LabelledPage) async throws {
    let reader = try DocumentReader()
    let bytes = try Corpus.bytes(of: page.page, in: Corpus.pages)
    guard let tree = reader.glance(at: bytes, where: { _ in true })?.tree else { return }
    let extractor = try Self.extractor.get()
    let programs = extractor.programs(
      in: reader.document(of: tree), from: .init(page: SourcePage(url: page.url)))
    #expect(programs.isEmpty || extractor.mayState(tree.words))
  }

  @Test(
    "At a glance a page has the links and words that it has as a tree",
    arguments: try Corpus.labels())
  func glances(_ page: LabelledPage) throws {
    let reader = try DocumentReader()
    let bytes = try Corpus.bytes(of: page.page, in: Corpus.pages)
    var words: [String] = []
    let glance = reader.glance(at: bytes) {
      $0.forEach { words.append(String(decoding: $0, as: UTF8.self)) }
      return false
    }
    guard let taken = reader.glance(at: bytes, where: { _ in true })?.tree else { return }
    // Parsed without any of what makes a glance quick.
    let tree = try #require(PageTree(taken.decoded, cut: nil))
    #expect("\(reader.document(of: taken))" == "\(reader.document(of: tree))")
    #expect(glance?.tree == nil)
    #expect(glance?.links == tree.links)
    #expect(glance?.base == tree.base)
    var wordsOfTree: [String] = []
    tree.words.forEach { wordsOfTree.append(String(decoding: $0, as: UTF8.self)) }
    #expect(words == wordsOfTree)
  }

  @Test(
    "Words count wherever they stand and however they are spaced, marked or written",
    arguments: [
      ("<p>実地修練生を募集します", true), ("<p>実 地 修 練 生</p>", true),
      ("<p><b>実地</b><i>修練</i>", true), ("<ruby>実地<rt>じっち</rt>修練</ruby>", true),
      ("<p>&#23455;&#22320;&#20462;&#32244;", true), ("<nav><a href=x>研修医</a></nav>", true),
      ("<title>How to become a doctor</title><p>x", true), ("<img alt=実地修練>", true),
      ("<table><tr><td>Practical<br>Training</table>", true),
      ("<p>外来の受付は平日の午前です。交通のご案内。", false), ("<!-- 実地修練 --><p>x", false),
    ] as [(String, Bool)])
  func words(_ body: String, _ isKept: Bool) throws {
    let html = "<!doctype html><html><body>" + body
    let extractor = try Self.extractor.get()
    let glance = try DocumentReader().glance(at: Array(html.utf8), where: extractor.mayState)
    #expect((try #require(glance).tree != nil) == isKept)
  }
}
