// The values of facts, read from what they are written as; see `TapeReadable`.

extension Acceptance: TapeReadable {}
extension ApplicationWindow.Part: TapeReadable {}
extension ApplicationWindow.Rule: TapeReadable {}
extension Basis: TapeReadable {}
extension FeeItem.Period: TapeReadable {}
extension FeeItem.Tax: TapeReadable {}
extension Obligation.Place: TapeReadable {}
extension Obligation.Strength: TapeReadable {}
extension PathwayStep.Stage: TapeReadable {}
extension ProgramKind: TapeReadable {}
extension Recommendation: TapeReadable {}
extension Selection.Method: TapeReadable {}

extension Application: TapeReadable {
  init(tape: TapeDecoder) throws {
    let tape = try tape.object()
    try self.init(
      windows: tape.optional("windows") ?? [], rolling: tape.optional("rolling") ?? false,
      note: tape.optional("note"))
  }
}

extension ApplicationWindow: TapeReadable {
  init(tape: TapeDecoder) throws {
    let tape = try tape.object()
    try self.init(
      opens: tape.optional("opens"), closes: tape.optional("closes"), time: tape.optional("time"),
      rule: tape.optional("rule"), part: tape.optional("part"))
  }
}

extension Bounds: TapeReadable {
  init(tape: TapeDecoder) throws {
    let tape = try tape.object()
    try self.init(min: tape.optional("min"), max: tape.optional("max"))
  }
}

extension Capacity: TapeReadable {
  init(tape: TapeDecoder) throws {
    let tape = try tape.object()
    try self.init(
      min: tape.optional("min"), max: tape.optional("max"), few: tape.optional("few"))
  }
}

extension Contact: TapeReadable {
  init(tape: TapeDecoder) throws {
    let tape = try tape.object()
    try self.init(
      office: tape.optional("office"), email: tape.optional("email"), phone: tape.optional("phone"))
  }
}

extension EligibilityRule: TapeReadable {
  /// What a rule needs may be any JSON.
  init(tape: TapeDecoder) throws { self = try tape.value(as: EligibilityRule.self) }
}

extension Evidence: TapeReadable {
  /// Reads either form; the key `page` tells which.
  init(tape: TapeDecoder) throws {
    let tape = try tape.object()
    self =
      tape.member("page") == nil
      ? .elsewhere(try ExternalEvidence(tape: tape)) : .page(try PageEvidence(tape: tape))
  }
}

extension ExaminationDay: TapeReadable {
  init(tape: TapeDecoder) throws {
    let tape = try tape.object()
    try self.init(
      part: tape.optional("part"), starts: tape.required("starts"), ends: tape.optional("ends"))
  }
}

extension ExternalEvidence: TapeReadable {
  init(tape: TapeDecoder) throws {
    let tape = try tape.object()
    try self.init(
      url: tape.required("url"), note: tape.required("note"), seen: tape.required("seen"))
  }
}

extension Fee: TapeReadable {
  init(tape: TapeDecoder) throws {
    let tape = try tape.object()
    try self.init(
      free: tape.required("free"), yearly: tape.optional("yearly"),
      items: tape.optional("items") ?? [])
  }
}

extension FeeItem: TapeReadable {
  init(tape: TapeDecoder) throws {
    let tape = try tape.object()
    try self.init(
      name: tape.required("name"), amount: tape.required("amount"), per: tape.required("per"),
      tax: tape.optional("tax"))
  }
}

extension Intake: TapeReadable {
  init(tape: TapeDecoder) throws { try self.init(year: tape.object().required("year")) }
}

extension Obligation: TapeReadable {
  init(tape: TapeDecoder) throws {
    let tape = try tape.object()
    try self.init(scope: tape.required("scope"), strength: tape.optional("strength"))
  }
}

extension PageEvidence: TapeReadable {
  init(tape: TapeDecoder) throws {
    let tape = try tape.object()
    try self.init(
      page: tape.required("page"), section: tape.optional("section"), quote: tape.required("quote"),
      start: tape.optional("start"), end: tape.optional("end"), note: tape.optional("note"))
  }
}

extension PathwayStep: TapeReadable {
  init(tape: TapeDecoder) throws {
    let tape = try tape.object()
    try self.init(
      order: tape.required("order"), name: tape.required("name"), stage: tape.required("stage"),
      requires: tape.optional("requires"), leadsTo: tape.optional("leadsTo"))
  }
}

extension Selection: TapeReadable {
  init(tape: TapeDecoder) throws {
    let tape = try tape.object()
    try self.init(steps: tape.required("steps"), result: tape.optional("result"))
  }
}

extension Selection.Step: TapeReadable {
  init(tape: TapeDecoder) throws {
    let tape = try tape.object()
    try self.init(method: tape.required("method"), date: tape.optional("date"))
  }
}

extension Training: TapeReadable {
  init(tape: TapeDecoder) throws {
    let tape = try tape.object()
    try self.init(
      months: tape.optional("months"), starts: tape.optional("starts"), ends: tape.optional("ends"))
  }
}
