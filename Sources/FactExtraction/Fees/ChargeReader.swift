import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads the charges of one statement: every sum with its name, its period and its tax.
struct ChargeReader {
  let lexicon: Lexicon
  let cell: FeeCell
  /// Whether sums are for sitting an examination.
  let isExamination: Bool
  /// The kind of the program; what a statement says of another one is not its charge.
  let kind: KindName?
  let nouns: ChargeNouns
  var statement: ReadStatement { cell.statement }
  var text: FoldedText { cell.statement.text }

  /// Makes a reader of one statement.
  init(_ cell: FeeCell, lexicon: Lexicon, isExamination: Bool, kind: KindName?) {
    self.cell = cell
    self.lexicon = lexicon
    self.isExamination = isExamination
    self.kind = kind
    nouns = ChargeNouns(cell.statement.text, lexicon)
  }

  /// The most sums of one statement that are looked at.
  private static let mostSums = 200

  /// The charges, in reading order.
  func charges() -> [ChargeFound] {
    let places = withoutSideSums(SumPlaces(text: text, nouns: nouns).places(of: cell.sums))
    var found: [ChargeFound] = []
    var isExcludedBefore = false
    for place in places.prefix(Self.mostSums) {
      isExcludedBefore = isExcluded(place, after: isExcludedBefore)
      guard !isExcludedBefore, !isOfAnotherKind(place) else { continue }
      let courseYear = courseYear(place)
      guard courseYear ?? 1 == 1 else {
        // 1年目 430,000円、2年目 250,000円（税込）: the tax is said of both.
        if let tax = tax(place), let last = found.indices.last, found[last].tax == nil {
          found[last].tax = tax
        }
        continue
      }
      var charge = charge(place)
      if let part = examinedPart(place) {
        charge.name = part
      } else if ownNoun(place) == nil, labelName == nil, let last = found.last,
        last.per != .once || !saysHowOften(place)
      {
        // 受験料（会員）: who sits for the sum before is none of this one's.
        charge.name = isExamination ? String(last.name.prefix { $0 != "（" }) : last.name
        // 入講料(1回限り)⏎県内の者 20,000円⏎それ以外の者 40,000円
        if statedPeriod(place) == nil, text.scalars[place.lead].contains("\n") {
          charge.per = last.per
        }
      }
      // 入学料 県内の者 84,000円⏎県外の者 168,000円: the same charge of other people.
      if nouns.last(in: place.lead) == nil, let group = charge.group, let last = found.last,
        let other = last.group, other != group
      {
        charge.name = last.name
        charge.per = last.per
      }
      if let sitter = sitter(place) { charge.name += "（\(sitter)）" }
      if courseYear == 1, charge.per == .program { charge.per = .year }
      found.append(charge)
    }
    if found.contains(where: { $0.tax == nil }), let tax = taxOfAll() {
      for index in found.indices where found[index].tax == nil { found[index].tax = tax }
    }
    return halves(choices(found))
  }

  private func charge(_ place: SumPlace) -> ChargeFound {
    let period = period(place)
    return ChargeFound(
      name: name(place), amount: bounds(place), per: period.period, tax: tax(place),
      group: group(place), year: year(place), stay: stay(place), isPrivilege: isPrivilege(place),
      isTotal: isTotal(place), isFormer: isForComparison(place),
      isCorrection: ChangeReader(lexicon: lexicon).isNew(cell.head) || isCorrection(place),
      isInstalment: text.hasWord("ずつ", at: place.tail.lowerBound) && isNameless(place),
      isPaidAtOnce: lexicon.signs.says(.paidAtOnce, in: text, range: place.sentence),
      quote: Quote(statement, around: place.sum.range), statement: statement.order)
  }

  /// What a noun means here: of an examination, what applicants pay is the charge.
  func isCharge(_ noun: ChargeNoun) -> Bool {
    switch noun.meaning {
    case .own, .entry: !isExamination || cell.isFee
    case .applicant: isExamination
    case .excluded: false
    }
  }

