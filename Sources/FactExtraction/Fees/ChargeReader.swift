import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// A charge found on a page.
struct ChargeFound {
  var name: String
  var amount: Bounds
  /// What it is paid for; nil for a day, a week or a case.
  var per: FeeItem.Period?
  var tax: FeeItem.Tax?
  /// Who pays it, where different people pay differently.
  var group: String?
  /// The length of stay that it is for, where each length has its own sum.
  var stay: Int?
  /// Whether it is what only some pay, who belong to the house or to a partner.
  var isPrivilege = false
  let quote: Quote
  let statement: Int
}

/// Reads the charges of one statement: every sum with its name, its period and its tax.
struct ChargeReader {
  let lexicon: Lexicon

  private static let separators = "。\n※;".unicodeScalars
  private static let names = [
    "実地修練料", "修練料", "研修料", "研修費", "修練費", "実習料", "授業料", "受講料", "聴講料", "登録料", "入学料", "入学金", "施設費",
    "施設設備費", "教材費", "納付金", "受験料", "受験手数料", "registration fee", "training fee", "tuition fee",
    "tuition",
    "enrolment fee", "enrollment fee", "admission fee", "facility fee",
  ]

  /// The charges of a statement, in reading order.
  func charges(in statement: ReadStatement) -> [ChargeFound] {
    let text = statement.text
    let sums = MoneyReader().sums(in: text).filter { $0.greatest > 0 }
    var found: [ChargeFound] = []
    for (index, sum) in sums.enumerated() {
      let clause = text.stretch(around: sum.range) { Self.separators.contains($0) }
      let previous = index > 0 ? sums[index - 1].range.upperBound : 0
      let next = index + 1 < sums.count ? sums[index + 1].range.lowerBound : text.scalars.count
      let before = max(clause.lowerBound, previous)..<sum.range.lowerBound
      let after = sum.range.upperBound..<min(clause.upperBound, next)
      if isBreakdown(text, sum.range, before: found.last, previous: previous) { continue }
      if isWithTax(text, before), let last = found.last, last.tax == nil || last.tax == .included {
        found[found.count - 1].amount = Bounds(min: sum.least, max: sum.greatest)
        found[found.count - 1].tax = .included
        continue
      }
      guard !isExcluded(statement, before, after, clause) else { continue }
      let amount = bounds(sum, text, after)
      // A choice of lengths (6か月 10万円、12か月 19万円) or of periods stands before each sum.
      let courseYear = courseYear(statement, before)
      guard courseYear ?? 1 == 1 else { continue }
      let per = courseYear == 1 ? .known(.year) : period(statement, before, after, clause)
      found.append(
        ChargeFound(
          name: name(statement, before, clause), amount: amount, per: per.period,
          tax: tax(text, before, after, clause, isOnly: sums.count == 1),
          group: group(text, before), stay: stay(text, before),
          isPrivilege: isPrivilege(text, before),
          quote: Quote(statement, around: sum.range), statement: statement.order))
    }
    return halves(choices(withoutPrivileges(found)))
  }

  /// What some pay less (本学卒業生は20,000円) is not what an outsider pays.
  private func withoutPrivileges(_ charges: [ChargeFound]) -> [ChargeFound] {
    charges.filter { charge in
      !charge.isPrivilege || !charges.contains { !$0.isPrivilege && $0.name == charge.name }
    }
  }

  private func isPrivilege(_ text: FoldedText, _ before: Range<Int>) -> Bool {
    let words = text.string(in: before)
    let groups = ["卒業生", "卒業者", "協定校", "提携校", "職員", "本学出身", "会員", "alumni"]
    return groups.contains(where: words.contains)
      && !["以外", "その他", "除く"].contains(where: words.contains)
  }

  /// The length right before a sum: `6か月 10万円`, `12か月コース:18万円`.
  private func stay(_ text: FoldedText, _ before: Range<Int>) -> Int? {
    let near = max(before.lowerBound, before.upperBound - 14)..<before.upperBound
    guard
      let length = DurationReader().durations(in: text, range: near).last(where: {
        $0.bound == .exactly
      })
    else { return nil }
    let between = text.string(in: length.range.upperBound..<before.upperBound)
    let kept = between.filter { !" :の(コース場合は間)".contains($0) }
    return kept.isEmpty ? length.months : nil
  }

  /// Sums for different lengths of stay are each for the whole of it.
  private func choices(_ charges: [ChargeFound]) -> [ChargeFound] {
    let stays = Set(charges.compactMap(\.stay))
    return charges.map { charge in
      var charge = charge
      if stays.count > 1, charge.stay != nil { charge.per = .program }
      if stays.count < 2 { charge.stay = nil }
      return charge
    }
  }

