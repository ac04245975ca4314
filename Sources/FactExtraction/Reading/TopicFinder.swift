import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Tells what the labels and headings around a statement announce.
final class TopicFinder {
  /// What is known of one label or heading.
  private struct Label {
    /// The label without its number.
    let words: String
    let topic: LabelTopic?
    /// Whether it names a matter beside the training.
    var isAnotherMatter = false
  }

  private let lexicon: Lexicon
  /// The labels and headings of the page: most stand over many statements.
  private var known: [TextKey: (label: Label, isLabelLike: Bool)] = [:]

  /// The headings of the statement that was last asked for.
  private var section = LastSection<(labels: [Label], haveAnotherMatter: Bool)>()

  /// Makes a finder for one page.
  init(lexicon: Lexicon) {
    self.lexicon = lexicon
  }

  /// The most characters of a heading that still is a label.
  private static let longestLabelHeading = 26
  /// The most characters of a question that stands as a heading.
  private static let longestQuestion = 80

  /// What the innermost label or heading that the tables know announces, and its words.
  func topic(of statement: Statement) -> (LabelTopic?, String) {
    var labels = labels(of: statement)
    // 実地修練生 | 人数: where the rows are kinds of trainees, the heads of the columns are the labels.
    // 第一次 | 受験料: as well where the tables know no head of the row.
    if let column = statement.column,
      isKind(statement.labels) || isRound(statement.labels)
        || !statement.labels.contains(where: { topic(ofLabel: $0) != nil })
    {
      labels.append(Label(words: column, topic: topic(ofLabel: column)))
    }
    for index in labels.indices.reversed() {
      let label = labels[index]
      guard let topic = label.topic else { continue }
      // お申し込み > 期間: whom to write to is also when.
      if index > 0, labels[index - 1].topic == .contact, topic == .training,
        isGeneral(label.words), saysApplying(labels[index - 1].words)
      {
        return (.application, labels[index - 1].words)
      }
      if index > 0, let outer = labels[index - 1].topic, Self.generalTopics.contains(outer),
        isGeneral(label.words),
        !namesWhole(labels[index - 1].words)
      {
        return (outer, labels[index - 1].words)
      }
      // 選考 > 実施日: the day of the choice, not of an examination of its own.
      if topic == .examDate, index > 0, labels[index - 1].topic == .selection {
        return (.selectionDay, label.words)
      }
      // 受験料 > 筆記試験: the part of an examination stands under what is said of it.
      if topic == .selection, index > 0, let outer = labels[index - 1].topic,
        Self.mattersOfParts.contains(outer)
      {
        return (outer, labels[index - 1].words)
      }
      return (topic, label.words)
    }
    return (nil, "")
  }

  /// Whether a heading or label above a statement names a matter beside the training.
  func standsUnderAnotherMatter(_ statement: Statement) -> Bool {
    headings(of: statement).haveAnotherMatter
      || statement.labels.contains { known($0).label.isAnotherMatter }
  }

  /// 実地修練生の募集, 募集内容: what heads a whole guideline says nothing of a general label below.
  private func namesWhole(_ heading: String) -> Bool {
    let text = FoldedText(heading).withoutBlanks
    return lexicon.signs.says(.guidelineNoun, atEndOf: text.scalars.indices, in: text)
      || !lexicon.kinds.mentions(in: text).isEmpty
  }

  private func saysApplying(_ label: String) -> Bool {
    lexicon.concepts.says(.applicationWord, in: FoldedText(label))
  }

  /// Whether a label says nothing of its matter: 期間 under 出願 is not that of the training.
  private func isGeneral(_ label: String) -> Bool {
    let text = FoldedText(label)
    return lexicon.signs.says(.generalLabel, asAllOf: text.scalars.indices, in: text)
  }

  private func isKind(_ labels: [String]) -> Bool {
    labels.contains { label in
      lexicon.labels.exactTopic(of: label) == nil
        && !lexicon.kinds.mentions(in: FoldedText(label).withoutBlanks).isEmpty
    }
  }

  /// 1次募集 | 面接: where the rows are rounds, the heads of the columns are the labels.
  private func isRound(_ labels: [String]) -> Bool {
    guard let label = labels.last else { return false }
    let text = FoldedText(label).withoutBlanks
    return text.scalars.count <= 8
      && lexicon.signs.says(.roundEnding, atEndOf: text.scalars.indices, in: text)
      && text.scalars.contains { $0.isDigit || "一二三四前後中".unicodeScalars.contains($0) }
  }

