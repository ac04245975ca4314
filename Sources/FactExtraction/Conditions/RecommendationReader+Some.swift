import DomainLexicon
import JapaneseText

/// Tells what holds for some applicants only.
extension RecommendationReader {
  /// How many letters an exemption stands before the end of its clause, and behind those who are exempt, at most.
  private static let exemptionReach = (end: 6, group: 12)

  /// `推薦書1通（本学の卒業生は提出不要）`: what the bracket at the end spares some is asked of the others.
  func withoutExemption(_ text: FoldedText, _ clause: Range<Int>) -> Range<Int> {
    let words = text.trimmed(clause)
    guard text.hasWord(")", before: words.upperBound),
      let open = text.scalars[words].lastIndex(of: "("),
      isExemption(text, open + 1..<words.upperBound - 1)
    else { return clause }
    return clause.lowerBound..<open
  }

  /// `…の方は提出不要です`, `…でなくても構いません`: the clause ends in saying that something is not needed.
  func isExemption(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    let exempted = signs.ranges(of: .exempted, in: text, range: clause).first
    let refusal = lexicon.concepts.ranges(of: .noNeed, in: text, range: clause).last {
      clause.upperBound - $0.upperBound <= Self.exemptionReach.end
    }
    guard let end = (refusal ?? exempted)?.lowerBound, !text.contains("以外", in: clause),
      let group = signs.ranges(of: .whom, in: text, range: clause.lowerBound..<end).last
    else { return false }
    // 推薦者は当院の医師とする（押印不要）: the stamp is not needed, the letter is.
    let between = group.upperBound..<end
    return between.count <= Self.exemptionReach.group
      && !signs.says(.partOfLetter, .otherWriter, in: text, range: between)
  }

  /// `不要（学内者に限る）`: what is not needed of some only.
  func isLimited(_ clause: Range<Int>, _ text: FoldedText) -> Bool {
    lexicon.concepts.ranges(of: .noNeed, in: text, range: clause).last.map { refusal in
      let end = text.stretch(around: refusal) { "。\n".unicodeScalars.contains($0) }.upperBound
      return signs.says(.onlySome, in: text, range: refusal.upperBound..<end)
    } ?? false
  }

  /// `推薦は要らず、当院に知り合いがいなくても`, `院内に知り合いは要りません`: between a recommendation and somebody inside, or at
  /// the end, stands that it is not needed.
  func deniesInsider(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    if let last = lexicon.concepts.ranges(of: .noNeed, in: text, range: clause).last,
      clause.upperBound - last.upperBound <= 2,
      !signs.says(
        .partOfLetter, in: text, range: (clause.lowerBound..<last.lowerBound).suffix(6)),
      !isOfAnotherPaper(last, text, clause)
    {
      return true
    }
    guard
      let topic = lexicon.concepts.ranges(of: .recommendationTopic, in: text, range: clause).first,
      let insider = lexicon.concepts.ranges(of: .insider, in: text, range: clause).last,
      topic.upperBound < insider.lowerBound
    else { return false }
    return lexicon.concepts.says(.noNeed, in: text, range: topic.upperBound..<insider.lowerBound)
  }

  /// `推薦書が必要です（健康診断書は不要）`: another paper is named between the recommendation and what is not needed.
  private func isOfAnotherPaper(
    _ refusal: Range<Int>, _ text: FoldedText, _ clause: Range<Int>
  ) -> Bool {
    let before = clause.lowerBound..<refusal.lowerBound
    return lexicon.concepts.ranges(of: .recommendationTopic, in: text, range: before).last.map {
      lexicon.concepts.says(.paperNoun, in: text, range: $0.upperBound..<refusal.lowerBound)
    } ?? false
  }

  /// `既卒の方の推薦書`, `見学の際`: whether a clause, or what it stands under, speaks of some applicants only.
  func isForSome(_ clause: Range<Int>, of text: FoldedText, under path: String = "") -> Bool {
    let whole = path.isEmpty ? text : FoldedText(text.string(in: clause) + " " + path)
    let range = path.isEmpty ? clause : whole.scalars.indices
    let others =
      signs.ranges(of: .limitsNobody, in: whole, range: range)
      + bracketsOfElse(whole, range)
    return !signs.says(.everyApplicant, in: whole, range: range)
      && signs.ranges(of: .someApplicants, in: whole, range: range).contains { some in
        !others.contains { $0.overlaps(some) }
      }
  }

