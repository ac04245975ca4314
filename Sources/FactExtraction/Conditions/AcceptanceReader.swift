import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads whether trainees are taken at all; only a sentence that says so outright counts.
struct AcceptanceReader {
  let lexicon: Lexicon
  let scope: ClauseScope

  /// What the statements of a program say of it; a refusal goes before an offer.
  func acceptance(in statements: [ReadStatement]) -> Finding<Acceptance>? {
    var offer: Finding<Acceptance>?
    for statement in statements
    where (statement.statement.shape != .heading || isTitle(statement)) && mayTell(statement) {
      for sentence in statement.sentences {
        guard let value = value(statement, sentence) else { continue }
        let finding = Finding(
          value, quotes: [Quote(statement, around: sentence)], confidence: Confidence.sentence)
        if value == .no { return finding }
        if offer == nil || value == .byEnquiry { offer = finding }
      }
    }
    return offer
  }

  /// Whether a sentence of a statement may say something of it: most statements have none of the words.
  private func mayTell(_ statement: ReadStatement) -> Bool {
    statement.topic == .accepting || statement.text.contains("受")
      || lexicon.concepts.says(
        .notAccepting, .closed, .takingTopic, .accepting, .askingTopic, .byEnquiry,
        in: statement.text)
  }

  private func isTitle(_ statement: ReadStatement) -> Bool { statement.order < 0 }

  /// What a sentence says; of its clauses the one about this program and this intake.
  private func value(_ statement: ReadStatement, _ sentence: Range<Int>) -> Acceptance? {
    let text = statement.text
    if isByEnquiry(text, sentence) { return .byEnquiry }
    var said: Acceptance?
    for clause in scope.partsByKind(text, sentence).flatMap(text.clausesByContrast) {
      guard isAboutThis(text, clause), let value = value(statement, clause: clause) else {
        continue
      }
      said = value
    }
    return said
  }

  private func value(_ statement: ReadStatement, clause: Range<Int>) -> Acceptance? {
    let text = statement.text
    let words = text.string(in: clause)
    // 定期的な募集をしておりません: a way of recruiting is denied, not that anybody is taken.
    if ["定期的", "定期の", "一斉", "公募"].contains(where: words.contains) { return nil }
    if lexicon.concepts.says(.notAccepting, in: text, range: clause), isOfTrainees(words),
      !isOfDays(text, clause)
    {
      return isConditional(text, clause) || isOfOneRound(words) ? nil : .no
    }
    if lexicon.concepts.says(.closed, in: text, range: clause), !isConditional(text, clause),
      Self.takings.contains(where: words.contains)
    {
      return isOfOneRound(words) ? nil : .no
    }
    if let subject = taking(text, clause) {
      let behind = subject.upperBound..<clause.upperBound
      if isDenied(text, behind), !isOfDays(text, clause) {
        return isConditional(text, clause) || isOfOneRound(words) ? nil : .no
      }
      if isAffirmed(text, behind), !lexicon.concepts.says(.maybeNeed, in: text, range: clause),
        !["予定", "ことができる", "場合に限り", "次第", "かどうか"].contains(where: words.contains)
      {
        return .yes
      }
    }
    if lexicon.concepts.says(.accepting, in: text, range: clause), !isConditional(text, clause) {
      return .yes
    }
    // 応募を随時受け付けています
    if ["応募", "出願", "申込", "申し込み", "申請", "願書"].contains(where: words.contains),
      ["受け付けています", "受け付けております", "受付けています", "受付しています", "受付中です"].contains(where: words.contains),
      !["質問", "相談", "電話での", "見学", "説明会", "宿舎", "寮", "駐車", "奨学", "保険", "予約"].contains(
        where: words.contains)
    {
      return .yes
    }
    return statement.topic == .accepting ? labelled(text, clause) : nil
  }