  // MARK: What is no charge

  /// Whether a sum is of something that is no charge of the training: the nearest noun before it, or
  /// right behind it, or the label says so.
  private func isExcluded(_ place: SumPlace, after isExcludedBefore: Bool) -> Bool {
    if isFormer(place) || isOptional(place) || isPaidOut(place) || isTaxColumn { return true }
    if isExamination, isPaidAfterPassing(place) || isOfEvent(place) { return true }
    if lexicon.concepts.says(.keptBack, atStartOf: place.reach, in: text) { return true }
    if let noun = nouns.last(in: place.lead), !isMeans(noun, place) { return !isCharge(noun) }
    if lexicon.signs.says(.lodging, in: text, range: place.lead)
      || lexicon.concepts.says(.copyPrice, in: text, range: place.lead)
    {
      return true
    }
    if examinedPart(place) != nil, followsCharge(place) { return false }
    // Under a label of another matter only a charge's own name speaks of the fee.
    if !cell.isFee, statement.topic != nil { return true }
    if let noun = nounBehind(place), !isMeans(noun, place) { return !isCharge(noun) }
    if hasSubjectOfItsOwn(place), !isCorrection(place) { return true }
    if followsCharge(place), saysHowOften(place) { return false }
    let isNewLine = text.scalars[place.lead].contains("\n")
    if isExcludedBefore, !isNewLine, place.lead.lowerBound > place.sentence.lowerBound,
      lastPeriod(text, place.lead) == nil
    {
      return true
    }
    for words in [cell.label, cell.head, topicLabel]
    where !words.isBlank && !lexicon.signs.says(.person, atEndOf: words.scalars.indices, in: words)
    {
      let nouns = ChargeNouns(words, lexicon)
      if let noun = nouns.last(in: words.scalars.indices) { return !isCharge(noun) }
    }
    if statement.topic == .fee { return false }
    return isExamination || !lexicon.concepts.says(.feeTopic, in: text, range: place.sentence)
  }

  /// `収入印紙 34,000円分を貼ってください`, `34,000円を収入印紙で納めます` under the label of the charge: how it is paid, where nothing
  /// before it says for what.
  private func isMeans(_ noun: ChargeNoun, _ place: SumPlace) -> Bool {
    guard isExamination, cell.isFee, statement.topic == .fee,
      let means = lexicon.concepts.ranges(of: .meansOfPayment, in: text, range: place.sentence)
        .first(where: {
          $0.lowerBound <= noun.range.lowerBound && $0.upperBound >= noun.range.upperBound
        })
    else { return false }
    return noun.range.lowerBound >= place.tail.lowerBound
      || means.lowerBound <= text.trimmed(place.lead).lowerBound
  }

  /// Whether a charge is named earlier in the sentence: 受験手数料は、第一部試験が21,000円、第二部試験が34,000円.
  private func followsCharge(_ place: SumPlace) -> Bool {
    nouns.last(in: place.sentence.lowerBound..<place.lead.upperBound).map(isCharge) ?? false
  }

  /// `登録料15,000円、以後は毎月27,500円`: what is paid month by month beside a charge that was named is one too,
  /// where no more than joining words stand beside it.
  private func saysHowOften(_ place: SumPlace) -> Bool {
    guard case .known(let period) = lastPeriod(text, place.lead) ?? firstPeriod(text, place.tail),
      [.month, .year, .semester].contains(period)
    else { return false }
    let isEnglish = !text.scalars[place.sentence].contains(where: \.isJapanese)
    guard isEnglish else { return place.lead.count <= Self.joiningReach }
    return [place.lead, place.tail].allSatisfy { range in
      text.string(in: range).split { !$0.isLetter }.allSatisfy {
        Self.joiningWords.contains(String($0))
      }
    }
  }

  /// How many letters join a sum to the one before it, at most.
  private static let joiningReach = 12

