import JapaneseText
import QueryEngine
import RecruitmentModel
import TestKit
import Testing

/// What stands in a text is found, letter for letter: the same programs as by looking into every text.
@Suite struct SubstringOracleTests {
  private static let pieces = [
    "京都", "東京都", "大学病院", "附属", "公衆衛生", "訪問診療", "令和8年", "30,000円", "ward rounds", "カンファレンス",
    "の", "に", "を", "です", "、", "。", " ", "髙橋", "ビザ", "1978年",
  ]

  private func text(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 3...9, using: &random)).map { _ in
      Self.pieces.randomElement(using: &random) ?? ""
    }.joined()
  }

  private func programs(_ random: inout SeededGenerator) -> [Program] {
    (0..<20).map { number in
      Program(
        id: "p\(number)/practical-training", kind: .practicalTraining, title: "募集\(number)",
        institution: Institution(name: "見本\(number)病院"), text: text(&random))
    }
  }

  @Test("Every part of a text is found as a phrase in all texts that have it", arguments: 1...25)
  func nothingMissed(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let programs = programs(&random)
    let engine = try SampleEngine.engine(programs)
    for _ in 0..<6 {
      let whole = Array(FoldedText.string(of: programs.randomElement(using: &random)?.text ?? ""))
      let start = Int.random(in: 0..<whole.count, using: &random)
      let part = String(
        whole[start..<min(whole.count, start + Int.random(in: 2...7, using: &random))])
      // Latin letters and digits make whole words only; a sign at an end stands for nothing.
      guard part.unicodeScalars.allSatisfy(\.isJapanese) else { continue }
      let expected = programs.filter { FoldedText.string(of: $0.text).contains(part) }.map(\.id)
      let answer = try engine.answer(
        to: "\"\(part)\"", SearchEngine.Options(today: SampleEngine.today, limit: 100))
      #expect(Set(answer.results.map(\.id)) == Set(expected), "\(part)")
    }
  }
}
