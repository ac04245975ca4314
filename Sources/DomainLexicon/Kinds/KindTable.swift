public import JapaneseText
public import RecruitmentModel
import ResourceTables

/// A kind of program with the name that records of it carry in their ids.
public struct KindName: Hashable, Sendable {
  /// The kind.
  public let kind: ProgramKind
  /// The last part of a record's id, such as `practical-training` or `research-student`.
  public let slug: String
  /// The name for people, such as 実地修練.
  public let name: String

  /// Names a kind.
  public init(kind: ProgramKind, slug: String, name: String) {
    self.kind = kind
    self.slug = slug
    self.name = name
  }
}

/// A word for a kind of program found in a text.
public struct KindMention: Hashable, Sendable {
  /// Where it stands in the folded text.
  public let range: Range<Int>
  /// What it names.
  public let name: KindName
  /// Whether it names people or a program that is recruited for, not only a subject.
  public let isFirm: Bool
}

/// The words for kinds of programs, and what looks like them.
public struct KindTable: Sendable {
  private struct Entry: Sendable {
    let name: KindName?
    let isFirm: Bool
  }

  /// The words that are looked for, all in one list, and what each means.
  private let lists: WordLists
  private let entries: [Entry]
  /// The kinds in the table's order, each once.
  public let names: [KindName]
  /// The words with the kinds that they name, those that only queries use among them.
  public let words: [(word: String, name: KindName)]
  /// The words that name a kind on a page.
  public let pageWords: [String]

  /// Reads the table.
  init(_ joined: JoinedWordLists?) throws(TableError) {
    let table = try ResourceTable(
      name: "kinds.tsv", bytes: PackageResources.kinds_tsv,
      columns: ["kind", "slug", "name", "firm", "loose", "asked", "example"])
    var words: [(word: String, meaning: Entry)] = []
    var names: [KindName] = []
    var asked: [(word: String, name: KindName)] = []
    for row in table.rows {
      var name: KindName?
      if row["kind"] != "none" {
        let kind = try row.value("kind") { ProgramKind(rawValue: $0) }
        name = KindName(kind: kind, slug: row["slug"], name: row["name"])
      }
      if let name {
        names.append(name)
        asked += row.list("asked").map { ($0, name) }
      }
      words += row.list("firm").map { ($0, Entry(name: name, isFirm: true)) }
      words += row.list("loose").map { ($0, Entry(name: name, isFirm: false)) }
    }
    let list = words.map(\.word)
    lists = WordLists(count: 1, in: joined) { [list] }
    entries = words.map(\.meaning)
    self.names = names
    pageWords = words.filter { $0.meaning.name != nil }.map(\.word)
    self.words = words.compactMap { word, entry in entry.name.map { (word, $0) } } + asked
  }

  /// The kinds named in a text, in reading order; words that only look alike are passed over.
  public func mentions(in text: FoldedText, range: Range<Int>? = nil) -> [KindMention] {
    lists.matches(0, in: text, range: range).compactMap { match in
      let entry = entries[match.index]
      return entry.name.map { KindMention(range: match.range, name: $0, isFirm: entry.isFirm) }
    }
  }

  /// The name of the first kind in the table with this kind.
  public func name(of kind: ProgramKind) -> KindName? {
    names.first { $0.kind == kind }
  }
}
