import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads the length, the first and the last day of the training.
struct TrainingReader {
  let lexicon: Lexicon
  let years: ScheduleYears

  /// What the statements of a program say of it; the title may add the month of beginning.
  ///
  /// Of a training that ends before it starts one day is wrong, and nobody can tell which.
  func training(in statements: [ReadStatement], titles: [ReadStatement]) -> Finding<Training>? {
    var finding = stated(in: statements, titles)
    guard let value = finding?.value, let starts = value.starts, let ends = value.ends,
      starts.isSurelyAfter(ends)
    else { return finding }
    finding?.value = Training(months: value.months)
    return value.months == nil ? nil : finding
  }

  private func stated(
    in statements: [ReadStatement], _ titles: [ReadStatement]
  ) -> Finding<Training>? {
    var finding: Finding<Training>?
    for statement in statements where statement.topic == .training && !isStamp(statement) {
      let found = training(in: statement)
      if isLabelledDates(statement) || isOfApplication(statement), !isLong(found?.value) {
        continue
      }
      if isLabelledDates(statement), found?.value.starts == nil { continue }
      add(found, to: &finding)
    }
    if finding == nil {
      for statement in statements
      where isProse(statement) || [.application, .accepting, .intake].contains(statement.topic) {
        finding = finding ?? trainingInSentence(statement)
      }
    }
    finding = finding ?? courses(in: statements)
    guard finding?.value.starts == nil, finding?.value.ends == nil else { return finding }
    guard let start = startFromTitle(titles) ?? startFromSentence(statements) else {
      return finding
    }
    guard var found = finding else { return start }
    found.value.starts = start.value.starts
    found.quotes += start.quotes
    return found
  }

  /// `Dates: 1 April 2027 to 31 March 2028`: a label that says no more than that days follow.
  private func isLabelledDates(_ statement: ReadStatement) -> Bool {
    let label = FoldedText(statement.statement.labels.last ?? statement.label)
    return label.scalars.first?.isLatin == true
      && lexicon.signs.says(.generalLabel, asAllOf: label.scalars.indices, in: label)
  }

  /// `開始時期と受付期間`: days close to each other may be those in which one applies.
  private func isOfApplication(_ statement: ReadStatement) -> Bool {
    lexicon.concepts.says(.applicationWord, in: FoldedText(statement.label))
      || lexicon.labels.topic(of: statement.label) == .application
  }

  /// The least months between days that stand under such a label.
  private static let leastMonths = 3

  private func isLong(_ training: Training?) -> Bool {
    (training?.months?.max ?? training?.months?.min ?? 0) >= Self.leastMonths
  }

  private func isProse(_ statement: ReadStatement) -> Bool {
    statement.topic == nil && statement.statement.shape != .heading
  }

  /// `教育課　2026年8月3日 10:12　最終更新 2026年8月21日`: when the page was written, under a heading that names the beginning.
  private func isStamp(_ statement: ReadStatement) -> Bool {
    statement.statement.labels.allSatisfy { lexicon.labels.topic(of: $0) != .training }
      && lexicon.signs.says(.dayOfWriting, in: statement.text)
      && !lexicon.concepts.says(.period, in: statement.text)
  }

  /// Another statement may add what the first one leaves out: a length, a first day, a last day.
  ///
  /// A second first day (several rounds) leaves the first day open.
  private func add(_ other: Finding<Training>?, to finding: inout Finding<Training>?) {
    guard let other else { return }
    guard var found = finding else {
      finding = other
      return
    }
    var value = found.value
    if let first = value.starts, let second = other.value.starts, first.holds(second) {
      // 2027年1月に開始 … 2027年1月12日～12月24日: the day is told where the month was.
      value.starts = second
      value.ends = value.ends ?? other.value.ends
    } else if let first = value.starts, let second = other.value.starts, first != second,
      !second.holds(first)
    {
      value.starts = nil
      value.ends = nil
    } else {
      if value.ends == nil, value.starts == nil || other.value.starts == nil {
        value.ends = other.value.ends
      }
      value.starts = value.starts ?? other.value.starts
    }
    let isFromDays = value.months == nil && other.value.months == nil
    value.months = value.months ?? other.value.months
    if isFromDays { value.months = TrainingLength.months(from: value.starts, to: value.ends) }
    guard value != found.value else { return }
    found.value = value
    found.quotes += other.quotes
    found.confidence = min(found.confidence, other.confidence)
    finding = found
  }

