import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Which lines that tell how an office is reached are for those who apply.
extension ContactReader {
  /// `試験に関すること …`, `会費に関すること …`: where lines say for what they are, those for applying, if one is.
  func ofOwnMatter(
    _ lines: [(standing: Standing, line: Line)], in statements: [ReadStatement]
  ) -> [(standing: Standing, line: Line)] {
    let numbers = ownNumbers(statements)
    // 電話による合否のお問い合わせには応じられません: a line that names no way to ask parts nothing.
    let isOwn = lines.map { row in
      namesWay(row.line) ? matter(of: row.line).map { self.isOwn($0, numbers) } : nil
    }
    guard isOwn.contains(true) else {
      // 試験係 …, 入会・会費の窓口 …
      let isOther = zip(lines, isOwn).map { row, isOwn in
        isOwn == false
          && matter(of: row.line).map { lexicon.concepts.says(.othersMatter, in: $0) } ?? false
      }
      if isOwn.contains(nil), isOther.contains(true) {
        return zip(lines, isOther).filter { !$0.1 }.map(\.0)
      }
      // 採用関係 人事課, 実習受入れに関すること 教育課: nobody says who answers those who apply.
      return isOwn.count { $0 != nil } > 1
        ? zip(lines, isOwn).filter { $0.1 == nil }.map(\.0) : lines
    }
    let kept = zip(lines, isOwn).filter { $0.1 != false }.map(\.0)
    // 試験に関すること …, 審査（受験資格の認定）に関すること …
    let isOfExamination = kept.map { row in
      matter(of: row.line).map { lexicon.signs.says(.examinationNoun, in: $0) }
    }
    guard kind?.kind == .examination, isOfExamination.contains(true) else { return kept }
    return zip(kept, isOfExamination).filter { row, isNamed in
      isNamed != false
        || matter(of: row.line).map { lexicon.concepts.says(.applicationWord, in: $0) } ?? true
    }.map(\.0)
  }

  private func namesWay(_ line: Line) -> Bool {
    !line.phones.isEmpty || line.email != nil || line.office != nil
  }

  /// The numbers of the headings that name the kind: `2．実地修練生`.
  private func ownNumbers(_ statements: [ReadStatement]) -> Set<String> {
    Set(
      Set(statements.flatMap(\.statement.section)).map { FoldedText($0) }.compactMap { heading in
        guard heading.scalars.first?.isDigit == true,
          let number = Self.numbers(in: heading).first,
          lexicon.kinds.mentions(in: heading).contains(where: { $0.name == kind })
        else { return nil }
        return number
      })
  }

  private static func numbers(in text: FoldedText) -> [String] {
    text.scalars.split { !$0.isDigit }.map { text.string(in: $0.startIndex..<$0.endIndex) }
  }

  /// Whether a matter is that of those who apply: 試験に関すること, `2・3について` where 2 heads the program.
  private func isOwn(_ matter: FoldedText, _ numbers: Set<String>) -> Bool {
    let named = Self.numbers(in: matter)
    if !named.isEmpty, !matter.scalars.contains(where: { $0.isKanji || $0.isKatakana && $0 != "・" })
    {
      return !numbers.isDisjoint(with: named)
    }
    return lexicon.concepts.says(.ownMatter, in: matter)
      && !lexicon.concepts.says(.othersMatter, in: matter)
  }

  /// What a line says that it is for, in its label, its heading or its own first words; …について heads whole pages.
  func matter(of line: Line) -> FoldedText? {
    let words = line.statement.statement
    let lead = Self.outsideBrackets(line.text.string.prefix(40)).prefix(20).prefix {
      !" :/(、。".contains($0)
    }
    let heading = words.section.last.flatMap { $0.hasSuffix("について") ? nil : $0 }
    return [words.labels.last, heading, String(lead)].compactMap { $0 }
      .map { FoldedText($0) }
      .first { lexicon.concepts.says(.matterAsked, atEndOf: $0.scalars.indices, in: $0) }
  }

  /// Words without what stands in brackets.
  private static func outsideBrackets(_ words: Substring) -> String {
    var depth = 0
    return String(
      words.filter { character in
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        return depth <= 0 && character != ")"
      })
  }

  /// `TEL 06-0000-4545（会費・住所変更の係）`: the bracket right behind a number says for what else it is.
  private func isNumberForElse(_ line: Line) -> Bool {
    guard let phone = line.phones.first?.range else { return false }
    let tail = phone.upperBound..<line.text.scalars.count
    guard let bracket = line.text.brackets(in: tail).first,
      bracket.lowerBound <= tail.lowerBound + 2
    else { return false }
    let inner = bracket.lowerBound + 1..<max(bracket.lowerBound + 1, bracket.upperBound - 1)
    return lexicon.concepts.says(.othersMatter, in: line.text, range: inner)
      && !lexicon.concepts.says(.ownMatter, in: line.text, range: inner)
  }

  /// A line about another matter, or about the page itself.
  func isOfAnotherMatter(_ line: Line) -> Bool {
    let labels = FoldedText(line.statement.statement.labels.joined(separator: " "))
    let kinds = [labels, line.statement.text].flatMap { text in
      lexicon.kinds.mentions(in: text).filter { $0.isFirm && !isOfOffice($0, text) }.map(\.name)
    }
    // 専門医試験係 is an office for examinations, whatever the one of the page is called.
    if let kind, !kinds.isEmpty, !kinds.contains(kind),
      kind.kind != .examination || !kinds.contains(where: { $0.kind == .examination })
    {
      return true
    }
    return isNumberForElse(line) || lexicon.concepts.says(.otherContact, in: line.text)
      || lexicon.concepts.says(.otherContact, in: labels)
      || line.text.contains("copyright") || line.text.contains("©")
  }

  /// Whether the nearest heading speaks of applying or of the examination: not 個人情報の取扱い.
  func isUnderOwnMatter(_ statement: ReadStatement) -> Bool {
    statement.statement.section.last.map {
      lexicon.concepts.says(.ownMatter, in: FoldedText($0))
    } ?? false
  }

  /// `宛先 会計課`: where papers go, beside whom to ask.
  func isAddress(_ statement: ReadStatement) -> Bool {
    let words = statement.statement
    return [words.labels.last, words.section.last].compactMap { $0 }.contains {
      lexicon.concepts.says(.addressLabel, in: FoldedText($0))
    }
  }

  /// `試験事務局⏎〒920-0000 …　TEL 076-000-2250`: a heading that is nothing but an office for applying.
  func isUnderOffice(_ line: Line) -> Bool {
    guard kind?.kind == .examination, line.officeAbove != nil,
      let heading = line.statement.statement.section.last.map({ FoldedText($0) })
    else { return false }
    let all = heading.scalars.indices
    return lexicon.signs.says(.examinationNoun, in: heading)
      && !lexicon.concepts.says(.othersMatter, in: heading)
      && !lexicon.signs.says(.section, before: all.upperBound, in: heading)
      && (lexicon.concepts.says(.officeAlone, atEndOf: all, in: heading)
        || lexicon.concepts.says(.secretariat, before: all.upperBound, in: heading))
  }

  /// 研究生係, 臨床研修部: an office with the name of a kind may answer for all.
  private func isOfOffice(_ mention: KindMention, _ text: FoldedText) -> Bool {
    lexicon.signs.says(
      .endOfOffice, atStartOf: mention.range.upperBound..<text.scalars.count, in: text)
  }
}