  /// `合格証書の写し（見込みの方は受験票の写し）、推薦書`: brackets behind another paper say nothing of who hands in the letter.
  private func bracketsOfElse(_ text: FoldedText, _ clause: Range<Int>) -> [Range<Int>] {
    let topics = lexicon.concepts.ranges(of: .recommendationTopic, in: text, range: clause)
    return text.brackets(in: clause).filter { bracket in
      !signs.says(.recommendationWord, in: text, range: bracket)
        && topics.allSatisfy { bracket.upperBound <= $0.lowerBound }
    }
  }
}

extension RecommendationReader {
  private static let notOfTheHouse = ScalarSet("がで認定指外他")
  /// How many letters those of the house stand behind its name, at most.
  private static let houseReach = 16

  /// `本学の卒業生に限る`: who is not of the house may not apply.
  func isForInsidersOnly(_ statement: ReadStatement, _ clause: Range<Int>) -> Bool {
    let text = statement.text
    return signs.says(.onlyThese, in: text, range: clause)
      && (statement.topic == .eligibility || signs.says(.whoMayApply, in: text, range: clause))
      && signs.ranges(of: .house, in: text, range: clause).contains {
        let behind = ($0.upperBound..<clause.upperBound).prefix(Self.houseReach)
        guard let people = signs.ranges(of: .ofTheHouse, in: text, range: behind).first else {
          return false
        }
        // 当院が認める外国の医学校を卒業した者: what the house says of others.
        let between = behind.lowerBound..<max(behind.lowerBound, people.lowerBound)
        return !text.scalars[between].contains(where: Self.notOfTheHouse.contains)
      } && !signs.says(.notOnlyThese, in: text, range: clause)
  }
}

extension RecommendationReader {
  /// `院長が受入れを承認した者`: whoever decides for the house admits, and no department is asked before; nor is one by
  /// `受入れを承認された者`, where none is named.
  func isOfTheHouse(_ text: FoldedText, _ consent: Range<Int>) -> Bool {
    let sentence = text.stretch(around: consent) { "。\n".unicodeScalars.contains($0) }
    let lead = sentence.lowerBound..<consent.lowerBound
    let departments = subjects(.departmentHead, text, lead)
    if text.hasWord("され", at: consent.upperBound) {
      return !lexicon.concepts.says(.departmentHead, in: text, range: lead)
    }
    guard let head = subjects(.admittingHead, text, lead).last else { return false }
    return departments.allSatisfy { $0.lowerBound < head.lowerBound }
  }

  /// The words of a concept that a part of a sentence is about: `診療科長が`, `病院長は`.
  private func subjects(
    _ concept: Concept, _ text: FoldedText, _ lead: Range<Int>
  ) -> [Range<Int>] {
    lexicon.concepts.ranges(of: concept, in: text, range: lead).filter {
      text.hasWord("が", at: $0.upperBound) || text.hasWord("は", at: $0.upperBound)
        || text.hasWord("長が", at: $0.upperBound) || text.hasWord("の長が", at: $0.upperBound)
    }
  }
}

extension RecommendationReader {
  /// `職員による紹介`: whether a clause speaks of being introduced, and of no letter.
  func isIntroduction(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    signs.says(.introduction, in: text, range: clause)
      && lexicon.concepts.ranges(of: .recommendationTopic, in: text, range: clause).allSatisfy {
        signs.says(.introduction, in: text, range: $0) && !text.contains("状", in: $0)
      }
  }

  /// `推薦書は要りません。修了証明書だけをお付けください`: what is sent instead.
  func isOtherPaper(_ clause: Range<Int>, _ statement: ReadStatement) -> Bool {
    let text = statement.text
    return signs.says(.certificate, in: text, range: clause) && !text.contains("推薦", in: clause)
      && !signs.says(.recommender, in: text, range: clause)
  }
}
