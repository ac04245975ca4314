import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads the year that a page recruits for.
struct IntakeReader {
  let lexicon: Lexicon
  let kind: ProgramKind

  private var signs: SignTable { lexicon.signs }

  /// The year: from titles and headings, then from sentences of recruiting, then from links.
  func intake(
    titles: [ReadStatement], statements: [ReadStatement], training: Finding<Training>?
  ) -> Finding<Intake>? {
    if kind == .examination, let found = ofExamination(titles + statements) { return found }
    // An intake that is only announced has no particulars yet.
    for title in titles where !signs.says(.toCome, in: title.text) {
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
    if let told = told(in: statements) { return told }
    for statement in statements {
      for sentence in statement.sentences {
        guard let year = yearBesideKind(statement, sentence) else { continue }
        return Finding(
          Intake(year: year), quotes: [Quote(statement, around: sentence)],
          confidence: Confidence.sentence)
      }
    }
    if let found = ofGuideline(statements) { return found }
    if let found = refused(in: statements) { return found }
    guard let training, let year = training.value.starts?.year else { return nil }
    return Finding(Intake(year: year), quotes: training.quotes, confidence: Confidence.inferred)
  }

  /// The last year of the sentences of recruiting, older ones being news.
  ///
  /// One that has ended counts where no other is told, or only announced.
  private func told(in statements: [ReadStatement]) -> Finding<Intake>? {
    var ended: Finding<Intake>?
    var last: Finding<Intake>?
    for statement in statements where speaksOfRecruiting(statement) {
      for sentence in statement.sentences {
        guard let year = year(in: statement.text, sentence, isTitle: false),
          !saysWhen(statement.text, sentence)
        else { continue }
        let found = Finding(
          Intake(year: year), quotes: [Quote(statement, around: sentence)],
          confidence: Confidence.sentence)
        let isOver = lexicon.concepts.says(.closed, in: statement.text, range: sentence)
        if isOver {
          ended = ended ?? found
        } else if let known = last {
          if year > known.value.year, isRecruitedFor(statement, sentence) { last = found }
        } else if ended == nil || !isToCome(statement, sentence) {
          last = found
        }
      }
    }
    return last ?? ended
  }

  /// `次回の募集については、令和9年度中にお知らせします`: a year within which something is done is no intake's.
  private func saysWhen(_ text: FoldedText, _ sentence: Range<Int>) -> Bool {
    DateReader().years(in: text, range: sentence).contains {
      text.hasWord("中に", at: $0.range.upperBound)
    }
  }

  /// Whether a sentence says outright that people are taken for its year, which no other kind is named in.
  private func isRecruitedFor(_ statement: ReadStatement, _ sentence: Range<Int>) -> Bool {
    let text = statement.text
    return lexicon.concepts.says(.accepting, in: text, range: sentence)
      && !isToCome(statement, sentence)
      && lexicon.kinds.mentions(in: text, range: sentence).allSatisfy { $0.name.kind == kind }
      && DateReader().years(in: text, range: sentence).allSatisfy { year in
        !["から", "以降", "以後", "に向け"].contains { text.hasWord($0, at: year.range.upperBound) }
      }
  }

  private func isToCome(_ statement: ReadStatement, _ sentence: Range<Int>) -> Bool {
    signs.says(.toCome, in: statement.text, range: sentence)
  }

  /// `2027年度 実地修練生 募集案内 | PDF`: the guideline of the latest year in a table of papers.
  private func ofGuideline(_ statements: [ReadStatement]) -> Finding<Intake>? {
    statements.compactMap { statement -> (year: Int, statement: ReadStatement)? in
      guard statement.statement.shape == .tableCell, let head = statement.statement.labels.first
      else { return nil }
      let text = FoldedText(head)
      guard lexicon.concepts.says(.guideline, in: text),
        lexicon.kinds.mentions(in: text).contains(where: { $0.isFirm && $0.name.kind == kind }),
        let year = year(in: text, text.scalars.indices, isTitle: true)
      else { return nil }
      let own = ReadStatement(
        statement: statement.statement, text: text, topic: statement.topic, label: statement.label,
        kinds: statement.kinds, order: statement.order)
      return (year, own)
    }.max { $0.year < $1.year }.map {
      Finding(Intake(year: $0.year), quotes: [Quote($0.statement)])
    }
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
    return ofNotice(statements) ?? ofColumns(statements) ?? ofSchedule(statements)
  }

  /// `◆2026年度 日程`: a heading or a line that is nothing but the year and a word for its days.
  private func ofSchedule(_ statements: [ReadStatement]) -> Finding<Intake>? {
    let heads = statements.compactMap { line -> (year: Int, line: ReadStatement)? in
      let text = line.text.withoutBlanks
      guard [.heading, .paragraph].contains(line.statement.shape),
        line.statement.labels.isEmpty, text.scalars.count <= Self.longestSchedule,
        let word = lexicon.concepts.ranges(of: .scheduleWord, in: text).last,
        word.upperBound == text.scalars.count,
        let mention = DateReader().years(in: text).first, let year = yearOfRound(in: text),
        mention.range.upperBound <= word.lowerBound,
        case let between = mention.range.upperBound..<word.lowerBound,
        ["", "の"].contains(text.string(in: between))
          || lexicon.signs.says(.besideSchedule, asExactly: between, in: text)
      else { return nil }
      return (year, line)
    }
    guard let first = heads.first, Set(heads.map(\.year)).count == 1 else { return nil }
    return Finding(Intake(year: first.year), quotes: [Quote(first.line)])
  }

  /// The longest heading of that kind.
  private static let longestSchedule = 16

  /// `第23回（2026年度）` over the only column that is left: earlier rounds have been taken away.
  private func ofColumns(_ statements: [ReadStatement]) -> Finding<Intake>? {
    let cells = statements.compactMap { statement in
      statement.statement.column.flatMap { yearOfRound(in: FoldedText($0)) }.map {
        (year: $0, statement: statement)
      }
    }
    guard let first = cells.first, Set(cells.map(\.year)).count == 1 else { return nil }
    return Finding(
      Intake(year: first.year), quotes: [Quote(first.statement)], confidence: Confidence.inferred)
  }

  /// `令和9年医師国家試験予備試験を次のとおり施行する`: a notice names the year right before the examination.
  private func ofNotice(_ statements: [ReadStatement]) -> Finding<Intake>? {
    for statement in statements where statement.statement.shape == .paragraph {
      let text = statement.text
      for sentence in statement.sentences
      where signs.says(.examinationHeld, in: text, range: sentence) {
        for mention in lexicon.kinds.mentions(in: text, range: sentence)
        where mention.name.kind == kind {
          let before = DateReader().years(
            in: text, range: sentence.lowerBound..<mention.range.lowerBound)
          // 2037年2月に実施する第131回医師国家試験: its month and its number may stand between.
          guard let year = before.last(where: { !isOfElse($0, text) }),
            case let gap = year.range.upperBound..<mention.range.lowerBound,
            gap.count <= 8
              || gap.count <= 16 && text.contains("第", in: gap) && !text.contains("した", in: gap)
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
    lexicon.concepts.says(.examinationWord, in: text)
      || lexicon.kinds.mentions(in: text).contains { $0.name.kind == kind }
  }

  private func yearOfRound(in text: FoldedText) -> Int? {
    DateReader().years(in: text).first { !isOfElse($0, text) }?.year
  }

  /// `昭和23年法律第201号`, `1998年創刊`: a year of something else.
  private func isOfElse(_ year: YearMention, _ text: FoldedText) -> Bool {
    signs.says(.yearOfElse, in: text, range: (year.range.upperBound..<text.scalars.count).prefix(4))
  }

  /// `令和9年度につきましては、実地修練生の受け入れを休止いたします`: the year in which nobody is taken, where no other is told.
  private func refused(in statements: [ReadStatement]) -> Finding<Intake>? {
    for statement in statements where statement.kinds.contains(where: { $0.name.kind == kind }) {
      for sentence in statement.sentences
      where lexicon.concepts.says(.notAccepting, in: statement.text, range: sentence)
        && !lexicon.concepts.says(.lastYear, in: statement.text, range: sentence)
      {
        let years = DateReader().years(in: statement.text, range: sentence).filter(\.isFiscal)
        guard let year = years.first, Set(years.map(\.year)).count == 1 else { continue }
        return Finding(
          Intake(year: year.year), quotes: [Quote(statement, around: sentence)],
          confidence: Confidence.sentence)
      }
    }
    return nil
  }

  private func speaksOfRecruiting(_ statement: ReadStatement) -> Bool {
    guard
      statement.topic == nil || statement.topic == .accepting
        || statement.statement.shape == .heading
        || lexicon.concepts.says(.accepting, in: statement.text)
    else { return false }
    return signs.says(.recruiting, in: statement.text)
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
    let rest = statement.text.trimmed(mention.upperBound..<statement.text.scalars.count)
    return rest.isEmpty || signs.says(.recruitingOf, atStartOf: rest, in: statement.text)
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
    if !isTitle,
      lexicon.concepts.says(.lastYear, .notAccepting, in: text, range: range)
        || signs.says(.toBeAnnounced, in: text, range: range)
    {
      return nil
    }
    for year in DateReader().years(in: text, range: range) where year.isFiscal || isTitle {
      let behind = year.range.upperBound..<range.upperBound
      let isOther =
        signs.says(.yearOfElse, in: text, range: behind.prefix(8))
        || kind != .examination
          && signs.says(.otherExamination, in: text, range: behind.prefix(8))
      if !isOther { return year.year }
    }
    // `令和9年1月開始`, `2027年4月入学`; 応募書類は10月5日から同月30日までに: days on which papers are taken.
    let stretches = DateReader().spans(in: text, range: range).filter { span in
      guard let first = span.opens, let last = span.closes else { return false }
      return last.year == nil || first.year == last.year
    }
    let isOfPapers = lexicon.concepts.says(.applicationWord, in: text, range: range)
    for date in DateReader().dates(in: text, range: range) {
      guard let year = date.year,
        !isOfPapers || !stretches.contains(where: { $0.range.contains(date.range.lowerBound) })
      else { continue }
      let behind = (date.range.upperBound..<range.upperBound).prefix(4)
      if signs.says(.beginning, atStartOf: behind, in: text) { return year }
    }
    return nil
  }
}
