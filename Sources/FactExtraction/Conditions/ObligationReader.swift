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

  /// Makes a reader for one program.
  init(lexicon: Lexicon, scope: ClauseScope, ownNames: [String]) {
    self.lexicon = lexicon
    self.scope = scope
    self.ownNames = ownNames
  }

  /// What the statements of a program say of it; a duty goes before its denial.
  func obligation(in statements: [ReadStatement]) -> Finding<Obligation>? {
    var reader = self
    reader.isCalledHospital = statements.contains {
      $0.text.contains("以下「病院」") || $0.text.contains("以下、「病院」")
    }
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
    let words = text.string(in: sentence)
    guard
      let rule = [
        "という決まり", "という義務", "という条件", "という規則", "という規定", "という制限", "という制約", "という約束", "といった決まり",
        "といった義務", "といった条件", "といった制限", "というわけ", "ということ",
      ]
      .lazy.compactMap({ words.firstRange(of: $0) }).first
    else { return false }
    let behind = words[rule.upperBound...]
    // 当院で研修するという約束がない方は応募できません denies nothing.
    return behind.count <= 16
      && !["方", "者", "場合", "限り", "とき", "応募", "出願"].contains(where: behind.contains)
      && ["ません", "ない", "なし", "ございません"].contains(where: behind.contains)
  }

  /// `当院以外の病院で臨床研修を行うことは認めません`: what is forbidden elsewhere is a duty here, and so is
  /// what keeps those who do not intend it from applying.
  private func exclusiveDuty(_ text: FoldedText, _ sentence: Range<Int>) -> Obligation? {
    guard lexicon.concepts.says(.forbidden, in: text, range: sentence) else { return nil }
    let words = text.string(in: sentence)
    let isElsewhere = lexicon.concepts.says(.elsewhere, in: text, range: sentence)
    let isUnwilling = ["行わない", "受けない", "残らない", "希望しない", "従事しない", "予定のない", "意思のない"].contains(
      where: words.contains)
    guard isElsewhere != isUnwilling, words.contains("研修") || words.contains("勤務") else {
      return nil
    }
    var places = places(in: text, sentence, isExclusive: isElsewhere)
    if isElsewhere, words.contains("県外") { places = [.prefecture] }
    return places.isEmpty ? nil : Obligation(scope: places, strength: .required)
  }

  /// The places where one must stay that a sentence names.
  ///
  /// Where it forbids all others (isExclusive), 当院以外 names the hospital.
  private func places(
    in text: FoldedText, _ sentence: Range<Int>, isExclusive: Bool = false
  ) -> [Obligation.Place] {
    let words = text.string(in: sentence)
    var places: [Obligation.Place] = []
    let isNamed = lexicon.concepts.ranges(of: .hospitalPlace, in: text, range: sentence).contains {
      isExclusive || !isOneOfMany(text, $0, in: sentence)
    }
    if isNamed
      || ownNames.contains(where: { words.contains($0) })
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
    sentence.contains { index in
      guard text.hasWord("病院", at: index) else { return false }
      let before = index > sentence.lowerBound ? text.scalars[index - 1] : "、"
      let behind = text.string(in: index + 2..<min(sentence.upperBound, index + 8))
      return "、は,をにて又び ".unicodeScalars.contains(before)
        && ["において", "で", "又は", "若しくは", "及び", "の臨床研修", "における"].contains(where: behind.hasPrefix)
    }
  }

  /// `県内の病院で、本院に限らない`, `not limited to our hospital`: a place that is only one of many.
  private func isOneOfMany(_ text: FoldedText, _ place: Range<Int>, in sentence: Range<Int>) -> Bool
  {
    let before = text.string(in: max(sentence.lowerBound, place.lowerBound - 16)..<place.lowerBound)
    let behind = text.string(
      in: place.upperBound..<min(sentence.upperBound, place.upperBound + 8))
    return ["limited to ", "other than ", "outside "].contains(where: before.hasSuffix)
      || ["に限らず", "に限らない", "に限りません", "に限定せず", "以外"].contains(where: behind.hasPrefix)
  }

  /// What a denial must be of: where one goes, and not the number of tries or the kind of school.
  private static let places = [
    "進路", "後のこと", "あとのこと", "条件", "研修先", "研修病院", "研修施設", "研修場所", "病院", "勤務", "就職", "働", "残", "従事",
    "入局", "在職", "県内",
    "義務",
    "修了後",
    "合格後", "その後", "研修", "選択", "地域", "stay", "work", "place", "hospital", "career", "training",
  ]

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
        !isDoubled(text.string(in: bond.upperBound..<clause.upperBound))
      else { return nil }
      return bond.lowerBound..<ending.upperBound
    }
    return (lexicon.concepts.ranges(of: .noObligation, in: text, range: sentence) + bound)
      .sorted { $0.lowerBound < $1.lowerBound }
  }

  /// `条件を満たさない者`, `制限を受けなければ`: what is denied there is not that anything binds.
  private func isDoubled(_ words: String) -> Bool {
    [
      "限り", "ならない", "なりません", "いけない", "いけません", "満た", "なければ", "者", "方は", "場合", "できない", "できません",
      "あります", "ついて",
    ].contains(where: words.contains)
  }

  /// Where a sentence denies a duty to stay, with such a matter before it, or under a label that
  /// announces one.
  private func denial(in statement: ReadStatement, _ sentence: Range<Int>) -> Range<Int>? {
    let text = statement.text
    for denied in denials(text, sentence) {
      let clause = text.stretch(around: denied) { "、。\n".unicodeScalars.contains($0) }
      let near = text.string(in: max(clause.lowerBound, sentence.lowerBound)..<denied.upperBound)
      // 臨床研修先について、制限はありません: the matter may stand before the comma.
      let wide = text.string(in: sentence.lowerBound..<denied.upperBound)
      let before = near.count < 14 ? wide : near
      let behind = text.string(in: denied.upperBound..<min(clause.upperBound, sentence.upperBound))
      let subject = before.lastIndex { "はもが".contains($0) }.map { String(before[..<$0]) } ?? ""
      let others = ["回数", "年齢", "性別", "国籍", "出身大学", "経験", "当直", "寮", "科目", "相談", "記述", "守秘"]
      if others.contains(where: subject.contains) { continue }
      if subject.isEmpty || (Self.places + [" "]).contains(where: (before + behind).contains) {
        return denied
      }
    }
    let label = FoldedText(statement.label)
    let words = text.string(in: sentence).filter { !$0.isWhitespace }
    guard statement.topic == .obligation,
      ["義務", "条件", "拘束", "縛り", "制約", "obligation"].contains(where: label.contains),
      ["なし", "無し", "無", "特になし", "ありません", "特にありません", "none"].contains(words)
    else { return nil }
    return sentence
  }

  /// Whether a sentence demands; `行うこと` does at its end, `行うこともできます` does not.
  private func isRequired(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    lexicon.concepts.ranges(of: .required, in: text, range: sentence).contains { range in
      let next = text.string(in: range.upperBound..<sentence.upperBound)
      if ["について", "に関", "の有無", "の内容", "等について"].contains(where: next.hasPrefix) { return false }
      guard text.string(in: range).hasSuffix("こと") else { return true }
      let behind = text.string(in: range.upperBound..<sentence.upperBound).trimmingBlanks
      return behind.isEmpty
        || ["と", "を", ")", "」", "、", "が必要", "が条件", "が義務", "が求め"].contains(
          where: behind.hasPrefix)
    }
  }

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
    let words = statement.text.string(in: sentence)
    if ["奨学", "枠"].contains(where: statement.path.contains) { return false }
    if ["専門研修修了後", "専門研修終了後", "奨学", "地域枠", "枠で", "枠の", "枠に", "従事しなかった", "加入", "守秘", "届出"].contains(
      where: {
        words.contains($0)
      })
    {
      return false
    }
    // 確約を取るべきとの意見は取り下げられた: what somebody proposed is no duty.
    if ["べきとの", "との意見", "という意見", "との提案", "という案", "取り下げ"].contains(where: words.contains) {
      return false
    }
    if isOfSpecialists(words) { return false }
    if statement.topic == .obligation { return true }
    guard
      [nil, .unrelated, .eligibility, .documents, .training, .accepting].contains(statement.topic)
    else {
      return false
    }
    let isAfterwards =
      lexicon.concepts.says(.afterwards, in: statement.text, range: sentence)
      || ["初期臨床研修を", "初期研修を", "初期研修は", "初期臨床研修は"].contains(where: words.contains)
    if statement.topic == .eligibility || statement.topic == .documents, !isAfterwards {
      return false
    }
    return isAfterwards
      && (lexicon.concepts.says(
        .trainingPlaceTopic, .obligationTopic, in: statement.text, range: sentence))
      || (["進路", "後のこと", "あとのこと"].contains(where: words.contains)
        && lexicon.concepts.says(.noObligation, in: statement.text, range: sentence))
  }

  /// `臨床研修の修了後、専門研修を当院で`: a duty after the initial training is another one.
  private func isOfSpecialists(_ words: String) -> Bool {
    (words.contains("専門研修") || words.contains("専攻医"))
      && (words.contains("臨床研修修了後") || words.contains("臨床研修の修了後")
        || words.contains("臨床研修を修了") || words.contains("専門研修を") || words.contains("専門研修のあと"))
  }

  /// 期待するが条件としない: neither a duty nor a clear no.
  private func isPartialDenial(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    lexicon.concepts.says(.expected, in: text, range: sentence)
      && ["が、", "が条件", "ものの"].contains { text.string(in: sentence).contains($0) }
  }

  /// `当院の臨床研修に応募する場合も、同じ選考を受けていただきます`: of those who choose it, not of all.
  private func isOnlyForSome(_ words: String) -> Bool {
    let words = words.replacing("合格した場合", with: "合格後").replacing("合格された場合", with: "合格後")
    return [
      "場合も", "場合は", "場合には", "場合、", "希望する方は", "希望する者は", "希望される方は", "希望者は", "志望する方は", "if you wish",
      "if you want", "those who wish", "should you",
    ].contains(where: words.contains)
  }

  private func duty(_ statement: ReadStatement, _ sentence: Range<Int>) -> Obligation? {
    let text = statement.text
    let words = text.string(in: sentence)
    let scope = places(in: text, sentence)
    let isOfTraining = [
      "研修", "勤務", "従事", "就職", "働", "残", "入局", "プログラム", "train", "work", "stay", "residen",
    ]
    guard !scope.isEmpty,
      isOfTraining.contains(where: (words + FoldedText(statement.label).string).contains)
    else { return nil }
    if lexicon.concepts.says(.expected, in: text, range: sentence), !words.contains("尊重"),
      !words.contains("希望する者は")
    {
      return Obligation(scope: scope, strength: .expected)
    }
    if ["(必須)", ":必須", "必須"].contains(where: words.trimmingBlanks.hasSuffix) {
      return Obligation(scope: scope, strength: .required)
    }
    guard isRequired(text, sentence), !isOnlyForSome(words),
      !["尊重", "有無", "によります", "によって異な"].contains(where: words.contains),
      !lexicon.concepts.says(.maybeNeed, in: text, range: sentence), !words.contains("ことができ")
    else { return nil }
    return Obligation(scope: scope, strength: .required)
  }
}
