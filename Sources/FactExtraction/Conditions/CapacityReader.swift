import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads the number of places.
struct CapacityReader {
  let lexicon: Lexicon
  /// The kind of the program.
  let kind: KindName?

  private var signs: SignTable { lexicon.signs }

  /// What the statements of a program say of it: beside its label, else in a sentence that recruits.
  func capacity(in statements: [ReadStatement]) -> Finding<Capacity>? {
    let notes = MarkedNotes(statements, lexicon: lexicon)
    let statements = statements.filter {
      // The rules of an examination count the members of its committee.
      kind?.kind != .examination || !$0.statement.labels.isEmpty
        || !lexicon.concepts.says(.committee, in: $0.text)
    }
    for statement in statements where isLabelled(statement) {
      if let note = notes.change(for: statement),
        let found = finding(note, isLabelled: false)
      {
        return found
      }
      if let found = finding(statement, isLabelled: true) { return found }
    }
    for statement in statements where !isLabelled(statement) && !notes.isNote(statement) {
      if let found = finding(statement, isLabelled: false) { return found }
    }
    return nil
  }

  /// Whether a label or heading announces the places; an English one may do so in other words than
  /// those of the table of labels.
  private func isLabelled(_ statement: ReadStatement) -> Bool {
    guard statement.statement.shape != .heading else { return false }
    if statement.topic == .capacity { return true }
    let above = FoldedText(
      statement.statement.labels.last ?? statement.statement.section.last ?? "")
    return statement.topic == nil && above.scalars.count <= 40
      && !above.scalars.contains(where: \.isJapanese)
      && lexicon.concepts.says(.capacityTopic, in: above)
  }

  private func finding(_ statement: ReadStatement, isLabelled: Bool) -> Finding<Capacity>? {
    let text = statement.text.withoutSpacing
    guard isLabelled || mayTell(text) else { return nil }
    for piece in pieces(text) {
      let line = wholeBehindGroups(text, piece, statement)
      if lexicon.concepts.says(.lastYear, in: text, range: line) { continue }
      if isBracketOfAnotherKind(text, line) || isOfDay(text, line) { continue }
      // 2025年は412名が受験しました
      if kind?.kind == .examination, isOfElse(text, line, statement) { continue }
      guard isLabelled || saysPlaces(text, line),
        let value = capacity(text, line, statement, isLabelled: isLabelled)
      else { continue }
      return Finding(
        value, quotes: [Quote(read(statement, text), around: line)],
        confidence: isLabelled ? Confidence.labelled : Confidence.sentence)
    }
    return nil
  }

  /// `2025年は412名が受験しました`, `341 candidates sat Part A`, `講習会を京都で開催します（定員80名）`: how many came, or may come to something
  /// else, is no limit of an examination.
  private func isOfElse(
    _ text: FoldedText, _ line: Range<Int>, _ statement: ReadStatement
  ) -> Bool {
    let sentence = text.stretch(around: line) { "。\n".unicodeScalars.contains($0) }
    return signs.says(.pastEnding, atEndOf: line, in: text)
      || signs.says(.countedBefore, .eventNoun, in: text, range: sentence)
      || signs.says(.eventNoun, in: FoldedText(statement.path))
  }

  /// `各診療科1名ずつ、病院全体で3名以内`: behind the number of a group, the words for all and their number.
  private func wholeBehindGroups(
    _ text: FoldedText, _ piece: Range<Int>, _ statement: ReadStatement
  ) -> Range<Int> {
    guard let (first, _) = number(text, piece),
      isOfGroup(text, piece.lowerBound..<first.lowerBound, statement)
    else { return piece }
    return lexicon.concepts.ranges(
      of: .capacityWhole, in: text, range: first.upperBound..<piece.upperBound
    ).map { $0.lowerBound..<piece.upperBound }.first { number(text, $0) != nil } ?? piece
  }

  /// `同封: 初期研修医募集案内(定員18名)`: a bracket speaks of what stands right before it.
  private func isBracketOfAnotherKind(_ text: FoldedText, _ line: Range<Int>) -> Bool {
    guard let kind, text.hasWord("(", before: line.lowerBound) else { return false }
    let before = text.stretch(before: line.lowerBound - 1..<line.upperBound, atMost: 20)
    guard let named = lexicon.kinds.mentions(in: text, range: before).last(where: \.isFirm),
      named.name != kind
    else { return false }
    let noun = named.range.upperBound..<before.upperBound
    return noun.count <= 8
      && signs.says(.paperOfAnother, before: noun.upperBound, from: noun.lowerBound, in: text)
  }

