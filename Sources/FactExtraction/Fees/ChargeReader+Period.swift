import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// What a charge is paid for, and by whom.
extension ChargeReader {
  /// A period, or one that no sum of a year can be made of: a day, a week, a case.
  enum Per: Equatable {
    /// A period of the record.
    case known(FeeItem.Period)
    /// A day, a week, a case, a quarter.
    case other

    /// The period, if the record knows it.
    var period: FeeItem.Period? { if case .known(let period) = self { period } else { nil } }
  }

  private static let periods: [(Concept, FeeItem.Period?)] = [
    (.perMonth, .month), (.perYear, .year), (.perSemester, .semester), (.once, .once),
    (.perProgram, .program), (.perOther, nil),
  ]

  /// The period nearest before the sum, or right behind it, or in the row, or by the charge's name.
  func period(_ place: SumPlace) -> Per { statedPeriod(place) ?? .known(.program) }

  /// The period, where anything says one.
  func statedPeriod(_ place: SumPlace) -> Per? {
    if isNeverPaidAgain(place) { return .known(.once) }
    let near = max(place.lead.lowerBound, place.lead.upperBound - 30)..<place.lead.upperBound
    let isEntry = nouns.last(in: place.lead).map { $0.meaning == .entry } ?? isEntryByLabel
    if let per = lastPeriod(text, near, withDays: !isEntry) ?? barePeriod(before: place)
      ?? bracketedPeriod(behind: place) ?? firstPeriod(text, place.tail)
      ?? noteBehind(place).flatMap({ firstPeriod(text, $0) })
    {
      return per
    }
    for words in [cell.remarks, cell.head, cell.label] where !words.isBlank {
      // (月 額): in a narrow column letters stand apart.
      let close = words.scalars.contains(where: \.isJapanese) ? words.withoutBlanks : words
      if let per = lastPeriod(words, words.scalars.indices) ?? alone(words)
        ?? lastPeriod(close, close.scalars.indices),
        !isEntry || words.string == cell.remarks.string || words.string == cell.label.string
      {
        // 登録料 | 許可1回につき: nobody is admitted twice a year.
        return isEntry && per == .other && close.contains("1回") ? .known(.once) : per
      }
    }
    if isEntry || isExamination { return .known(.once) }
    let above = FoldedText(
      (statement.statement.labels + [statement.label]).joined(separator: " ")
    ).withoutSpacing
    return lastPeriod(above, above.scalars.indices) ?? paidAgain
  }

  /// 金額 24,000円 | 納入の時期 毎月（10日まで）: what is paid again and again is for the time between.
  private var paidAgain: Per? {
    let words = cell.payment
    let all = words.scalars.indices
    return lexicon.signs.says(.eachMonth, atStartOf: all, in: words)
      && !lexicon.signs.says(.inParts, in: words) ? .known(.month) : nil
  }

  /// `施設費3万円を納めていただきます。施設費は再度いただくことはありません`.
  private func isNeverPaidAgain(_ place: SumPlace) -> Bool {
    guard let noun = nouns.last(in: place.lead) else { return false }
    let name = text.string(in: noun.range)
    let behind = place.sum.range.upperBound..<text.scalars.count
    return lexicon.signs.ranges(of: .neverAgain, in: text, range: behind).contains { word in
      text.contains(name, in: text.stretch(around: word) { $0 == "。" || $0 == "\n" })
    }
  }

  private var isEntryByLabel: Bool {
    for words in [cell.label, FoldedText(statement.label)] where !words.isBlank {
      let nouns = ChargeNouns(words, lexicon).all(in: words.scalars.indices)
      guard let last = nouns.last else { continue }
      // 納付金（円） 入学料: of a head on two levels the lower one counts.
      let start = last.range.lowerBound
      let isLower = start > 0 && " )\n".unicodeScalars.contains(words.scalars[start - 1])
      return isLower ? last.meaning == .entry : nouns.allSatisfy { $0.meaning == .entry }
    }
    return false
  }

