import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Parts of a page that are headed by a kind of their own: columns of a table, one piece of a newsletter.
extension ScopeFinder {
  /// The kinds that head columns of a table, each once.
  func kindsOfColumns() -> [KindName] {
    var names: [KindName] = []
    for statement in page.statements {
      guard let column = statement.statement.column,
        let mention = page.lexicon.kinds.mentions(in: page.labels[column].withoutLetterSpacing)
          .first,
        !names.contains(mention.name)
      else { continue }
      names.append(mention.name)
    }
    return names
  }

  /// The kind that the title names, where the columns are headed by others: what stands in none of them is of it.
  func beside(_ columns: [KindName]) -> [ProgramScope] {
    let firm = page.titles.first.map { $0.kinds.filter(\.isFirm).map(\.name) } ?? []
    guard let main = firm.last, Set(firm).count == 1, !columns.contains(main),
      !Self.ambiguous.contains(main.slug)
    else { return [] }
    // その他の受入れ: what stands around the table is of those whom it is about.
    let ofTable = Set(
      page.statements.filter { $0.statement.column != nil }.map(\.statement.section)
    ).filter { $0.count > 1 }
    let statements = page.statements.filter { statement in
      statement.statement.column == nil && !ofTable.contains(statement.statement.section)
        && (statement.kinds.isEmpty || statement.kinds.contains { $0.name == main })
    }
    return [ProgramScope(name: main, statements: statements, titles: page.titles)]
  }

  /// `見本病院だより 第87号`: a title under which articles of all matters stand.
  var isNewsletter: Bool {
    !page.titles.contains { !$0.kinds.isEmpty }
      && page.titles.first.map { page.lexicon.signs.says(.newsletter, in: $0.text) } ?? false
  }

  /// `令和9年度 実地修練生を募集します` below other news of a newsletter: the only heading that recruits, on a page whose title
  /// names nobody.
  func recruitingPart() -> ProgramScope? {
    guard !page.titles.contains(where: { !$0.kinds.isEmpty }) else { return nil }
    let heads = page.statements.filter { statement in
      statement.statement.shape == .heading
        && page.lexicon.concepts.says(.recruitment, in: statement.text)
        && statement.kinds.contains { $0.isFirm }
    }
    guard let head = heads.first, heads.count == 1,
      let name = head.kinds.last(where: \.isFirm)?.name,
      !WayPage(page: page).isOne, !ExaminationPage(page: page).isOne
    else { return nil }
    let below = page.statements.filter { $0.statement.section.contains(head.statement.text) }
    // A page with nothing else beside it is all about that.
    let others = page.statements.filter {
      !$0.statement.section.contains(head.statement.text) && $0.topic != nil
        && $0.topic != .contact && $0.statement.shape != .heading
    }
    guard isNewsletter || !others.isEmpty && Set(below.compactMap(\.topic)).count >= 2 else {
      return nil
    }
    let title = asTitle(head)
    return ProgramScope(name: name, statements: [title] + below, titles: page.titles + [title])
  }

  /// `■ 2027年度専門医認定試験を行います` among other news of a society: the only article over an examination, on a page whose titles
  /// name none.
  func examinationPart() -> ProgramScope? {
    let examination = ExaminationPage(page: page)
    guard !page.titles.contains(where: examination.isNamedBy),
      let name = page.lexicon.kinds.name(of: .examination)
    else { return nil }
    let heads = page.statements.filter { $0.statement.shape == .heading }
    let named = heads.filter { head in
      examination.isNamedBy(head)
        && examination.tells(page.statements.filter { isBelow(head, $0) })
    }
    guard let head = named.first, named.count == 1 else { return nil }
    // An examination's own sections are no other news: of these some must be of a society's other matters.
    let others = heads.filter {
      $0.statement.section == head.statement.section && $0.order != head.order
        && page.lexicon.signs.says(.newsOfSociety, in: $0.text)
    }
    guard others.count >= Self.leastOtherNews else { return nil }
    let title = asTitle(head)
    return ProgramScope(
      name: name, statements: [title] + page.statements.filter { isBelow(head, $0) },
      titles: page.titles + [title])
  }

  /// How many other articles tell news from the sections of one matter.
  private static let leastOtherNews = 2

  private func isBelow(_ head: ReadStatement, _ statement: ReadStatement) -> Bool {
    statement.statement.section.starts(with: head.statement.section + [head.statement.text])
  }

  private func asTitle(_ head: ReadStatement) -> ReadStatement {
    ReadStatement(
      statement: head.statement, text: head.text, topic: nil, label: "", kinds: head.kinds,
      order: -1 - page.titles.count)
  }

  func scope(ofColumn name: KindName) -> ProgramScope {
    let statements = page.statements.filter { statement in
      if let column = statement.statement.column {
        let mentions = page.lexicon.kinds.mentions(in: page.labels[column].withoutLetterSpacing)
        return mentions.isEmpty || mentions.contains { $0.name == name }
      }
      // A sentence that names only other kinds is not about this one.
      return statement.kinds.isEmpty || statement.kinds.contains { $0.name == name }
    }
    return ProgramScope(name: name, statements: statements, titles: page.titles)
  }
}
