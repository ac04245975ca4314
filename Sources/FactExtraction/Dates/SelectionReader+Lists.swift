import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Ways of choosing that stand as a list beside one day.
extension SelectionReader {
  /// `…an interview and a practical test. Both are held on 16 December`: the ways of the sentence before.
  func namedBefore(_ phrase: DatedPhrase, _ text: FoldedText) -> Set<Selection.Method>? {
    let signs = lexicon.signs
    guard signs.says(.allOfThem, atStartOf: phrase.clause, in: text),
      signs.says(.held, in: text, range: phrase.clause)
    else { return nil }
    let end = text.scalars[..<phrase.clause.lowerBound].lastIndex {
      !"。 ".unicodeScalars.contains($0)
    }
    guard let end, end > 0 else { return nil }
    let sentence = text.stretch(around: end..<end + 1) { "。\n".unicodeScalars.contains($0) }
    let named = SelectionMethods(lexicon: lexicon).methods(in: text, sentence).named
      .subtracting([.documents])
    return named.isEmpty ? nil : named
  }

  /// `筆記試験、面接及び実技試験 2月15日`: all of a list before a day, not its last item only.
  func listed(before phrase: DatedPhrase, _ text: FoldedText) -> Set<Selection.Method> {
    let start = phrase.clause.lowerBound
    guard start < phrase.before.lowerBound else { return [] }
    let lead = start..<phrase.before.lowerBound
    let isList =
      DateReader().dates(in: text, range: lead).isEmpty
      && !text.scalars[lead].contains { "はをに".unicodeScalars.contains($0) }
    return isList ? SelectionMethods(lexicon: lexicon).methods(in: text, lead).named : []
  }

  /// `11月18日に筆記試験(文章の要約)と面接を行い`: all of a list behind a day, up to its verb.
  func listed(behind phrase: DatedPhrase, _ text: FoldedText) -> Set<Selection.Method> {
    let rest = phrase.after.lowerBound..<max(phrase.after.lowerBound, phrase.clause.upperBound)
    // `11月25日(水) 学科試験(60分)、面接、適性検査`: nothing but a list stands behind the day.
    let day = phrase.span.range
    let line = text.stretch(around: day) { "。\n※".unicodeScalars.contains($0) }
    let items = day.upperBound..<max(day.upperBound, line.upperBound)
    if text.trimmed(line).lowerBound == day.lowerBound,
      DateReader().spans(in: text, range: line).count == 1,
      !text.scalars[items].contains(where: { "はをにでが".unicodeScalars.contains($0) })
    {
      return SelectionMethods(lexicon: lexicon).methods(in: text, items).named
        .subtracting([.documents])
    }
    guard
      let verb = lexicon.signs.ranges(of: .held, in: text, range: rest).first
    else { return [] }
    return SelectionMethods(lexicon: lexicon)
      .methods(in: text, rest.lowerBound..<verb.lowerBound).named
      .subtracting([.documents])
  }
}