  /// A cell that holds nothing but the word 月 or 年.
  private func alone(_ words: FoldedText) -> Per? {
    switch words.withoutBlanks.string {
    case "月", "/月", "毎月", "month": .known(.month)
    case "年", "/年", "year": .known(.year)
    case "日", "/日", "週", "回", "day", "week": .other
    default: nil
    }
  }

  /// `月 3万円`, `月に28,000円`, `年に20万円`: the bare word right before the sum.
  private func barePeriod(before place: SumPlace) -> Per? {
    var end = place.lead.upperBound
    while end > place.lead.lowerBound, "約金: ".unicodeScalars.contains(text.scalars[end - 1]) {
      end -= 1
    }
    if end > place.lead.lowerBound, text.scalars[end - 1] == "に" { end -= 1 }
    guard end > place.lead.lowerBound else { return nil }
    if end - 1 > place.lead.lowerBound,
      text.scalars[end - 2].isDigit || text.scalars[end - 2].isKanji
    {
      return nil
    }
    switch text.scalars[end - 1] {
    case "月": return .known(.month)
    case "年": return .known(.year)
    default: return nil
    }
  }

  /// `税込26,950円(月)`: the bare word in the bracket right behind the sum.
  private func bracketedPeriod(behind place: SumPlace) -> Per? {
    let words = text.string(in: place.reach).trimmingBlanks
    if words.hasPrefix("(月)") || words.hasPrefix("(毎月)") { return .known(.month) }
    return words.hasPrefix("(年)") || words.hasPrefix("(毎年)") ? .known(.year) : nil
  }

  /// `32,450円 ※1か月あたり`: a short remark behind a sum, without a sum of its own.
  private func noteBehind(_ place: SumPlace) -> Range<Int>? {
    let start = place.sentence.upperBound
    guard start < text.scalars.count, text.scalars[start] == "※" else { return nil }
    let end =
      text.scalars[start...].firstIndex { "。\n".unicodeScalars.contains($0) } ?? text.scalars.count
    guard end - start <= 24, cell.sums.allSatisfy({ !$0.range.overlaps(start..<end) }) else {
      return nil
    }
    return start + 1..<end
  }

  /// The period that a stretch names last; `withDays` counts 毎月10日までに, the day of payment, as one too.
  func lastPeriod(_ text: FoldedText, _ range: Range<Int>, withDays: Bool = false) -> Per? {
    periods(text, range, withDays: withDays).max {
      ($0.range.upperBound, $0.range.count) < ($1.range.upperBound, $1.range.count)
    }?
    .per
  }

  func firstPeriod(_ text: FoldedText, _ range: Range<Int>) -> Per? {
    let isInstalment = lexicon.concepts.says(.instalment, in: text, range: range)
    return periods(text, range).filter { found in
      // Payment in parts (前期・後期に分けて納入) does not change what it is paid for.
      !isInstalment || found.per == .other || text.string(in: found.range).contains("額")
        || text.string(in: found.range).contains("/")
        || (found.per != .known(.semester) && found.range.lowerBound <= range.lowerBound + 1)
    }.min { $0.range.lowerBound < $1.range.lowerBound }?.per
  }

  private func periods(
    _ text: FoldedText, _ range: Range<Int>, withDays: Bool = false
  ) -> [(range: Range<Int>, per: Per)] {
    Self.periods.flatMap { concept, period in
      lexicon.concepts.ranges(of: concept, in: text, range: range).filter {
        !isOfDate(text, $0, withDays: withDays) && !isOfInstalments(text, $0)
          && !isOfCondition(text, $0)
      }.map { (range: $0, per: period.map(Per.known) ?? .other) }
    }
  }

  /// `県内に1年以上住所を有する方`: how long somebody has lived or worked somewhere.
  private func isOfCondition(_ text: FoldedText, _ word: Range<Int>) -> Bool {
    let behind = text.stretch(behind: word, atMost: 12)
    return lexicon.signs.says(.lengthBound, atStartOf: behind, in: text)
      && lexicon.signs.says(.livingSomewhere, in: text, range: behind)
  }

  /// `two semesters a year`, `paid three times a year`: how often, not for how long.
  private func isOfInstalments(_ text: FoldedText, _ word: Range<Int>) -> Bool {
    lexicon.signs.says(.timesPaid, atEndOf: text.stretch(before: word, atMost: 14), in: text)
      || lexicon.signs.says(.whenPaid, atStartOf: text.stretch(behind: word, atMost: 12), in: text)
  }

