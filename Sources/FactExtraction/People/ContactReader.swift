import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads the office to ask, with its telephone and its address for electronic mail.
///
/// What stands under a label or heading for enquiries goes before what follows a line that announces
/// it, and that before a lone line with an office. A line in a header or footer with nothing but the
/// hospital's own number is none of these.
struct ContactReader {
  let lexicon: Lexicon
  /// The hospital's names, which are no part of the office's.
  let ownNames: [String]
  /// The kind of the program: an office for another one is none of these.
  var kind: KindName?
  /// The addresses that links of the page write mail to, with the words of each link.
  var mailLinks: [(words: String, address: String)] = []

  var signs: SignTable { lexicon.signs }

  /// A line that tells how an office is reached.
  struct Line {
    let statement: ReadStatement
    let text: FoldedText
    let phones: [PhoneFound]
    let email: (address: String, range: Range<Int>)?
    let offices: OfficeReader
    /// Whether it is only part of what stands on the page as one line.
    var isPart = false

    /// The office that the line names; looked for where a line is reached, which few are.
    var office: (name: String, range: Range<Int>)? { offices.office(in: text) }

    /// The office that its label or heading is the name of: `教育支援室　電話 …`.
    var officeAbove: String? {
      [statement.statement.labels.last, statement.statement.section.last].lazy.compactMap { $0 }
        .compactMap { offices.office(named: FoldedText($0)) }.first
    }
  }

  /// How sure it is that a line speaks of the office to ask, the surest first.
  enum Standing {
    case labelled
    case announced
    case alone
  }

  /// What the statements of a program say of it.
  func contact(in statements: [ReadStatement]) -> Finding<Contact>? {
    let standings = standings(of: statements)
    let lines = zip(statements, standings).flatMap { statement, standing in
      standing.map { standing in parts(of: line(statement)).map { (standing: standing, line: $0) } }
        ?? []
    }.filter { !isOfAnotherMatter($0.line) }
    return contact(in: ofOwnMatter(lines, in: statements))
  }

  private func contact(in lines: [(standing: Standing, line: Line)]) -> Finding<Contact>? {
    let labelled = lines.filter { $0.standing == .labelled }
    let asked = labelled.filter { !isAddress($0.line.statement) }
    let sure =
      (asked.isEmpty ? labelled : asked) + lines.filter { $0.standing == .announced }
    return finding(sure.map(\.line)) ?? finding(lines.filter { $0.standing == .alone }.map(\.line))
  }

  private func line(_ statement: ReadStatement) -> Line {
    let whole = statement.text.withoutSpacing
    return line(statement, ownPart(of: whole) ?? whole)
  }

  private func line(_ statement: ReadStatement, _ text: FoldedText) -> Line {
    Line(
      statement: statement, text: text, phones: PhoneReader(lexicon: lexicon).phones(in: text),
      email: EmailReader.email(in: text),
      offices: OfficeReader(lexicon: lexicon, ownNames: ownNames))
  }

  /// `見学は企画係(…)、応募については教育課(…)へ`: where a line tells several ways to ask, each with what it is for.
  private func parts(of line: Line) -> [Line] {
    let ways = line.phones.map(\.range) + [line.email?.range].compactMap { $0 }
    guard ways.count > 1 else { return [line] }
    let text = line.text
    let ends = ways.compactMap { way -> Int? in
      var end = way.upperBound
      while end < text.scalars.count, !Self.betweenParts.contains(text.scalars[end]),
        !ways.contains(where: { $0.lowerBound == end })
      {
        end += 1
      }
      return end < text.scalars.count && Self.betweenParts.contains(text.scalars[end]) ? end : nil
    }
    let parts = text.pieces { Self.endsOfSentences.contains($0) }.flatMap { sentence in
      let cuts = ends.filter { sentence.contains($0) }.sorted()
      return zip([sentence.lowerBound] + cuts.map { $0 + 1 }, cuts + [sentence.upperBound])
        .map { $0..<max($0, $1) }
    }
    return parts.filter { !$0.isEmpty }.map {
      var part = self.line(line.statement, FoldedText(text.original(of: $0)))
      part.isPart = true
      return part
    }
  }

  private static let betweenParts = Set("、,;。\n".unicodeScalars)
  private static let endsOfSentences = Set("。\n".unicodeScalars)

  /// `実地修練生は教育支援室(…)、研修登録医は連携室(…)`: the part that speaks of this kind, if it names a way to ask.
  private func ownPart(of text: FoldedText) -> FoldedText? {
    let mentions = lexicon.kinds.mentions(in: text).filter(\.isFirm)
    guard let kind, let own = mentions.first(where: { $0.name == kind }),
      mentions.contains(where: { $0.name != kind })
    else { return nil }
    let next = mentions.first {
      $0.name != kind && $0.range.lowerBound > own.range.lowerBound
    }
    let part = FoldedText(
      text.original(of: own.range.lowerBound..<(next?.range.lowerBound ?? text.scalars.count)))
    let isReached =
      EmailReader.email(in: part) != nil || !PhoneReader(lexicon: lexicon).phones(in: part).isEmpty
    return isReached ? part : nil
  }

