import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads the length, the first and the last day of the training.
struct TrainingReader {
  let lexicon: Lexicon
  let years: YearContext

  /// What the statements of a program say of it; the title may add the month of beginning.
  func training(in statements: [ReadStatement], titles: [ReadStatement]) -> Finding<Training>? {
    let own = statements.filter { $0.topic == .training }
    for statement in own {
      guard var finding = training(in: statement) else { continue }
      for other in own where other.order != statement.order { add(other, to: &finding) }
      if finding.value.starts == nil, finding.value.ends == nil,
        let start = startFromTitle(statements, titles)
      {
        finding.value.starts = start.value.starts
        finding.quotes += start.quotes
      }
      return finding
    }
    for statement in statements
    where statement.topic == nil && statement.statement.shape == .paragraph {
      if speaksOfTraining(statement), let finding = training(in: statement) {
        return Finding(finding.value, quotes: finding.quotes, confidence: Confidence.sentence)
      }
    }
    return startFromTitle(statements, titles)
  }

  /// Another statement may add what the first one leaves out: a length, a first day, a last day.
  ///
  /// A second first day (several rounds) leaves the first day open.
  private func add(_ statement: ReadStatement, to finding: inout Finding<Training>) {
    guard let other = training(in: statement) else { return }
    var value = finding.value
    if let first = value.starts, let second = other.value.starts, first != second {
      value.starts = nil
      value.ends = nil
    }
    let isEarlier = finding.value.starts == nil
    if isEarlier { value.starts = other.value.starts }
    value.months = value.months ?? other.value.months
    if value.ends == nil, isEarlier { value.ends = other.value.ends }
    guard value != finding.value else { return }
    finding.value = value
    finding.quotes += other.quotes
  }

  private func training(in statement: ReadStatement) -> Finding<Training>? {
    for line in statement.text.pieces(separatedBy: { "。\n※".unicodeScalars.contains($0) }) {
      let text = statement.text
      if lexicon.concepts.says(.lastYear, in: text, range: line) { continue }
      var value = Training(months: months(in: text, line))
      var quoted = line
      if let span = DateReader().spans(in: text, range: line).first(where: { !$0.isList }) {
        let dates = years.dates(of: span)
        value.starts = dates.opens
        value.ends = span.opens == nil ? nil : dates.closes
        if span.opens == nil { value.ends = dates.closes }
        value.months = value.months ?? months(from: value.starts, to: value.ends)
        if isList(text, line) { value.starts = nil }
      }
      if value.months == nil, value.starts == nil, value.ends == nil { continue }
      if value.months == nil || value.starts == nil {
        complete(&value, from: statement, after: line, &quoted)
      }
      return Finding(value, quotes: [Quote(statement, around: quoted)])
    }
    return nil
  }

  /// `4月又は10月`: several possible beginnings are none.
  private func isList(_ text: FoldedText, _ line: Range<Int>) -> Bool {
    DateReader().spans(in: text, range: line).contains { $0.isList }
  }

  /// A second line may add the days to a length, or the length to a first day.
  private func complete(
    _ value: inout Training, from statement: ReadStatement, after line: Range<Int>,
    _ quoted: inout Range<Int>
  ) {
    let text = statement.text
    for other in text.pieces(separatedBy: { "。\n※".unicodeScalars.contains($0) })
    where other.lowerBound > line.upperBound && other.lowerBound - line.upperBound < 4 {
      if value.starts == nil, value.ends == nil,
        let span = DateReader().spans(in: text, range: other).first(where: { !$0.isList })
      {
        (value.starts, value.ends) = years.dates(of: span)
        quoted = line.lowerBound..<other.upperBound
      }
    }
  }

  private func speaksOfTraining(_ statement: ReadStatement) -> Bool {
    ["修練期間", "研修期間", "修練の期間", "training period"].contains { statement.text.contains($0) }
  }

  /// The length: one, a choice of several, or a bound.
  ///
  /// Lengths of an extension, of experience or of a
  /// part of the training are none.
  private func months(in text: FoldedText, _ line: Range<Int>) -> Bounds? {
    let lengths = DurationReader().durations(in: text, range: line).filter { length in
      guard length.bound != .before else { return false }
      let clause = text.stretch(around: length.range) { "。\n、※;()".unicodeScalars.contains($0) }
      let words = text.string(in: clause)
      return !["延長", "経験", "通算", "更新", "うち", "公衆衛生", "ごと", "保健所"].contains { words.contains($0) }
    }
    guard let first = lengths.first else { return nil }
    switch first.bound {
    case .atMost: return Bounds(max: first.months)
    case .atLeast: return Bounds(min: first.months)
    default:
      let exact = lengths.filter { $0.bound == .exactly }.map(\.months)
      return Bounds(min: exact.min() ?? first.months, max: exact.max() ?? first.months)
    }
  }

  /// Whole months between the first and the last day, rounded.
  private func months(from starts: PartialDate?, to ends: PartialDate?) -> Bounds? {
    guard let starts, let ends, let first = starts.month, let last = ends.month else { return nil }
    var months = last - first
    if let one = starts.year, let other = ends.year {
      months += (other - one) * 12
    } else if months <= 0 {
      months += 12
    }
    let days = (ends.day ?? 31) - (starts.day ?? 1) + 1
    months += days >= 15 ? 1 : days <= -15 ? -1 : 0
    return (1...120).contains(months) ? Bounds(exactly: months) : nil
  }

  private func startFromTitle(
    _ statements: [ReadStatement], _ titles: [ReadStatement]
  ) -> Finding<Training>? {
    for title in titles {
      for date in DateReader().dates(in: title.text) {
        var reader = ScalarReader(title.text, in: date.range.upperBound..<title.text.scalars.count)
        reader.skipBlanks()
        guard reader.take(any: ["開始", "入学", "採用", "から", "生"]) != nil, let starts = years.date(date)
        else {
          continue
        }
        return Finding(
          Training(starts: starts), quotes: [Quote(title)], confidence: Confidence.inferred)
      }
    }
    return startFromSentence(statements)
  }

  /// `2027年4月に研修を開始する専攻医を募集します`.
  private func startFromSentence(_ statements: [ReadStatement]) -> Finding<Training>? {
    for statement in statements
    where statement.topic == nil && statement.statement.shape != .heading {
      for sentence in statement.sentences where statement.text.contains("を開始する") {
        guard let date = DateReader().dates(in: statement.text, range: sentence).first,
          let starts = years.date(date)
        else { continue }
        return Finding(
          Training(starts: starts), quotes: [Quote(statement, around: date.range)],
          confidence: Confidence.sentence)
      }
    }
    return nil
  }
}