  /// Whether an English clause speaks of taking people, and not of papers, sums or ways of sending.
  private func isOfTrainees(_ words: String) -> Bool {
    if words.unicodeScalars.contains(where: \.isJapanese) { return true }
    let people = [
      "trainee", "practical", "graduate", "applicant", "applications", "doctors", "anyone",
      "anybody",
      "candidates", "recruit", "intake", "programme", "program", "training", "places",
    ]
    let ways = ["by e-mail", "by email", "by fax", "by post", "by telephone", "in person"]
    return people.contains(where: words.contains) && !ways.contains(where: words.contains)
  }

  /// `8月10日～14日は受入れできません`: days on which nobody is taken.
  private func isOfDays(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    DateReader().spans(in: text).contains { span in
      guard clause.contains(span.range.lowerBound),
        span.opens?.day != nil && span.closes?.day != nil
      else { return false }
      return text.string(in: span.range.upperBound..<clause.upperBound).prefix(8).contains("は")
    }
  }

  private static let takings = [
    "募集", "受け入れ", "受入", "採用", "recruit", "call for", "applications", "intake",
  ]

  /// The last word for taking trainees in a clause that is no part of a longer noun (募集要項, 受入診療科).
  private func taking(_ text: FoldedText, _ clause: Range<Int>) -> Range<Int>? {
    lexicon.concepts.ranges(of: .takingTopic, in: text, range: clause).last { range in
      guard range.upperBound < clause.upperBound else { return false }
      let next = text.scalars[range.upperBound]
      let behind = text.string(
        in: range.upperBound..<min(range.upperBound + 2, clause.upperBound))
      return next.isHiragana || next.isBlank || next == "、" || next == ":"
        || ["中", "停止", "休止", "中止", "終了", "可", "不可", "再開", "を"].contains(where: behind.hasPrefix)
    }
  }

  /// Whether the words behind a taking deny it; the predicate of a clause stands at its end.
  private func isDenied(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    guard let denial = lexicon.concepts.ranges(of: .deniedTaking, in: text, range: range).last
    else { return false }
    let behind = text.string(in: denial.upperBound..<range.upperBound)
    if isOfAnotherVerb(text, range.lowerBound..<denial.lowerBound, text.string(in: denial)) {
      return false
    }
    return range.upperBound - denial.upperBound <= 12
      && !["限り", "わけでは", "場合", "とき", "者"].contains(where: behind.contains)
      && denial.lowerBound - range.lowerBound <= 30
  }

  /// `受け入れる留学生3名を含みません`, `受入れに費用は頂いておりません`: between a taking and a verb that is denied stands what that
  /// verb is of; of the taking itself only how and when it is done.
  private func isOfAnotherVerb(_ text: FoldedText, _ gap: Range<Int>, _ denial: String) -> Bool {
    guard ["ません", "ない", "ございません"].contains(denial) else { return false }
    var words = text.string(in: gap).filter { !$0.isNumber && !"、, ()年度月".contains($0) }
    for word in Self.mannersOfTaking { words = words.replacing(word, with: "") }
    return words.count > 2
  }

  /// How and when people are taken, the longer words first.
  private static let mannersOfTaking = [
    "については", "に関しては", "につきましては", "について", "現時点では", "現時点で", "当分の間", "しばらくの間", "今のところ", "当面の間",
    "当面", "当分", "現在", "現在は", "令和", "平成", "今年", "本年", "来年", "次年", "今回", "一切", "原則として", "原則", "新規の",
    "新たな",
    "実地修練生", "修練生", "実地修練", "修練", "研修生", "学外者", "外部", "方", "者", "申込", "応募", "出願", "申請",
    "対応", "実施して", "実施し", "実施", "行って", "行なって", "行い", "行う", "行わ", "おこなって", "いたして", "致して", "して", "でき",
    "出来",
    "おり", "お受け", "受け付けて", "受付けて", "受け付け", "受付", "予定", "計画", "体制", "再開", "継続", "可能", "こと", "られ",
    "入れ", "では",
    "は", "を", "も", "が", "の", "に", "で", "と", "し", "い", "れ", "る",
  ]

