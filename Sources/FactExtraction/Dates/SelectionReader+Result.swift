import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Tells the result of choosing from that of something else.
struct OwnResults {
  let lexicon: Lexicon
  let kind: ProgramKind?

  /// The most characters between what gave a result and its word.
  private static let reach = 8

  /// The words for a result, but for `国家試験の結果` and `アンケートの結果` where no examination is read.
  func words(in text: FoldedText, _ range: Range<Int>) -> [Range<Int>] {
    let words = lexicon.concepts.ranges(of: .resultWord, in: text, range: range)
    guard kind != .examination else { return words }
    return words.filter { word in
      let before = text.stretch(before: word, atMost: Self.reach).clamped(to: range)
      return !lexicon.signs.says(.resultOfElse, in: text, range: before)
        && !lexicon.signs.says(.resultOfElse, at: word.lowerBound, in: text)
    }
  }
}

/// Tells the day of the result from those of other messages.
extension SelectionReader {
  /// `Results will be announced on 29 January`, `選考結果は1月29日に通知します`: a sentence about the result, whatever it stands under.
  func beginsWithResult(_ statement: ReadStatement, _ sentence: Range<Int>) -> Bool {
    lexicon.signs.says(.resultAsTopic, atStartOf: sentence, in: statement.text)
      && !lexicon.signs.says(.resultOfElse, in: statement.text, range: sentence)
      && DateReader().dates(in: statement.text, range: sentence).contains { $0.day != nil }
  }

  private var ownResults: OwnResults { OwnResults(lexicon: lexicon, kind: kind?.kind) }

  func saysResult(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    [phrase.after, phrase.before].contains { range in
      ownResults.words(in: text, range).contains { word in
        // 第一次選考の合格者に時刻を通知する: those who passed are told of something else.
        let clause = text.stretch(around: word) { "、。\n".unicodeScalars.contains($0) }
        // 合格通知書の写しを添え: a paper that is handed in.
        let isPaper =
          lexicon.signs.says(.noticePaper, in: text, range: clause)
          && lexicon.signs.says(.handedIn, in: text, range: clause)
        // 内定後、抗体検査の証明書を提出: what is done once the result is known.
        return !isPaper && !text.hasWord("後", at: word.upperBound)
          && !lexicon.signs.says(.toldTo, in: text, range: clause)
      }
    }
  }

  /// `12月4日に結果を通知し、通過した方に面接を行います`: behind the day the result comes first, and the next step is held later.
  func isToldFirst(_ phrase: DatedPhrase, _ text: FoldedText) -> Bool {
    guard let word = lexicon.concepts.ranges(of: .resultWord, in: text, range: phrase.after).first
    else { return false }
    let methods = SelectionMethods(lexicon: lexicon)
    let near =
      methods.methods(in: text, phrase.before).named
      .union(methods.methods(in: text, phrase.after.lowerBound..<word.lowerBound).named)
    return near.isSubset(of: [.documents])
  }

  /// Whether a result is that of a first stage only: 書類審査結果, 第一次.
  func isFirstStage(_ phrase: DatedPhrase, _ statement: ReadStatement) -> Bool {
    let labels = statement.statement.labels.isEmpty ? [statement.label] : statement.statement.labels
    let near = [phrase.before, phrase.after]
    func says(_ sign: Sign) -> Bool {
      near.contains { lexicon.signs.says(sign, in: statement.text, range: $0) }
    }
    // 書類選考により決定し、12月4日に結果を通知します: nothing comes after what decides.
    if near.contains(where: { lexicon.concepts.says(.decided, in: statement.text, range: $0) }),
      !says(.lastStage), !lexicon.concepts.says(.stage, in: statement.text)
    {
      return false
    }
    // ア 第1段階 書類審査。合否は、12月4日に知らせる: what the sentence before is about.
    let line = statement.text.stretch(around: phrase.clause) { $0 == "\n" }
    let above = line.lowerBound..<phrase.clause.lowerBound
    let goesOn =
      lexicon.signs.says(.firstStage, in: statement.text, range: above)
      && lexicon.concepts.says(.stage, in: statement.text, range: above)
      && !lexicon.signs.says(.lastStage, in: statement.text, range: above)
      && DateReader().dates(in: statement.text, range: above).isEmpty
      && SelectionMethods(lexicon: lexicon).methods(in: statement.text, above).named == [.documents]
    return !says(.lastStage)
      && (says(.firstStage) || goesOn
        || labels.contains { lexicon.signs.says(.firstStage, in: FoldedText($0)) })
  }
}
