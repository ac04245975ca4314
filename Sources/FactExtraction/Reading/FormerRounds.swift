import DocumentParsing
import DomainLexicon
import JapaneseText

/// Leaves out what a page tells of rounds that are over: what stands for reference (`【参考】前回の内容`), and what
/// stands under an older year than another part with the same head (`2026年（第22回）`, `2025年（第21回）`).
struct FormerRounds {
  let lexicon: Lexicon

  /// The statements of this round; whom to ask is kept wherever it stands.
  func removed(from statements: [ReadStatement]) -> [ReadStatement] {
    let former = ofOlderYears(statements)
    var isOfSection = LastSection<Bool>()
    return statements.filter { statement in
      guard statement.topic != .contact else { return true }
      if former.contains(statement.order) { return false }
      let words = statement.statement
      let isFormer = isOfSection.value(of: words.section) { section in
        // The first line below such a heading says of what it is.
        section.last.map(isAside) ?? false && tellsOfFormer(statement)
      }
      if isFormer { return false }
      let isAlone = (words.labels + words.section.suffix(1)).contains(where: isAside)
      return !isAlone || !tellsOfFormer(statement)
    }
  }

  /// Whether a head says that what follows is for reference only.
  private func isAside(_ head: String) -> Bool {
    let text = FoldedText(head).withoutLetterSpacing
    return lexicon.concepts.says(.forReference, asAllOf: text.scalars.indices, in: text)
  }

  /// Whether the words are of an earlier round, or tell what was.
  private func tellsOfFormer(_ statement: ReadStatement) -> Bool {
    let text = statement.text
    return lexicon.concepts.says(.lastYear, in: text)
      || lexicon.concepts.says(.pastExamination, in: text)
      || statement.sentences.contains { lexicon.signs.says(.pastEnding, atEndOf: $0, in: text) }
  }

  // MARK: The same head with another year

  /// A heading or a caption with a year.
  private struct Head: Hashable {
    /// What stands above it, and its words without the numbers.
    let key: [String]
    let year: Int
  }

  /// The longest line that heads a round.
  private static let longestHead = 40

  /// The places of the statements under heads that differ from another one in their numbers alone, and are not
  /// those of the latest year with matter.
  private func ofOlderYears(_ statements: [ReadStatement]) -> Set<Int> {
    let heads = heads(of: statements)
    guard Set(heads.compactMap { $0 }).count > 1 else { return [] }
    var latest: [[String]: Int] = [:]
    var years: [[String]: Set<Int>] = [:]
    for case (let statement, let head?) in zip(statements, heads)
    where statement.topic != nil && statement.statement.shape != .heading {
      latest[head.key] = max(latest[head.key] ?? head.year, head.year)
      years[head.key, default: []].insert(head.year)
    }
    return Set(
      zip(statements, heads).compactMap { statement, head in
        guard let head, let last = latest[head.key], years[head.key, default: []].count > 1 else {
          return nil
        }
        return head.year == last ? nil : statement.order
      })
  }

  /// For each statement the head of its round: a heading above it, or a caption right above its table or list.
  private func heads(of statements: [ReadStatement]) -> [Head?] {
    var caption: (head: Head, section: [String], shape: Statement.Shape?)?
    var sections = LastSection<Head?>()
    return statements.map { statement in
      let words = statement.statement
      if words.shape == .paragraph, words.labels.isEmpty, !statement.text.scalars.contains("。"),
        let head = head(words.text, below: words.section)
      {
        caption = (head, words.section, nil)
        return head
      }
      if let known = caption, known.section == words.section, words.shape != .paragraph,
        known.shape ?? words.shape == words.shape
      {
        caption?.shape = words.shape
        return known.head
      }
      caption = nil
      return sections.value(of: words.section) { section in
        section.indices.reversed().lazy.compactMap { place in
          head(section[place], below: Array(section[..<place]))
        }.first
      }
    }
  }

  private func head(_ line: String, below section: [String]) -> Head? {
    guard line.unicodeScalars.count <= Self.longestHead else { return nil }
    let text = FoldedText(line).withoutBlanks
    let years = DateReader().years(in: text)
    guard let year = years.first, years.count == 1, DateReader().dates(in: text).isEmpty else {
      return nil
    }
    let rest = text.scalars.indices.filter {
      !year.range.contains($0) && !text.scalars[$0].isDigit
    }
    let words = String(String.UnicodeScalarView(rest.map { text.scalars[$0] }))
    return Head(key: section + [words], year: year.year)
  }
}
