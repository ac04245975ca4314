import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads where the initial clinical training must be done after the national examination.
struct ObligationReader {
  let lexicon: Lexicon
  let scope: ClauseScope
  /// The hospital's own names, folded; a duty to stay there may name it.
  let ownNames: [String]
  /// Whether the page's rules call the hospital nothing but 病院: `（以下「病院」という。）`.
  private var isCalledHospital = false

  private var signs: SignTable { lexicon.signs }

  /// Makes a reader for one program.
  init(lexicon: Lexicon, scope: ClauseScope, ownNames: [String]) {
    self.lexicon = lexicon
    self.scope = scope
    self.ownNames = ownNames
  }

  /// What the statements of a program say of it; a duty goes before its denial.
  func obligation(in statements: [ReadStatement]) -> Finding<Obligation>? {
    var reader = self
    reader.isCalledHospital = statements.contains { signs.says(.calledHospital, in: $0.text) }
    return reader.stated(in: statements)
  }

  private func stated(in statements: [ReadStatement]) -> Finding<Obligation>? {
    var denial: Finding<Obligation>?
    for statement in statements where statement.statement.shape != .heading {
      let text = statement.text
      for whole in text.pieces(separatedBy: { $0 == "。" || $0 == "\n" })
      where isAbout(statement, whole) && !scope.isQuestion(text, whole) {
        let sentence = text.behindReportedSpeech(in: whole)
        let quote = Quote(statement, around: sentence)
        if deniesRule(text, sentence) {
          denial =
            denial
            ?? Finding(Obligation(scope: []), quotes: [quote], confidence: confidence(statement))
          continue
        }
        if let exclusive = exclusiveDuty(text, sentence) {
          return Finding(exclusive, quotes: [quote], confidence: confidence(statement))
        }
        if let denied = self.denial(in: statement, sentence) {
          if isPartialDenial(text, sentence) { continue }
          // 進路は問わないが、2年間は本院で…: what follows the denial may be the duty after all.
          let rest = denied.upperBound..<sentence.upperBound
          if !lexicon.concepts.says(.noObligation, in: text, range: rest),
            let duty = duty(statement, rest)
          {
            return Finding(duty, quotes: [quote], confidence: confidence(statement))
          }
          denial =
            denial
            ?? Finding(Obligation(scope: []), quotes: [quote], confidence: confidence(statement))
        } else if let duty = duty(statement, sentence) {
          return Finding(duty, quotes: [quote], confidence: confidence(statement))
        }
      }
    }
    return denial
  }

  /// `当院を選ばなければならないという決まりは設けていません`: a duty is told only to be denied.
  private func deniesRule(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    guard let rule = signs.ranges(of: .reportedRule, in: text, range: sentence).first else {
      return false
    }
    // 県内で研修するという決まりもありませんので、研修先は…: the clause ends at its comma.
    let behind = (rule.upperBound..<sentence.upperBound).prefix { text.scalars[$0] != "、" }
    // 当院で研修するという約束がない方は応募できません denies nothing.
    return behind.count <= Self.bondReach
      && !signs.says(.whomRuleBinds, in: text, range: behind)
      && lexicon.concepts.says(.negated, in: text, range: behind)
  }

  /// `当院以外の病院で臨床研修を行うことは認めません`: what is forbidden elsewhere is a duty here, and so is
  /// what keeps those who do not intend it from applying.
  private func exclusiveDuty(_ text: FoldedText, _ sentence: Range<Int>) -> Obligation? {
    guard lexicon.concepts.says(.forbidden, in: text, range: sentence) else { return nil }
    let isElsewhere = lexicon.concepts.says(.elsewhere, in: text, range: sentence)
    guard isElsewhere != signs.says(.unwilling, in: text, range: sentence),
      signs.says(.trainingOrPost, in: text, range: sentence)
    else { return nil }
    var places = places(in: text, sentence, isExclusive: isElsewhere)
    if isElsewhere, signs.says(.outsidePrefecture, in: text, range: sentence) {
      places = [.prefecture]
    }
    return places.isEmpty ? nil : Obligation(scope: places, strength: .required)
  }

