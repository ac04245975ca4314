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

  /// What the statements of a program say of it.
  func recommendation(in statements: [ReadStatement]) -> Finding<Recommendation>? {
    var found: [Recommendation: Finding<Recommendation>] = [:]
    var isOpen = false
    for statement in statements
    where statement.statement.shape != .heading && statement.topic != .unrelated
      && mayTell(statement)
    {
      for (clause, goesOn) in clauses(of: statement) {
        let read =
          goesOn && statement.topic == nil ? statement.with(topic: .recommendation) : statement
        switch verdict(read, clause, goesOn) {
        case .says(let value):
          found[value] =
            found[value]
            ?? Finding(
              value, quotes: [Quote(statement, around: clause)],
              confidence: statement.topic == .recommendation
                ? Confidence.labelled : Confidence.sentence)
        case .leavesOpen: isOpen = true
        case .silent: break
        }
      }
    }
    if let inside = found[.inside] { return inside }
    if let letter = found[.letter] { return letter }
    return isOpen ? nil : found[.notRequired]
  }

  /// The words that a clause has where it tells who must recommend or consent, beside those of the tables.
  private static let signs = [
    "推薦", "承諾", "承認", "同意", "許可", "了解", "内諾", "に限", "のみ", "recommendation", "reference",
    "approval", "consent",
  ]

  /// Whether a clause of a statement may tell anything: most statements have none of the words.
  private func mayTell(_ statement: ReadStatement) -> Bool {
    statement.topic == .recommendation
      || lexicon.concepts.says(.recommendationTopic, .consentTopic, in: statement.text)
      || Self.signs.contains(where: statement.text.contains)
  }

  private static let separators = ScalarSet("。\n※①②③④⑤⑥⑦⑧⑨")

  /// The clauses of a statement that speak of this program and of the time before it, each with whether
  /// it goes on about the recommendation that the one before it named.
  private func clauses(of statement: ReadStatement) -> [(range: Range<Int>, goesOn: Bool)] {
    let text = statement.text
    var clauses: [(Range<Int>, Bool)] = []
    for sentence in text.pieces(separatedBy: Self.separators.contains) {
      // 合格後は…の承諾を得て and 推薦状を発行します are about the time after the admission.
      if lexicon.concepts.says(.afterAdmission, in: text, range: sentence) { continue }
      for (index, clause) in text.clausesByContrast(in: sentence).enumerated() {
        let own = withoutExceptions(text, clause)
        let words = text.string(in: own)
        let before = max(0, own.lowerBound - 40)..<own.lowerBound
        let goesOn =
          (index > 0 || words.hasPrefix("なくても") || words.hasPrefix("ない"))
          && text.range(of: "推薦", in: before) != nil
          && !["書", "状", "証", "票"].contains(where: words.contains)
        if scope.isAboutThis(text, own) { clauses.append((own, goesOn)) }
      }
    }
    return clauses
  }

  /// A clause behind the exception that it begins with: `本院の職員である者を除き、推薦書を…`.
  private func withoutExceptions(_ text: FoldedText, _ clause: Range<Int>) -> Range<Int> {
    for word in ["を除き、", "を除いて、", "を除き", "以外は、"] {
      if let range = text.range(of: word, in: clause) {
        return range.upperBound..<clause.upperBound
      }
    }
    return clause
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
    let words = text.string(in: clause)
    if isConsentOfEmployer(words) || isUse(words) { return .silent }
    if isConsent(text, clause) { return .says(.inside) }
    if isForInsidersOnly(statement, words) { return .says(.inside) }
    let isTopic = statement.topic == .recommendation
    if isMissedPaper(text, clause) { return .says(.letter) }
    if isMissedConsent(text, clause) { return .says(.inside) }
    if isTopic, isConsentLabel(statement), isBareNeed(words) { return .says(.inside) }
    if isTopic, !lexicon.concepts.says(.insider, in: text, range: clause),
      ["要", "必要", "必須", "有", "あり", "必要です"].contains(
        words.prefix { $0 != "(" }.filter { $0 != " " })
    {
      return .says(.letter)
    }
    guard isTopic || lexicon.concepts.says(.recommendationTopic, in: text, range: clause),
      !["推薦入試", "推薦入学", "推薦型選抜", "指定校", "本学が推薦", "当院が推薦", "推薦する病院"].contains(where: {
        words.contains($0)
      })
    else { return .silent }
    if lexicon.concepts.says(.maybeNeed, in: text, range: clause) { return .leavesOpen }
    let isRefused = isRefusal(text, clause)
    if ["要否", "異なり", "異なる", "によって", "あれば", "かどうか", "お問い合わせ", "お尋ね"].contains(
      where: words.contains) || (words.contains("の有無") && !isRefused)
    {
      return .leavesOpen
    }
    if isRefused {
      return isForSome(words + " " + FoldedText(statement.path).string)
        || (!goesOn && isOnlyAboutConsent(statement, clause))
        ? .leavesOpen : .says(.notRequired)
    }
    return demand(statement, clause)
  }

  /// `お勤めの方は、勤務先の承諾書をお出しください`: a paper of somebody else, for some.
  private func isConsentOfEmployer(_ words: String) -> Bool {
    ["勤務先", "所属長", "所属機関", "所属施設", "雇用主"].contains(where: words.contains)
      && ["承諾", "同意", "許可"].contains(where: words.contains) && !words.contains("推薦")
  }

  /// `添えていただいた場合は参考にします`: what is done with a letter says nothing of whether one is needed.
  private func isUse(_ words: String) -> Bool {
    ["参考に", "考慮し", "選考に用い", "選考には用い"].contains(where: words.contains)
      && ["場合", "ても", "とき", "れば", "たら"].contains(where: words.contains)
  }

  /// `診療科長の承諾：必要`.
  private func isConsentLabel(_ statement: ReadStatement) -> Bool {
    let label = FoldedText(statement.label).withoutBlanks
    return ["承諾", "内諾", "同意", "許可", "了承"].contains(where: label.contains)
      && !["所属", "勤務先", "保護者", "雇用"].contains(where: label.contains)
  }

  private func isBareNeed(_ words: String) -> Bool {
    ["要", "必要", "必須", "有", "あり"].contains { words.trimmingBlanks.hasPrefix($0) }
      && !["要し", "必要あり", "必要な", "必要はあ", "必要と"].contains { words.trimmingBlanks.hasPrefix($0) }
  }

  /// `推薦書の提出がない場合は、書類不備として扱います`: what lacks and is missed is needed.
  private func isMissedPaper(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    let words = text.string(in: clause)
    let isMissing =
      words.contains("推薦")
      && ["がない場合", "がないとき", "のない場合", "のないもの", "のない出願", "のない応募", "欠く"].contains(
        where: words.contains)
    return (isMissing || lacks(["recommendation", "reference"], words))
      && [
        "不備", "受理し", "受け付けま", "受付けま", "無効", "できません", "審査の対象", "返却", "返送", "not considered",
        "not accepted", "returned", "rejected", "incomplete", "cannot be",
      ].contains(where: words.contains)
  }

  /// `without the prior approval of …`: what lacks stands a few words behind the word that says so.
  private func lacks(_ papers: [String], _ words: String) -> Bool {
    ["without ", "lacking ", "missing "].contains { lack in
      guard let place = words.firstRange(of: lack) else { return false }
      let behind = words[place.upperBound...].prefix(30)
      return papers.contains(where: behind.contains)
    }
  }

  /// `診療科長の承諾のない出願は受け付けません`: what lacks and is missed is needed.
  private func isMissedConsent(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    let words = text.string(in: clause)
    let papers = ["内諾", "承諾", "同意", "内諾書", "承諾書", "同意書"]
    let isMissing = ["のない", "がない"].contains { lack in
      words.contains(lack) && papers.contains { words.contains($0 + lack) }
    }
    return (isMissing || lacks(["approval", "consent"], words))
      && ["受け付けま", "受付けま", "受理し", "できません", "returned", "not accepted", "not considered"].contains(
        where: words.contains)
      && !["保護者", "所属長", "勤務先", "本人の同意", "患者"].contains(where: words.contains)
  }

  /// Who must recommend, by a clause that speaks of it and does not refuse it.
  private func demand(_ statement: ReadStatement, _ clause: Range<Int>) -> Verdict {
    let text = statement.text
    let words = text.string(in: clause)
    let isTopic = statement.topic == .recommendation
    if lexicon.concepts.says(.insideRecommendationTopic, in: text, range: clause) {
      return .says(.inside)
    }
    if endsInRefusal(text, clause) { return .silent }
    // 当院に勤務したことのある方は提出不要です: an exemption names those who are exempt.
    if isExemption(text, clause) { return .leavesOpen }
    guard isTopic || statement.topic == .documents || asks(text, clause) else { return .silent }
    // 推薦状を同封される方がありますが、要りません: what some do is not asked of anybody.
    if ["方があります", "方がいます", "方もいます", "方もあります", "方がおられ", "方もおられ"].contains(where: words.contains) {
      return .silent
    }
    // 県知事の推薦を受け、表彰されました: what happened once is not asked of anybody.
    if words.trimmingBlanks.hasSuffix("ました") { return .silent }
    if isFromInside(text, clause) {
      // 推薦は要らず、当院に知り合いがなくても: what is denied in the same breath asks for nobody inside.
      return deniesInsider(text, clause) ? .leavesOpen : .says(.inside)
    }
    if isForSome(words) { return .leavesOpen }
    guard
      isTopic || words.contains("推薦書") || words.contains("推薦状") || words.contains("推せん")
        || words.contains("の推薦")
        || words.contains("推薦者") || words.contains("letter") || words.contains("recommendation")
    else { return .silent }
    let isBare =
      isTopic && !asks(text, clause) && !lexicon.concepts.says(.outsider, in: text, range: clause)
    return isBare && !words.contains("推薦") && !words.contains("letter") ? .silent : .says(.letter)
  }

  /// `院内に知り合いの医師がいる必要はありません`: the clause denies whatever it names.
  private func endsInRefusal(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    lexicon.concepts.ranges(of: .noNeed, in: text, range: clause).last.map {
      text.string(in: $0).contains("必要")
        && text.string(in: $0.upperBound..<clause.upperBound).trimmingBlanks.isEmpty
    } ?? false
  }

  /// `本学の卒業生に限る`: who is not of the house may not apply.
  private func isForInsidersOnly(_ statement: ReadStatement, _ words: String) -> Bool {
    guard
      statement.topic == .eligibility
        || ["応募", "出願", "対象"].contains(where: words.contains),
      ["に限る", "に限り", "に限定", "のみ"].contains(where: words.contains)
    else { return false }
    let houses = ["本学", "当院", "本院", "当大学", "学内", "院内", "本法人", "当法人"]
    let people = ["卒業", "出身", "職員", "在籍", "在学", "修了者", "所属する者", "の者"]
    return houses.contains { house in
      guard let range = words.firstRange(of: house) else { return false }
      let behind = words[range.upperBound...].prefix(8)
      return people.contains { behind.contains($0) }
    } && !["優先", "免除", "不要", "は除", "以外"].contains(where: words.contains)
  }

  /// 内諾 and the like, asked for before applying.
  private func isConsent(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    let words = text.string(in: clause)
    // A paper of consent counts where somebody inside is named as its writer.
    let isPaper = ["承諾書", "承諾印", "承認印", "同意書", "許可書", "承諾が", "同意が", "許可を", "承認を", "了解を"].contains(
      where: words.contains)
    guard
      lexicon.concepts.says(.consentTopic, in: text, range: clause)
        || (isPaper
          && (lexicon.concepts.says(.insider, in: text, range: clause)
            || ["事前", "あらかじめ", "前もって", "先立"].contains(where: words.contains)))
    else { return false }
    let ofEmployer = [
      "所属長", "所属機関", "所属施設", "勤務先", "保護者", "家族", "本人の同意", "本人の了承", "本人の承諾", "掲載", "患者", "保証人",
    ].contains {
      words.contains($0)
    }
    let consents = lexicon.concepts.ranges(of: .consentTopic, in: text, range: clause)
    // 病院長は、選考のうえ受入れを許可する: what the hospital does afterwards is no consent to obtain.
    if !consents.isEmpty, consents.allSatisfy({ isAdmission(text, $0) }) { return false }
    let consent = consents.first
    let isRefused = lexicon.concepts.ranges(of: .noNeed, in: text, range: clause).contains {
      refusal in
      guard let consent, consent.upperBound <= refusal.lowerBound else { return false }
      let gap = consent.upperBound..<refusal.lowerBound
      let between = text.string(in: gap)
      return !lexicon.concepts.says(.recommendationTopic, in: text, range: gap)
        && !between.contains("推薦") || between.hasPrefix("も") || between.hasPrefix(" or")
    }
    return !ofEmployer && !isRefused
  }

  /// `受入れを許可する`, `修練を許可された者`: the admission itself.
  private func isAdmission(_ text: FoldedText, _ consent: Range<Int>) -> Bool {
    let behind = text.string(in: consent.upperBound..<text.scalars.count)
    let word = text.string(in: consent)
    // 受入れの可否の通知: how it ended, and not that anybody was asked before.
    if word.hasSuffix("否") {
      let sentence = text.stretch(around: consent) { "。\n".unicodeScalars.contains($0) }
      let words = text.string(in: sentence)
      return ["通知", "お知らせ", "連絡します", "連絡いたします", "決定", "発表", "判定"].contains(where: words.contains)
        && !["事前", "あらかじめ", "前もって", "確認", "問い合わせ", "問合せ", "照会", "相談"].contains(
          where: words.contains)
    }
    return word.hasSuffix("許可")
      && ["する", "し", "され", "を取り消", "を与え", "の取消", "期間", "証"].contains(where: behind.hasPrefix)
  }

  /// Whether the clause says that no recommendation is needed: nothing else is named between the
  /// recommendation and the words that refuse it (`様式は任意`, `押印は不要` are about something else).
  private func isRefusal(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    let words = text.string(in: clause)
    if ["no letter", "no recommendation", "no reference"].contains(where: words.contains) {
      return true
    }
    guard let refusal = lexicon.concepts.ranges(of: .noNeed, in: text, range: clause).first else {
      return false
    }
    // 他院の推薦は不要で、当院診療科長の推薦書が必要です: what is refused of one is asked of another.
    let rest = refusal.upperBound..<clause.upperBound
    if lexicon.concepts.says(.recommendationTopic, in: text, range: rest),
      lexicon.concepts.says(.need, in: text, range: rest)
    {
      return false
    }
    if text.scalars[refusal.lowerBound].isLatin { return isEnglishRefusal(refusal, text, clause) }
    if text.string(in: refusal.upperBound..<clause.upperBound).hasPrefix("では") { return false }
    let topic = lexicon.concepts.ranges(of: .recommendationTopic, in: text, range: clause).last {
      $0.upperBound <= refusal.lowerBound
    }
    var between = text.string(in: (topic?.upperBound ?? clause.lowerBound)..<refusal.lowerBound)
    // 今回の募集から提出不要としました: since when it is so.
    if let since = between.firstRange(of: "から"), isTime(between[..<since.lowerBound]) {
      between = String(between[since.upperBound...])
    }
    for word in Self.betweenTopicAndRefusal { between = between.replacing(word, with: "") }
    return between.allSatisfy { " :()・".contains($0) }
  }

  private func isTime(_ words: Substring) -> Bool {
    ["今回", "今年度", "本年度", "年度", "今期", "募集"].contains(where: words.hasSuffix)
      || words.hasSuffix("の募集")
  }

  /// In English the refusal stands before what it refuses, or behind it with its verb; what is asked for in
  /// between (`letters are required but a photo is not needed`) makes it that of something else.
  private func isEnglishRefusal(
    _ refusal: Range<Int>, _ text: FoldedText, _ clause: Range<Int>
  ) -> Bool {
    let topics = lexicon.concepts.ranges(of: .recommendationTopic, in: text, range: clause)
    if let before = topics.last(where: { $0.upperBound <= refusal.lowerBound }) {
      return !lexicon.concepts.says(
        .need, in: text, range: before.upperBound..<refusal.lowerBound)
    }
    guard let behind = topics.first(where: { $0.lowerBound >= refusal.upperBound }) else {
      return true
    }
    let between = refusal.upperBound..<behind.lowerBound
    return !text.scalars[between].contains { ";,:".unicodeScalars.contains($0) }
      && !lexicon.concepts.says(.need, in: text, range: between)
  }

  /// What may stand between a recommendation and its refusal without naming another matter.
  private static let betweenTopicAndRefusal = [
    "やご紹介者", "や紹介者", "やご紹介", "について", "に関して", "必ずしも", "ともに", "とも", "提出", "添付", "一切", "特に", "現在",
    "内諾", "紹介状", "など", "では",
    "ては",
    "していただく", "いただく", "そのもの", "その", "それ", "いいえ", "応募", "出願", "申請", "全員", "皆様", "をして",
    "等", "類", "者", "の", "は", "が", "も", "を", "、", "are", "is", "at present",
  ]

  /// `内諾書：不要` says nothing of a recommendation.
  private func isOnlyAboutConsent(_ statement: ReadStatement, _ clause: Range<Int>) -> Bool {
    !lexicon.concepts.says(.recommendationTopic, in: statement.text, range: clause)
      && !lexicon.concepts.says(.recommendationTopic, in: FoldedText(statement.label))
  }

  private func asks(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    lexicon.concepts.says(.need, in: text, range: clause)
      || [
        "推薦を得", "推薦のある", "推薦がある", "推薦を受け", "推薦する者", "推薦した者", "推薦された者", "推薦する方", "推薦した方",
        "推薦書", "推薦状", "推薦が",
      ].contains {
        text.string(in: clause).contains($0)
      }
  }
}
