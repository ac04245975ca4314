import JapaneseText
import Testing

@Suite("A number")
struct NumberReaderTests {
  @Test(
    "is read in all its writings",
    arguments: [
      ("0", 0), ("30000", 30_000), ("30,000", 30_000), ("１２，０００", 12_000), ("1,234,567", 1_234_567),
      ("3万", 30_000), ("1万5,300", 15_300), ("１万５千", 15_000), ("3千", 3_000), ("3千5百", 3_500),
      ("5百", 500), ("3百万", 3_000_000), ("1億2千万", 120_000_000), ("1.5万", 15_000),
      ("2.25億", 225_000_000),
      ("30 万", 300_000), ("1,800万", 18_000_000), ("三十六万", 360_000), ("千", 1_000), ("千二百", 1_200),
      ("一万二千", 12_000), ("壱拾弐万", 120_000), ("参拾萬", 300_000), ("二〇二七", 2_027), ("十", 10),
      ("百", 100), ("一億", 100_000_000), ("〇", 0),
    ])
  func reads(text: String, value: Int) {
    var reader = ScalarReader(FoldedText(text))
    let found = NumberReader.number(&reader)
    #expect(found == value)
    #expect(reader.isAtEnd)
  }

  @Test(
    "ends where its own signs end",
    arguments: [
      ("30 名", 30, 2), ("1,2", 1, 1), ("10,00", 10, 2), ("1.5", 1, 1), ("5名", 5, 1),
      ("3万 円", 30_000, 2),
      ("10,000,5", 10_000, 6), ("10円", 10, 2),
    ])
  func ends(text: String, value: Int, length: Int) {
    var reader = ScalarReader(FoldedText(text))
    let found = NumberReader.number(&reader)
    #expect(found == value)
    #expect(reader.position == length)
  }

  @Test("is none where none stands", arguments: ["", "万", "円", ",5", "若干", "数", "約3"])
  func isNone(text: String) {
    var reader = ScalarReader(FoldedText(text))
    let found = NumberReader.number(&reader)
    #expect(found == nil)
    #expect(reader.position == 0)
  }

  @Test(
    "never overflows",
    arguments: ["999999999999億", "9,999,999,999,999,999,999,999億", "九九九九九九九九九九億"])
  func staysInBounds(text: String) throws {
    var reader = ScalarReader(FoldedText(text))
    let value = NumberReader.number(&reader)
    #expect(try #require(value) > 1_000_000_000)
  }

  @Test(
    "of at most some digits is none where more stand there",
    arguments: [("12月", 2, 12), ("123", 2, nil), ("007", 3, 7), ("月", 2, nil)]
      as [(String, Int, Int?)])
  func limitsDigits(text: String, limit: Int, value: Int?) {
    var reader = ScalarReader(FoldedText(text))
    let found = NumberReader.digits(&reader, atMost: limit)
    #expect(found == value)
  }
}
