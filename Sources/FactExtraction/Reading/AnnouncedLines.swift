import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Gives lines the matter of the sentence that announces them as their label: `願書の受付期間は次のとおりです。` above
/// `第1部　3月1日から3月12日まで`.
///
/// Only a matter that the table of labels has as it is announces lines: 修練期間の延長, 委員の定数 and 前回の受験料 do not.
struct AnnouncedLines {
  let lexicon: Lexicon

  /// The most characters of a sentence that announces lines.
  private static let longestSentence = 60
  /// The most lines that one sentence announces.
  private static let mostLines = 8

  /// The statements with labels put to the lines that are announced.
  func labelled(_ statements: [Statement]) -> [Statement] {
    var statements = statements
    for index in statements.indices {
      guard let (matter, topic) = matter(announcedBy: statements[index]) else { continue }
      for next in statements[(index + 1)...].indices.prefix(Self.mostLines) {
        guard isAnnounced(statements[next], topic, by: statements[index]),
          matter != Self.dayOfExamination || beginsWithDay(statements[next])
        else { break }
        statements[next].labels.insert(matter, at: 0)
      }
    }
    return statements
  }

  /// What the last sentence of a statement says that follows; nil where its heading says so too, or is of those who
  /// have been chosen.
  private func matter(announcedBy statement: Statement) -> (String, LabelTopic)? {
    guard statement.shape == .paragraph || statement.shape == .labelledLine else { return nil }
    let text = FoldedText(statement.text)
    var sentence = text.trimmed(text.scalars.indices)
    guard sentence.count <= 4 * Self.longestSentence else { return nil }
    if let end = sentence.last, text.scalars[end] == "。" { sentence = sentence.dropLast() }
    if let stop = text.scalars[sentence].lastIndex(where: { $0 == "。" || $0 == "\n" }) {
      sentence = stop + 1..<sentence.upperBound
    }
    guard sentence.count <= Self.longestSentence,
      !lexicon.signs.says(.pastEnding, atEndOf: sentence, in: text),
      let (words, topic) = matter(in: text, sentence)
    else { return nil }
    let headings = (statement.section + statement.labels).map { FoldedText($0) }
    let isOfThoseChosen =
      topic == .application
      && headings.contains {
        lexicon.concepts.says(.afterChoice, .notTheWindow, in: $0)
      }
    let isKnown = headings.last.map {
      lexicon.labels.topic(of: Numbering.stripped($0.string)) == topic
    }
    return isKnown == true || isOfThoseChosen ? nil : (words, topic)
  }

  /// `受付期間` of `受付期間は次のとおりです`, `次の期間に` of `次の期間に願書を提出すること`.
  private func matter(in text: FoldedText, _ sentence: Range<Int>) -> (String, LabelTopic)? {
    if let days = lexicon.concepts.ranges(of: .onTheseDays, in: text, range: sentence).first {
      return onTheseDays(days, text, sentence)
    }
    if let lead = lexicon.concepts.ranges(of: .asFollows, in: text, range: sentence).last {
      let noun = text.trimmed(sentence.lowerBound..<lead.lowerBound)
      if let matter = known(Numbering.stripped(text.original(of: noun))) { return matter }
    }
    return heldAsFollows(text, sentence)
  }

  /// What a line is that begins with a day, below a sentence that says that the examination is held.
  private static let dayOfExamination = "試験日"

  /// `本年度の認定試験を以下のとおり実施いたします`: the line below that begins with a day tells when.
  private func heldAsFollows(
    _ text: FoldedText, _ sentence: Range<Int>
  ) -> (String, LabelTopic)? {
    guard let lead = lexicon.signs.ranges(of: .heldSo, in: text, range: sentence).first,
      lead.lowerBound > sentence.lowerBound + 1,
      ["を", "は"].contains(where: { text.hasWord($0, before: lead.lowerBound) })
    else { return nil }
    let noun = sentence.lowerBound..<lead.lowerBound - 1
    let behind = lead.upperBound..<sentence.upperBound
    guard lexicon.signs.says(.examinationNoun, atEndOf: noun, in: text),
      !lexicon.concepts.says(.notTheExamination, .pastExamination, in: text, range: noun),
      lexicon.signs.says(.heldAsExamination, .putInForce, in: text, range: behind),
      // 下記のとおり実施しました: an examination that is over.
      !text.contains("ました", in: behind)
    else { return nil }
    return (Self.dayOfExamination, .examDate)
  }

  /// A matter that the table has as it is, behind nothing but the kind, the papers or the examination that it is of.
  private func known(_ noun: String) -> (String, LabelTopic)? {
    let text = FoldedText(noun)
    if let topic = lexicon.labels.exactTopic(of: noun) {
      return topic == .unrelated ? nil : (noun, topic)
    }
    let own = lexicon.concepts.ranges(of: .announcedOf, in: text).first { $0.lowerBound == 0 }
    let kind = lexicon.kinds.mentions(in: text).first {
      $0.range.lowerBound == 0 && [.practicalTraining, .examination].contains($0.name.kind)
        && text.hasWord("の", at: $0.range.upperBound)
    }
    guard let start = own?.upperBound ?? kind.map({ $0.range.upperBound + 1 }),
      start < text.scalars.count
    else { return nil }
    let words = text.original(of: start..<text.scalars.count)
    let rest = FoldedText(words)
    guard !lexicon.signs.says(.generalLabel, asAllOf: rest.scalars.indices, in: rest),
      let topic = lexicon.labels.exactTopic(of: words), topic != .unrelated
    else { return nil }
    return (words, topic)
  }