  /// 前期 150,000円 後期 150,000円 is one charge a semester.
  private func halves(_ charges: [ChargeFound]) -> [ChargeFound] {
    var kept: [ChargeFound] = []
    for charge in charges {
      let isSecondHalf = kept.contains {
        $0.per == .semester && charge.per == .semester && $0.amount == charge.amount
      }
      if !isSecondHalf { kept.append(charge) }
    }
    return kept
  }

  private func bounds(_ sum: MoneyMention, _ text: FoldedText, _ after: Range<Int>) -> Bounds {
    let behind = text.string(in: after).prefix(6)
    if sum.least == sum.greatest,
      ["以内", "以下", "(上限", "を上限", "まで"].contains(where: { behind.hasPrefix($0) })
    {
      return Bounds(max: sum.greatest)
    }
    return Bounds(min: sum.least, max: sum.greatest)
  }

  /// `年額48万円(月額4万円×12か月)`: the sum in brackets explains the one before them.
  private func isBreakdown(
    _ text: FoldedText, _ range: Range<Int>, before last: ChargeFound?, previous: Int
  ) -> Bool {
    guard last != nil, previous < range.lowerBound else { return false }
    let between = text.string(in: previous..<range.lowerBound)
    guard let open = between.lastIndex(of: "("), !between[open...].contains(")") else {
      return false
    }
    var reader = ScalarReader(text, in: range.upperBound..<text.scalars.count)
    reader.skipBlanks()
    return ["月額", "月", "半期", "前期", "内訳"].contains { between[open...].contains($0) }
      || reader.sees(any: ["×", "x", "*", "✕"])
  }

  /// `30,000円(税込33,000円)`: the second sum is the first one with the tax.
  private func isWithTax(_ text: FoldedText, _ before: Range<Int>) -> Bool {
    let words = text.string(in: before).filter { $0 != " " }
    return words.hasSuffix("(税込") || words.hasSuffix("(税込み") || words.hasSuffix("(消費税込")
  }

  /// Whether the nearest name before a sum is of something that is no charge of the training.
  private func isExcluded(
    _ statement: ReadStatement, _ before: Range<Int>, _ after: Range<Int>, _ clause: Range<Int>
  ) -> Bool {
    let text = statement.text
    let excluded = lexicon.concepts.ranges(of: .excludedCharge, in: text, range: before).last
    let named = lastName(text, before)
    if let excluded { return named.map { $0.range.upperBound <= excluded.lowerBound } ?? true }
    if named != nil { return false }
    // 約2万円は別途必要, 10,000円の宿舎料: the name may stand right behind.
    let behind = after.lowerBound..<min(after.upperBound, after.lowerBound + 12)
    if text.string(in: behind).hasPrefix("の"),
      lexicon.concepts.says(.excludedCharge, in: text, range: behind)
    {
      return true
    }
    if statement.topic == .fee { return false }
    return !lexicon.concepts.says(.feeTopic, in: text, range: clause)
  }

  private func lastName(_ text: FoldedText, _ range: Range<Int>) -> (
    range: Range<Int>, name: String
  )? {
    var best: (range: Range<Int>, name: String)?
    for name in Self.names {
      let word = Array(name.unicodeScalars)
      var start = range.lowerBound
      while start < range.upperBound, let found = text.range(of: word, in: start..<range.upperBound)
      {
        if found.upperBound > best?.range.upperBound ?? -1
          || (found.upperBound == best?.range.upperBound && found.count > best?.range.count ?? 0)
        {
          best = (found, name)
        }
        start = found.upperBound
      }
    }
    return best
  }

  private func name(_ statement: ReadStatement, _ before: Range<Int>, _ clause: Range<Int>)
    -> String
  {
    if let name = lastName(statement.text, before)?.name { return name }
    if statement.topic == .fee, !statement.label.isEmpty {
      let label = FoldedText(statement.label).withoutBlanks
      let names = Self.names.filter { label.contains($0) }
      if names.count > 1, let own = names.first(where: { ["修練料", "研修料"].contains($0) }) {
        return own
      }
      return label.string
    }
    return lexicon.concepts.ranges(of: .feeTopic, in: statement.text, range: clause).last
      .map { statement.text.string(in: $0) } ?? "費用"
  }

  // MARK: Period

  private enum Per: Equatable {
    case known(FeeItem.Period)
    case other

    var period: FeeItem.Period? { if case .known(let period) = self { period } else { nil } }
  }

