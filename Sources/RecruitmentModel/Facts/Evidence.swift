/// What proves a value: words on a fetched page, or a source that nobody here has fetched.
public enum Evidence: Hashable, Sendable {
  /// Words that stand on one of the record's pages.
  case page(PageEvidence)
  /// A statement found somewhere else, in our own words.
  case elsewhere(ExternalEvidence)
}

/// Words on a fetched page.
public struct PageEvidence: Hashable, Sendable, Codable {
  /// The place of the page in the record's `pages`.
  public let page: Int
  /// The heading or label that the words stand under, if any.
  public let section: String?
  /// The words as they stand on the page, at most 200 characters.
  public let quote: String
  /// Where they begin, in Unicode scalars of the decoded page; of an HTML page its source, tags and all.
  public let start: Int?
  /// Where they end; what stands between, without markup, with references replaced and blanks folded,
  /// is the quotation.
  public let end: Int?
  /// What whoever relies on the words should know, in our own words.
  public let note: String?

  /// In their own order, in which they are written: what comes otherwise is written twice.
  private enum CodingKeys: CodingKey { case end, note, page, quote, section, start }

  /// The most characters that a quotation may have.
  public static let longestQuote = 200

  /// Makes evidence from words on a page.
  public init(
    page: Int, section: String?, quote: String, start: Int? = nil, end: Int? = nil,
    note: String? = nil
  ) {
    self.page = page
    self.section = section
    self.quote = quote
    self.start = start
    self.end = end
    self.note = note
  }

  /// The same words as those of another page of the record.
  public func movingPage(by places: Int) -> PageEvidence {
    PageEvidence(
      page: page + places, section: section, quote: quote, start: start, end: end, note: note)
  }

  /// The same words with a note.
  public func noted(_ note: String?) -> PageEvidence {
    PageEvidence(page: page, section: section, quote: quote, start: start, end: end, note: note)
  }
}

/// A statement from a source that was not fetched by the crawl.
public struct ExternalEvidence: Hashable, Sendable, Codable {
  /// Where the statement was found.
  public let url: String
  /// What it says, in our own words.
  public let note: String
  /// The day on which somebody read it.
  public let seen: CalendarDay

  /// Makes evidence from a source that was not fetched.
  public init(url: String, note: String, seen: CalendarDay) {
    self.url = url
    self.note = note
    self.seen = seen
  }
}

extension Evidence: Codable {
  private enum Key: String, CodingKey {
    case page
  }

  /// Reads either form; the key `page` tells which.
  public init(from decoder: any Decoder) throws {
    if let tape = decoder as? TapeDecoder {
      self = try Evidence(tape: tape)
      return
    }
    let container = try decoder.container(keyedBy: Key.self)
    self =
      container.contains(.page)
      ? .page(try PageEvidence(from: decoder)) : .elsewhere(try ExternalEvidence(from: decoder))
  }

  /// Writes the form that it is.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .page(let evidence): try evidence.encode(to: encoder)
    case .elsewhere(let evidence): try evidence.encode(to: encoder)
    }
  }
}

// Of these a record has more than of all others: they are written without a container for each.

extension Evidence: JSONWritable {
  func write(_ fields: JSONFields) throws {
    switch self {
    case .page(let evidence): evidence.write(fields)
    case .elsewhere(let evidence): evidence.write(fields)
    }
  }
}

extension PageEvidence {
  fileprivate func write(_ fields: JSONFields) {
    fields.add("end", end)
    fields.add("note", note)
    fields.add("page", page)
    fields.add("quote", quote)
    fields.add("section", section)
    fields.add("start", start)
  }
}

extension ExternalEvidence {
  fileprivate func write(_ fields: JSONFields) {
    fields.add("note", note)
    fields.add("seen", seen.description)
    fields.add("url", url)
  }
}