  /// The further matters that the same label names: 経費及び期間, How many, and for how long.
  func otherTopics(of statement: Statement, than topic: LabelTopic?) -> [LabelTopic] {
    guard statement.shape != .heading,
      let label = labels(of: statement).last(where: { $0.topic != nil })
    else { return [] }
    guard label.words.unicodeScalars.contains(where: Self.connectorBeginnings.contains) else {
      return []
    }
    let parts = Self.parts(of: label.words)
    guard parts.count > 1 else { return [] }
    var found: [LabelTopic] = []
    for part in parts {
      guard let other = self.topic(ofLabel: part), other != topic, other != .unrelated,
        !found.contains(other)
      else { continue }
      found.append(other)
    }
    return found
  }

  private static let connectors = [
    "か。", "?", "及び", "および", "並びに", "と", "・", "、", ",", " and ", "/",
  ]
  /// What connectors begin with, and all that may be folded to it; few labels have any of these.
  private static let connectorBeginnings = ScalarSet(
    "か?及お並と・、,aA/", "\u{80}"..."\u{2FFF}", "\u{3200}"..."\u{33FF}", "\u{F900}"..."\u{FFFF}")

  /// A label without its brackets and what stands in them.
  private static func outsideBrackets(_ label: FoldedText) -> String {
    var words = ""
    var start = 0
    while let open = label.range(of: "(", in: start..<label.scalars.count)?.lowerBound,
      let close = label.range(of: ")", in: open..<label.scalars.count)?.upperBound
    {
      words += label.string(in: start..<open)
      start = close
    }
    return words + label.string(in: start..<label.scalars.count)
  }

  private static func parts(of label: String) -> [String] {
    let words = outsideBrackets(FoldedText(label))
    var parts = [words]
    for connector in connectors where words.contains(connector) {
      parts = parts.flatMap { $0.parts(separatedBy: connector) }
    }
    return parts.map(\.trimmingBlanks).filter { $0.characterCount > 1 }
  }

  /// The headings above a statement that may be labels, and whether one of all names another matter.
  private func headings(
    of statement: Statement
  ) -> (labels: [Label], haveAnotherMatter: Bool) {
    section.value(of: statement.section) { section in
      let all = section.map { known($0) }
      return (
        all.filter(\.isLabelLike).map(\.label),
        all.contains { $0.label.isAnotherMatter }
          || all.count > 1
            && section.last.map(HeadingMatter(signs: lexicon.signs).isOfLinks) == true
      )
    }
  }

  private func labels(of statement: Statement) -> [Label] {
    var labels = headings(of: statement).labels
    for label in statement.labels { labels.append(known(label).label) }
    return labels
  }

  /// 学務課入学試験係, `試験係 電話`: the name of an office says nothing of what stands beside it.
  private func isOffice(_ label: String) -> Bool {
    let text = FoldedText(label)
    let way = lexicon.signs.ranges(of: .wayToReach, in: text).first
    let name = text.trimmed(0..<(way?.lowerBound ?? text.scalars.count))
    return lexicon.signs.says(.officeEnding, atEndOf: name, in: text)
      && (way != nil || text.withoutBlanks.scalars.count > 4
        || lexicon.concepts.says(.officeAlone, atEndOf: name, in: text))
      && lexicon.labels.exactTopic(of: label) == nil
  }

  /// 申込みの時に市内に住所を有する方: who pays what stands beside it, whatever else they do.
  private func namesPayers(_ label: String) -> Bool {
    let text = FoldedText(label).withoutBlanks
    return lexicon.signs.says(.person, atEndOf: text.scalars.indices, in: text)
      && lexicon.signs.says(.payersByPlace, in: text)
  }

  private func known(_ words: String) -> (label: Label, isLabelLike: Bool) {
    let key = TextKey(words)
    if let found = known[key] { return found }
    let stripped = Numbering.stripped(words)
    let saysNoMatter =
      isOffice(stripped) || ApplicantGroups(signs: lexicon.signs).names(stripped)
      || namesPayers(stripped)
    let headings = HeadingMatter(signs: lexicon.signs)
    let found = (
      Label(
        words: stripped, topic: saysNoMatter ? nil : topic(ofLabel: stripped),
        isAnotherMatter: headings.isAnother(words)),
      isLabelLike: isLabelLike(stripped)
    )
    known[key] = found
    return found
  }