  /// `毎月25日までに`, `4月に1回`: words that tell a day of payment; `4月1日開始`: one of a date.
  private func isOfDate(_ text: FoldedText, _ word: Range<Int>, withDays: Bool) -> Bool {
    let isNumbered = word.lowerBound > 0 && text.scalars[word.lowerBound - 1].isDigit
    if isNumbered, text.scalars[word.lowerBound] == "月" || text.scalars[word.lowerBound] == "年" {
      return true
    }
    if text.scalars[word.lowerBound].isDigit, text.scalars[word.upperBound - 1] == "日" {
      let isOfMonth =
        word.lowerBound > 1 && text.hasWord("月", before: word.lowerBound)
        && text.scalars[word.lowerBound - 2].isDigit
      if isNumbered || isOfMonth { return true }
    }
    var reader = ScalarReader(text, in: word.upperBound..<text.scalars.count)
    return !withDays && reader.take(while: \.isDigit) > 0 && reader.next == "日"
  }

  // MARK: Years and lengths

  /// The fiscal year that a sum is for, where its label, its column or the words before it name one.
  func year(_ place: SumPlace) -> Int? {
    for (words, range) in [
      (text, place.lead), (cell.label, cell.label.scalars.indices),
      (cell.head, cell.head.scalars.indices),
    ] {
      if let year = DateReader().years(in: words, range: range).last(where: \.isFiscal) {
        return year.year
      }
    }
    return nil
  }

  /// Which year of the course a sum is for (初年度, 2年目, 1年次), where it says so.
  func courseYear(_ place: SumPlace) -> Int? {
    let near = max(place.lead.lowerBound, place.lead.upperBound - 12)..<place.lead.upperBound
    for (words, range) in [
      (text, yearBehind(place)), (text, near), (cell.head, cell.head.scalars.indices),
      (cell.label, cell.label.scalars.indices),
    ] where !lexicon.signs.says(.onlyFirstYear, in: words, range: range) {
      if lexicon.signs.says(.firstYear, in: words, range: range) { return 1 }
      if lexicon.signs.says(.laterYear, in: words, range: range) { return 2 }
    }
    return nil
  }

  /// How many letters the year stands behind its sum at most.
  private static let yearReach = 30

  /// `430,000円（1年目）`, `JPY 430,000 for the first year`: the year behind a sum, where it is all that stands there;
  /// `（2年目以降も同じ）` is a remark.
  private func yearBehind(_ place: SumPlace) -> Range<Int> {
    let tail = text.trimmed(place.tail).prefix(Self.yearReach)
    let none = tail.lowerBound..<tail.lowerBound
    guard let first = tail.first else { return none }
    for opening in ["(", "for the "] where text.hasWord(opening, at: first) {
      let start = first + opening.unicodeScalars.count
      let rest = start..<max(start, tail.upperBound)
      let end = rest.first { "、。;,)\n".unicodeScalars.contains(text.scalars[$0]) }
      let words = start..<(end ?? rest.upperBound)
      let bare = text.range(of: " and ", in: words).map { start..<$0.lowerBound } ?? words
      let years =
        lexicon.signs.ranges(of: .firstYear, in: text, range: bare)
        + lexicon.signs.ranges(of: .laterYear, in: text, range: bare)
      if years.contains(bare) {
        return bare
      }
    }
    return none
  }

  /// The length right before a sum: `6か月 10万円`, `12か月コース:18万円`, or alone in the row's label.
  func stay(_ place: SumPlace) -> Int? {
    let near = max(place.lead.lowerBound, place.lead.upperBound - 14)..<place.lead.upperBound
    if let stay = stay(text, near) { return stay }
    // 6か月コース（令和9年4月1日開始）　130,000円
    if let bracket = text.brackets(in: place.lead).last,
      text.trimmed(bracket.upperBound..<place.lead.upperBound).isEmpty,
      let stay = stay(text, place.lead.lowerBound..<bracket.lowerBound)
    {
      return stay
    }
    let label = cell.label
    return place.lead.isEmpty || text.string(in: place.lead).trimmingBlanks.isEmpty
      ? stay(label, label.scalars.indices) : nil
  }

