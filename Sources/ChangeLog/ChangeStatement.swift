import Foundation
public import RecruitmentModel

/// What was stated of a fact, with what proves it.
///
/// The value is that of the record, whole; the evidence names its page by its address, since the
/// record's list of pages may be another by then.
public struct ChangeStatement: Hashable, Sendable, Codable {
  /// The value, as records have it.
  public var value: JSONValue
  /// How strongly it is founded.
  public var basis: Basis
  /// The day as of which it was stated.
  public var asOf: PartialDate?
  /// What proves it.
  public var evidence: [ChangeQuotation]

  /// Makes a statement.
  public init(
    value: JSONValue, basis: Basis, asOf: PartialDate? = nil, evidence: [ChangeQuotation]
  ) {
    self.value = value
    self.basis = basis
    self.asOf = asOf
    self.evidence = evidence
  }

  /// The statement as the only fact of a set, for whoever needs its typed value; nil where the value
  /// is none of that fact.
  public func facts(_ name: FactName) -> Facts? {
    let evidence: JSONValue = .object([
      "url": .string(""), "note": .string(""), "seen": .string("1970-01-01"),
    ])
    let fact: JSONValue = .object([
      "value": value, "basis": .string(basis.rawValue), "evidence": .array([evidence]),
    ])
    guard let bytes = try? JSONEncoder().encode([name.rawValue: fact]) else { return nil }
    return try? JSONDecoder().decode(Facts.self, from: bytes)
  }
}

/// What proves a statement: words of a page, or what somebody else says, in our own words.
public struct ChangeQuotation: Hashable, Sendable, Codable {
  /// The address of the page.
  public var url: String
  /// The headings above the words.
  public var section: String?
  /// The words as the page has them.
  public var quote: String?
  /// What should be known of them, or what a page says that was not fetched.
  public var note: String?
  /// The day on which somebody read a page that was not fetched.
  public var seen: CalendarDay?

  /// Makes a quotation.
  public init(
    url: String, section: String? = nil, quote: String? = nil, note: String? = nil,
    seen: CalendarDay? = nil
  ) {
    self.url = url
    self.section = section
    self.quote = quote
    self.note = note
    self.seen = seen
  }

  /// Takes a record's evidence, whose page is known by its place.
  init(_ evidence: Evidence, pages: [SourcePage]) {
    switch evidence {
    case .page(let words):
      self.init(
        url: pages.indices.contains(words.page) ? pages[words.page].url : "",
        section: words.section, quote: words.quote, note: words.note)
    case .elsewhere(let source): self.init(url: source.url, note: source.note, seen: source.seen)
    }
  }
}
