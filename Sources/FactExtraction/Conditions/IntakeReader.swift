import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads the year that a page recruits for.
struct IntakeReader {
  let lexicon: Lexicon
  let kind: ProgramKind

  /// The year: from titles and headings, then from sentences of recruiting, then from links.
  func intake(
    titles: [ReadStatement], statements: [ReadStatement], training: Finding<Training>?
  ) -> Finding<Intake>? {
    // An intake that is only announced has no particulars yet.
    for title in titles where !["予定", "次回"].contains(where: { title.text.contains($0) }) {
      if let year = year(in: title.text, title.text.scalars.indices, isTitle: true)
        ?? englishYear(in: title.text)
      {
        return Finding(Intake(year: year), quotes: [Quote(title)])
      }
    }
    for statement in statements where statement.topic == .intake {
      if let year = year(in: statement.text, statement.text.scalars.indices, isTitle: true) {
        return Finding(Intake(year: year), quotes: [Quote(statement)])
      }
    }
    for statement in statements where speaksOfRecruiting(statement) {
      for sentence in statement.sentences {
        guard let year = year(in: statement.text, sentence, isTitle: false) else { continue }
        return Finding(
          Intake(year: year), quotes: [Quote(statement, around: sentence)],
          confidence: Confidence.sentence)
      }
    }
    for statement in statements {
      for sentence in statement.sentences {
        guard let year = yearBesideKind(statement, sentence) else { continue }
        return Finding(
          Intake(year: year), quotes: [Quote(statement, around: sentence)],
          confidence: Confidence.sentence)
      }
    }
    guard let training, let year = training.value.starts?.year else { return nil }
    return Finding(Intake(year: year), quotes: training.quotes, confidence: Confidence.inferred)
  }

  private func speaksOfRecruiting(_ statement: ReadStatement) -> Bool {
    let words = ["募集", "要項", "出願期間", "採用", "受け入れ", "受入"]
    guard
      statement.topic == nil || statement.topic == .accepting
        || statement.statement.shape == .heading
        || lexicon.concepts.says(.accepting, in: statement.text)
    else { return false }
    return words.contains { statement.text.contains($0) }
      && (statement.kinds.isEmpty || statement.kinds.contains { $0.name.kind == kind })
  }

  /// `令和8年度実地修練生`: the year of recruiting stands right before the people, in a heading or a sentence.
  private func yearBesideKind(_ statement: ReadStatement, _ sentence: Range<Int>) -> Int? {
    let text = statement.text
    for mention in lexicon.kinds.mentions(in: text, range: sentence)
    where mention.isFirm && mention.name.kind == kind {
      let before = DateReader().years(
        in: text, range: sentence.lowerBound..<mention.range.lowerBound)
      guard let year = before.last, mention.range.lowerBound - year.range.upperBound <= 3,
        year.isFiscal || kind == .examination
      else { continue }
      return year.year
    }
    return nil
  }

  /// `Practical Training 2027`: a year that an English title names beside the program.
  private func englishYear(in text: FoldedText) -> Int? {
    guard !text.scalars.contains(where: \.isJapanese),
      lexicon.kinds.mentions(in: text).contains(where: { $0.name.kind == kind })
    else { return nil }
    var reader = ScalarReader(text)
    while !reader.isAtEnd {
      let before = reader.previous
      let start = reader.position
      if before?.isDigit != true, before != "-", before != "/",
        let year = NumberReader.digits(&reader, atMost: 4), (2000...2099).contains(year),
        reader.next.map({ !"-/.".unicodeScalars.contains($0) }) ?? true
      {
        return year
      }
      reader.position = start + 1
    }
    return nil
  }

  private func year(in text: FoldedText, _ range: Range<Int>, isTitle: Bool) -> Int? {
    let words = text.string(in: range)
    if !isTitle,
      lexicon.concepts.says(.lastYear, .notAccepting, in: text, range: range)
        || ["掲載予定", "公開予定", "以降", "にお知らせ", "に掲載", "に公開", "に公表", "未定"].contains(where: {
          words.contains($0)
        })
    {
      return nil
    }
    for year in DateReader().years(in: text, range: range) where year.isFiscal || isTitle {
      let behind = text.string(
        in: year.range.upperBound..<min(year.range.upperBound + 8, range.upperBound))
      let others = ["実績", "以降", "までの", "より前"] + (kind == .examination ? [] : ["予備試験", "国家試験"])
      let isOther = others.contains { behind.contains($0) }
      if !isOther { return year.year }
    }
    // `令和9年1月開始`, `2027年4月入学`.
    for date in DateReader().dates(in: text, range: range) {
      guard let year = date.year else { continue }
      let behind = text.string(
        in: date.range.upperBound..<min(date.range.upperBound + 4, range.upperBound))
      if ["開始", "入学", "採用", "生募集", "から"].contains(where: { behind.hasPrefix($0) }) { return year }
    }
    return nil
  }
}
