// Records are read from what they are written as without a container for each of their parts: a container's type
// is made when it is first used, which takes as long as reading a record.

extension Program {
  /// Reads a record as we write it.
  init(tape: TapeDecoder) throws {
    guard let facts = tape.member("facts") else { throw TapeDecoder.Refusal() }
    try self.init(head: tape)
    pages = try tape.member("pages")?.elements { try SourcePage(tape: $0) } ?? []
    text = try tape.optional("text", as: String.self) ?? ""
    self.facts = try Facts(tape: facts)
    listed = try tape.optional("listed", as: [ExternalEvidence].self) ?? []
  }

  /// Reads a record without facts, pages and text.
  init(head: TapeDecoder) throws {
    guard try head.required("schema", as: Int.self) == Self.currentSchema,
      let institution = head.member("institution")
    else { throw TapeDecoder.Refusal() }
    try self.init(
      id: head.required("id", as: String.self), kind: head.required("kind", as: ProgramKind.self),
      title: head.required("title", as: String.self),
      institution: Institution(
        id: institution.optional("id", as: String.self),
        name: institution.required("name", as: String.self),
        nameEn: institution.optional("nameEn", as: String.self),
        prefecture: institution.optional("prefecture", as: String.self),
        city: institution.optional("city", as: String.self),
        url: institution.optional("url", as: String.self)))
    guard !id.isEmpty else { throw TapeDecoder.Refusal() }
  }
}

extension SourcePage {
  fileprivate init(tape: TapeDecoder) throws {
    try self.init(
      url: tape.required("url", as: String.self), title: tape.optional("title", as: String.self),
      mediaType: tape.optional("mediaType", as: String.self),
      fetchedAt: tape.optional("fetchedAt", as: Timestamp.self),
      sha256: tape.optional("sha256", as: String.self))
    goneSince = try tape.optional("goneSince", as: Timestamp.self)
    failingSince = try tape.optional("failingSince", as: Timestamp.self)
  }
}

extension Facts {
  fileprivate init(tape: TapeDecoder) throws {
    guard tape.isObject else { throw TapeDecoder.Refusal() }
    self.init()
    intake = try tape.fact("intake")
    accepting = try tape.fact("accepting")
    fee = try tape.fact("fee")
    application = try tape.fact("application")
    training = try tape.fact("training")
    selection = try tape.fact("selection")
    recommendation = try tape.fact("recommendation")
    obligation = try tape.fact("obligation")
    capacity = try tape.fact("capacity")
    eligibility = try tape.fact("eligibility")
    departments = try tape.fact("departments")
    documents = try tape.fact("documents")
    contact = try tape.fact("contact")
    examDate = try tape.fact("examDate")
    venues = try tape.fact("venues")
    rules = try tape.fact("rules")
    steps = try tape.fact("steps")
  }
}

extension TapeDecoder {
  /// The fact of a name; nil where it is not stated.
  func fact<Value>(_ name: StaticString) throws -> Fact<Value>? {
    try member(name).map { try Fact(tape: $0) }
  }
}
