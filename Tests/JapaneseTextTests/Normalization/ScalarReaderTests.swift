import JapaneseText
import Testing

@Suite("A scalar reader")
struct ScalarReaderTests {
  @Test("takes what it names, or nothing")
  func takes() {
    var reader = ScalarReader(FoldedText("11月4日"))
    let steps = [
      reader.take("月" as Unicode.Scalar), reader.take("11月"), reader.take("4月"),
      reader.take("4" as Unicode.Scalar),
    ]
    #expect(steps == [false, true, false, true])
    #expect(reader.position == 4)
    #expect(reader.previous == "4")
    let word = reader.take(any: ["月", "日曜", "日", "日"])
    #expect(word == "日")
    #expect(reader.isAtEnd)
    #expect(reader.next == nil)
  }

  @Test("looks ahead without moving")
  func looksAhead() {
    let reader = ScalarReader(FoldedText("11月4日"))
    #expect(reader.sees("11月"))
    #expect(reader.sees(any: ["4日", "1"]))
    #expect(reader.peek(2) == "月")
    #expect(reader.peek(5) == nil)
    #expect(reader.position == 0)
  }

  @Test("stays inside its range, but knows what stands before it")
  func staysInside() {
    var reader = ScalarReader(FoldedText("11月4日"), in: 1..<3)
    #expect(reader.previous == "1")
    let steps = [reader.take("1月4"), reader.take("1月")]
    #expect(steps == [false, true])
    #expect(reader.isAtEnd)
    #expect(reader.peek(0) == nil)
  }

  @Test("goes back where a step gives nothing, and stays where it gives something")
  func attempts() {
    var reader = ScalarReader(FoldedText("11月"))
    let nothing: Int? = reader.attempt { reader in
      reader.take(while: \.isDigit)
      return nil
    }
    #expect(nothing == nil)
    #expect(reader.position == 0)
    let count = reader.attempt { $0.take(while: \.isDigit) }
    #expect(count == 2)
    #expect(reader.position == 2)
  }

  @Test("goes over blanks, and over line ends if wanted")
  func skipsBlanks() {
    var reader = ScalarReader(FoldedText(" 　\n a"))
    reader.skipBlanks()
    #expect(reader.next == "\n")
    reader.skipBlanks(lineEnds: true)
    #expect(reader.next == "a")
  }
}
