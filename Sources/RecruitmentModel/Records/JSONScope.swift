/// Writes a value as JSON straight into bytes: keys sorted, nothing held in between.
///
/// Every value writes itself at the end of one list of bytes, and has a scope of its own while it does.
/// An object notes where its parts stand; where they did not come in the order of their keys, they are
/// put into it when the object is complete.
final class JSONScope: Encoder {
  /// What a value turned out to be when it began to write itself.
  private enum Shape {
    case unknown
    case object
    case list
  }

  /// A key with its value: where they stand among the bytes.
  private struct Part {
    let key: String
    var place: Range<Int>
    /// A container that was opened for the value and may be written to until the object is complete.
    var nested: JSONScope?
  }

  /// The most keys that most objects have.
  private static let usualParts = 8

  let output: JSONBytes
  @exclusivity(unchecked) private var start: Int
  @exclusivity(unchecked) private var shape = Shape.unknown
  @exclusivity(unchecked) private var parts: [Part] = []
  @exclusivity(unchecked) private var isSorted = true

  let codingPath: [any CodingKey] = []
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  private init(_ output: JSONBytes) {
    self.output = output
    start = output.bytes.count
  }

  /// The JSON of a value, as UTF-8.
  static func bytes(of value: some Encodable) throws -> [UInt8] {
    let output = JSONBytes()
    // They hold the bytes, and the bytes them.
    defer { output.spares.removeAll() }
    try JSONScope(output).write(value)
    return output.bytes
  }

  /// Writes a value at the end of the bytes.
  func write(_ value: some Encodable) throws {
    let scope = output.spares.popLast() ?? JSONScope(output)
    scope.begin()
    try value.encode(to: scope)
    scope.finish()
    output.spares.append(scope)
  }

  /// Writes an object of ours at the end of the bytes.
  fileprivate func writeNext(_ object: some JSONWritable) throws {
    let scope = output.spares.popLast() ?? JSONScope(output)
    scope.begin()
    try scope.object(object.write)
    scope.finish()
    output.spares.append(scope)
  }

  /// Takes the next value.
  private func begin() {
    start = output.bytes.count
    shape = .unknown
    isSorted = true
    parts.removeAll(keepingCapacity: true)
  }

  // MARK: Containers

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    begin(.object, "{")
    return KeyedEncodingContainer(JSONObject<Key>(scope: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    begin(.list, "[")
    return JSONList(scope: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { JSONLeaf(scope: self) }

  private func begin(_ shape: Shape, _ sign: StaticString) {
    guard self.shape == .unknown else { return }
    self.shape = shape
    if shape == .object { parts.reserveCapacity(Self.usualParts) }
    output.append(sign)
  }

  // MARK: Parts

  /// How many parts have been written.
  var count: Int { parts.count }

  /// Writes a part with its key; those of a list have none.
  func add(_ key: String?, _ write: () throws -> Void) rethrows {
    if !parts.isEmpty { output.append(",") }
    let start = output.bytes.count
    if let key {
      output.append(words: key)
      output.append(":")
      if let last = parts.last, last.key >= key { isSorted = false }
    }
    try write()
    parts.append(Part(key: key ?? "", place: start..<output.bytes.count))
  }

  /// Writes an object of ours, whose keys come in their order, without a container.
  func object(_ write: (JSONFields) throws -> Void) rethrows {
    begin(.object, "{")
    try write(JSONFields(scope: self))
  }

  /// Writes what stands before the value of such a key.
  fileprivate func beginField(_ key: StaticString) {
    output.append(output.bytes.count == start + 1 ? "\"" : ",\"")
    output.append(key)
    output.append("\":")
  }

  /// Adds a part that is written from outside until this value is complete.
  func addNested(_ key: String?) -> JSONScope {
    add(key) {}
    let scope = JSONScope(JSONBytes())
    parts[parts.count - 1].nested = scope
    isSorted = false
    return scope
  }

  /// Ends the value.
  private func finish() {
    switch shape {
    // A value that has written nothing has no parts.
    case .unknown: if output.bytes.count == start { output.append("{}") }
    case .object:
      if !isSorted { rewrite() }
      output.append("}")
    case .list:
      if !isSorted { rewrite() }
      output.append("]")
    }
  }

  /// Writes the parts anew in the order of their keys, of equal ones the last.
  private func rewrite() {
    let parts = parts
    var order = Array(parts.indices)
    if shape == .object {
      order.sort { one, other in
        parts[one].key == parts[other].key ? one < other : parts[one].key < parts[other].key
      }
    }
    var written: [UInt8] = []
    written.reserveCapacity(output.bytes.count - start)
    for (place, index) in order.enumerated() {
      let part = parts[index]
      let isWrittenAgain =
        shape == .object && place + 1 < order.count && parts[order[place + 1]].key == part.key
      if isWrittenAgain { continue }
      if !written.isEmpty { written.append(UInt8(ascii: ",")) }
      written.append(contentsOf: output.bytes[part.place])
      if let nested = part.nested {
        nested.finish()
        written.append(contentsOf: nested.output.bytes)
      }
    }
    output.bytes.replaceSubrange((start + 1)..., with: written)
  }
}

/// The fields of an object of ours, in the order of their keys; what is unknown has none.
struct JSONFields {
  fileprivate let scope: JSONScope

  func add(_ key: StaticString, _ words: String?) {
    guard let words else { return }
    scope.beginField(key)
    scope.output.append(words: words)
  }

  func add(_ key: StaticString, _ number: Int?) {
    guard let number else { return }
    scope.beginField(key)
    scope.output.append(number: number)
  }

  func add(_ key: StaticString, value: (some Encodable)?) throws {
    guard let value else { return }
    scope.beginField(key)
    try scope.write(value)
  }

  func add(_ key: StaticString, object: (some JSONWritable)?) throws {
    guard let object else { return }
    scope.beginField(key)
    try scope.writeNext(object)
  }

  func add(_ key: StaticString, objects: [some JSONWritable]) throws {
    scope.beginField(key)
    scope.output.append("[")
    for (place, object) in objects.enumerated() {
      if place > 0 { scope.output.append(",") }
      try scope.writeNext(object)
    }
    scope.output.append("]")
  }
}

/// A value of ours that writes its fields in the order of their keys.
protocol JSONWritable {
  func write(_ fields: JSONFields) throws
}