  /// What one label or heading announces: a question what it asks for, a label what its words mean.
  private func topic(ofLabel label: String) -> LabelTopic? {
    let topic =
      isQuestion(label)
      ? lexicon.questions.topic(of: label) ?? lexicon.labels.topic(of: label)
      : lexicon.labels.topic(of: label) ?? lexicon.questions.topic(of: label)
    // 国家試験に合格された後: no examination of this page.
    let isOfAnother =
      [.selection, .selectionDay, .examDate].contains(topic)
      && lexicon.concepts.says(.otherExamination, in: FoldedText(label).withoutBlanks)
    return isOfAnother ? nil : topic
  }

  /// Whether a heading asks: `お金はいりますか`, `How long does it take?`.
  private func isQuestion(_ heading: String) -> Bool {
    let text = FoldedText(heading)
    let words = text.trimmed(text.scalars.indices)
    // 費用はいくらですか。無料の病院もあると聞きましたが。
    return text.scalars[words].last == "か" || text.contains("か。") || text.contains("?")
      || lexicon.signs.says(.questionWord, atStartOf: words, in: text)
  }

  /// Whether a heading can be a label: it is short, or a question, and not the title of a guideline.
  private func isLabelLike(_ heading: String) -> Bool {
    let folded = FoldedText(heading)
    if folded.scalars.count <= Self.longestQuestion, isQuestion(heading) { return true }
    let isEnglish = !folded.scalars.contains(where: \.isJapanese)
    if hasTitle(folded) || namesNothingButTheProgram(heading) { return false }
    return folded.scalars.count <= (isEnglish ? 2 : 1) * Self.longestLabelHeading
      && !lexicon.concepts.says(.guideline, in: folded)
  }

  /// Whether a line of a heading ends as titles do: 合格された方へ, 合格された方へ(実地修練).
  private func hasTitle(_ heading: FoldedText) -> Bool {
    heading.scalars.split(separator: "\n").contains { line in
      var words = line.startIndex..<line.endIndex
      if line.last == ")", let open = line.firstIndex(of: "(") { words = line.startIndex..<open }
      return lexicon.signs.says(.titleEnding, atEndOf: words, in: heading)
    }
  }

  /// Whether a heading says no more than that some year's trainees are recruited:
  /// 令和9年度 実地修練生の受入れについて(ご案内), 2027年度 募集中.
  private func namesNothingButTheProgram(_ heading: String) -> Bool {
    let text = withoutInstitution(FoldedText(heading)).withoutBlanks
    let kinds = lexicon.kinds.mentions(in: text)
    guard !kinds.isEmpty || text.scalars.contains(where: \.isDigit) else { return false }
    // 診療見学 on a page about something else: what stands below it is about visits.
    if kinds.allSatisfy({ $0.name.kind == .other && !$0.isFirm }),
      lexicon.labels.topic(of: heading) == .unrelated
    {
      return false
    }
    let known = kinds.map(\.range) + lexicon.signs.ranges(of: .titleWord, in: text)
    var depth = 0
    for (place, scalar) in text.scalars.enumerated() {
      if "(【[".unicodeScalars.contains(scalar) { depth += 1 }
      if depth == 0, !scalar.isDigit, !"をのはへ・~".unicodeScalars.contains(scalar),
        !known.contains(where: { $0.contains(place) })
      {
        return false
      }
      if ")】]".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
    }
    return true
  }

  /// `2026年度専門医試験 見本学会`: a title without whose it is.
  private func withoutInstitution(_ heading: FoldedText) -> FoldedText {
    guard let blank = heading.scalars.lastIndex(where: \.isBlank),
      case let name = blank + 1..<heading.scalars.count,
      lexicon.concepts.says(.beforeExaminationName, atEndOf: name, in: heading)
        || lexicon.signs.says(.headingInstitutionEnding, before: name.upperBound, in: heading)
    else { return heading }
    return FoldedText(heading.original(of: 0..<blank))
  }

  /// The matters that are stated for each part of an examination.
  private static let mattersOfParts: Set<LabelTopic> = [
    .fee, .venue, .examDate, .selectionDay, .result,
  ]
  /// What the label above must announce for a general one to speak of it.
  private static let generalTopics: Set<LabelTopic> = [
    .application, .training, .selection, .selectionDay, .result, .otherMoney, .unrelated,
  ]
}
