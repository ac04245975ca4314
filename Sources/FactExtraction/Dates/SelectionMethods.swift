import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Finds the ways of choosing that words name, and those that they rule out.
struct SelectionMethods {
  let lexicon: Lexicon

  static let all: [(concept: Concept, method: Selection.Method)] = [
    (.documentsMethod, .documents), (.writtenMethod, .written), (.interviewMethod, .interview),
    (.practicalMethod, .practical),
  ]

  /// The ways named in a part of a text, with those that it denies.
  func methods(
    in text: FoldedText, _ range: Range<Int>
  ) -> (named: Set<Selection.Method>, denied: Set<Selection.Method>) {
    var named: Set<Selection.Method> = []
    var denied: Set<Selection.Method> = []
    for (concept, method) in Self.all {
      for word in lexicon.concepts.ranges(of: concept, in: text, range: range) {
        let sentence = text.stretch(around: word) { $0 == "。" || $0 == "\n" }
        let part = text.stretch(around: word) { "。\n()".unicodeScalars.contains($0) }
        if lexicon.concepts.says(.maybeNeed, in: text, range: part) { continue }
        if isDenied(text, word, sentence) {
          // `オンライン面接は行いません` says nothing of other interviews, nor does what is denied to some.
          if !isQualified(text, word), !lexicon.signs.says(.ofSome, in: text, range: sentence) {
            denied.insert(method)
          }
        } else if !isPerson(text, word) {
          named.insert(method)
        }
      }
    }
    return (named, denied)
  }

  /// `筆記試験: なし`: the ways that a label names and the words beside it deny.
  func isDenied(beside label: String, by text: FoldedText) -> Bool {
    lexicon.signs.says(.wayNone, atStartOf: text.scalars.indices, in: text)
      && !methods(ofLabel: label).isEmpty
  }

  /// The ways named in a label.
  func methods(ofLabel label: String) -> Set<Selection.Method> {
    let words = FoldedText(label)
    let folded = words.scalars.contains(where: \.isJapanese) ? words.withoutBlanks : words
    return methods(in: folded, folded.scalars.indices).named
  }

  /// `Written part`, `学説試験第2部`: whether a label is nothing but words for parts of an examination, with their numbers.
  func isPart(_ label: FoldedText) -> Bool {
    let all = label.scalars.indices
    let rest = lexicon.signs.rest(of: all, in: label, without: .examinationPart)
    // 前期, 後期: halves of a year, too.
    return rest.count < label.scalars.count && !label.contains("期")
      && !rest.contains {
        $0.isLatin && !"ivab".unicodeScalars.contains($0) || $0.isJapanese && $0 != "第"
      }
  }

  /// `筆記試験は課しません`, `筆記試験も実技試験も行いません`, `There is no written test`.
  private func isDenied(_ text: FoldedText, _ word: Range<Int>, _ sentence: Range<Int>) -> Bool {
    var end = word.upperBound
    // `学科試験は、これを課さない`: これを goes on with what stands before the comma.
    while end < sentence.upperBound,
      !"、。\n,()".unicodeScalars.contains(text.scalars[end])
        || text.hasWord(Array("、これを".unicodeScalars), at: end)
    {
      end += 1
    }
    let rest = word.upperBound..<end
    if lexicon.signs.says(.wayDenied, in: text, range: rest),
      !text.contains("なければ", in: rest), !text.contains("のみ", in: rest)
    {
      return true
    }
    let lead = text.stretch(before: word, atMost: 12, from: sentence.lowerBound)
    return lexicon.signs.says(.thereIsNo, atEndOf: lead, in: text)
  }

  /// Whether the word is one kind of the way only: オンライン面接, 電話面接.
  private func isQualified(_ text: FoldedText, _ word: Range<Int>) -> Bool {
    guard word.lowerBound > 0 else { return false }
    let before = text.scalars[word.lowerBound - 1]
    return before.isKatakana && before != "・" || before.isLatin
      || lexicon.signs.says(.wayQualified, atEndOf: 0..<word.lowerBound, in: text)
  }

  /// `面接官4名`, `面接会場`: words that are built with the way.
  private func isPerson(_ text: FoldedText, _ word: Range<Int>) -> Bool {
    lexicon.signs.says(.wayCompound, atStartOf: word.upperBound..<text.scalars.count, in: text)
  }
}
