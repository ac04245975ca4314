import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads whether somebody must recommend the applicant.
///
/// Consent of somebody inside before applying counts as a recommendation from inside, even beside
/// the words that no letter is needed. What only may be asked, or only of some, is left open.
struct RecommendationReader {
  let lexicon: Lexicon
  let scope: ClauseScope

  var signs: SignTable { lexicon.signs }

  /// What the statements of a program say of it.
  func recommendation(in statements: [ReadStatement]) -> Finding<Recommendation>? {
    var found: [Recommendation: Finding<Recommendation>] = [:]
    var leftOpen: Set<Int> = []
    var refusedIn: Set<Int> = []
    for statement in statements
    where statement.statement.shape != .heading && mayTell(statement)
      && (statement.topic != .unrelated || isRemark(statement))
    {
      if let no = answersNo(statement) {
        found[.notRequired] =
          found[.notRequired]
          ?? Finding(
            .notRequired, quotes: [Quote(statement, around: no)], confidence: Confidence.labelled)
        continue
      }
      for (clause, goesOn) in clauses(of: statement) {
        if statement.topic == .unrelated, !obligesToAskInside(statement.text, clause) { continue }
        let read =
          goesOn && statement.topic == nil ? statement.with(topic: .recommendation) : statement
        switch verdict(read, clause, goesOn) {
        case .says(.letter)
        where refusedIn.union(leftOpen).contains(statement.order) && isOtherPaper(clause, statement):
          continue
        // 不要 ⏎ ※学内者に限る: for whom it is not required.
        case .says(.inside)
        where statement.topic == .recommendation && refusedIn.contains(statement.order)
          && signs.says(.onlySome, in: statement.text, range: clause):
          refusedIn.remove(statement.order)
          leftOpen.insert(statement.order)
        case .says(let value):
          if value == .notRequired {
            refusedIn.insert(statement.order)
            // 推薦書 １通 ⏎ なくても差し支えありません: the paper that was just named is meant.
            if statement.text.hasWord("なくても", at: clause.lowerBound),
              found[.letter]?.quotes.first?.order == statement.order
            {
              found[.letter] = nil
            }
          }
          found[value] =
            found[value]
            ?? Finding(
              value, quotes: [Quote(statement, around: clause)],
              confidence: statement.topic == .recommendation
                ? Confidence.labelled : Confidence.sentence)
        case .leavesOpen: leftOpen.insert(statement.order)
        case .silent: break
        }
      }
    }
    if let inside = found[.inside] { return inside }
    if let letter = found[.letter] { return letter }
    // あれば添えて下さい。なくても差し支えありません: the same words leave it open and then refuse it.
    return leftOpen.isSubset(of: refusedIn) ? found[.notRequired] : nil
  }

  /// `推薦状は要りますか。` `要りません。卒業証明書の写しを送ってください`: the first sentence of an answer says no, and
  /// what else is sent says nothing of it.
  private func answersNo(_ statement: ReadStatement) -> Range<Int>? {
    let words = statement.statement
    guard let question = words.labels.last ?? words.section.last else { return nil }
    let asked = FoldedText(question)
    let text = statement.text
    // 推薦状の原本は必要ですか: what is asked for is another matter than the letter itself.
    guard let topic = signs.ranges(of: .recommendationWord, in: asked).first,
      let need = lexicon.concepts.ranges(of: .askingNeed, in: asked).first,
      topic.upperBound <= need.lowerBound,
      asked.scalars[topic.upperBound..<need.lowerBound].allSatisfy(Self.bareLetter.contains),
      let first = statement.sentences.first,
      lexicon.concepts.says(.answerNo, atStartOf: first, in: text)
    else { return nil }
    let rest = first.upperBound..<text.scalars.count
    // いりません。ただし…内諾を得てください: what follows may ask for more.
    return lexicon.concepts.says(.consentTopic, .insider, in: text, range: rest)
      || text.contains("通", in: rest) ? nil : first
  }

  /// `備考`, `その他`: what stands below may be of any matter.
  private func isRemark(_ statement: ReadStatement) -> Bool {
    let words = statement.statement
    guard let head = words.labels.last ?? words.section.last else { return false }
    let text = FoldedText(Numbering.stripped(head)).withoutBlanks
    return signs.says(.remarks, asAllOf: text.scalars.indices, in: text)
  }