  private func training(in statement: ReadStatement) -> Finding<Training>? {
    let whole = statement.text.scalars.indices
    return training(in: statement, whole, confidence: Confidence.labelled)
  }

  /// What a part of a statement says.
  private func training(
    in statement: ReadStatement, _ range: Range<Int>, confidence: Double
  ) -> Finding<Training>? {
    let length = TrainingLength(lexicon: lexicon).months(in: statement.text, range)
    let days = TrainingDays(lexicon: lexicon, years: years).days(of: statement, range)
    var value = Training(months: length?.months)
    var quotes: [Quote] = []
    if let days {
      value.starts = days.starts
      value.ends = days.ends
      value.months = value.months ?? TrainingLength.months(from: days.first, to: days.last)
      quotes.append(Quote(statement, around: days.range))
    }
    if let length { quotes.append(Quote(statement, around: length.range)) }
    guard value.months != nil || value.starts != nil || value.ends != nil else { return nil }
    let doubt = days?.hasWrongWeekday == true ? DateDoubt.wrongWeekday : 0
    return Finding(value, quotes: quotes, confidence: confidence - doubt)
  }

  // MARK: In sentences

  private func trainingInSentence(_ statement: ReadStatement) -> Finding<Training>? {
    let (text, signs) = (statement.text, lexicon.signs)
    for sentence in statement.sentences {
      // Under a label of something else the sentence must begin with its subject.
      let isSaid =
        statement.topic == nil
        ? signs.says(.trainingSubject, in: text, range: sentence)
        : signs.says(.trainingSubject, atStartOf: sentence, in: text)
      // `令和9年4月から1年間の実地修練を行う方を募集します`.
      let isCalled =
        [nil, .accepting, .intake].contains(statement.topic)
        && (signs.says(.lengthOfTraining, in: text, range: sentence)
          || text.contains("間、", in: sentence)
            && signs.says(.doingTraining, in: text, range: sentence))
        && lexicon.concepts.says(.accepting, in: statement.text, range: sentence)
      // `令和9年1月4日より令和9年12月28日まで各診療科にて修練を行う`: months between two days, and nothing is applied for.
      let mayLast =
        statement.topic == nil && signs.says(.doingTraining, in: text, range: sentence)
        && !lexicon.concepts.says(.applicationWord, .notTheTraining, in: text, range: sentence)
      guard isSaid || isCalled || mayLast,
        let finding = training(in: statement, sentence, confidence: Confidence.sentence),
        isSaid || isCalled || isWhole(finding.value) && !namesDepartment(text, sentence)
      else { continue }
      return finding
    }
    return nil
  }

  /// Two days far enough from each other to be those of a whole training.
  private func isWhole(_ training: Training) -> Bool {
    training.starts != nil && training.ends != nil && training.months?.min ?? 0 >= 6
  }

  /// `7月1日から12月31日までは外科で修練を行う`: a part of it.
  private func namesDepartment(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    lexicon.departments.departments.contains { text.contains($0.name, in: sentence) }
  }