  private func stay(_ text: FoldedText, _ range: Range<Int>) -> Int? {
    guard
      let length = DurationReader().durations(in: text, range: range).last(where: {
        $0.bound == .exactly
      })
    else { return nil }
    // 医師経験1年の者: how long somebody has worked.
    if lexicon.signs.says(.workedBefore, before: length.range.lowerBound, in: text) {
      return nil
    }
    let between = text.string(in: length.range.upperBound..<range.upperBound)
    return between.allSatisfy { " :の(コース場合は間)修練者方人".contains($0) } ? length.months : nil
  }

  /// Sums for different lengths of stay are each for the whole of it.
  func choices(_ charges: [ChargeFound]) -> [ChargeFound] {
    let stays = Set(charges.compactMap(\.stay))
    return charges.map { charge in
      var charge = charge
      if stays.count > 1, charge.stay != nil { charge.per = .program }
      return charge
    }
  }

  /// 前期 150,000円 後期 150,000円 is one charge a semester.
  func halves(_ charges: [ChargeFound]) -> [ChargeFound] {
    var kept: [ChargeFound] = []
    for charge in charges {
      let first = kept.firstIndex {
        $0.per == .semester && charge.per == .semester && $0.amount == charge.amount
      }
      if let first { kept[first].tax = kept[first].tax ?? charge.tax } else { kept.append(charge) }
    }
    return kept
  }

  // MARK: People

  /// Who pays it, where those of the prefecture and others pay differently.
  func group(_ place: SumPlace) -> String? {
    let places =
      [(text, place.lead), (text, place.tail)]
      + [cell.label, cell.head, cell.remarks].map { ($0, $0.scalars.indices) }
    for (words, range) in places {
      let named = Set(
        lexicon.signs.ranges(of: .payersByPlace, in: words, range: range).map(words.string(in:)))
      if named.count == 1 { return named.first }
    }
    return nil
  }

  /// Who sits the examination for a sum: `会員以外の方 20,000円`, `JPY 42,000 (non-members)`.
  func sitter(_ place: SumPlace) -> String? {
    guard isExamination else { return nil }
    let line = text.pieces { "、。\n,;/".unicodeScalars.contains($0) }.last {
      $0.lowerBound < place.lead.upperBound
    }
    if let lead = line?.clamped(to: place.lead),
      let word = lexicon.concepts.ranges(of: .memberOrNot, in: text, range: lead).first
    {
      let named = word.lowerBound..<lead.upperBound
      let words = text.string(in: named).trimmingBlanks.trimmingSuffix { " :(は".contains($0) }
      // 会員 年 10,000円: what is paid to be a member.
      let isOfSitting =
        !text.scalars[named].contains("年")
        && !lexicon.signs.says(.ofMembership, in: text, range: named)
      return words.count <= Self.longestSitter && isOfSitting ? words : nil
    }
    let behind = text.trimmed(place.tail)
    guard !behind.isEmpty, text.hasWord("(", at: behind.lowerBound) else { return nil }
    let inside = (behind.lowerBound + 1)..<behind.upperBound
    return lexicon.concepts.ranges(of: .memberOrNot, in: text, range: inside).first {
      $0.lowerBound <= inside.lowerBound + 4 && text.hasWord(")", at: $0.upperBound)
    }.map { text.string(in: inside.lowerBound..<$0.upperBound) }
  }

  /// The longest words for who sits an examination.
  private static let longestSitter = 16

  /// Whether only those pay it who belong to the house or to a partner.
  func isPrivilege(_ place: SumPlace) -> Bool {
    // 会員 16,500円、会員以外 20,000円: both sit the examination.
    if sitter(place) != nil { return false }
    return [(text, place.lead), (cell.label, cell.label.scalars.indices)].contains { text, range in
      lexicon.concepts.says(.privilegedPerson, in: text, range: range)
        && !lexicon.signs.says(.othersThan, in: text, range: range)
    }
  }
}
