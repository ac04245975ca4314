// What `Encodable` asks of an encoder, a line for each kind of value; all of it ends in `JSONScope`.

/// The keys and values of an object.
struct JSONObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let scope: JSONScope
  var codingPath: [any CodingKey] { [] }

  private func add(_ key: Key, _ write: (JSONLeaf) throws -> Void) rethrows {
    try scope.add(key.stringValue) { try write(JSONLeaf(scope: scope)) }
  }

  mutating func encodeNil(forKey key: Key) { add(key) { $0.encodeNil() } }
  mutating func encode(_ value: Bool, forKey key: Key) { add(key) { $0.encode(value) } }
  mutating func encode(_ value: String, forKey key: Key) { add(key) { $0.encode(value) } }
  mutating func encode(_ value: Double, forKey key: Key) throws {
    try add(key) { try $0.encode(value) }
  }
  mutating func encode(_ value: Float, forKey key: Key) throws {
    try add(key) { try $0.encode(value) }
  }
  mutating func encode(_ value: Int, forKey key: Key) { add(key) { $0.encode(value) } }
  mutating func encode(_ value: Int8, forKey key: Key) { add(key) { $0.encode(value) } }
  mutating func encode(_ value: Int16, forKey key: Key) { add(key) { $0.encode(value) } }
  mutating func encode(_ value: Int32, forKey key: Key) { add(key) { $0.encode(value) } }
  mutating func encode(_ value: Int64, forKey key: Key) { add(key) { $0.encode(value) } }
  mutating func encode(_ value: UInt, forKey key: Key) { add(key) { $0.encode(value) } }
  mutating func encode(_ value: UInt8, forKey key: Key) { add(key) { $0.encode(value) } }
  mutating func encode(_ value: UInt16, forKey key: Key) { add(key) { $0.encode(value) } }
  mutating func encode(_ value: UInt32, forKey key: Key) { add(key) { $0.encode(value) } }
  mutating func encode(_ value: UInt64, forKey key: Key) { add(key) { $0.encode(value) } }
  mutating func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try add(key) { try $0.encode(value) }
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    scope.addNested(key.stringValue).container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    scope.addNested(key.stringValue).unkeyedContainer()
  }
  mutating func superEncoder() -> any Encoder { scope.addNested("super") }
  mutating func superEncoder(forKey key: Key) -> any Encoder { scope.addNested(key.stringValue) }
}

/// The values of a list.
struct JSONList: UnkeyedEncodingContainer {
  let scope: JSONScope
  var codingPath: [any CodingKey] { [] }
  var count: Int { scope.count }

  private func add(_ write: (JSONLeaf) throws -> Void) rethrows {
    try scope.add(nil) { try write(JSONLeaf(scope: scope)) }
  }

  mutating func encodeNil() { add { $0.encodeNil() } }
  mutating func encode(_ value: Bool) { add { $0.encode(value) } }
  mutating func encode(_ value: String) { add { $0.encode(value) } }
  mutating func encode(_ value: Double) throws { try add { try $0.encode(value) } }
  mutating func encode(_ value: Float) throws { try add { try $0.encode(value) } }
  mutating func encode(_ value: Int) { add { $0.encode(value) } }
  mutating func encode(_ value: Int8) { add { $0.encode(value) } }
  mutating func encode(_ value: Int16) { add { $0.encode(value) } }
  mutating func encode(_ value: Int32) { add { $0.encode(value) } }
  mutating func encode(_ value: Int64) { add { $0.encode(value) } }
  mutating func encode(_ value: UInt) { add { $0.encode(value) } }
  mutating func encode(_ value: UInt8) { add { $0.encode(value) } }
  mutating func encode(_ value: UInt16) { add { $0.encode(value) } }
  mutating func encode(_ value: UInt32) { add { $0.encode(value) } }
  mutating func encode(_ value: UInt64) { add { $0.encode(value) } }
  mutating func encode<Value: Encodable>(_ value: Value) throws { try add { try $0.encode(value) } }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    scope.addNested(nil).container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    scope.addNested(nil).unkeyedContainer()
  }
  mutating func superEncoder() -> any Encoder { scope.addNested(nil) }
}

/// A value without parts.
struct JSONLeaf: SingleValueEncodingContainer {
  let scope: JSONScope
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { scope.output.append("null") }
  func encode(_ value: Bool) { scope.output.append(value ? "true" : "false") }
  func encode(_ value: String) { scope.output.append(words: value) }
  func encode(_ value: Double) throws { try number(value) }
  func encode(_ value: Float) throws { try number(value) }
  func encode(_ value: Int) { scope.output.append(number: value) }
  func encode(_ value: Int8) { scope.output.append(number: value) }
  func encode(_ value: Int16) { scope.output.append(number: value) }
  func encode(_ value: Int32) { scope.output.append(number: value) }
  func encode(_ value: Int64) { scope.output.append(number: value) }
  func encode(_ value: UInt) { scope.output.append(number: value) }
  func encode(_ value: UInt8) { scope.output.append(number: value) }
  func encode(_ value: UInt16) { scope.output.append(number: value) }
  func encode(_ value: UInt32) { scope.output.append(number: value) }
  func encode(_ value: UInt64) { scope.output.append(number: value) }
  func encode<Value: Encodable>(_ value: Value) throws { try scope.write(value) }

  /// Whole numbers are written without a point.
  private func number(_ value: some BinaryFloatingPoint & CustomStringConvertible) throws {
    guard value.isFinite else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: [], debugDescription: "JSON has no such number"))
    }
    let text = value.description
    scope.output.append(number: text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
  }
}