  /// Whether the words right behind a taking say that it happens.
  private func isAffirmed(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    let words = text.string(in: range).trimmingBlanks.filter { $0 != " " }
    return lexicon.concepts.words(for: .affirmedTaking).contains { word in
      guard let place = words.firstRange(of: word) else { return false }
      // A verb before a noun (受入れを希望する診療科) says nothing of its own.
      let next = words[place.upperBound...].unicodeScalars.first
      return next?.isKanji != true && next?.isKatakana != true
        && words.distance(from: words.startIndex, to: place.lowerBound) <= 6
    }
  }

  /// Whether somebody is taken depends on asking; other matters that are talked over say nothing of it.
  private func isByEnquiry(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    guard lexicon.concepts.says(.askingTopic, .byEnquiry, in: text, range: sentence) else {
      return false
    }
    let words = text.string(in: sentence)
    let speaksOfTaking = ["受け入れ", "受入", "募集", "応募", "採用", "お受け", "take", "accept"].contains(
      where: words.contains)
    if speaksOfTaking,
      ["可否", "かどうか", "できるか", "可能か", "有無", "があるか", "whether", "if we can"].contains(
        where: words.contains),
      lexicon.concepts.says(.askingTopic, in: text, range: sentence),
      !["諾否", "申し込", "出願前", "診療科に", "確認してから"].contains(where: words.contains)
    {
      return true
    }
    guard lexicon.concepts.says(.byEnquiry, in: text, range: sentence) else { return false }
    return speaksOfTaking
      || !["面接", "結果", "日は", "日時", "時期", "開始", "選考", "進路", "費用", "宿舎", "日程", "期間", "推薦"].contains(
        where: words.contains)
  }

  /// `定員に達し次第、募集を終了します`: what will close it has not closed it.
  private func isConditional(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    let words = text.string(in: clause)
    return lexicon.concepts.says(.maybeNeed, in: text, range: clause)
      || ["次第", "場合", "予定です", "予定で", "ことがあ", "終了後", "once ", "以外の", "見込"].contains(
        where: words.contains)
  }

  /// A word of one round, one group or one beginning: what is said of it does not hold for the others.
  private func isOfOneRound(_ words: String) -> Bool {
    [
      "前期", "後期", "次募集", "次の募集", "第1次", "第2次", "第一次", "第二次", "区分", "途中", "回募集", "月開始", "月入学", "月期",
      "追加募集", "第1回", "第2回",
    ].contains(
      where: words.contains)
  }

  /// `受け入れ：あり`.
  private func labelled(_ text: FoldedText, _ sentence: Range<Int>) -> Acceptance? {
    let words = text.string(in: sentence).filter { !$0.isWhitespace }
    if ["なし", "無", "無し", "不可", "しない", "停止中", "休止中", "停止", "休止"].contains(words) { return .no }
    return ["あり", "有", "有り", "可", "可能", "受入可", "募集あり"].contains(words) ? .yes : nil
  }

  /// A sentence that speaks of others, and not of these trainees, says nothing of them.
  private func isAboutThis(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    guard scope.isAboutThis(text, clause) else { return false }
    let others = lexicon.concepts.ranges(of: .othersTaken, in: text, range: clause)
    // このたび、次のとおり二次募集します: a further round is this program's own.
    if others.allSatisfy({
      ["二次募集", "追加募集"].contains(text.string(in: $0))
        && ["します", "いたします", "を行います", "しています", "を行っています", "しております"].contains(
          where: text.string(in: $0.upperBound..<clause.upperBound).hasPrefix)
    }) {
      return true
    }
    return lexicon.kinds.mentions(in: text, range: clause).contains {
      $0.name.kind == scope.kind
    }
  }
}
