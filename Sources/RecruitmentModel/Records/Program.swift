/// One program of one institution: the record that every part reads and writes.
public struct Program: Hashable, Sendable {
  /// The version of the record's shape that this build writes.
  public static let currentSchema = 1

  /// The version of the record's shape.
  public var schema: Int
  /// The stable key: the institution's, a slash, and the program's.
  public var id: String
  /// What it trains or examines for.
  public var kind: ProgramKind
  /// A title for people.
  public var title: String
  /// Whose program it is.
  public var institution: Institution
  /// The pages that were read.
  public var pages: [SourcePage]
  /// The main text, for full-text search.
  public var text: String
  /// What is known of it.
  public var facts: Facts
  /// Who else says that the institution has, or may have, such a program; no fact of it.
  public var listed: [ExternalEvidence]

  /// Makes a record.
  public init(
    id: String, kind: ProgramKind, title: String, institution: Institution,
    pages: [SourcePage] = [], text: String = "", facts: Facts = Facts(),
    listed: [ExternalEvidence] = []
  ) {
    schema = Self.currentSchema
    self.id = id
    self.kind = kind
    self.title = title
    self.institution = institution
    self.pages = pages
    self.text = text
    self.facts = facts
    self.listed = listed
  }
}

/// A page that a record was read from.
public struct SourcePage: Hashable, Sendable, Codable {
  /// Its address.
  public var url: String
  /// Its title.
  public var title: String?
  /// Its media type, such as `text/html`.
  public var mediaType: String?
  /// When it was fetched; absent where it was read from a file.
  public var fetchedAt: Timestamp?
  /// The SHA-256 of its bytes in lower-case hexadecimal digits.
  public var sha256: String?
  /// Since when it is gone; what it stated is kept, since pages are taken down between two cycles.
  public var goneSince: Timestamp?
  /// Since when it could not be fetched; what it states is what it stated then.
  public var failingSince: Timestamp?

  /// In their own order, in which they are written: what comes otherwise is written twice.
  private enum CodingKeys: CodingKey {
    case failingSince, fetchedAt, goneSince, mediaType, sha256, title, url
  }

  /// Makes a page.
  public init(
    url: String, title: String? = nil, mediaType: String? = nil, fetchedAt: Timestamp? = nil,
    sha256: String? = nil
  ) {
    self.url = url
    self.title = title
    self.mediaType = mediaType
    self.fetchedAt = fetchedAt
    self.sha256 = sha256
  }
}

extension SourcePage {
  /// Why what it states is old, as a key of wording, and since when; nil where it was as it stands when last asked for.
  public var trouble: (key: String, since: Timestamp)? {
    failingSince.map { ("page.failing", $0) } ?? goneSince.map { ("page.gone", $0) }
  }
}

extension Program: Codable {
  private enum Key: String, CodingKey {
    case schema
    case id
    case kind
    case title
    case institution
    case pages
    case text
    case facts
    case listed
  }

  /// Reads a record; one of a later shape is refused.
  public init(from decoder: any Decoder) throws {
    if let tape = decoder as? TapeDecoder {
      self = try Program(tape: tape)
      return
    }
    let container = try decoder.container(keyedBy: Key.self)
    schema = try container.decode(Int.self, forKey: .schema)
    guard schema == Self.currentSchema else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: container,
        debugDescription:
          "schema \(schema) is not the one this version reads, \(Self.currentSchema)")
    }
    id = try container.decode(String.self, forKey: .id)
    kind = try container.decode(ProgramKind.self, forKey: .kind)
    title = try container.decode(String.self, forKey: .title)
    institution = try container.decode(Institution.self, forKey: .institution)
    pages = try container.decodeIfPresent([SourcePage].self, forKey: .pages) ?? []
    text = try container.decodeIfPresent(String.self, forKey: .text) ?? ""
    facts = try container.decode(Facts.self, forKey: .facts)
    listed = try container.decodeIfPresent([ExternalEvidence].self, forKey: .listed) ?? []
    guard !id.isEmpty else {
      throw DecodingError.dataCorruptedError(
        forKey: .id, in: container, debugDescription: "an id cannot be empty")
    }
  }

  /// Writes a record; what is unknown has no key.
  public func encode(to encoder: any Encoder) throws {
    if let scope = encoder as? JSONScope { return try scope.object(write) }
    var container = encoder.container(keyedBy: Key.self)
    // In the order of their keys: what comes otherwise is written twice.
    try container.encode(facts, forKey: .facts)
    try container.encode(id, forKey: .id)
    try container.encode(institution, forKey: .institution)
    try container.encode(kind, forKey: .kind)
    if !listed.isEmpty { try container.encode(listed, forKey: .listed) }
    try container.encode(pages, forKey: .pages)
    try container.encode(schema, forKey: .schema)
    if !text.isEmpty { try container.encode(text, forKey: .text) }
    try container.encode(title, forKey: .title)
  }
}

extension Program: JSONWritable {
  func write(_ fields: JSONFields) throws {
    try fields.add("facts", object: facts)
    fields.add("id", id)
    try fields.add("institution", value: institution)
    fields.add("kind", kind.rawValue)
    if !listed.isEmpty { try fields.add("listed", value: listed) }
    try fields.add("pages", value: pages)
    fields.add("schema", schema)
    if !text.isEmpty { fields.add("text", text) }
    fields.add("title", title)
  }
}
