/// Decodes a value of a ``JSONTape``.
///
/// It does what records need and says nothing of use where it fails: the decoder of Foundation is asked
/// then, and its error is the one that is told.
struct TapeDecoder: Decoder {
  let tape: JSONTape
  /// The number of the value.
  let number: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// What cannot be decoded here.
  struct Refusal: Error {}

  private var value: JSONTape.Value { tape.values[number] }
  /// Whether the value is an object.
  var isObject: Bool { value.kind == .object }
  /// Whether the value is an array.
  var isArray: Bool { value.kind == .array }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard value.kind == .object else { throw Refusal() }
    return KeyedDecodingContainer(TapeObject(tape: tape, number: number))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard value.kind == .array else { throw Refusal() }
    return TapeArray(tape: tape, number: number)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  /// The value of a key of an object; nil where it has none.
  func member(_ key: StaticString) -> TapeDecoder? {
    guard value.kind == .object else { return nil }
    var place = number + 1
    let end = value.next
    while place < end {
      if tape.isEqual(tape.values[place], key) { return TapeDecoder(tape: tape, number: place + 1) }
      place = tape.values[place + 1].next
    }
    return nil
  }

  /// The value as a type; the commonest are told apart without asking what they can do.
  func value<Value: Decodable>(as type: Value.Type) throws -> Value {
    let found: Value? =
      if type == String.self {
        tape.text(of: value) as? Value
      } else if type == Int.self {
        tape.integer(of: value) as? Value
      } else if type == Bool.self {
        tape.boolean(of: value) as? Value
      } else if type == Double.self {
        tape.double(of: value) as? Value
      } else {
        try Value(from: self)
      }
    guard let found else { throw Refusal() }
    return found
  }
}

extension TapeDecoder: SingleValueDecodingContainer {
  func decodeNil() -> Bool { false }

  func decode(_ type: String.Type) throws -> String { try value(as: type) }
  func decode(_ type: Bool.Type) throws -> Bool { try value(as: type) }
  func decode(_ type: Int.Type) throws -> Int { try value(as: type) }
  func decode(_ type: Double.Type) throws -> Double { try value(as: type) }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try value(as: type) }
}

/// The keys and values of an object.
private struct TapeObject<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let tape: JSONTape
  let number: Int

  var codingPath: [any CodingKey] { [] }

  var allKeys: [Key] {
    var keys: [Key] = []
    var place = number + 1
    while place < tape.values[number].next {
      if let key = tape.text(of: tape.values[place]).flatMap(Key.init(stringValue:)) {
        keys.append(key)
      }
      place = tape.values[place + 1].next
    }
    return keys
  }

  private func decoder(of key: Key) -> TapeDecoder? {
    let name = key.stringValue
    var place = number + 1
    let end = tape.values[number].next
    while place < end {
      if tape.isEqual(tape.values[place], name) {
        return TapeDecoder(tape: tape, number: place + 1)
      }
      place = tape.values[place + 1].next
    }
    return nil
  }

  private func found(_ key: Key) throws -> TapeDecoder {
    guard let decoder = decoder(of: key) else { throw TapeDecoder.Refusal() }
    return decoder
  }

  func contains(_ key: Key) -> Bool { decoder(of: key) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { decoder(of: key) == nil }

  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try found(key).value(as: type)
  }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try found(key).value(as: type) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try found(key).value(as: type) }

  func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
    try found(key).value(as: type)
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try found(key).value(as: type)
  }

  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    try decoder(of: key)?.value(as: type)
  }

  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
    try decoder(of: key)?.value(as: type)
  }

  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
    try decoder(of: key)?.value(as: type)
  }

  func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
    try decoder(of: key)?.value(as: type)
  }

  func decodeIfPresent<Value: Decodable>(
    _ type: Value.Type, forKey key: Key
  ) throws -> Value? {
    try decoder(of: key)?.value(as: type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try found(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try found(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { throw TapeDecoder.Refusal() }
  func superDecoder(forKey key: Key) throws -> any Decoder { try found(key) }
}

/// The values of an array, one after the other.
private struct TapeArray: UnkeyedDecodingContainer {
  private let tape: JSONTape
  private let end: Int
  private var place: Int
  private(set) var currentIndex = 0
  let count: Int?

  init(tape: JSONTape, number: Int) {
    self.tape = tape
    end = tape.values[number].next
    place = number + 1
    var (count, next) = (0, place)
    while next < end { (count, next) = (count + 1, tape.values[next].next) }
    self.count = count
  }

  var codingPath: [any CodingKey] { [] }
  var isAtEnd: Bool { place >= end }

  private mutating func next() throws -> TapeDecoder {
    guard !isAtEnd else { throw TapeDecoder.Refusal() }
    defer {
      place = tape.values[place].next
      currentIndex += 1
    }
    return TapeDecoder(tape: tape, number: place)
  }

  mutating func decodeNil() -> Bool { false }
  mutating func decode(_ type: String.Type) throws -> String { try next().value(as: type) }
  mutating func decode(_ type: Bool.Type) throws -> Bool { try next().value(as: type) }
  mutating func decode(_ type: Int.Type) throws -> Int { try next().value(as: type) }
  mutating func decode(_ type: Double.Type) throws -> Double { try next().value(as: type) }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next().value(as: type)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try next() }
}