  /// `6か月コース（令和9年4月1日開始） 130,000円⏎12か月コース（…）`: lines for several courses, whatever else they tell, state
  /// what there is to choose from, and the first day where all have the same.
  private func courses(in statements: [ReadStatement]) -> Finding<Training>? {
    var lengths: [Int] = []
    var starts: [PartialDate?] = []
    var quotes: [Quote] = []
    for statement in statements where statement.topic == nil || statement.topic == .fee {
      let text = statement.text
      for line in text.pieces(separatedBy: { $0 == "\n" }) {
        guard let length = DurationReader().durations(in: text, range: line).first,
          length.bound == .exactly, length.range.lowerBound - line.lowerBound <= 2,
          isCourse(text, length.range.upperBound..<line.upperBound)
        else { continue }
        let context = years.context(of: statement)
        let start = DatedPhrase.all(in: text, isLabelled: true).first { phrase in
          line.contains(phrase.span.range.lowerBound)
            && lexicon.signs.says(.beginningBehind, atStartOf: phrase.after, in: text)
        }
        lengths.append(length.months)
        starts.append(start?.span.opens.flatMap { context.date($0) })
        quotes.append(Quote(statement, around: line))
      }
    }
    guard lengths.count > 1, let least = lengths.min(), let most = lengths.max(), most > least
    else {
      return nil
    }
    let start = Set(starts).count == 1 ? starts[0] : nil
    return Finding(
      Training(months: Bounds(min: least, max: most), starts: start), quotes: quotes,
      confidence: Confidence.sentence)
  }

  /// Whether behind a length stands コース, and behind that a bracket, a gap or the end of the line.
  private func isCourse(_ text: FoldedText, _ rest: Range<Int>) -> Bool {
    guard let word = lexicon.signs.range(of: .course, at: rest.lowerBound, in: text) else {
      return false
    }
    let behind = rest.dropFirst(word.count)
    let isAlone = behind.first.map { text.scalars[$0].isBlank || text.scalars[$0] == "(" } ?? true
    return isAlone && !lexicon.concepts.says(.otherCourse, in: text, range: behind)
  }

  private func startFromTitle(_ titles: [ReadStatement]) -> Finding<Training>? {
    for title in titles {
      for date in DateReader().dates(in: title.text) {
        let behind = date.range.upperBound..<title.text.scalars.count
        guard lexicon.signs.says(.beginningBehind, atStartOf: behind, in: title.text),
          let starts = YearContext().date(date)
        else { continue }
        return Finding(
          Training(starts: starts), quotes: [Quote(title)], confidence: Confidence.inferred)
      }
    }
    return nil
  }

  /// `4月1日から修練を始める方を募集しています`.
  private func beginsThen(_ text: FoldedText, behind day: Range<Int>) -> Bool {
    let rest = text.stretch(behind: day, atMost: 14)
    let words = rest.prefix { !"、。\n".unicodeScalars.contains(text.scalars[$0]) }
    return lexicon.concepts.says(.trainingWord, in: text, range: words)
      && lexicon.signs.says(.toBegin, in: text, range: words)
  }

  /// `2027年4月に研修を開始する専攻医を募集します`, `（2027年1月開始）`.
  private func startFromSentence(_ statements: [ReadStatement]) -> Finding<Training>? {
    for statement in statements where isProse(statement) || statement.topic == .accepting {
      for phrase in DatedPhrase.all(in: statement.text, isLabelled: false) {
        let (text, signs) = (statement.text, lexicon.signs)
        let after = text.string(in: phrase.after)
        if after.hasPrefix("以後") || after.hasPrefix("以降")
          || signs.says(.inForce, in: text, range: phrase.after)
        {
          continue
        }
        let isStart =
          signs.says(.toBegin, in: text, range: phrase.after)
          && lexicon.concepts.says(.trainingWord, in: text, range: phrase.after)
          || (signs.says(.bareStart, asExactly: phrase.after, in: text) && phrase.clause.count < 14)
          || after.hasPrefix("から")
            && (signs.says(.takingAsTopic, in: text, range: phrase.clause)
              || beginsThen(text, behind: phrase.span.range))
        guard isStart, phrase.span.closes == nil, let mention = phrase.span.opens,
          let starts = years.context(of: statement).date(mention), starts.year != nil
        else { continue }
        return Finding(
          Training(starts: starts), quotes: [Quote(statement, around: mention.range)],
          confidence: Confidence.sentence)
      }
    }
    return nil
  }
}
