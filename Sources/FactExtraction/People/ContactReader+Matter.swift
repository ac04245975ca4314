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
    let isOwn = lines.map { row in matter(of: row.line).map { self.isOwn($0, numbers) } }
    guard isOwn.contains(true) else {
      // 採用関係 人事課, 実習受入れに関すること 教育課: nobody says who answers those who apply.
      return isOwn.count { $0 != nil } > 1
        ? zip(lines, isOwn).filter { $0.1 == nil }.map(\.0) : lines
    }
    return zip(lines, isOwn).filter { $0.1 != false }.map(\.0)
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
    let lead = line.text.string.prefix(20).prefix { !" :/(、。".contains($0) }
    let heading = words.section.last.flatMap { $0.hasSuffix("について") ? nil : $0 }
    return [words.labels.last, heading, String(lead)].compactMap { $0 }
      .map { FoldedText($0) }
      .first { lexicon.concepts.says(.matterAsked, atEndOf: $0.scalars.indices, in: $0) }
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
    return lexicon.concepts.says(.otherContact, in: line.text)
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
      && !heading.hasWord("部会", before: all.upperBound)
      && (lexicon.concepts.says(.officeAlone, atEndOf: all, in: heading)
        || heading.hasWord("事務局", before: all.upperBound))
  }

  /// 研究生係, 臨床研修部: an office with the name of a kind may answer for all.
  private func isOfOffice(_ mention: KindMention, _ text: FoldedText) -> Bool {
    lexicon.signs.says(
      .endOfOffice, atStartOf: mention.range.upperBound..<text.scalars.count, in: text)
  }
}
