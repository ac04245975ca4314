import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads what the trainee pays.
struct FeeReader {
  let lexicon: Lexicon
  /// Whether sums are for sitting an examination: paid once, without a sum a year.
  var isExamination = false
  /// The kind of the program, where the page may speak of several.
  var kind: KindName?

  /// What the statements of a program say of it.
  ///
  /// - Parameters:
  ///   - statements: The program's statements.
  ///   - months: The longest stay that the page allows, in months; nil where it says none.
  /// - Returns: The fee; nil where the statements leave it open.
  func fee(in statements: [ReadStatement], months: Int?) -> Finding<Fee>? {
    let notes = MarkedNotes(statements, lexicon: lexicon)
    let own = FeeCells(statements, lexicon: lexicon, isExamination: isExamination).cells {
      statement, isFee in
      (!notes.isNote(statement) || notes.adds(statement))
        && (isFee || isFeeSentence(statement))
    }
    var charges: [ChargeFound] = []
    for cell in withoutOtherPeople(own) {
      charges += corrected(self.charges(in: cell), cell, notes)
    }
    charges = withoutRegister(ChargeSums.settled(charges), statements)
    addTaxOfAll(to: &charges, statements)
    let kept = charges.filter { $0.per != nil || isExamination }
    let stay = months ?? length(in: own)
    // 月額2万円(日割りの場合は1日800円): the sum of a year is that of the months.
    let isWhole = charges.allSatisfy { charge in
      charge.per != nil || kept.contains { $0.name == charge.name }
    }
    if !kept.isEmpty { return finding(kept, months: stay, isWhole: isWhole) }
    // 研修宿泊棟の使用料(1泊1,200円): lodging costs something where the training does not.
    let isOfLodging = charges.allSatisfy {
      lexicon.concepts.says(.excludedCharge, in: FoldedText($0.quote.text))
    }
    let free = isOfLodging ? self.free(in: own.map(\.statement)) : nil
    if charges.isEmpty || free != nil { return free }
    // A charge by the day, the week or the case: not free, but no sum a year.
    return Finding(Fee(free: false), quotes: charges.map(\.quote))
  }

  /// 受験料 and 登録料 of one examination: the second, where its row, or a sentence, says that it is paid once somebody has
  /// passed.
  private func withoutRegister(
    _ charges: [ChargeFound], _ statements: [ReadStatement]
  ) -> [ChargeFound] {
    func says(_ concept: Concept, _ charge: ChargeFound) -> Bool {
      lexicon.concepts.says(concept, in: FoldedText(charge.name))
    }
    guard isExamination, charges.contains(where: { says(.applicantCharge, $0) }) else {
      return charges
    }
    return charges.filter { charge in
      guard says(.entryCharge, charge), !says(.applicantCharge, charge),
        let own = statements.first(where: { $0.order == charge.statement })
      else { return true }
      let name = FoldedText(String(charge.name.prefix { $0 != "（" })).string
      return !statements.contains {
        lexicon.signs.says(.onceTheyPassed, in: $0.text)
          && ($0.statement.labels == own.statement.labels
            && $0.statement.section == own.statement.section && !own.statement.labels.isEmpty
            || says(.chargeOfPassed, charge) && isOwed(name, in: $0))
      }
    }
  }

  /// `合格した者は、別表の登録料を納めて登録を受ける`: a sentence without a sum says who owes a charge.
  private func isOwed(_ name: String, in statement: ReadStatement) -> Bool {
    statement.sentences.contains {
      lexicon.signs.says(.onceTheyPassed, in: statement.text, range: $0)
        && statement.text.contains(name, in: $0)
        && !lexicon.concepts.says(
          .noNeed, .paidOut, .applicationWord, in: statement.text, range: $0)
    }
  }

  private func free(in statements: [ReadStatement]) -> Finding<Fee>? {
    FreeReader(lexicon: lexicon, kind: kind, isExamination: isExamination).free(
      in: statements.filter {
        $0.statement.shape != .heading
          && ($0.topic == nil || $0.topic == .fee || isExamination && saysSittingIsFree($0))
      })
  }

