// Records, read from what they are written as; see `TapeReadable`.

extension Program {
  /// Reads a record as we write it.
  init(tape: TapeDecoder) throws {
    guard let facts = tape.member("facts") else { throw TapeDecoder.Refusal() }
    try self.init(head: tape)
    pages = try tape.optional("pages") ?? []
    text = try tape.optional("text") ?? ""
    self.facts = try Facts(tape: facts)
    listed = try tape.optional("listed") ?? []
  }

  /// Reads a record without facts, pages and text.
  init(head: TapeDecoder) throws {
    guard try head.required("schema", as: Int.self) == Self.currentSchema,
      let institution = head.member("institution")
    else { throw TapeDecoder.Refusal() }
    try self.init(
      id: head.required("id"), kind: head.required("kind"), title: head.required("title"),
      institution: Institution(
        id: institution.optional("id"), name: institution.required("name"),
        nameEn: institution.optional("nameEn"), prefecture: institution.optional("prefecture"),
        city: institution.optional("city"), url: institution.optional("url")))
    guard !id.isEmpty else { throw TapeDecoder.Refusal() }
  }
}

extension SourcePage: TapeReadable {
  init(tape: TapeDecoder) throws {
    let tape = try tape.object()
    try self.init(
      url: tape.required("url"), title: tape.optional("title"),
      mediaType: tape.optional("mediaType"), fetchedAt: tape.optional("fetchedAt"),
      sha256: tape.optional("sha256"))
    goneSince = try tape.optional("goneSince")
    failingSince = try tape.optional("failingSince")
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
  func fact<Value: TapeReadable>(_ name: StaticString) throws -> Fact<Value>? {
    try member(name).map { try Fact(tape: $0) { try Value(tape: $0) } }
  }
}