  /// The places where one must stay that a sentence names.
  ///
  /// Where it forbids all others (isExclusive), 当院以外 names the hospital.
  private func places(
    in text: FoldedText, _ sentence: Range<Int>, isExclusive: Bool = false
  ) -> [Obligation.Place] {
    var places: [Obligation.Place] = []
    let isNamed = lexicon.concepts.ranges(of: .hospitalPlace, in: text, range: sentence).contains {
      isExclusive || !isOneOfMany(text, $0, in: sentence)
    }
    if isNamed
      || ownNames.contains(where: { text.contains($0, in: sentence) })
      || (isCalledHospital && namesHospitalAlone(text, sentence))
    {
      places.append(.hospital)
    }
    if lexicon.concepts.says(.prefecturePlace, in: text, range: sentence) {
      places.append(.prefecture)
    }
    return places
  }

  /// `臨床研修を病院において行う`: 病院 without anything that says which.
  private func namesHospitalAlone(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    signs.ranges(of: .bareHospital, in: text, range: sentence).contains { word in
      let before =
        word.lowerBound > sentence.lowerBound ? text.scalars[word.lowerBound - 1] : "、"
      let behind = word.upperBound..<sentence.upperBound
      return "、は,をにて又び ".unicodeScalars.contains(before)
        && (text.hasWord("で", at: behind.lowerBound)
          || signs.says(.atThePlace, atStartOf: behind.prefix(6), in: text))
    }
  }

  /// `県内の病院で、本院に限らない`, `not limited to our hospital`: a place that is only one of many.
  private func isOneOfMany(_ text: FoldedText, _ place: Range<Int>, in sentence: Range<Int>) -> Bool
  {
    signs.says(.notOnlyBefore, atEndOf: sentence.lowerBound..<place.lowerBound, in: text)
      || signs.says(.notOnlyBehind, atStartOf: place.upperBound..<sentence.upperBound, in: text)
  }

  /// The most characters between a word for what binds and the ending that denies it.
  private static let bondReach = 16