  /// `希望する診療科の部長の同意を得た上で申し込むこと`: below such a heading whom to ask and what for must be said.
  private func obligesToAskInside(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    guard let consent = signs.ranges(of: .consent, in: text, range: clause).first else {
      return false
    }
    let before = clause.lowerBound..<consent.lowerBound
    let behind = consent.upperBound..<clause.upperBound
    return lexicon.concepts.says(.insider, in: text, range: before)
      && !lexicon.concepts.says(.outsider, in: text, range: before)
      && !text.contains("場合", in: before)
      && !signs.says(.otherMatter, .besideApplying, in: text, range: clause)
      && (lexicon.concepts.says(.applicationWord, in: text, range: behind)
        || signs.says(.beforehand, in: text, range: before))
  }

  /// What may stand between 推薦 and the words that ask whether it is needed.
  private static let bareLetter = ScalarSet("状書等者のはがも提出を ")

  /// Whether a clause of a statement may tell anything: most statements have none of the words.
  private func mayTell(_ statement: ReadStatement) -> Bool {
    statement.topic == .recommendation
      || lexicon.concepts.says(.recommendationTopic, .consentTopic, in: statement.text)
      || signs.says(.recommender, in: statement.text)
  }

  private static let separators = ScalarSet("。\n※①②③④⑤⑥⑦⑧⑨")
  private static let papers = ScalarSet("書状証票")

  /// The clauses of a statement that speak of this program and of the time before it, each with whether
  /// it goes on about the recommendation that the one before it named.
  private func clauses(of statement: ReadStatement) -> [(range: Range<Int>, goesOn: Bool)] {
    let text = statement.text
    var clauses: [(range: Range<Int>, goesOn: Bool)] = []
    for sentence in text.pieces(separatedBy: Self.separators.contains) {
      // 合格後は…の承諾を得て and 推薦状を発行します are about the time after the admission.
      if lexicon.concepts.says(.afterAdmission, in: text, range: sentence) { continue }
      for (index, clause) in text.clausesByContrast(in: sentence).enumerated() {
        let own = withoutExceptions(text, clause)
        let before = max(0, own.lowerBound - 40)..<own.lowerBound
        let goesOn =
          (index > 0 || text.hasWord("なくても", at: own.lowerBound)
            || text.hasWord("ない", at: own.lowerBound))
          && signs.says(.recommendationWord, in: text, range: before)
          && !text.scalars[own].contains(where: Self.papers.contains)
        if scope.isAboutThis(text, own) { clauses.append((own, goesOn)) }
      }
    }
    return clauses
  }

  /// A clause behind the exception that it begins with: `本院の職員である者を除き、推薦書を…`.
  private func withoutExceptions(_ text: FoldedText, _ clause: Range<Int>) -> Range<Int> {
    let exception = signs.ranges(of: .exception, in: text, range: clause).first
    return (exception?.upperBound ?? clause.lowerBound)..<clause.upperBound
  }

  private enum Verdict {
    case says(Recommendation)
    case leavesOpen
    case silent
  }

  private func verdict(
    _ statement: ReadStatement, _ clause: Range<Int>, _ goesOn: Bool
  ) -> Verdict {
    let text = statement.text
    if isConsentOfEmployer(text, clause) || isUse(text, clause) { return .silent }
    if isConsent(text, clause) || isForInsidersOnly(statement, clause) { return .says(.inside) }
    let isTopic = statement.topic == .recommendation
    if isMissedPaper(text, clause) { return .says(.letter) }
    if isMissedConsent(text, clause) { return .says(.inside) }
    if isTopic, isConsentLabel(statement), isBareNeed(text, clause) { return .says(.inside) }
    if isTopic, !lexicon.concepts.says(.insider, in: text, range: clause),
      signs.says(.bareNeed, asAllOf: clause.prefix { text.scalars[$0] != "(" }, in: text)
    {
      return .says(.letter)
    }
    guard isTopic || lexicon.concepts.says(.recommendationTopic, in: text, range: clause),
      !signs.says(.recommendationOfOthers, in: text, range: clause)
    else { return .silent }
    if lexicon.concepts.says(.maybeNeed, in: text, range: clause) { return .leavesOpen }
    let clause = withoutExemption(text, clause)
    let isRefused = isRefusal(text, clause)
    if signs.says(.leftOpen, in: text, range: clause)
      || (signs.says(.whetherAny, in: text, range: clause) && !isRefused)
    {
      return .leavesOpen
    }
    if isRefused {
      return isForSome(clause, of: text, under: statement.path) || isLimited(clause, text)
        || (!goesOn && isOnlyAboutConsent(statement, clause))
        ? .leavesOpen : .says(.notRequired)
    }
    return demand(statement, clause)
  }

