import DocumentParsing
import JapaneseText

/// `Ａ2026年8月2日です`: the letter that marks an answer without a stop behind it.
extension LabelLines {
  /// The fewest answers below questions that begin with the letter.
  private static let leastAnswers = 2

  /// The statements without the letter with which their page begins answers, before Japanese words, a figure or a sum.
  func withoutAnswerLetters(_ statements: [Statement]) -> [Statement] {
    let answers = statements.indices.dropFirst().filter { index in
      isBelowQuestion(index, statements) && beginsWithAnswerLetter(statements[index])
    }
    guard answers.count >= Self.leastAnswers else { return statements }
    var result = statements
    for index in answers {
      result[index].text = String(statements[index].text.unicodeScalars.dropFirst())
      result[index].lead = nil
    }
    return result
  }

  private func isBelowQuestion(_ index: Int, _ statements: [Statement]) -> Bool {
    let above = statements[index - 1]
    return isMarkedQuestion(above) || above.shape == .heading && isQuestion(above.text)
  }

  private func beginsWithAnswerLetter(_ statement: Statement) -> Bool {
    let scalars = statement.text.unicodeScalars
    guard statement.shape == .paragraph, let mark = scalars.first, mark == "A" || mark == "Ａ",
      let next = scalars.dropFirst().first(where: { !$0.isWhitespace })
    else { return false }
    return next.isJapanese || FoldedText(String(next)).scalars.contains { $0.isDigit || $0 == "¥" }
  }
}