  /// 実地修練生 | 研究研修員: where a table has a row for these trainees, rows for other people are not theirs.
  private func withoutOtherPeople(_ cells: [FeeCell]) -> [FeeCell] {
    guard let kind else { return cells }
    let rows = cells.filter { $0.statement.statement.shape == .tableCell }
    func kinds(_ cell: FeeCell) -> [KindMention] {
      lexicon.kinds.mentions(in: cell.label).filter(\.isFirm)
    }
    let tables = Set(
      rows.filter { kinds($0).contains { $0.name == kind } }.map(\.statement.statement.section))
    guard !tables.isEmpty else { return cells }
    return cells.filter { cell in
      let named = kinds(cell)
      return named.isEmpty || named.contains { $0.name == kind }
        || cell.statement.statement.shape != .tableCell
        || !tables.contains(cell.statement.statement.section)
    }
  }

  private func charges(in cell: FeeCell) -> [ChargeFound] {
    ChargeReader(cell, lexicon: lexicon, isExamination: isExamination, kind: kind).charges()
  }

  /// A note that a cell refers to (※3) and that changes the sum takes its place.
  private func corrected(
    _ charges: [ChargeFound], _ cell: FeeCell, _ notes: MarkedNotes
  ) -> [ChargeFound] {
    guard !charges.isEmpty, let note = notes.change(for: cell.statement) else { return charges }
    let text = note.text
    let words = ReadStatement(
      statement: note.statement, text: text, topic: .fee, label: cell.statement.label,
      kinds: note.kinds, order: note.order)
    let sums = MoneyReader().sums(in: text).filter { $0.greatest > 0 }
    if sums.isEmpty {
      let isDropped = lexicon.concepts.says(.abolished, .notCharged, in: text)
      return isDropped ? [] : charges
    }
    let changed = self.charges(
      in: FeeCell(
        statement: words, isFee: true, label: cell.label, head: cell.head, remarks: cell.remarks,
        bare: .nothing))
    return changed.isEmpty ? charges : changed
  }

  private static let otherTopics: Set<LabelTopic> = [.otherMoney, .unrelated, .contact, .result]

  /// `2026/2/3 医療通訳講座（受講料 33,000円）受講生募集`: a line of news.
  private func isNews(_ statement: ReadStatement) -> Bool {
    guard statement.statement.labels.isEmpty, statement.topic == nil else { return false }
    return DateReader().spans(in: statement.text).first.map {
      $0.range.lowerBound == 0 && ($0.opens?.day ?? $0.closes?.day) != nil
    } ?? false
  }

  /// Whether a statement under no label, or under one of another matter, names a charge.
  private func isFeeSentence(_ statement: ReadStatement) -> Bool {
    (namesCharge(statement) || isExamination && saysSittingIsFree(statement)) && !isNews(statement)
  }

  private func saysSittingIsFree(_ statement: ReadStatement) -> Bool {
    [.paragraph, .answer].contains(statement.statement.shape)
      && ![.otherMoney, .unrelated, .result].contains(statement.topic)
      && FreeReader(lexicon: lexicon, kind: kind, isExamination: true).saysSittingIsFree(statement)
  }

  private func namesCharge(_ statement: ReadStatement) -> Bool {
    if statement.statement.shape == .heading || statement.topic != nil {
      guard !Self.otherTopics.contains(statement.topic ?? .fee) else { return false }
      // 受験手続 > 受験手数料は、15,300円とする: what applicants pay is the charge of an examination.
      return
        (lexicon.concepts.says(.ownCharge, .entryCharge, in: statement.text)
        || isExamination && lexicon.concepts.says(.applicantCharge, in: statement.text))
        && !MoneyReader().sums(in: statement.text).isEmpty
    }
    return lexicon.concepts.says(.feeTopic, .ownCharge, .entryCharge, in: statement.text)
      || namesApplicantCharge(statement)
      || lexicon.signs.says(.freeOfCharge, in: statement.text)
        && FreeReader(lexicon: lexicon, kind: kind).saysTrainingIsFree(statement)
  }

