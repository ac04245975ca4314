import RecruitmentModel

/// What a page states of one program, as people read it.
struct LabelledRecord: Sendable {
  var kind: ProgramKind
  var institution: String
  /// What the page states.
  var facts: Statements
  /// What it does not state, although one might think so.
  var absent: Set<Absence> = []
  /// Other values of a fact that are as good.
  var also: [FactName: [Statement]] = [:]
  /// Whether the record may be left out.
  var isOptional = false
  /// What is hard about it, in the words of `traits.tsv`.
  var traits: [String] = []

  /// The values of a fact that are accepted; a single nil where none is labelled.
  func readings(of fact: FactName) -> [Statement?] {
    [facts[fact]] + (also[fact] ?? [])
  }

  /// Whether the page says nothing of a fact, so that any claim of it is made up.
  func isSilent(on fact: FactName) -> Bool {
    facts[fact] == nil && absent.contains { $0.fact == fact }
  }
}

extension LabelledRecord: Decodable {
  private enum Key: String, CodingKey {
    case kind
    case institution
    case facts
    case absent
    case also
    case optional
    case traits
  }

  /// The name of a fact as a key.
  private struct FactKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Reads a record; a misspelt fact or absence is refused.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    kind = try container.decode(ProgramKind.self, forKey: .kind)
    institution = try container.decode(String.self, forKey: .institution)
    absent = try container.decode(Set<Absence>.self, forKey: .absent)
    isOptional = try container.decodeIfPresent(Bool.self, forKey: .optional) ?? false
    traits = try container.decodeIfPresent([String].self, forKey: .traits) ?? []
    facts = [:]
    let stated = try container.nestedContainer(keyedBy: FactKey.self, forKey: .facts)
    for key in stated.allKeys {
      let fact = try Self.fact(key, in: stated)
      facts[fact] = try Statement(fact, from: stated.superDecoder(forKey: key))
    }
    if container.contains(.also) {
      also = try Self.others(container.nestedContainer(keyedBy: FactKey.self, forKey: .also))
    }
  }

  private static func others(
    _ container: KeyedDecodingContainer<FactKey>
  ) throws -> [FactName: [Statement]] {
    var others: [FactName: [Statement]] = [:]
    for key in container.allKeys {
      let fact = try fact(key, in: container)
      var values = try container.nestedUnkeyedContainer(forKey: key)
      while !values.isAtEnd {
        guard let value = try Statement(fact, from: values.superDecoder()) else { continue }
        others[fact, default: []].append(value)
      }
    }
    return others
  }

  private static func fact(
    _ key: FactKey, in container: KeyedDecodingContainer<FactKey>
  ) throws -> FactName {
    guard let fact = FactName(rawValue: key.stringValue) else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: container, debugDescription: "no fact is named “\(key.stringValue)”")
    }
    return fact
  }
}