  /// `お勤めの方は、勤務先の承諾書をお出しください`: a paper of somebody else, for some.
  private func isConsentOfEmployer(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    signs.says(.employer, in: text, range: clause)
      && signs.says(.consent, in: text, range: clause)
      && !signs.says(.recommendationWord, in: text, range: clause)
  }

  /// `添えていただいた場合は参考にします`: what is done with a letter says nothing of whether one is needed.
  private func isUse(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    signs.says(.considered, in: text, range: clause)
      && signs.says(.ifOrWhen, in: text, range: clause)
      // 不要です（提出されても選考には用いません）
      && !lexicon.concepts.says(.noNeed, atStartOf: clause, in: text)
  }

  /// `診療科長の承諾：必要`.
  private func isConsentLabel(_ statement: ReadStatement) -> Bool {
    let label = FoldedText(statement.label).withoutBlanks
    return signs.says(.consent, in: label)
      && !signs.says(.fromEmployer, .employer, .otherConsenter, in: label)
  }

  private func isBareNeed(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    signs.says(.bareNeed, atStartOf: clause, in: text)
      && !signs.says(.needThatGoesOn, atStartOf: clause, in: text)
  }

  /// `推薦書の提出がない場合は、書類不備として扱います`: what lacks and is missed is needed.
  private func isMissedPaper(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    signs.says(.turnedAway, in: text, range: clause)
      && (signs.says(.recommendationWord, in: text, range: clause)
        && signs.says(.lacking, in: text, range: clause)
        || lack(text, clause).contains {
          lexicon.concepts.says(.recommendationTopic, in: text, range: $0)
        })
  }

  /// `診療科長の承諾のない出願は受け付けません`: what lacks and is missed is needed.
  private func isMissedConsent(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    signs.says(.turnedAway, in: text, range: clause)
      && (signs.says(.lackingConsent, in: text, range: clause)
        || lack(text, clause).contains { signs.says(.consent, in: text, range: $0) })
      && !signs.says(.employer, .otherConsenter, in: text, range: clause)
  }

  /// How many letters what lacks stands behind the word that says so, at most.
  private static let lackReach = 30

  /// `without the prior approval of …`: the words behind those that say that something lacks.
  private func lack(_ text: FoldedText, _ clause: Range<Int>) -> [Range<Int>] {
    signs.ranges(of: .without, in: text, range: clause).map {
      ($0.upperBound..<clause.upperBound).prefix(Self.lackReach)
    }
  }

  /// Who must recommend, by a clause that speaks of it and does not refuse it.
  private func demand(_ statement: ReadStatement, _ clause: Range<Int>) -> Verdict {
    let text = statement.text
    let isTopic = statement.topic == .recommendation
    if lexicon.concepts.says(.insideRecommendationTopic, in: text, range: clause) {
      return .says(.inside)
    }
    if endsInRefusal(text, clause) { return .silent }
    if refusesWithReserve(text, clause) { return .leavesOpen }
    // 職員による紹介をご覧ください: to be introduced is asked for only where it is called necessary.
    if isIntroduction(text, clause), !signs.says(.needWord, in: text, range: clause) {
      return .silent
    }
    // 当院に勤務したことのある方は提出不要です: an exemption names those who are exempt.
    if isExemption(text, clause) { return .leavesOpen }
    guard isTopic || statement.topic == .documents || asks(text, clause) else { return .silent }
    // 推薦状を同封される方がありますが、要りません: what some do is not asked of anybody.
    if signs.says(.someDo, in: text, range: clause) { return .silent }
    // 県知事の推薦を受け、表彰されました: what happened once is not asked of anybody.
    if text.hasWord("ました", before: text.trimmed(clause).upperBound) { return .silent }
    if isFromInside(text, clause) {
      // 推薦状(当院の医師でなくてもかまいません): whoever writes it need not be inside.
      if signs.says(.letter, in: text, range: clause), mayBeAnybody(text, clause) {
        return .says(.letter)
      }
      // 推薦は要らず、当院に知り合いがなくても: what is denied in the same breath asks for nobody inside.
      return deniesInsider(text, clause) ? .leavesOpen : .says(.inside)
    }
    if isForSome(clause, of: text) { return .leavesOpen }
    guard isTopic || signs.says(.letter, in: text, range: clause) else { return .silent }
    let isBare =
      isTopic && !asks(text, clause) && !lexicon.concepts.says(.outsider, in: text, range: clause)
    // 推薦書：卒業した医学校の教授が書いたもの: under its label the writer alone is named.
    let isNamed =
      signs.says(.letterNamed, in: text, range: clause)
      || signs.says(.writtenBy, atEndOf: text.trimmed(clause), in: text)
    return isBare && !isNamed ? .silent : .says(.letter)
  }