  /// `受験料は20,000円です`: what applicants pay is the charge of an examination, where a clause begins with its name; not that
  /// of another one (予備試験の受験料), of another year or of a round that is over.
  private func namesApplicantCharge(_ statement: ReadStatement) -> Bool {
    let text = statement.text
    guard isExamination, !lexicon.signs.says(.wasHeld, in: text),
      !lexicon.signs.says(.sittingAgain, in: text),
      !lexicon.concepts.says(.pastExamination, .formerly, .laterRound, in: text)
    else { return false }
    return lexicon.signs.ranges(of: .examinationFee, in: text).contains { noun in
      let sentence = text.stretch(around: noun) { "。\n".unicodeScalars.contains($0) }
      let before = text.trimmed(sentence.lowerBound..<noun.lowerBound)
      let behind = noun.upperBound..<sentence.upperBound
      return
        (before.isEmpty || isArticleNumber(text.string(in: before)) || isOfSitting(before, text)
        || ["、", "及び", "および", "の際に"].contains { text.hasWord($0, before: before.upperBound) })
        && (["は", "(", ":", " ", "として"].contains { text.hasWord($0, at: behind.lowerBound) }
          || MoneyReader().sums(in: text, range: behind).first?.range.lowerBound
            == behind.lowerBound)
        && !MoneyReader().sums(in: text, range: behind).isEmpty
        && DateReader().years(in: text, range: sentence).isEmpty
    }
  }

  /// `受験に際しては審査料として`: when it is paid.
  private func isOfSitting(_ before: Range<Int>, _ text: FoldedText) -> Bool {
    lexicon.concepts.says(.sitting, at: before.lowerBound, in: text)
      && ["に際しては", "に際して", "に当たっては", "にあたっては", "に当たり", "にあたり", "には"].contains {
        text.hasWord($0, before: before.upperBound)
      }
  }

  /// `第8条　受験料は`, `2 審査料は`: what a clause of rules begins with.
  private func isArticleNumber(_ words: String) -> Bool {
    words.unicodeScalars.allSatisfy {
      $0.isDigit || $0.isBlank || "第条項号の一二三四五六七八九十().".unicodeScalars.contains($0)
    }
  }

  /// A note for all sums: `備考 この表の額には消費税を含む`.
  private func addTaxOfAll(to charges: inout [ChargeFound], _ statements: [ReadStatement]) {
    guard charges.contains(where: { $0.tax == nil }) else { return }
    for statement in statements where statement.statement.shape != .heading {
      for sentence in statement.sentences {
        guard lexicon.concepts.says(.allSums, in: statement.text, range: sentence),
          !lexicon.concepts.says(.excludedCharge, in: statement.text, range: sentence),
          MoneyReader().sums(in: statement.text, range: sentence).isEmpty,
          let tax = TaxWords.tax(in: statement.text, sentence, lexicon)
        else { continue }
        for index in charges.indices where charges[index].tax == nil { charges[index].tax = tax }
        return
      }
    }
  }

  /// The length of the training, where only what is said of the fee gives it.
  private func length(in cells: [FeeCell]) -> Int? {
    for cell in cells {
      for sentence in cell.statement.sentences {
        let text = cell.statement.text
        guard
          let word = lexicon.signs.ranges(of: .periodOfTraining, in: text, range: sentence).first,
          let length = DurationReader().durations(
            in: text, range: word.upperBound..<sentence.upperBound
          )
          .filter({ isLength($0, in: text) }).max(by: { $0.months < $1.months })
        else { continue }
        return length.months
      }
    }
    return nil
  }

  /// `6か月未満の場合は` tells a case, no length.
  private func isLength(_ length: DurationMention, in text: FoldedText) -> Bool {
    let behind = text.string(
      in: length.range.upperBound..<min(text.scalars.count, length.range.upperBound + 3))
    return (length.bound == .exactly || length.bound == .atMost) && !behind.hasPrefix("の場合")
  }

  private func finding(
    _ charges: [ChargeFound], months: Int?, isWhole: Bool
  ) -> Finding<Fee> {
    var quotes: [Quote] = []
    for charge in charges where !quotes.contains(charge.quote) { quotes.append(charge.quote) }
    let items = charges.map {
      FeeItem(
        name: $0.name, amount: $0.amount, per: isExamination ? .once : $0.per ?? .once, tax: $0.tax)
    }
    let added = zip(charges, items).filter { ChargeSums.counts($0.0, among: charges) }
    let counted = added.map {
      charge, item in
      // Paid at once, it counts whole however long the course is.
      var item = item
      if charge.isPaidAtOnce, item.per == .program { item.per = .once }
      return item
    }
    let yearly =
      isExamination || !isWhole || !ChargeSums.isClear(added.map(\.0))
      ? nil : YearlySum.of(counted, months: months)
    return Finding(Fee(free: false, yearly: yearly, items: items), quotes: quotes)
  }
}
