import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads how and when applicants are chosen.
struct SelectionReader {
  let lexicon: Lexicon
  let years: YearContext

  private static let methods: [(Concept, Selection.Method)] = [
    (.documentsMethod, .documents), (.writtenMethod, .written), (.interviewMethod, .interview),
    (.practicalMethod, .practical),
  ]

  /// What the statements of a program say of it.
  func selection(in statements: [ReadStatement]) -> Finding<Selection>? {
    let own = statements.filter { $0.topic == .selection || $0.topic == .selectionDay }
    // A result may name the stage that it is of: 一次選考（書類審査）結果通知.
    let stages = statements.filter { $0.topic == .result }.map(methodsOfStage)
    var dates: [Selection.Method: PartialDate] = [:]
    var found = stages.reduce(into: Set<Selection.Method>()) { $0.formUnion($1) }
    var quotes: [Quote] = []
    var loose: PartialDate?
    for statement in own {
      let named = methods(named: statement)
      if !named.isEmpty || !DateReader().dates(in: statement.text).isEmpty {
        if statement.topic == .selection || statement.topic == .selectionDay {
          quotes.append(Quote(statement))
        }
      }
      found.formUnion(named)
      read(statement, named, &dates, &loose)
    }
    // 書類審査結果通知 names a step, though its day is that of a result.
    for statement in statements where statement.topic == .result {
      let label = FoldedText(statement.statement.labels.joined(separator: " "))
      for (concept, method) in Self.methods
      where lexicon.concepts.says(concept, in: label) && found.insert(method).inserted {
        quotes.append(Quote(statement))
      }
    }
    if hasRounds(own) {
      dates = [:]
      loose = nil
    }
    if let loose {
      for method in found where method != .documents && dates[method] == nil {
        dates[method] = loose
      }
    }
    var value = Selection(
      steps: Selection.Method.allCases.filter { found.contains($0) }.map {
        Selection.Step(method: $0, date: $0 == .documents ? nil : dates[$0])
      })
    if let (day, quote) = result(in: statements) {
      value.result = day
      quotes.append(quote)
    }
    guard !value.steps.isEmpty || value.result != nil else { return nil }
    return Finding(value, quotes: quotes)
  }

  /// The ways of choosing that the label of a result names.
  private func methodsOfStage(_ statement: ReadStatement) -> Set<Selection.Method> {
    let label = FoldedText(statement.label)
    return Set(Self.methods.filter { lexicon.concepts.says($0.0, in: label) }.map(\.1))
  }

  /// Whether a table has a column for each of several rounds: then no one day is the day.
  private func hasRounds(_ statements: [ReadStatement]) -> Bool {
    let dated = statements.filter { !DateReader().dates(in: $0.text).isEmpty }
    return Set(dated.compactMap(\.statement.column)).count > 1
  }

  /// The ways of choosing that a statement and its labels name; what only may happen does not count.
  private func methods(named statement: ReadStatement) -> Set<Selection.Method> {
    var found: Set<Selection.Method> = []
    let label = FoldedText(statement.label)
    for (concept, method) in Self.methods {
      if lexicon.concepts.says(concept, in: label) { found.insert(method) }
      for range in lexicon.concepts.ranges(of: concept, in: statement.text) {
        let sentence = statement.text.stretch(around: range) { $0 == "。" || $0 == "\n" }
        if lexicon.concepts.says(.maybeNeed, in: statement.text, range: sentence) { continue }
        found.insert(method)
      }
    }
    return found
  }

  /// Gives the days of a statement to the ways of choosing named in the same sentence, or to all.
  private func read(
    _ statement: ReadStatement, _ named: Set<Selection.Method>,
    _ dates: inout [Selection.Method: PartialDate], _ loose: inout PartialDate?
  ) {
    let text = statement.text
    let hasLabelMethod = !named.isEmpty
    for sentence in statement.sentences {
      let spans = DateReader().spans(in: text, range: sentence)
      guard let span = spans.first(where: { !isResult($0, in: text, sentence) }),
        spans.count(where: \.isList) == 0,
        let mention = span.closes == nil || span.opens == nil ? span.opens ?? span.closes : nil,
        mention.day != nil, let day = years.date(mention)
      else { continue }
      let inSentence = Self.methods.filter {
        lexicon.concepts.says($0.0, in: text, range: sentence)
      }
      .map(\.1).filter { $0 != .documents }
      if inSentence.isEmpty {
        if hasLabelMethod {
          named.forEach { dates[$0] = dates[$0] ?? day }
        } else {
          loose = loose ?? day
        }
      } else {
        let shared = statement.topic == .selectionDay && inSentence.count == 1 && loose == nil
        inSentence.forEach { dates[$0] = day }
        if shared { loose = day }
      }
    }
  }

  /// Whether a day is that of the result: the words right behind it, or around it, say so.
  private func isResult(_ span: DateSpan, in text: FoldedText, _ sentence: Range<Int>) -> Bool {
    let clause = text.stretch(around: span.range) { "。\n、※;".unicodeScalars.contains($0) }
    let range =
      max(clause.lowerBound, sentence.lowerBound)..<min(clause.upperBound, sentence.upperBound)
    return lexicon.concepts.says(.resultWord, in: text, range: range)
      && !Self.methods.contains { lexicon.concepts.says($0.0, in: text, range: range) }
  }

  // MARK: The result

  private func result(in statements: [ReadStatement]) -> (PartialDate, Quote)? {
    var last: (PartialDate, Quote)?
    for statement in statements {
      let isLabelled = statement.topic == .result
      guard isLabelled || statement.topic == .selection || statement.topic == .selectionDay else {
        continue
      }
      if !isLabelled, isFirstStage(statement) { continue }
      for sentence in statement.sentences {
        if !isLabelled, !lexicon.concepts.says(.resultWord, in: statement.text, range: sentence) {
          continue
        }
        for span in DateReader().spans(in: statement.text, range: sentence) {
          guard let mention = span.opens ?? span.closes,
            mention.day != nil || mention.part != nil || isLabelled,
            isLabelled || isResult(span, in: statement.text, sentence),
            let day = years.date(mention)
          else { continue }
          if last == nil || isLabelled { last = (day, Quote(statement, around: span.range)) }
        }
      }
    }
    return last
  }

  private func isFirstStage(_ statement: ReadStatement) -> Bool {
    (statement.statement.labels + statement.statement.section).contains { heading in
      ["第一次", "一次", "第1次", "1次", "書類"].contains { FoldedText(heading).contains($0) }
    }
  }
}
