/// A value with what proves it.
public struct Fact<Value: FactValue>: Hashable, Sendable {
  /// The value, in the model's own units.
  public var value: Value
  /// How strongly it is founded.
  public var basis: Basis
  /// The day (or month, or year) as of which it was stated; absent where the source has no date.
  public var asOf: PartialDate?
  /// How likely the value is to be right, 0 to 1; absent where nothing measured it.
  public var confidence: Double?
  /// What proves it; never empty in a published record.
  public var evidence: [Evidence]
  /// Values that this one beat, each with its own evidence.
  public var conflicts: [Fact<Value>]

  /// Makes a fact.
  public init(
    _ value: Value, basis: Basis, asOf: PartialDate? = nil, confidence: Double? = nil,
    evidence: [Evidence], conflicts: [Fact<Value>] = []
  ) {
    self.value = value
    self.basis = basis
    self.asOf = asOf
    self.confidence = confidence
    self.evidence = evidence
    self.conflicts = conflicts
  }

  /// What stands behind the value, without the value.
  public var provenance: Provenance {
    Provenance(
      basis: basis, asOf: asOf, confidence: confidence, evidence: evidence,
      conflicts: conflicts.count)
  }
}

/// What stands behind a fact, whatever its value is.
public struct Provenance: Hashable, Sendable {
  /// How strongly the fact is founded.
  public let basis: Basis
  /// The day as of which it was stated.
  public let asOf: PartialDate?
  /// How likely the value is to be right, 0 to 1.
  public let confidence: Double?
  /// What proves it.
  public let evidence: [Evidence]
  /// How many other values it beat.
  public let conflicts: Int
}

extension Fact: Codable {
  private enum Key: String, CodingKey {
    case value
    case basis
    case asOf
    case confidence
    case evidence
    case conflicts
  }

  /// Reads a fact; one without evidence is refused.
  public init(from decoder: any Decoder) throws {
    if let tape = decoder as? TapeDecoder {
      self = try Fact(tape: tape) { try $0.value(as: Value.self) }
      return
    }
    let container = try decoder.container(keyedBy: Key.self)
    value = try container.decode(Value.self, forKey: .value)
    basis = try container.decode(Basis.self, forKey: .basis)
    asOf = try container.decodeIfPresent(PartialDate.self, forKey: .asOf)
    confidence = try container.decodeIfPresent(Double.self, forKey: .confidence)
    evidence = try container.decode([Evidence].self, forKey: .evidence)
    conflicts = try container.decodeIfPresent([Fact<Value>].self, forKey: .conflicts) ?? []
    guard !evidence.isEmpty else {
      throw DecodingError.dataCorruptedError(
        forKey: .evidence, in: container, debugDescription: "a fact needs at least one evidence")
    }
  }

  /// Reads a fact of a record, of which most of a record is made, without a container for each of its parts.
  init(tape: TapeDecoder, _ read: (TapeDecoder) throws -> Value) throws {
    guard tape.isObject, let stated = tape.member("value") else { throw TapeDecoder.Refusal() }
    value = try read(stated)
    basis = try tape.required("basis")
    asOf = try tape.optional("asOf")
    confidence = try tape.optional("confidence")
    evidence = try tape.optional("evidence") ?? []
    conflicts = try tape.member("conflicts")?.elements { try Fact(tape: $0, read) } ?? []
    guard !evidence.isEmpty else { throw TapeDecoder.Refusal() }
  }

  /// Writes a fact; what is absent has no key.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    // In the order of their keys: what comes otherwise is written twice.
    try container.encodeIfPresent(asOf, forKey: .asOf)
    try container.encode(basis, forKey: .basis)
    try container.encodeIfPresent(confidence, forKey: .confidence)
    if !conflicts.isEmpty { try container.encode(conflicts, forKey: .conflicts) }
    try container.encode(evidence, forKey: .evidence)
    try container.encode(value, forKey: .value)
  }
}

extension Fact: JSONWritable {
  func write(_ fields: JSONFields) throws {
    fields.add("asOf", asOf?.description)
    fields.add("basis", basis.rawValue)
    try fields.add("confidence", value: confidence)
    if !conflicts.isEmpty { try fields.add("conflicts", objects: conflicts) }
    try fields.add("evidence", objects: evidence)
    try fields.add("value", value: value)
  }
}
