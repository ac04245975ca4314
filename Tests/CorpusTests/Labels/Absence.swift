import RecruitmentModel

/// What a label rules out: whatever is found of it is wrong.
enum Absence: Hashable, Sendable {
  /// The page says nothing of the whole fact.
  case fact(FactName)
  /// The page says nothing of a part of a fact.
  case field(Field)
  /// The page may be read in several ways, but not as this element of the fact.
  case element(FactName, String)

  /// Reads `fee`, `fee.yearly` or `fee=free`; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      guard let fact = FactName(rawValue: parts[0]) else { return nil }
      self = .element(fact, parts[1])
    } else if let fact = FactName(rawValue: text) {
      self = .fact(fact)
    } else if let field = Field(rawValue: text) {
      self = .field(field)
    } else {
      return nil
    }
  }

  /// The fact that is spoken of.
  var fact: FactName {
    switch self {
    case .fact(let fact), .element(let fact, _): fact
    case .field(let field): field.fact
    }
  }
}

extension Absence: Decodable {
  /// Reads the absence from a string.
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let absence = Absence(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "no fact or field is named “\(text)”")
    }
    self = absence
  }
}
