import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads how each of several rounds chooses: each has its own days.
extension SelectionReader {
  /// What the statements of a program say of it, round by round where there are several.
  func selection(in statements: [ReadStatement]) -> Finding<Selection>? {
    let rounds = rounds(of: statements)
    guard rounds.count > 1 else { return selectionOfOne(in: rounds.first ?? statements) }
    let found = rounds.compactMap { selectionOfOne(in: $0, isRound: true) }
    let days = found.flatMap(\.value.steps)
    let steps = Selection.Method.allCases.flatMap { method -> [Selection.Step] in
      let own = days.filter { $0.method == method }
      let dated = own.enumerated().filter { place, step in
        step.date != nil && !own[..<place].contains(step)
      }
      return dated.isEmpty ? Array(own.prefix(1)) : dated.map(\.element)
    }
    guard let confidence = found.map(\.confidence).min(), !steps.isEmpty else { return nil }
    var quotes: [Quote] = []
    for quote in found.flatMap(\.quotes) where !quotes.contains(quote) { quotes.append(quote) }
    // 1次募集 | 2次募集: 未定: where one round alone has days, its result is the result.
    let dated = found.map(\.value).filter { round in
      round.result != nil || round.steps.contains { $0.date != nil }
    }
    let result = dated.count == 1 ? dated[0].result : nil
    return Finding(
      Selection(steps: steps, result: result), quotes: quotes, confidence: confidence)
  }

  /// The statements of each round whose selection has heads of its own, with what is said of all; where there are
  /// none or one that is not over, one list or none.
  private func rounds(of statements: [ReadStatement]) -> [[ReadStatement]] {
    var keys: [String] = []
    var over: Set<String> = []
    for statement in statements where isLabelled(statement) {
      guard let round = round(of: statement) else { continue }
      if round.isOver { over.insert(round.key) }
      if !keys.contains(round.key) { keys.append(round.key) }
    }
    guard keys.count > 1 else { return [] }
    let perRound = statements.map { statement in round(of: statement)?.key }
    return keys.filter { !over.contains($0) }.map { key in
      zip(statements, perRound).filter { statement, own in
        own == key || own == nil && mayBe(of: key, statement)
      }.map(\.0)
    }
  }

  /// Whether what stands under no round's head may be of a round: it names no other.
  private func mayBe(of key: String, _ statement: ReadStatement) -> Bool {
    let named = Self.roundSigns.filter { lexicon.signs.says($0, in: statement.text) }
    return named.isEmpty || named.map(\.rawValue) == [key]
  }

  private static let roundSigns = [Sign.firstRound, .secondRound, .thirdRound]

  /// The round of a statement: its column's, its label's or heading's, or what it begins with.
  private func round(of statement: ReadStatement) -> (key: String, isOver: Bool)? {
    let words = statement.statement
    let heads =
      [words.column].compactMap { $0 } + words.labels.reversed()
      + words.section.suffix(2).reversed()
    for head in heads {
      // In 試 験 日 blanks say nothing, in English they part words.
      let words = FoldedText(head)
      let text = words.scalars.contains(where: \.isJapanese) ? words.withoutBlanks : words
      guard let key = round(namedBy: text, text.scalars.indices) else { continue }
      return (key, lexicon.concepts.says(.closed, .pastExamination, in: text))
    }
    let text = statement.text
    guard let day = DateReader().dates(in: text).first?.range else { return nil }
    return round(namedBy: text, 0..<day.lowerBound).map { ($0, false) }
  }

  /// `第1回募集`, `後期（10月開始）`; not `第1回選考（筆記）`, `第二次試験`, which are steps of one round.
  private func round(namedBy text: FoldedText, _ range: Range<Int>) -> String? {
    let signs = Self.roundSigns.filter { lexicon.signs.says($0, in: text, range: range) }
    let saysSteps = lexicon.signs.says(.choosing, in: text, range: range)
    // 4月開始, 10月開始
    if signs.isEmpty, text.scalars[range].contains("月"), !saysSteps,
      lexicon.signs.says(.roundEnding, atEndOf: range, in: text)
    {
      return text.string(in: range)
    }
    guard signs.count == 1, let sign = signs.first,
      lexicon.signs.says(.appliedFor, in: text, range: range)
        || !saysSteps && lexicon.signs.says(.counted, in: text, range: range)
    else { return nil }
    return sign.rawValue
  }

  /// Whether a table has a column for each of several rounds, or each has a heading: then no one day is the day.
  func hasRounds(_ statements: [ReadStatement], isRound: Bool) -> Bool {
    let dated = statements.filter { !DateReader().dates(in: $0.text).isEmpty }
    let headings = dated.flatMap { $0.statement.section.suffix(2) }.filter {
      let text = FoldedText($0).withoutBlanks
      // 第1回選考（筆記）, 第2回選考（面接） are steps of one round.
      return !lexicon.signs.says(.choosing, in: text)
        && (lexicon.signs.says(.secondRound, .thirdRound, in: text) || text.hasWord("第1回", at: 0))
    }
    let changes = ChangeReader(lexicon: lexicon)
    // In the row of a round the columns are its matters: 第1回 | 面接 | 発表.
    let columns = Set(
      dated.filter { !isRound || $0.label != $0.statement.column }.compactMap(\.statement.column)
    ).filter {
      let head = FoldedText($0)
      return !changes.isOld(head) && !changes.isNew(head)
    }
    return columns.count > 1 && !sayTheSame(dated)
      || Set(headings).count > 1
  }

  /// Whether each row has one day in all its columns: 2027年1月20日 | January 20, 2027.
  private func sayTheSame(_ statements: [ReadStatement]) -> Bool {
    let rows = Dictionary(grouping: statements) { $0.statement.labels }
    return rows.values.allSatisfy { row in
      let days = row.map { DateReader().dates(in: $0.text).map { [$0.month, $0.day] } }
      return row.count > 1 && days.allSatisfy { $0 == days[0] }
    }
  }
}