  private func finding(_ lines: [Line]) -> Finding<Contact>? {
    let lines = ofOneOffice(lines)
    var value = Contact()
    var quotes: [Quote] = []
    if let line = lines.first(where: { $0.email != nil }), let email = line.email {
      value.email = email.address
      quotes.append(quote(line, email.range))
    } else if let (line, address) = linkedMail(lines) {
      value.email = address
      quotes.append(quote(line, line.text.scalars.indices))
    }
    let phones = lines.flatMap { line in usablePhones(line).map { (line, $0) } }
      .filter { _ in !lines.contains(where: refusesCalls) }
    if let best = phones.map(\.1.line).min(),
      let (line, phone) = phones.first(where: { $0.1.line == best })
    {
      value.phone = phone.number
      quotes.append(quote(line, phone.range))
    }
    guard value.email != nil || value.phone != nil || lines.contains(where: { $0.office != nil })
    else { return nil }
    if let line = lines.first(where: { $0.office != nil }), let office = line.office {
      value.office = office.name
      quotes.append(quote(line, office.range))
    } else {
      // Its words stand in what every quotation is headed with.
      value.office = lines.lazy.compactMap(\.officeAbove).first
    }
    return Finding(value, quotes: quotes)
  }

  /// Without the parts that tell of another office than the first one of their line.
  private func ofOneOffice(_ lines: [Line]) -> [Line] {
    guard lines.contains(where: \.isPart) else { return lines }
    return lines.filter { line in
      let first = lines.first { $0.statement === line.statement && $0.office != nil }
      return line.office.map { $0.name == first?.office?.name } ?? true
    }
  }

  /// An address that only a link in the lines holds: `メールで問い合わせる`.
  private func linkedMail(_ lines: [Line]) -> (Line, String)? {
    for line in lines {
      let link = mailLinks.first {
        !$0.words.isEmpty && line.text.contains(FoldedText($0.words).string)
      }
      if let link { return (line, link.address) }
    }
    return nil
  }

  /// The numbers of a line; a switchboard counts only where an office or an extension is named with it.
  private func usablePhones(_ line: Line) -> [PhoneFound] {
    line.phones.filter {
      $0.line != .switchboard || line.office != nil || signs.says(.insideLine, in: line.text)
        || line.text.contains("ext")
    }
  }

  /// `Inquiries by telephone are not accepted`, `お問い合わせは電子メールに限ります`: a number elsewhere is for something else.
  private func refusesCalls(_ line: Line) -> Bool {
    guard line.phones.isEmpty, !line.isPart else { return false }
    return line.text.pieces(separatedBy: { $0 == "。" || $0 == "\n" }).contains {
      sentence in
      signs.says(.mailOnly, in: line.text, range: sentence)
        || signs.says(.calling, in: line.text, range: sentence)
          && signs.says(.declined, in: line.text, range: sentence)
          // 電話による合否のお問い合わせには応じられません: about all else one may call.
          && !lexicon.concepts.says(.resultWord, in: line.text, range: sentence)
    }
  }

  private func quote(_ line: Line, _ range: Range<Int>) -> Quote {
    let statement = line.statement
    return Quote(
      ReadStatement(
        statement: statement.statement, text: line.text, topic: statement.topic,
        label: statement.label, kinds: statement.kinds, order: statement.order), around: range)
  }

  // MARK: Which lines speak of the office

  private func standings(of statements: [ReadStatement]) -> [Standing?] {
    var standings: [Standing?] = []
    /// How many lines since one that announced the office or belonged to it.
    var distance = Int.max
    for statement in statements {
      let standing = standing(of: statement, distance: distance)
      if statement.statement.shape == .heading {
        distance = Int.max
      } else if standing == .labelled || standing == .announced || announces(statement) {
        distance = 0
      } else if distance < Int.max {
        distance += 1
      }
      standings.append(standing)
    }
    return withOffices(aboveNumbers: withPhones(besideMail: standings, statements), statements)
  }

  /// `電話（直通） …⏎電子メール …`: a number with its own label beside the mail that counts.
  private func withPhones(besideMail standings: [Standing?], _ statements: [ReadStatement])
    -> [Standing?]
  {
    standings.indices.map { index in
      let statement = statements[index]
      guard standings[index] == nil, statement.statement.shape != .heading,
        lexicon.concepts.says(.contactLine, in: FoldedText(statement.statement.labels.last ?? "")),
        [index - 1, index + 1].contains(where: { other in
          standings.indices.contains(other) && standings[other] == .alone
            && statements[other].statement.section == statement.statement.section
            && isLabelledMail(statements[other], line(statements[other]))
        }), line(statement).phones.contains(where: { $0.line != .switchboard })
      else { return standings[index] }
      return .alone
    }
  }

