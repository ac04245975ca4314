import DomainLexicon
import JapaneseText
import RecruitmentModel

/// The smallest part of a query that means something.
struct QueryAtom: Sendable {
  /// What a part means.
  ///
  /// Days, which are large, lie apart: a vocabulary has tens of thousands of meanings.
  enum Meaning: Sendable {
    case concept(Set<Concept>)
    case place(PlaceName.Extent, name: String)
    case institution([String])
    case kind(KindName)
    case department(String)
    case money(Bounds)
    case length(Bounds)
    /// So many days from today: `2週間以内`.
    case days(Int)
    indirect case date(DateMention)
    /// A stretch of time: `12月10日から20日`.
    indirect case dates(from: DateMention, until: DateMention)
    /// `2027年`: a year without a month.
    case year(Int)
    case people(Bounds)
    /// A word of another language, with what it is searched for as.
    case foreign([String])
    /// A number of which nothing says what it counts.
    case number(Int)
    case minus
    case phrase
    case unknown
    /// A verb or another part of a sentence that is known for what it is, not for what it means.
    case verbal
    /// A clause that tells of the person who asks.
    case telling
  }

  /// Where it stands in the folded query.
  let range: Range<Int>
  /// What it means.
  let meaning: Meaning
  /// Its words as the query has them.
  let source: String

  /// Whether it is searched for in the text where it is no part of a condition.
  var isSearchedFor: Bool {
    switch meaning {
    case .unknown, .foreign, .money, .length, .days, .people, .date, .dates, .number, .year: true
    default: false
    }
  }

  /// Whether it is a word that no condition has, in whatever language.
  var isPlainWord: Bool {
    switch meaning {
    case .unknown, .foreign: true
    default: false
    }
  }

  /// Whether it is a place by a name that only people who ask use, which has no name that pages are ranked by.
  var isNickname: Bool {
    if case .place(_, let name) = meaning { name.isEmpty } else { false }
  }

  /// Whether it names a place or an institution.
  var isPlaceOrInstitution: Bool {
    switch meaning {
    case .place, .institution: true
    default: false
    }
  }

  func has(_ concept: Concept) -> Bool {
    if case .concept(let concepts) = meaning { concepts.contains(concept) } else { false }
  }

  func hasAny(_ concepts: [Concept]) -> Bool { concepts.contains { has($0) } }
}
