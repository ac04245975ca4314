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
    if kind == .examination, let found = ofExamination(titles + statements) { return found }
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

  /// The longest line that names an examination as a heading does.
  private static let longestHeading = 48

  /// `第8回専門医認定試験(2026年度)`, `2027年 第21回認定試験`: the year beside the examination that a title, a heading,
  /// or else a short line names; not that of an earlier round, of renewal or of a meeting.
  private func ofExamination(_ statements: [ReadStatement]) -> Finding<Intake>? {
    let matter = ExaminationMatter(lexicon: lexicon)
    let lines = statements.filter { line in
      line.text.scalars.count <= Self.longestHeading && namesExamination(line.text)
        && line.statement.labels.isEmpty && matter.isOfThisRound(line)
        && matter.leavesToThisRound(line.statement.text)
    }
    let headings = lines.filter { $0.statement.shape == .heading }
    for line in headings + lines.filter({ $0.statement.shape == .paragraph }) {
      guard let year = yearOfRound(in: line.text) ?? englishYear(in: line.text) else { continue }
      return Finding(Intake(year: year), quotes: [Quote(line)])
    }
    return ofNotice(statements)
  }

  /// `令和9年医師国家試験予備試験を次のとおり施行する`: a notice names the year right before the examination.
  private func ofNotice(_ statements: [ReadStatement]) -> Finding<Intake>? {
    for statement in statements where statement.statement.shape == .paragraph {
      let text = statement.text
      for sentence in statement.sentences
      where ["施行", "実施", "行います", "行う"].contains(where: text.string(in: sentence).contains) {
        for mention in lexicon.kinds.mentions(in: text, range: sentence)
        where mention.name.kind == kind {
          let before = DateReader().years(
            in: text, range: sentence.lowerBound..<mention.range.lowerBound)
          guard let year = before.last, mention.range.lowerBound - year.range.upperBound <= 8
          else { continue }
          return Finding(
            Intake(year: year.year), quotes: [Quote(statement, around: sentence)],
            confidence: Confidence.sentence)
        }
      }
    }
    return nil
  }

  private func namesExamination(_ text: FoldedText) -> Bool {
    text.contains("試験") || lexicon.kinds.mentions(in: text).contains { $0.name.kind == kind }
  }

  private func yearOfRound(in text: FoldedText) -> Int? {
    DateReader().years(in: text).first { year in
      let behind = text.string(
        in: year.range.upperBound..<min(year.range.upperBound + 4, text.scalars.count))
      return !["創刊", "設立", "創立", "発足", "以降", "以前", "までの"].contains(where: behind.contains)
    }?.year
  }

  private func speaksOfRecruiting(_ statement: ReadStatement) -> Bool {
    let words = ["募集", "要項", "出願期間", "採用", "受け入れ", "受入", "修練を希望", "修練希望"]
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
        year.isFiscal || kind == .examination || endsHeading(mention.range, statement)
      else { continue }
      return year.year
    }
    return nil
  }

  /// `2027年 実地修練生`: a heading that ends with the people names the year that they are taken for.
  private func endsHeading(_ mention: Range<Int>, _ statement: ReadStatement) -> Bool {
    guard statement.statement.shape == .heading else { return false }
    let rest = statement.text.string(in: mention.upperBound..<statement.text.scalars.count)
      .trimmingBlanks
    return rest.isEmpty
      || ["募集", "の募集", "要項", "受入", "の受入", "受け入れ", "の受け入れ"].contains(where: rest.hasPrefix)
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
      if text.hasWord(Array("創刊".unicodeScalars), at: year.range.upperBound) { continue }
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
