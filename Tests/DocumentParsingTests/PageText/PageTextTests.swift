import Testing

@testable import DocumentParsing

@Suite("Words of a page")
struct PageTextTests {
  /// A quotation, and the parts of the page's source that it is found at.
  struct Case: Sendable, CustomTestStringConvertible {
    let source: String
    let quote: String
    let parts: [String]

    init(_ source: String, _ quote: String, _ parts: String...) {
      self.source = source
      self.quote = quote
      self.parts = parts
    }

    var testDescription: String { source }
  }

  @Test(
    "are found at their places in the source",
    arguments: [
      Case("<p>修練料 月額30,000円</p>", "修練料 月額30,000円", "修練料 月額30,000円"),
      Case("<p>月額<b>30,000</b>円</p>", "月額30,000円", "月額<b>30,000</b>円"),
      Case("<p>修 練\n料　3万円</p>", "修練料 3万円", "修 練\n料　3万円"),
      Case("<p>&yen;30&#44;000&#x2F;月</p>", "¥30,000/月", "&yen;30&#44;000&#x2F;月"),
      Case("<p>A&nbsp;B</p>", "A\u{A0}B", "A&nbsp;B"),
      Case("<p>R&D 3万円</p>", "R&D 3万円", "R&D 3万円"),
      Case("<p>定員<!-- 5名 -->2名</p>", "定員2名", "定員<!-- 5名 -->2名"),
      Case("<p>定員<script>'5名'</script>2名</p>", "定員2名", "定員<script>'5名'</script>2名"),
      Case("<p title='定員2名'>定員2名</p>", "定員2名", "定員2名"),
      Case("<p>a < b</p>", "a < b", "a < b"), Case("<P>定員<BR>2名</P>", "定員\n2名", "定員<BR>2名"),
      Case(
        "<ruby>修練<rp>(</rp><rt>しゅうれん</rt><rp>)</rp></ruby>料", "修練料",
        "修練<rp>(</rp><rt>しゅうれん</rt><rp>)</rp></ruby>料"),
      Case("<ruby>修<rt>しゅう<rb>練<rt>れん</ruby>料", "修練料", "修<rt>しゅう<rb>練<rt>れん</ruby>料"),
    ])
  func places(row: Case) throws {
    try check(row, isMarkup: true)
  }

  @Test(
    "are quoted in parts where something else stands between",
    arguments: [
      Case("<p>締切 <del>12月4日</del><ins>12月11日</ins></p>", "締切 12月11日", "締切", "12月11日"),
      Case("<p>月額 <s>3万円</s>2万円、<strike>税別</strike>税込</p>", "月額 2万円、税込", "月額", "2万円、", "税込"),
      Case("<p>締切<del> </del>12月11日</p>", "締切12月11日", "締切<del> </del>12月11日"),
      Case("<p>修練<img src=a alt='生を'>募集</p>", "修練生を募集", "修練", "生を", "募集"),
      // A struck-out part that is never closed ends with the paragraph.
      Case("<p>旧<del>12月4日</p><p>締切 12月11日</p>", "締切 12月11日", "締切 12月11日"),
      // A cell whose note stands elsewhere on the page.
      Case(
        "<td>12月12日※6</td><p>選考 面接</p><p>※6 変更あり</p>", "12月12日※6\n※6 変更あり", "12月12日※6", "※6 変更あり"),
    ])
  func parts(row: Case) throws {
    try check(row, isMarkup: true)
  }

  @Test("of a text file are all of it")
  func plainText() throws {
    try check(
      Case("定員\r\n<b>2名\u{3000}&yen;\r\n", "定員 <b>2名 &yen;", "定員\r\n<b>2名\u{3000}&yen;"),
      isMarkup: false)
  }

  @Test("that the page does not have have no place", arguments: ["定員3名", "二名", "定"])
  func missing(quote: String) {
    let text = PageText("<p>員2名</p>", isMarkup: true)
    #expect(text.stretches(of: quote) == [.init(words: quote, place: nil)])
  }

  @Test("that stand there twice are taken where they were read")
  func occurrences() throws {
    let source = "<h2>研究生</h2><p>月額3万円</p><h2>実地修練</h2><p>費用 月額3万円</p>"
    let text = PageText(source, isMarkup: true)
    let places = text.places(of: ["研究生", "月額3万円", "実地修練", "費用 月額3万円"])
    #expect(places.allSatisfy { $0 != nil })
    let first = try #require(text.stretches(of: "月額3万円").first?.place)
    let second = try #require(text.stretches(of: "月額3万円", in: places[3]).first?.place)
    #expect(text.stretches(of: "月額3万円", in: places[1]).first?.place == first)
    #expect(text.states("月額3万円", at: first) && text.states("月額3万円", at: second))
    #expect(second.lowerBound > first.upperBound)
  }

  @Test("are checked against what stands at a place")
  func states() {
    let text = PageText("<p>定員 <b>2</b>名</p>", isMarkup: true)
    #expect(text.states("定員2名", at: 3..<15))
    #expect(!text.states("定員3名", at: 3..<15))
    #expect(!text.states("定員2名", at: 3..<14))
    #expect(!text.states("定員2名", at: 3..<900))
  }

  private func check(_ row: Case, isMarkup: Bool) throws {
    let text = PageText(row.source, isMarkup: isMarkup)
    let scalars = Array(row.source.unicodeScalars)
    let stretches = text.stretches(of: row.quote)
    let parts = try stretches.map { stretch in
      let place = try #require(stretch.place)
      #expect(text.states(stretch.words, at: place))
      return String(String.UnicodeScalarView(scalars[place]))
    }
    #expect(parts == row.parts)
  }
}
