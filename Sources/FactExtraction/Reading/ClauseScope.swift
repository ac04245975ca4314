import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Tells whether a clause speaks of the program and the intake that are read.
///
/// A clause that names only other kinds, a year other than the intake's, a time that is over, or that
/// asks, states nothing of this program.
struct ClauseScope {
  let lexicon: Lexicon
  let kind: ProgramKind
  /// The year that the page recruits for, where it is known.
  var intake: Int?
  /// The short names of the page's other hospitals.
  var otherHospitals: [String] = []
  /// The short name of this one beside theirs.
  var ownHospital: String?
  /// The hospital's own names, folded; empty where none is known.
  var ownNames: [String] = []

  /// Whether a clause may state something of this program.
  func isAboutThis(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    !isQuestion(text, clause) && !namesOtherKind(text, clause) && !isOfAnotherTime(text, clause)
      && !namesOtherHospital(text, clause)
  }

  /// Whether a clause asks: Q. 推薦状は要りますか。
  func isQuestion(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    let words = text.string(in: clause).trimmingBlanks
    return words.hasSuffix("?") || words.hasSuffix("か")
  }

  /// `模擬記念病院では、受け入れは行っておりません`: a hospital with another name before the particle.
  func isOfHospitalNamed(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    guard !ownNames.isEmpty else { return false }
    return lexicon.signs.ranges(of: .hospitalEnding, in: text, range: clause).contains { ending in
      guard text.hasWord("では", at: ending.upperBound) else { return false }
      var start = ending.lowerBound
      while start > clause.lowerBound,
        text.scalars[start - 1].isKanji || text.scalars[start - 1].isKatakana
      {
        start -= 1
      }
      let name = text.string(in: start..<ending.upperBound)
      return ending.lowerBound - start > 1
        && !lexicon.concepts.says(.hospitalPlace, in: text, range: start..<ending.upperBound)
        && !ownNames.contains { $0.contains(name) || name.contains($0) }
    }
  }

  private func namesOtherHospital(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    guard !otherHospitals.isEmpty else { return false }
    let words = text.string(in: clause)
    return otherHospitals.contains(where: words.contains)
      && !(ownHospital.map(words.contains) ?? false)
  }

  private func namesOtherKind(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    // 推薦状（臨床研修を行った病院の長によるもの）: what stands in a bracket is not whom the clause is about.
    let brackets = text.brackets(in: clause).filter { $0.lowerBound > clause.lowerBound }
    let mentions = lexicon.kinds.mentions(in: text, range: clause).filter { mention in
      !brackets.contains { $0.overlaps(mention.range) }
    }
    guard let first = mentions.first, first.range.lowerBound - clause.lowerBound < 24 else {
      return false
    }
    return !mentions.contains { $0.name.kind == kind }
  }

  /// Whether a clause speaks of what was: last year's intake, or a rule that no longer holds.
  func isOfAnotherTime(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    if lexicon.signs.says(.pastEnding, atEndOf: clause, in: text) { return true }
    guard let intake else { return lexicon.concepts.says(.lastYear, in: text, range: clause) }
    // 平成28年分の募集 names an intake as 平成28年度 does.
    let brackets = text.brackets(in: clause)
    let years = DateReader().years(in: text, range: clause).filter { year in
      // 3名までお受けします（2026年度は2名でした）
      if brackets.contains(where: { $0.lowerBound > clause.lowerBound && $0.overlaps(year.range) })
      {
        return false
      }
      let behind = year.range.upperBound..<clause.upperBound
      // 2024年度から推薦状は不要になりました: it holds on.
      if year.year <= intake, lexicon.signs.says(.from, atStartOf: behind, in: text),
        lexicon.concepts.says(.noNeed, in: text, range: behind),
        !lexicon.concepts.says(.recruitment, in: text, range: clause)
      {
        return false
      }
      return year.isFiscal || lexicon.signs.says(.intakeBehindYear, atStartOf: behind, in: text)
    }.map(\.year)
    let isOfAnother =
      years.isEmpty
      ? lexicon.concepts.says(.lastYear, in: text, range: clause) : !years.contains(intake)
    // 令和7年度をもって停止: what ended then is still so.
    return isOfAnother && !lexicon.signs.says(.stillSo, in: text, range: clause)
  }
}

extension ClauseScope {
  /// The parts of a sentence that kinds head: 研修登録医:受付終了 実地修練生:募集中.
  func partsByKind(_ text: FoldedText, _ sentence: Range<Int>) -> [Range<Int>] {
    let heads = lexicon.kinds.mentions(in: text, range: sentence).filter { mention in
      mention.range.upperBound < sentence.upperBound
        && text.scalars[mention.range.upperBound] == ":"
    }
    guard heads.count > 1 else { return [sentence] }
    let starts = [sentence.lowerBound] + heads.dropFirst().map(\.range.lowerBound)
    return zip(starts, starts.dropFirst() + [sentence.upperBound]).map { $0..<$1 }
  }
}

extension FoldedText {
  /// What stands in brackets in a range, each with its brackets; in nested ones the outer.
  func brackets(in range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int?
    var depth = 0
    for index in range {
      if scalars[index] == "(" {
        if depth == 0 { open = index }
        depth += 1
      } else if scalars[index] == ")", depth > 0 {
        depth -= 1
        if depth == 0, let start = open { found.append(start..<index + 1) }
      }
    }
    return found
  }

  /// What stands behind words that somebody else says: 「…しなければならないのでは」とのお尋ねがありますが、….
  func behindReportedSpeech(in sentence: Range<Int>) -> Range<Int> {
    guard scalars[sentence].contains("「"),
      let end = range(of: "」と", in: sentence)?.upperBound,
      scalars[end..<sentence.upperBound].contains("、")
    else { return sentence }
    return end..<sentence.upperBound
  }

  /// The parts of a sentence that a contrast divides: 臨床研修医の募集は終了しましたが、実地修練生は募集中です.
  func clausesByContrast(in sentence: Range<Int>) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = sentence.lowerBound
    for index in sentence where isContrast(at: index, after: start) {
      clauses.append(start..<index)
      start = index
    }
    clauses.append(start..<sentence.upperBound)
    return clauses.filter { clause in scalars[clause].contains { !$0.isBlank } }
  }

  private func isContrast(at index: Int, after start: Int) -> Bool {
    guard index > start + 3 else { return false }
    if scalars[index] == "が", index + 1 < scalars.count, scalars[index + 1] == "、" {
      return "すたいるんだう".unicodeScalars.contains(scalars[index - 1])
    }
    return Self.contrastBeginnings.contains(scalars[index])
      && Self.contrasts.contains { hasWord($0, at: index) }
  }

  private static let contrastBeginnings = ScalarSet("けもた但一 ;,.")
  private static let contrasts = [
    "けれども、", "けれど、", "ものの、", "ただし、", "但し、", "ただし", "一方、", " however", "; however", ", but ",
    ". but ",
  ].map { Array($0.unicodeScalars) }
}