  /// Words that join a sum by the month to the charge before it.
  private static let joiningWords: Set<String> = [
    "is", "payable", "due", "on", "at", "upon", "entry", "registration", "enrolment", "enrollment",
    "admission", "and", "then", "thereafter", "afterwards", "plus", "after", "that", "from", "per",
    "a", "an", "each", "every", "month", "year", "monthly", "yearly", "of", "for", "the",
    "training",
    "course", "programme", "program", "practical", "jpy", "yen", "tax", "included", "including",
    "excluded", "in", "advance", "you", "pay", "trainees",
  ]

  /// 本体 | 消費税 | 合計: a column that holds nothing but the tax.
  private var isTaxColumn: Bool {
    let head = cell.head.withoutBlanks
    return lexicon.concepts.says(.consumptionTax, at: 0, in: head)
      && !head.scalars.contains { "込別含抜無有".unicodeScalars.contains($0) }
  }

  /// The label or heading that makes the statement one about the fee.
  private var topicLabel: FoldedText {
    FoldedText(statement.topic == .fee ? statement.label : "").withoutBlanks
  }

  /// `10,000円の宿舎料`, `¥3,000 deposit`: the noun may stand right behind.
  private func nounBehind(_ place: SumPlace) -> ChargeNoun? {
    guard let first = text.scalars[place.tail].first,
      first == "の" || first == "を" || first == " "
        || lexicon.signs.says(.aboutSum, atStartOf: place.tail, in: text)
    else { return nil }
    return nouns.all(in: place.tail).first { $0.range.lowerBound - place.tail.lowerBound <= 12 }
  }

  private static let moneyOrPeople = Set("額料費金代者方人生員他期月年時回内外分計払納込学医身税円".unicodeScalars)

  /// `お昼ごはんは 1回 480円`: a subject that is neither money, nor people, nor a time.
  private func hasSubjectOfItsOwn(_ place: SumPlace) -> Bool {
    let scalars = text.scalars[place.lead]
    guard
      let mark = scalars.lastIndex(where: { $0 == "は" || $0 == "が" })
        ?? scalars.indices.last.flatMap({ scalars[$0] == "に" ? $0 : nil })
    else { return false }
    let subject = scalars[..<mark].reversed().prefix { !"。、,\n".unicodeScalars.contains($0) }
    guard subject.contains(where: \.isJapanese) else { return false }
    let name = mark - subject.count..<mark
    // 手数料 | 受験には15,900円が必要です
    if isExamination, cell.isFee,
      lexicon.concepts.says(.sitting, at: name.lowerBound, in: text)
    {
      return false
    }
    return !lexicon.signs.says(.fromThenOn, atEndOf: name, in: text)
      && !lexicon.signs.says(.trainingAsTopic, atEndOf: name, in: text)
      && !subject.contains { Self.moneyOrPeople.contains($0) }
      && examinedPart(place) == nil
      && !lexicon.concepts.says(.feeTopic, in: text, range: place.lead)
  }

  /// What is no longer charged, or of those who came before: 昨年度まで徴収していた施設費.
  private func isFormer(_ place: SumPlace) -> Bool {
    let ends = lexicon.concepts.ranges(of: .formerCharge, in: text, range: place.reach).first
    if let ends, lexicon.concepts.says(.abolished, asExactly: ends, in: text) { return true }
    if isUntilLastYear(place) || isLeftBehind(place) || isNoLongerCharged(place) { return true }
    guard let word = lexicon.concepts.ranges(of: .formerCharge, in: text, range: place.lead).last
    else {
      return false
    }
    // 昨年度までは無料でしたが、令和9年度より月額24,000円: what follows a turn is of now.
    return !lexicon.signs.says(
      .turnToNow, in: text, range: word.upperBound..<place.lead.upperBound)
  }

  /// `月額5,000円でしたが、無料になりました`.
  private func isNoLongerCharged(_ place: SumPlace) -> Bool {
    lexicon.signs.says(.wasSo, atStartOf: place.tail, in: text)
      && lexicon.concepts.says(.notCharged, in: text, range: place.reach)
      && text.contains("ました", in: place.reach)
  }