  /// The words that deny: those of the table, and what binds with an ending that denies it (条件を付けていません).
  private func denials(_ text: FoldedText, _ sentence: Range<Int>) -> [Range<Int>] {
    let bonds = lexicon.concepts.ranges(of: .bond, in: text, range: sentence)
    let bound = bonds.compactMap { bond -> Range<Int>? in
      let reach = bond.upperBound..<min(sentence.upperBound, bond.upperBound + Self.bondReach)
      let end = text.scalars[reach].firstIndex { "、。,\n".unicodeScalars.contains($0) }
      let clause = bond.upperBound..<(end ?? reach.upperBound)
      guard let ending = lexicon.concepts.ranges(of: .negated, in: text, range: clause).last,
        // 条件を満たさない者, 制限を受けなければ: what is denied there is not that anything binds.
        !signs.says(.deniedOtherwise, in: text, range: bond.upperBound..<clause.upperBound)
      else { return nil }
      return bond.lowerBound..<ending.upperBound
    }
    return
      (lexicon.concepts.ranges(of: .noObligation, in: text, range: sentence)
      + signs.ranges(of: .needNotStay, in: text, range: sentence) + bound)
      .sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Where a sentence denies a duty to stay, with such a matter before it, or under a label that
  /// announces one.
  private func denial(in statement: ReadStatement, _ sentence: Range<Int>) -> Range<Int>? {
    let text = statement.text
    for denied in denials(text, sentence) {
      let clause = text.stretch(around: denied) { "、。\n".unicodeScalars.contains($0) }
      let end = min(clause.upperBound, sentence.upperBound)
      let near = max(clause.lowerBound, sentence.lowerBound)..<denied.upperBound
      // 臨床研修先について、制限はありません: the matter may stand before the comma.
      let wide = sentence.lowerBound..<denied.upperBound
      let before = near.count < 14 ? wide : near
      let mark = text.scalars[before].lastIndex { "はもが".unicodeScalars.contains($0) }
      let subject = before.lowerBound..<(mark ?? before.lowerBound)
      if signs.says(.freedomOfElse, in: text, range: subject) { continue }
      // 県内の病院であれば自由に選べます, 自由に選べません: no free choice.
      if text.contains("自由", in: denied),
        signs.says(.amongThese, in: text, range: wide)
          || text.contains("ません", in: text.stretch(behind: denied, atMost: 8))
      {
        continue
      }
      let whole = before.lowerBound..<end
      if subject.isEmpty || text.scalars[whole].contains(" ")
        || signs.says(.placeAfterwards, in: text, range: whole)
      {
        return denied
      }
    }
    let label = FoldedText(statement.label)
    guard statement.topic == .obligation,
      lexicon.concepts.says(.bond, .obligationTopic, in: label),
      signs.says(.nothing, asAllOf: sentence, in: text)
    else { return nil }
    return sentence
  }

  /// Whether a sentence demands; `行うこと` does at its end, `行うこともできます` does not.
  private func isRequired(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    lexicon.concepts.ranges(of: .required, in: text, range: sentence).contains { range in
      let rest = range.upperBound..<sentence.upperBound
      if signs.says(.onlyNamed, atStartOf: rest, in: text) { return false }
      guard text.hasWord("こと", before: range.upperBound) else { return true }
      let behind = text.trimmed(rest)
      return behind.first.map { Self.endsOfDemands.contains(text.scalars[$0]) } ?? true
        || signs.says(.isDemanded, atStartOf: behind, in: text)
    }
  }

  /// What stands behind a demand that ends in こと: `行うことを条件とする`.
  private static let endsOfDemands = ScalarSet("とを)」、")

  private func confidence(_ statement: ReadStatement) -> Double {
    statement.topic == .obligation ? Confidence.labelled : Confidence.sentence
  }

  /// Whether a sentence speaks of where one trains or works after the examination.
  private func isAbout(_ statement: ReadStatement, _ sentence: Range<Int>) -> Bool {
    guard
      statement.topic == .obligation
        || lexicon.concepts.says(
          .trainingPlaceTopic, .obligationTopic, .noObligation, in: statement.text, range: sentence)
    else { return false }
    let text = statement.text
    if signs.says(.ofScholars, in: FoldedText(statement.path))
      || signs.says(.dutyOfElse, .opinion, in: text, range: sentence)
      || isOfSpecialists(text, sentence)
    {
      return false
    }
    if statement.topic == .obligation { return true }
    guard
      [nil, .unrelated, .eligibility, .documents, .training, .accepting].contains(statement.topic)
    else {
      return false
    }
    let isAfterwards =
      lexicon.concepts.says(.afterwards, in: text, range: sentence)
      || statement.statement.section.last.map {
        lexicon.concepts.says(.afterwards, in: FoldedText($0))
      } ?? false
      || signs.says(.initialTraining, in: text, range: sentence)
    if statement.topic == .eligibility || statement.topic == .documents, !isAfterwards {
      return false
    }
    return isAfterwards
      && (lexicon.concepts.says(
        .trainingPlaceTopic, .obligationTopic, in: text, range: sentence))
      || (signs.says(.whatComesLater, in: text, range: sentence)
        && lexicon.concepts.says(.noObligation, in: text, range: sentence))
  }

  /// `臨床研修の修了後、専門研修を当院で`: a duty after the initial training is another one.
  private func isOfSpecialists(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    signs.says(.specialists, in: text, range: sentence)
      && signs.says(.specialistTraining, in: text, range: sentence)
  }

  /// 期待するが条件としない: neither a duty nor a clear no.
  private func isPartialDenial(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    lexicon.concepts.says(.expected, in: text, range: sentence)
      && signs.says(.conceded, in: text, range: sentence)
  }

  /// `当院の臨床研修に応募する場合も、同じ選考を受けていただきます`: of those who choose it, not of all.
  private func isOnlyForSome(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    // 合格した場合は: all who come so far.
    let passed = signs.ranges(of: .ifPassed, in: text, range: sentence)
    return signs.ranges(of: .ifWished, in: text, range: sentence).contains { some in
      !passed.contains { $0.overlaps(some) }
    }
  }

  private func duty(_ statement: ReadStatement, _ sentence: Range<Int>) -> Obligation? {
    let text = statement.text
    let scope = places(in: text, sentence)
    guard !scope.isEmpty,
      signs.says(.trainingOrWork, in: text, range: sentence)
        || signs.says(.trainingOrWork, in: FoldedText(statement.label))
    else { return nil }
    let isRespected = signs.says(.respected, in: text, range: sentence)
    if lexicon.concepts.says(.expected, in: text, range: sentence), !isRespected,
      !signs.says(.wishers, in: text, range: sentence)
    {
      return Obligation(scope: scope, strength: .expected)
    }
    if signs.says(.must, atEndOf: sentence, in: text) {
      return Obligation(scope: scope, strength: .required)
    }
    guard isRequired(text, sentence), !isOnlyForSome(text, sentence), !isRespected,
      !signs.says(.dependsOrMay, in: text, range: sentence),
      !lexicon.concepts.says(.maybeNeed, in: text, range: sentence)
    else { return nil }
    return Obligation(scope: scope, strength: .required)
  }
}