  private static let periods: [(Concept, FeeItem.Period?)] = [
    (.perMonth, .month), (.perYear, .year), (.perSemester, .semester), (.once, .once),
    (.perProgram, .program), (.perOther, nil),
  ]

  /// The period nearest before the sum, or right behind it, or in the label, or by the charge's name.
  private func period(
    _ statement: ReadStatement, _ before: Range<Int>, _ after: Range<Int>, _ clause: Range<Int>
  ) -> Per {
    let text = statement.text
    let tail = tail(text, after)
    let near = before.count > 30 ? (before.upperBound - 30)..<before.upperBound : before
    if let per = lastPeriod(text, near) ?? firstPeriod(text, tail) { return per }
    let label = FoldedText(
      statement.statement.labels.joined(separator: " ") + " " + statement.label)
    if let per = lastPeriod(label, label.scalars.indices) { return per }
    let name = name(statement, before, clause)
    if [
      "登録料", "入学料", "入学金", "registration fee", "enrolment fee", "enrollment fee", "admission fee",
      "受験料", "受験手数料",
    ]
    .contains(where: { name.hasSuffix($0) }) {
      return .known(.once)
    }
    return .known(.program)
  }

  /// Which year of the course a sum is for (初年度, 2年目, 1年次), where it says so.
  private func courseYear(_ statement: ReadStatement, _ before: Range<Int>) -> Int? {
    let near = max(before.lowerBound, before.upperBound - 12)..<before.upperBound
    let places =
      [statement.text.string(in: near)]
      + [statement.statement.column, statement.statement.labels.last].compactMap {
        $0.map { FoldedText($0).string }
      }
    for words in places {
      if ["初年度", "初年次", "1年目", "一年目", "1年次", "first year"].contains(where: words.contains) {
        return 1
      }
      let later = ["2年目", "二年目", "2年次", "次年度", "翌年度", "3年目", "3年次", "second year"]
      if later.contains(where: words.contains) { return 2 }
    }
    return nil
  }

  /// The words right behind a sum, as far as they still speak of it: up to a comma or an `and`.
  private func tail(_ text: FoldedText, _ after: Range<Int>) -> Range<Int> {
    var end = min(after.upperBound, after.lowerBound + 24)
    var depth = 0
    for index in after.lowerBound..<end {
      let scalar = text.scalars[index]
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      let isWord = ["及び", "および", "並びに", "と、"].contains {
        text.hasWord(Array($0.unicodeScalars), at: index)
      }
      let isAnd =
        text.hasWord(Array("and ".unicodeScalars), at: index)
        && (index == 0 || text.scalars[index - 1].isBlank)
      let isName = Self.names.contains { text.hasWord(Array($0.unicodeScalars), at: index) }
      guard isName || isWord || isAnd || (depth <= 0 && (scalar == "、" || scalar == ",")) else {
        continue
      }
      end = index
      break
    }
    return after.lowerBound..<end
  }

  private func lastPeriod(_ text: FoldedText, _ range: Range<Int>) -> Per? {
    var best: (end: Int, per: Per)?
    for (concept, period) in Self.periods {
      guard let found = lexicon.concepts.ranges(of: concept, in: text, range: range).last else {
        continue
      }
      if found.upperBound > best?.end ?? -1 {
        best = (found.upperBound, period.map(Per.known) ?? .other)
      }
    }
    return best?.per
  }

  private func firstPeriod(_ text: FoldedText, _ range: Range<Int>) -> Per? {
    var best: (start: Int, per: Per)?
    for (concept, period) in Self.periods {
      guard let found = lexicon.concepts.ranges(of: concept, in: text, range: range).first else {
        continue
      }
      if found.lowerBound < best?.start ?? Int.max {
        best = (found.lowerBound, period.map(Per.known) ?? .other)
      }
    }
    return best?.per
  }

  // MARK: Tax and people

  private func tax(
    _ text: FoldedText, _ before: Range<Int>, _ after: Range<Int>, _ clause: Range<Int>,
    isOnly: Bool
  ) -> FeeItem.Tax? {
    let places = isOnly ? [clause] : [after, before]
    for place in places {
      if lexicon.concepts.says(.taxExcluded, in: text, range: place) { return .excluded }
      if lexicon.concepts.says(.taxExempt, in: text, range: place) { return .exempt }
      if lexicon.concepts.says(.taxIncluded, in: text, range: place) { return .included }
      if place == before { break }
    }
    return nil
  }

  private func group(_ text: FoldedText, _ before: Range<Int>) -> String? {
    let words = text.string(in: before)
    return ["県内", "県外", "府内", "府外", "都内", "都外", "道内", "道外"].last { words.contains($0) }
  }
}