  /// `第130回までの15,300円から改定しました`: the sum that a change left behind.
  private func isLeftBehind(_ place: SumPlace) -> Bool {
    text.hasWord("から", at: place.tail.lowerBound)
      && lexicon.concepts.says(.changedByNote, in: text, range: place.tail)
  }

  /// `令和8年度まで月額15,000円`: what ended with a year.
  private func isUntilLastYear(_ place: SumPlace) -> Bool {
    DateReader().years(in: text, range: place.lead).contains { year in
      let behind = text.string(in: year.range.upperBound..<place.lead.upperBound)
      return year.isFiscal && (behind.hasPrefix("まで") || behind.hasPrefix("以前"))
        && !behind.contains("年度")
    }
  }

  /// 希望する者は月額12,000円; but what those who wish to be trained pay, all pay.
  private func isOptional(_ place: SumPlace) -> Bool {
    let before = lexicon.concepts.ranges(of: .optionalCharge, in: text, range: place.lead).last
    if let before {
      return nouns.last(in: before.upperBound..<place.lead.upperBound).map { !isCharge($0) } ?? true
    }
    return lexicon.concepts.says(.optionalCharge, in: text, range: place.tail)
  }

  /// What is paid to the trainee, or given back.
  private func isPaidOut(_ place: SumPlace) -> Bool {
    if text.scalars[place.lead].allSatisfy({ !$0.isJapanese }),
      lexicon.concepts.says(.paidOut, atEndOf: text.trimmed(place.lead), in: text)
    {
      return true
    }
    guard nouns.last(in: place.lead).map({ !isCharge($0) }) ?? true || isObject(place),
      let said = lexicon.concepts.ranges(of: .paidOut, in: text, range: place.reach).first
    else { return false }
    let behind = text.stretch(behind: said, atMost: 6, until: place.reach.upperBound)
    return !text.hasWord("は", at: behind.lowerBound)
      && !lexicon.signs.says(.notDone, atStartOf: behind, in: text)
  }

  /// `受験料の半額15,000円をお返しします`: what is paid out is the sum itself.
  private func isObject(_ place: SumPlace) -> Bool {
    isExamination && text.hasWord("を", at: place.tail.lowerBound)
      && lexicon.concepts.says(.paidOut, at: place.tail.lowerBound + 1, in: text)
  }

  /// `合格者はこの他に登録料 30,000円`: what those pay who have passed is not the charge of an examination.
  private func isPaidAfterPassing(_ place: SumPlace) -> Bool {
    let lead = place.sentence.lowerBound..<place.sum.range.lowerBound
    let isSaid =
      lexicon.signs.says(.onceTheyPassed, in: text, range: lead)
      || isExamination && isSaidInBracket(.onceTheyPassed, behind: place)
        && lexicon.concepts.says(.chargeOfPassed, in: text, range: place.lead)
      || isExamination && lexicon.signs.says(.onceTheyPassed, in: cell.label)
    return examinedPart(place) == nil && isSaid
      && !lexicon.signs.says(.examinationFee, in: text, range: place.lead)
  }

  /// Whether neither the words before a sum nor its label name a charge.
  private func isNameless(_ place: SumPlace) -> Bool {
    nouns.last(in: place.sentence.lowerBound..<place.lead.upperBound) == nil
      && ChargeNouns(cell.label, lexicon).all(in: cell.label.scalars.indices).isEmpty
  }

  private func isSaidInBracket(_ sign: Sign, behind place: SumPlace) -> Bool {
    guard let bracket = text.brackets(in: place.tail).first,
      bracket.lowerBound == place.tail.lowerBound
    else { return false }
    return lexicon.signs.says(sign, in: text, range: bracket)
  }