  /// 内諾 and the like, asked for before applying.
  private func isConsent(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    let consents = lexicon.concepts.ranges(of: .consentTopic, in: text, range: clause)
    guard !consents.isEmpty || isConsentInWriting(text, clause) else { return false }
    // 病院長は、選考のうえ受入れを許可する: what the hospital does afterwards is no consent to obtain.
    if !consents.isEmpty, consents.allSatisfy({ isAdmission(text, $0) }) { return false }
    let consent = consents.first
    let isRefused = lexicon.concepts.ranges(of: .noNeed, in: text, range: clause).contains {
      refusal in
      guard let consent else { return false }
      if refusal.overlaps(consent) { return true }
      // neither a letter of recommendation nor the prior consent of a department
      if refusal.upperBound <= consent.lowerBound {
        return text.scalars[refusal.lowerBound].isLatin
          && refuses(refusal, consent, text, isNext: text.contains("nor ", in: clause))
      }
      guard consent.upperBound <= refusal.lowerBound else { return false }
      let gap = consent.upperBound..<refusal.lowerBound
      return !lexicon.concepts.says(.recommendationTopic, in: text, range: gap)
        && !signs.says(.recommendationWord, in: text, range: gap)
        || text.hasWord("も", at: gap.lowerBound)
        || text.hasWord(" or", at: gap.lowerBound)
    }
    return !isRefused && !signs.says(.employer, .otherConsenter, in: text, range: clause)
  }

  /// A paper of consent counts where somebody inside is named as its writer.
  private func isConsentInWriting(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    signs.says(.writtenConsent, in: text, range: clause)
      && (lexicon.concepts.says(.insider, in: text, range: clause)
        || signs.says(.beforehand, in: text, range: clause))
  }

  /// `受入れを許可する`, `修練を許可された者`: the admission itself.
  private func isAdmission(_ text: FoldedText, _ consent: Range<Int>) -> Bool {
    // 受入れの可否の通知: how it ended, and not that anybody was asked before.
    if text.hasWord("否", before: consent.upperBound) {
      let sentence = text.stretch(around: consent) { "。\n".unicodeScalars.contains($0) }
      // 受入れの可否は診療科の状況によります: it depends on something, and nobody is asked for a consent.
      if lexicon.concepts.says(.dependsOnThat, in: text, range: sentence),
        !signs.says(.beforehand, in: text, range: sentence)
      {
        return true
      }
      // 受け入れの可否は教育研修課へお問い合わせください: an office tells whether there is a place at all.
      if lexicon.concepts.says(.contactTopic, in: text, range: sentence),
        !lexicon.concepts.says(.departmentHead, in: text, range: sentence)
      {
        return true
      }
      return signs.says(.outcomeTold, in: text, range: sentence)
        && !signs.says(.beforehand, .askedAbout, in: text, range: sentence)
    }
    return signs.says(
      .ofPermission, atStartOf: consent.upperBound..<text.scalars.count, in: text)
      && (signs.says(.permission, before: consent.upperBound, in: text)
        || isOfTheHouse(text, consent))
  }

  private func asks(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    lexicon.concepts.says(.need, in: text, range: clause)
      || signs.says(.recommendationAsked, in: text, range: clause)
  }
}
