import Testing

@testable import JapaneseText

@Suite("Texts of a page, folded once")
struct FoldingMemoryTests {
  @Test("come back as the same text while the page is read, and not behind it")
  func same() {
    let outside = FoldedText("２０２６年")
    FoldingMemory.remembering {
      let first = FoldedText("２０２６年")
      #expect(first.storage === FoldedText("２０２６年").storage)
      #expect(first.storage !== outside.storage)
      #expect(first == outside)
    }
    #expect(FoldedText("２０２６年").storage !== outside.storage)
  }

  @Test("are told apart however many there are")
  func many() {
    FoldingMemory.remembering {
      let texts = (0..<2000).map { "第\($0)条　見本" }
      let folded = texts.map { FoldedText($0) }
      for (text, known) in zip(texts, folded) {
        #expect(FoldedText(text).storage === known.storage && known.original == text)
      }
    }
  }

  @Test("beyond a megabyte are folded each time")
  func bounded() {
    FoldingMemory.remembering {
      let long = String(repeating: "あ", count: 400_000)
      #expect(FoldedText(long).storage === FoldedText(long).storage)
      #expect(FoldedText("後").storage !== FoldedText("後").storage)
    }
  }

  @Test("are kept by whoever asks for them again and again, without bounds")
  func kept() {
    let texts = FoldedTexts()
    for _ in 1...2 {
      for number in 0..<600 { #expect(texts["第\(number)条　見本"].string == "第\(number)条 見本") }
    }
    #expect(texts["見本"].storage === texts["見本"].storage)
  }

  @Test("are compared as labels without the signs that set these off")
  func labels() {
    #expect(FoldedText("＊試 験・日：").withoutLabelSigns.string == "試験日")
    let plain = FoldedText("試験日")
    #expect(plain.withoutLabelSigns.storage === plain.storage)
  }

  @Test("keep what follows from them, also where nothing changes")
  func derived() {
    let text = FoldedText("試 験 日")
    #expect(text.withoutBlanks.string == "試験日")
    #expect(text.withoutBlanks.storage === text.withoutBlanks.storage)
    let plain = FoldedText("試験日")
    #expect(plain.withoutBlanks.storage === plain.storage)
    #expect(plain.withoutLetterSpacing.storage === plain.storage)
    #expect(plain.withoutBlanks.storage === plain.storage)
  }
}
