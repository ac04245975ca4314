import DomainLexicon
import JapaneseText
import SearchIndex

/// How programs stand in the index: which texts, which columns, under which names.
enum ProgramIndexSchema {
  /// The texts that are searched, with their weights: a word in a title says more than one on the page.
  enum TextField: String, CaseIterable {
    case title
    case institution
    case place
    case text

    var weight: Double {
      switch self {
      case .title: 3
      case .institution: 4
      case .place: 2
      case .text: 1
      }
    }

    /// Titles and names are short whatever they are about; only long texts are held against their length.
    var lengthWeight: Double { self == .text ? 0.75 : 0.3 }
  }

  /// Columns of numbers; pairs stand as least and greatest, with `open` for an open end.
  enum IntegerColumn: String, CaseIterable {
    case isFree
    case yearlyFee
    case monthlyFee
    case recommendation
    case obligation
    case months
    /// The first day, its unstated parts as 0.
    case starts
    /// Three numbers a window; see `WindowColumn`.
    case windows
    case rolling
    case accepting
    case capacity
    case fewPlaces
    case basis

    /// Its place among all columns: the number by which the compiler tells the cases apart.
    var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
  }

  /// Columns of words.
  enum KeywordColumn: String, CaseIterable {
    case id
    case kind
    case slug
    case institution
    case prefecture
    case city
    case departments

    /// Its place among all columns.
    var place: Int { Int(unsafeBitCast(self, to: UInt8.self)) }
  }

  /// An open end of a range.
  static let open = Int32.min

  /// The version of this layout; raise it with every change of what the index of programs holds.
  static let version = 4

  /// The version of the layout that a tag names; 0 for a tag of another kind.
  static func version(inTag tag: String) -> Int {
    let name = tag.split(separator: "/").first?.split(separator: "-") ?? []
    return name.count == 2 && name[0] == "programs" ? Int(name[1]) ?? 0 : 0
  }

  /// The versions of this layout, of the analyser and of the tables of words together; another one is
  /// refused, and the index made anew.
  static var formatTag: String {
    "programs-\(version)/analyser-\(SearchAnalyzer.version)/words-\(String(Lexicon.fingerprint, radix: 36))"
  }

  static func schema() throws(IndexSchemaError) -> IndexSchema {
    try IndexSchema(
      textFields: TextField.allCases.map {
        .init($0.rawValue, weight: $0.weight, b: $0.lengthWeight)
      },
      integerColumns: IntegerColumn.allCases.map(\.rawValue),
      keywordColumns: KeywordColumn.allCases.map(\.rawValue))
  }
}
