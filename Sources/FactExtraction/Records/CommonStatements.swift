import DocumentParsing
import DomainLexicon
import JapaneseText

/// What a page for several kinds says of all of them, or of one of them outside its part.
struct CommonStatements {
  private let page: PageReading
  /// The places of the statements that no heading or row of a kind holds; the title of the page is none.
  private let apart: Set<Int>
  /// Whether every kind has a heading or a row of its own.
  private let areApart: Bool

  /// Finds what stands under no kind but the title's.
  init(finder: ScopeFinder, _ kinds: [KindName?], _ names: [KindName]) {
    page = finder.page
    let title = page.document.headings.first
    var sections = LastSection<Bool>()
    var apart: Set<Int> = []
    var own: Set<String> = []
    for (statement, kind) in zip(page.statements, kinds) {
      let words = statement.statement
      let isOwn =
        words.labels.contains { finder.kind(namedIn: $0, isLabel: true) != nil }
        || sections.value(of: words.section) { section in
          section.contains { $0 != title && finder.kind(namedIn: $0, isLabel: false) != nil }
        }
      if isOwn, let kind { own.insert(kind.slug) } else { apart.insert(statement.order) }
    }
    self.apart = apart
    areApart = names.allSatisfy { own.contains($0.slug) }
  }

  /// Whether a statement of the page speaks of a kind though it stands under none.
  func speaks(_ statement: ReadStatement, of name: KindName) -> Bool {
    guard apart.contains(statement.order), statement.statement.shape != .heading else {
      return false
    }
    return isForAll(statement) || isAnnouncement(statement) || isOnly(statement, of: name)
  }

  /// `お問い合わせ（各区分共通）`; where every kind has a part of its own, whom to ask is said for all.
  private func isForAll(_ statement: ReadStatement) -> Bool {
    guard statement.topic == .contact, let heading = statement.statement.section.last else {
      return false
    }
    return areApart && page.lexicon.labels.topic(of: heading) == .contact
      || page.lexicon.concepts.says(.inCommon, in: page.labels[heading])
  }

  /// `次の3つの区分で募集します` above the parts of the kinds.
  private func isAnnouncement(_ statement: ReadStatement) -> Bool {
    areApart && statement.kinds.isEmpty && [nil, .accepting].contains(statement.topic)
      && page.lexicon.concepts.says(.kindsToCome, in: statement.text)
  }

  /// `※2 実地修練生の申込締切を11月27日に延長しました` below a table of several kinds: it names this one and no other.
  private func isOnly(_ statement: ReadStatement, of name: KindName) -> Bool {
    areApart && statement.kinds.contains { $0.isFirm && $0.name == name }
      && statement.kinds.allSatisfy { $0.name == name }
  }
}