  /// What a sentence says of other kinds only: 研究生：月額29,500円 on a page for 実地修練生.
  private func isOfAnotherKind(_ place: SumPlace) -> Bool {
    guard let kind, !isExamination else { return false }
    let mentions = lexicon.kinds.mentions(
      in: text, range: place.sentence.lowerBound..<place.sum.range.lowerBound)
    guard let last = mentions.last(where: { $0.isFirm }) else { return false }
    return last.name != kind
  }

  // MARK: Names and amounts

  /// The noun before a sum, or the one that の joins to it: `月額20,000円の修練料`.
  private func ownNoun(_ place: SumPlace) -> ChargeNoun? {
    if let noun = nouns.last(in: place.lead) { return noun }
    guard text.string(in: place.tail).hasPrefix("の") else { return nil }
    return nounBehind(place).flatMap { isCharge($0) ? $0 : nil }
  }

  private func name(_ place: SumPlace) -> String {
    if let noun = ownNoun(place) { return text.string(in: noun.range) }
    if let labelName { return labelName }
    if statement.topic == .fee, !statement.label.isEmpty {
      let label = FoldedText(statement.label)
      // 修 練 料 is one word, what you pay are several; a question is no name.
      if !label.scalars.contains(where: \.isJapanese) { return label.string.trimmingBlanks }
      if !label.scalars.contains("。") { return label.withoutBlanks.string }
    }
    return lexicon.concepts.ranges(of: .feeTopic, in: text, range: place.sentence).last
      .map { text.string(in: $0) }
      ?? lexicon.signs.words(for: .chargeUnnamed).first ?? ""
  }

  /// The charge that the label, the head of the column or the heading names.
  private var labelName: String? {
    for words in [cell.label, cell.head, FoldedText(statement.label)] where !words.isBlank {
      let nouns = ChargeNouns(words, lexicon).all(in: words.scalars.indices).filter { isCharge($0) }
      if let noun = nouns.first(where: { $0.meaning == .own }) ?? nouns.first {
        return words.string(in: noun.range)
      }
    }
    return nil
  }

  private func bounds(_ place: SumPlace) -> Bounds {
    let sum = place.sum
    guard sum.least == sum.greatest else {
      let isChange = lexicon.signs.says(.changedTo, atStartOf: place.tail, in: text)
      return Bounds(min: isChange ? sum.greatest : sum.least, max: sum.greatest)
    }
    let before = text.stretch(before: sum.range, atMost: 16, from: place.lead.lowerBound)
    let isAtMost =
      lexicon.concepts.says(.atMostBehind, atStartOf: place.tail, in: text)
      || lexicon.signs.says(.upperLimit, at: place.tail.lowerBound, in: text)
      || lexicon.concepts.says(.atMostBefore, in: text, range: before)
    return isAtMost ? Bounds(max: sum.greatest) : Bounds(min: sum.least, max: sum.greatest)
  }

  private func isTotal(_ place: SumPlace) -> Bool {
    // 計（１年分）, 年間計
    let label = cell.label.withoutBlanks
    let name = 0..<(label.scalars.firstIndex(of: "(") ?? label.scalars.count)
    if lexicon.signs.says(.totalLabel, asAllOf: name, in: label) { return true }
    let start = max(place.lead.lowerBound - 1, 0)
    guard
      let word = lexicon.concepts.ranges(
        of: .totalCharge, in: text, range: start..<place.lead.upperBound
      )
      .last
    else { return false }
    return nouns.last(in: word.upperBound..<place.lead.upperBound) == nil
  }

  /// Sums of another year, or only for comparison, beside that of this intake.
  private func isForComparison(_ place: SumPlace) -> Bool {
    ChangeReader(lexicon: lexicon).isOld(cell.head)
      || lexicon.concepts.says(.lastYear, in: text, range: place.lead)
      || lexicon.concepts.says(.lastYear, in: cell.label)
      || isError(place) || lexicon.concepts.says(.forReference, in: text, range: place.lead)
      || text.hasWord("旧", before: place.lead.upperBound)
  }
}