  /// `願書は次の期間に受け付けます`: papers of those who apply; `面接は次の日に行います`: the day of a part.
  private func onTheseDays(
    _ days: Range<Int>, _ text: FoldedText, _ sentence: Range<Int>
  ) -> (String, LabelTopic)? {
    let words = Numbering.stripped(text.original(of: sentence.lowerBound..<days.lowerBound))
    let lead = FoldedText(words.trimmingSuffix { " 　、,".contains($0) })
    let behind = days.upperBound..<sentence.upperBound
    if lexicon.signs.says(.heldAsExamination, in: text, range: behind), lead.string.hasSuffix("は"),
      let (words, topic) = known(String(lead.string.dropLast())),
      [.selection, .selectionDay, .examDate].contains(topic)
    {
      return (words, topic)
    }
    let all = lead.scalars.indices
    let isOfPapers =
      lead.string.isEmpty
      ? lexicon.concepts.says(.announcedPapers, in: text, range: behind)
      : lexicon.concepts.says(.announcedPapers, atStartOf: all, in: lead)
        && (lead.string.hasSuffix("を")
          || lexicon.concepts.rest(of: all, in: lead, without: .announcedPapers).isEmpty)
    guard isOfPapers,
      lexicon.concepts.says(.handedIn, atEndOf: sentence, in: text),
      !lexicon.signs.says(.otherPapers, in: text, range: sentence),
      !lexicon.concepts.says(.afterChoice, in: text, range: sentence)
    else { return nil }
    return (text.original(of: days).trimmingBlanks, .application)
  }

  /// A day with its hour; a day alone is that of the notice.
  private func beginsWithDay(_ line: Statement) -> Bool {
    let text = FoldedText(line.text)
    return !TimeReader.times(in: text, range: text.scalars.indices).isEmpty
      && DateReader().dates(in: text).first.map {
        $0.day != nil && $0.range.lowerBound <= 1
      } ?? false
  }

  /// Whether a line below a sentence is short, no sentence of its own, and without a label that is known.
  private func isAnnounced(
    _ line: Statement, _ topic: LabelTopic, by sentence: Statement
  ) -> Bool {
    guard line.section == sentence.section, line.text.utf8.count <= 6 * Self.longestSentence else {
      return false
    }
    switch line.shape {
    case .paragraph: guard line.labels.isEmpty else { return false }
    case .labelledLine:
      // 第1回：4月1日～4月20日
      guard line.column == nil, line.labels.allSatisfy(isPartOrUnknown) else { return false }
    default: return false
    }
    let text = FoldedText(line.text)
    let words = text.trimmed(text.scalars.indices)
    if let stop = text.scalars.firstIndex(of: "。") {
      guard !text.scalars[..<stop].contains(where: { "はをが".unicodeScalars.contains($0) })
      else { return false }
    }
    // 令和10年3月31日まで修練を行う
    guard let last = words.last, !"うるすくむつぶぬ".unicodeScalars.contains(text.scalars[last]),
      ![text, FoldedText(line.labels.joined(separator: " "))].contains(where: {
        lexicon.concepts.says(.lastYear, .pastExamination, .privilegedPerson, in: $0)
      }),
      !lexicon.concepts.says(.forReference, atStartOf: words, in: text)
    else { return false }
    switch topic {
    case .selection, .selectionDay, .examDate:
      // A line that names its part says what it is of.
      return SelectionMethods(lexicon: lexicon).methods(in: text, words).named.isEmpty
        && !lexicon.concepts.says(.numberedPart, in: text)
    case .training:
      // 内科　6か月
      guard line.labels.isEmpty else { return false }
      return DateReader().dates(in: text).first?.range.lowerBound == words.lowerBound
        || DurationReader().durations(in: text, range: words).first?.range.lowerBound
          == words.lowerBound
    case .capacity:
      // 令和6年度　3名
      return DateReader().years(in: text).isEmpty
    case .venue:
      // 仙台市：見本会館
      return ([line.text] + line.labels.suffix(1)).contains {
        lexicon.places.japaneseNames.matches(in: FoldedText($0)).first?.range.lowerBound == 0
      }
    default: return true
    }
  }

  /// Whether a label names a part of the matter, as 第1部 or 筆記試験 does, or nothing that the tables know.
  private func isPartOrUnknown(_ label: String) -> Bool {
    switch lexicon.labels.topic(of: Numbering.stripped(label)) {
    case nil, .selection: true
    default: lexicon.concepts.says(.numberedPart, in: FoldedText(label))
    }
  }
}
