import DocumentParsing
import DomainLexicon
import JapaneseText

/// An examination that costs nothing: what its applicants pay is its own charge.
extension FreeReader {
  /// `受験料は無料です`, `受験料：無料`: nothing but the charge stands before the word, and no more is said behind it.
  func isFreeToSit(
    _ statement: ReadStatement, _ sentence: Range<Int>, _ said: Range<Int>
  ) -> Bool {
    let text = statement.text
    guard isExamination, endsThere(said.upperBound, text) else { return false }
    let subject = text.trimmed(sentence.lowerBound..<said.lowerBound)
    guard !subject.isEmpty else { return isUnderItsLabel(statement) }
    guard text.hasWord("は", before: subject.upperBound) else { return false }
    let name = text.trimmed(subject.lowerBound..<subject.upperBound - 1)
    guard
      let noun = lexicon.concepts.ranges(of: .applicantCharge, in: text, range: name).last,
      noun.upperBound == name.upperBound
    else { return false }
    let lead = name.lowerBound..<noun.lowerBound
    return lead.isEmpty || lexicon.signs.says(.ownSitting, asAllOf: lead, in: text)
  }

  /// `無料です`, `無料とし、…`, `無料（振込不要）`: whether the word is the end of what is said.
  private func endsThere(_ end: Int, _ text: FoldedText) -> Bool {
    end == text.scalars.count
      || !text.hasWord("ですが", at: end)
        && ["で", "と", "。", "、", "\n", "("].contains { text.hasWord($0, at: end) }
  }

  /// `受験料 | 無料`, `受験料はいくらですか` above the answer.
  private func isUnderItsLabel(_ statement: ReadStatement) -> Bool {
    guard let label = statement.statement.labels.last ?? statement.statement.section.last else {
      return false
    }
    let words = FoldedText(label).withoutBlanks
    return lexicon.concepts.says(.applicantCharge, at: 0, in: words)
      && lexicon.concepts.ranges(of: .applicantCharge, in: words).count == 1
  }

  /// `会員は無料`: others may have to pay.
  func isForMembers(_ statement: ReadStatement, _ sentence: Range<Int>) -> Bool {
    lexicon.concepts.says(.memberOrNot, in: statement.text, range: sentence)
      || lexicon.concepts.says(.memberOrNot, in: FoldedText(statement.path))
  }

  /// `受験料は無料です` beside `審査料は別に定める`: another charge of those who apply, which nothing says is not taken.
  func namesOtherCharge(
    in statements: [ReadStatement], besides sentence: Range<Int>, _ said: Range<Int>,
    of own: ReadStatement
  ) -> Bool {
    let lead = sentence.lowerBound..<max(sentence.lowerBound, said.lowerBound)
    let known = Set(
      lexicon.concepts.ranges(of: .applicantCharge, in: own.text, range: lead)
        .map { own.text.string(in: $0) })
    // 受験料は無料ですが、審査料が必要です
    let rest = said.upperBound..<max(said.upperBound, sentence.upperBound)
    if lexicon.concepts.says(.applicantCharge, in: own.text, range: rest) { return true }
    return statements.contains { statement in
      if let label = statement.statement.labels.last, statement.order != own.order,
        !lexicon.concepts.says(.notCharged, .noNeed, in: statement.text),
        namesCharge(FoldedText(label), besides: own)
      {
        return true
      }
      return statement.sentences.contains { other in
        guard statement.order != own.order || other != sentence,
          !lexicon.concepts.says(.notCharged, .noNeed, in: statement.text, range: other)
        else { return false }
        return lexicon.concepts.ranges(of: .applicantCharge, in: statement.text, range: other)
          .contains { !known.contains(statement.text.string(in: $0)) }
      }
    }
  }

  /// Whether a label names a charge of those who apply that is not the own one.
  private func namesCharge(_ label: FoldedText, besides own: ReadStatement) -> Bool {
    let words = label.withoutBlanks
    let ownLabel = FoldedText(own.statement.labels.last ?? own.text.original).withoutBlanks
    return lexicon.concepts.ranges(of: .applicantCharge, in: words).contains {
      !ownLabel.contains(words.string(in: $0), in: ownLabel.scalars.indices)
    }
  }

  /// `受験料は無料です` in a sentence under no label.
  func saysSittingIsFree(_ statement: ReadStatement) -> Bool {
    statement.sentences.contains { sentence in
      denial(in: statement, sentence).map { said in
        said.lowerBound > sentence.lowerBound && isFreeToSit(statement, sentence, said)
      } ?? false
    }
  }
}