  /// `卒後教育センター事務局⏎電話 …（直通）　メール …`: the one office with its name in a line of its own, above its number and its
  /// mail.
  private func withOffices(aboveNumbers standings: [Standing?], _ statements: [ReadStatement])
    -> [Standing?]
  {
    let named = statements.indices.dropLast().filter { index in
      let (name, below) = (statements[index], statements[index + 1])
      // Few statements have such a label, and to look for an office costs more.
      guard below.statement.shape != .heading,
        isLabelledContact(below) || isMailAlone(below) && isUnderOwnMatter(below),
        name.statement.section == below.statement.section, isOfficeAlone(name)
      else { return false }
      let line = line(below)
      return line.email != nil || line.phones.contains { $0.line != .switchboard }
    }
    guard let index = named.first, named.count == 1 else { return standings }
    var standings = standings
    for index in index...index + 1 { standings[index] = standings[index] ?? .alone }
    return standings
  }

  private func isLabelledContact(_ statement: ReadStatement) -> Bool {
    lexicon.concepts.says(.contactLine, in: FoldedText(statement.statement.labels.last ?? ""))
      || lexicon.concepts.says(
        .contactLine, atStartOf: statement.text.scalars.indices, in: statement.text)
  }

  private func isMailAlone(_ statement: ReadStatement) -> Bool {
    let text = statement.text.withoutSpacing
    return mayReach(text)
      && EmailReader.email(in: text)?.range == text.trimmed(text.scalars.indices)
  }

  /// Whether a line is nothing but an office, behind the hospital's own name if that is there.
  private func isOfficeAlone(_ statement: ReadStatement) -> Bool {
    let text = statement.text.withoutSpacing
    guard let office = line(statement).office,
      office.range.upperBound == text.trimmed(text.scalars.indices).upperBound
    else { return false }
    let before = text.original(of: 0..<office.range.lowerBound).trimmingBlanks
    return before.isEmpty
      || ownNames.contains { FoldedText($0).string == FoldedText(before).string }
  }

  /// Whether a text may tell how an office is reached: a number has a nought, an address a dot.
  private func mayReach(_ text: FoldedText) -> Bool {
    !mailLinks.isEmpty || text.scalars.contains { $0 == "0" || $0 == "." || $0 == "+" }
      || signs.says(.spelledDot, in: text)
  }

  /// How many lines may stand between the words that announce an office and its number.
  private static let reach = 2

  private func standing(of statement: ReadStatement, distance: Int) -> Standing? {
    guard statement.statement.shape != .heading else { return nil }
    if statement.topic == .contact { return .labelled }
    guard distance <= Self.reach || mayReach(statement.text) else { return nil }
    let line = line(statement)
    let isReached = !line.phones.isEmpty || line.email != nil || linkedMail([line]) != nil
    guard isReached || (distance <= Self.reach && line.office != nil) else { return nil }
    let isFree = [nil, .unrelated].contains(statement.topic) || matter(of: line) != nil
    // 電話 below 担当 under 研修生等の受入れ: its own label goes before the heading.
    if distance <= Self.reach, isFree || isLabelledContact(statement) { return .announced }
    let announces =
      lexicon.concepts.says(.contactTopic, in: line.text)
      || lexicon.concepts.says(.contactTopic, in: FoldedText(statement.statement.labels.last ?? ""))
    if announces { return .announced }
    let isOfApplication = statement.topic == .application || statement.topic == .documents
    // 臨床研修管理室　直通 …　kanri@…, whatever the line above it is the label of.
    let isWhole = line.office != nil && line.email != nil && !line.phones.isEmpty
    guard isFree || isOfApplication || isWhole,
      line.office != nil || isLabelledMail(statement, line) || isUnderOffice(line),
      !line.phones.contains(where: { $0.line == .switchboard })
    else { return nil }
    return .alone
  }

  /// A mail with its own label (E-mail: …), which no header has.
  private func isLabelledMail(_ statement: ReadStatement, _ line: Line) -> Bool {
    line.email != nil && line.phones.isEmpty && isLabelledContact(statement)
  }

  /// Whether a line is nothing but the words that announce an office: `募集に関するお問い合わせ`.
  private func announces(_ statement: ReadStatement) -> Bool {
    let text = statement.text
    // ここにないご質問は、医学教育推進室まで電子メールでお寄せください。
    if lexicon.concepts.says(.contactTopic, in: text),
      lexicon.concepts.says(.contactLine, in: text),
      signs.says(.notFoundHere, in: text) || lexicon.concepts.says(.ownMatter, in: text),
      !lexicon.concepts.says(.othersMatter, in: text), !signs.says(.declined, in: text),
      line(statement).office != nil
    {
      return true
    }
    // このページで解決しないときは、学会事務局 認定医係までどうぞ。
    if lexicon.concepts.says(.turnTo, in: text), !lexicon.concepts.says(.othersMatter, in: text),
      line(statement).office != nil
    {
      return true
    }
    guard text.scalars.count <= 30, !text.scalars.contains("。") else { return false }
    return lexicon.concepts.says(.contactTopic, in: text)
      || lexicon.labels.topic(of: Numbering.stripped(text.string)) == .contact
  }
}