  /// `Dates and places: Sunday, 18 October 2026`: the number is that of a day.
  private func isOfDay(_ text: FoldedText, _ line: Range<Int>) -> Bool {
    guard let (number, _) = number(text, line) else { return false }
    return DateReader().dates(in: text, range: line).contains { $0.range.overlaps(number) }
  }

  private func read(_ statement: ReadStatement, _ text: FoldedText) -> ReadStatement {
    ReadStatement(
      statement: statement.statement, text: text, topic: statement.topic, label: statement.label,
      kinds: statement.kinds, order: statement.order)
  }

  private static let ends = ScalarSet("。\n※(")

  /// Sentences; what stands in brackets is for itself, but a number in digits said again in them.
  private func pieces(_ text: FoldedText) -> [Range<Int>] {
    text.pieces(separatedBy: Self.ends.contains).map { piece in
      var reader = ScalarReader(text, in: piece.upperBound..<text.scalars.count)
      guard reader.take("(" as Unicode.Scalar), NumberReader.digits(&reader, atMost: 2) != nil,
        reader.take(")" as Unicode.Scalar)
      else { return piece }
      return piece.lowerBound..<reader.position
    }.flatMap { parts(of: $0, text) }
  }

  /// `We have four places, and last year we had 19 applicants`: an English clause says its own.
  private func parts(of piece: Range<Int>, _ text: FoldedText) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var rest = piece
    while let joint = text.range(of: ", and ", in: rest) {
      parts.append(rest.lowerBound..<joint.lowerBound)
      rest = joint.upperBound..<rest.upperBound
    }
    return parts + [rest]
  }

  /// Whether a sentence of a text may speak of places: most texts have none of the words.
  private func mayTell(_ text: FoldedText) -> Bool {
    lexicon.concepts.says(.capacityTopic, in: text)
      || signs.says(.recruited, .englishPlaces, .persons, .takesThem, in: text)
  }

  /// Whether a sentence speaks of places: it names them before a number, or recruits so many.
  private func saysPlaces(_ text: FoldedText, _ line: Range<Int>) -> Bool {
    guard let (range, _) = number(text, line) else {
      return saysFew(text, line)
    }
    let before = line.lowerBound..<range.lowerBound
    if let topic = lexicon.concepts.ranges(of: .capacityTopic, in: text, range: before).last {
      return range.lowerBound - topic.upperBound <= 12
    }
    let behind = behindBracket(text, range, line)
    // 来賓50名をお迎えします: whoever else comes stands right before the number.
    if signs.says(.welcoming, in: text, range: behind), let last = before.last,
      !Self.beforeBareNumber.contains(text.scalars[last])
    {
      return false
    }
    return signs.says(.recruited, atStartOf: behind, in: text)
      || (text.hasWord("の", at: behind.lowerBound)
        && lexicon.concepts.says(.recruitment, in: text, range: behind))
      || takesSoMany(text, line, behind: range)
      || admitsPersons(text, line, before, behind)
      || (signs.says(.englishPlaces, atStartOf: behind, in: text)
        && signs.says(.offersPlaces, in: text, range: before)
        && !signs.says(.soFar, in: text, range: line))
  }

  /// The words behind a number; of `4名（前期2名、後期2名）を募集します` those behind the bracket.
  private func behindBracket(
    _ text: FoldedText, _ number: Range<Int>, _ line: Range<Int>
  ) -> Range<Int> {
    guard number.upperBound == line.upperBound, text.hasWord("(", at: line.upperBound),
      let close = text.range(of: ")", in: line.upperBound..<text.scalars.count)?.upperBound
    else { return text.trimmed((number.upperBound..<line.upperBound).prefix(Self.reach)) }
    let end = text.scalars[close...].firstIndex { "。\n(".unicodeScalars.contains($0) }
    return text.trimmed((close..<(end ?? text.scalars.count)).prefix(Self.reach))
  }

  /// What may stand before a number of people that no noun names.
  private static let beforeBareNumber = ScalarSet("はにで、 約年度月もら")

  /// How many letters the words of recruiting stand behind a number, at most.
  private static let reach = 10

  /// `毎年1名の実地修練生を受け入れています`: so many of these people are taken; those who were taken once are no places.
  private func takesSoMany(
    _ text: FoldedText, _ line: Range<Int>, behind number: Range<Int>
  ) -> Bool {
    let rest = number.upperBound..<line.upperBound
    let before = line.lowerBound..<number.lowerBound
    guard !signs.says(.onceTaken, in: text, range: before),
      // 平成20年より30名の…: since a year it is all of them, or those of a year that is over.
      signs.says(.everyYear, in: text, range: before)
        || DateReader().years(in: text, range: before).isEmpty
    else { return false }
    let isOfTrainees =
      lexicon.kinds.mentions(in: text, range: rest).first.map {
        $0.isFirm && $0.range.lowerBound - rest.lowerBound <= 3
      } ?? false
    let noun = text.trimmed(rest).lowerBound
    // 毎年2名の方を受け入れています
    let isOfAnybody =
      signs.says(.everyYear, in: text, range: before)
      && signs.says(.anybodyTaken, at: noun, in: text)
      && !speaksOfOthers(text, line)
    return (text.hasWord("の", at: noun) && isOfTrainees || isOfAnybody)
      && signs.says(.takesThem, in: text, range: rest)
  }

  /// `We are accepting one or two persons for the 2027 intake`: people right behind the verb, and of the training.
  private func admitsPersons(
    _ text: FoldedText, _ line: Range<Int>, _ before: Range<Int>, _ behind: Range<Int>
  ) -> Bool {
    signs.says(.persons, atStartOf: behind, in: text)
      && signs.says(.admits, atEndOf: before, in: text)
      && signs.says(.trainingOrIntake, in: text, range: line)
  }

  /// `内科では常勤医若干名を追加で募集しています`: a sentence that names other people, and not those of the program.
  private func speaksOfOthers(_ text: FoldedText, _ line: Range<Int>) -> Bool {
    let own = lexicon.kinds.mentions(in: text, range: line).contains { $0.name == kind }
    return !own && lexicon.concepts.says(.otherPeople, in: text, range: line)
  }

  /// `員数は、若干名とする`: the topic and the word for few in one clause.
  private func saysFew(_ text: FoldedText, _ line: Range<Int>) -> Bool {
    guard let few = lexicon.concepts.ranges(of: .few, in: text, range: line).first,
      text.string(in: few).hasSuffix("名") || text.string(in: few).hasSuffix("人")
    else { return false }
    // 若干名を追加で募集します
    var rest = few.upperBound..<line.upperBound
    // 若干名（前年度は3名でした）を募集します: what a bracket adds stands between.
    if rest.isEmpty, text.hasWord("(", at: few.upperBound),
      let end = text.range(of: ")", in: few.upperBound..<text.scalars.count)?.upperBound
    {
      rest = end..<text.stretch(around: end..<end) { "。\n".unicodeScalars.contains($0) }.upperBound
    }
    let behind = rest.prefix(Self.reach)
    if text.hasWord("を", at: behind.lowerBound), !speaksOfOthers(text, line),
      signs.says(.recruited, in: text, range: behind)
        || lexicon.concepts.says(.recruitment, in: text, range: behind)
    {
      return true
    }
    guard
      let topic = lexicon.concepts.ranges(
        of: .capacityTopic, in: text, range: line.lowerBound..<few.lowerBound
      ).last
    else { return false }
    return few.lowerBound - topic.upperBound <= 6
  }

  private func capacity(
    _ text: FoldedText, _ line: Range<Int>, _ statement: ReadStatement, isLabelled: Bool
  ) -> Capacity? {
    guard let (range, places) = number(text, line) else {
      let isFew =
        isLabelled
        ? lexicon.concepts.says(.few, in: text, range: line) : saysFew(text, line)
      return isFew && !isOfGroup(text, line, statement) ? Capacity(few: true) : nil
    }
    let before = line.lowerBound..<range.lowerBound
    let behind = range.upperBound..<line.upperBound
    if isOfGroup(text, before, statement) || isOfStaff(text, before) { return nil }
    let noun = text.trimmed(behind)
    if isBareNumber(statement), !signs.says(.englishPlaces, atStartOf: noun, in: text),
      !signs.says(.persons, atStartOf: noun, in: text)
    {
      return nil
    }
    let near = behind.lowerBound..<min(behind.upperBound, behind.lowerBound + 8)
    let isAtMost =
      lexicon.concepts.ranges(of: .atMostBehind, in: text, range: near).first.map {
        text.string(in: near.lowerBound..<$0.lowerBound).allSatisfy { " (程度の定員とし、)".contains($0) }
      } ?? false || lexicon.concepts.says(.atMostBefore, in: text, range: before)
    return isAtMost
      ? Capacity(
        min: places.lowerBound < places.upperBound ? places.lowerBound : nil,
        max: places.upperBound) : Capacity(min: places.lowerBound, max: places.upperBound)
  }

  /// `Number. Three trainees.`: a label that does not say of what the number is.
  private func isBareNumber(_ statement: ReadStatement) -> Bool {
    FoldedText(statement.statement.labels.last ?? statement.label).withoutBlanks.string == "number"
  }

  /// A number for each department or for one of several rounds is not the number of places.
  private func isOfGroup(
    _ text: FoldedText, _ before: Range<Int>, _ statement: ReadStatement
  ) -> Bool {
    let whole = lexicon.concepts.says(.capacityWhole, in: text, range: before)
    if whole { return false }
    let column = FoldedText(statement.statement.column ?? "")
    // 各年2名 is said of each year.
    return lexicon.concepts.ranges(of: .capacityGroup, in: text, range: before).contains {
      !signs.says(.ofEachYear, at: $0.lowerBound, in: text)
    }
      || lexicon.concepts.says(.capacityGroup, in: column)
      || text.contains("科:", in: before) || text.contains("科 ", in: before)
      // 内科 | 1名: a row for each department.
      || statement.statement.labels.last.map(lexicon.departments.names) ?? false
  }

  private func isOfStaff(_ text: FoldedText, _ before: Range<Int>) -> Bool {
    lexicon.concepts.ranges(of: .staff, in: text, range: before).last.map {
      before.upperBound - $0.upperBound <= 3
    } ?? false
  }

  // MARK: Numbers

  /// The first number of people, or range of numbers, and where it stands.
  private func number(_ text: FoldedText, _ line: Range<Int>) -> (Range<Int>, ClosedRange<Int>)? {
    var reader = ScalarReader(text, in: line)
    let isEnglish = !text.scalars[line].contains(where: \.isJapanese)
    while !reader.isAtEnd {
      let start = reader.position
      if !isPartOfNumber(reader), let first = people(&reader, isEnglish) {
        let last = reader.attempt { reader -> Int? in
          reader.skipBlanks()
          guard
            reader.take(
              any: ["~", "-", "から", "ー", "to ", "or ", "又は", "または", "ないし", "以上"]) != nil
          else { return nil }
          reader.skipBlanks()
          return people(&reader, isEnglish)
        }
        reader.skipBlanks()
        if reader.take(any: ["名", "人"]) != nil || isEnglish {
          let top = max(first, last ?? first)
          return (start..<reader.position, min(first, top)...top)
        }
        // `2名~3名`: the unit stands behind both.
      }
      reader.position = start + 1
    }
    return nil
  }

  private static let joints = ScalarSet("/.-:,")

  /// The end of a longer number (131; 1,842) or of a day (10/31) counts nobody.
  private func isPartOfNumber(_ reader: ScalarReader) -> Bool {
    guard let previous = reader.previous else { return false }
    return previous.isDigit
      || Self.joints.contains(previous) && reader.position > 1
        && reader.text.scalars[reader.position - 2].isDigit
  }

  private func people(_ reader: inout ScalarReader, _ isEnglish: Bool) -> Int? {
    reader.attempt { reader in
      let word = isEnglish ? NumberReader.english(&reader) : nil
      guard let number = word ?? NumberReader.number(&reader), number < 1000 else { return nil }
      if isEnglish, word == nil, isNoCount(reader) { return nil }
      reader.skipBlanks()
      // one of the two days
      if word != nil, reader.sees(any: ["of the ", "day", "week", "month", "year", "hour"]) {
        return nil
      }
      let copy = reader
      if reader.take(any: ["名", "人"]) != nil {
        var ahead = reader
        ahead.skipBlanks()
        let isRange =
          ahead.sees(any: ["~", "-", "から", "又は", "または", "ないし"])
          || ahead.take("以上") && ahead.next?.isDigit == true
        if !isRange { reader = copy }
      }
      return number
    }
  }

  /// `12 months`, `1 April`, `2.`: English numbers that count no people.
  private func isNoCount(_ reader: ScalarReader) -> Bool {
    var reader = reader
    reader.skipBlanks()
    return reader.sees(any: [
      "month", "year", "week", "day", "hour", "minute", "room", "bed", "department", "ward",
      "floor",
      "site", "building", "hospital", "of ", "%", "yen", ".", "/", ":",
    ])
  }
}
