/// Cuts a record's line down to what lists show, so that reading it takes a fraction of the time.
struct BriefRecord {
  /// What lists do not show.
  private static let dropped = ["listed", "pages", "text"].map { Array($0.utf8) }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let facts: [[UInt8]]
  private var place = 0
  private var result: [UInt8] = []

  /// The line without pages, text and other facts than some, each with its first piece of evidence only; nil
  /// where it is not written as we write records.
  static func line(_ line: [UInt8], facts: [FactName]) -> [UInt8]? {
    line.withUnsafeBufferPointer { bytes in
      var record = BriefRecord(bytes: bytes, facts: facts.map { Array($0.rawValue.utf8) })
      record.result.reserveCapacity(1024)
      guard record.copyRecord(), record.place == bytes.count else { return nil }
      return record.result
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, facts: [[UInt8]]) {
    self.bytes = bytes
    self.facts = facts
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func copyRecord() -> Bool {
    copyObject { record, key in
      if key.elementsEqual("facts".utf8) { return record.copyFacts() }
      if Self.dropped.contains(where: key.elementsEqual) {
        return record.pass() ? .dropped : .fault
      }
      return record.copy()
    } != .fault
  }

  private mutating func copyFacts() -> Outcome {
    copyObject { record, key in
      guard record.facts.contains(where: key.elementsEqual) else {
        return record.pass() ? .dropped : .fault
      }
      return record.copyObject { fact, key in
        key.elementsEqual("evidence".utf8) ? fact.copyFirst() : fact.copy()
      }
    }
  }

  private enum Outcome {
    case copied
    case dropped
    case fault
  }

  /// Copies an object, each value as a function says; what it drops goes with its key.
  private mutating func copyObject(
    _ value: (inout BriefRecord, Slice<UnsafeBufferPointer<UInt8>>) -> Outcome
  ) -> Outcome {
    guard take("{") else { return .fault }
    result.append(UInt8(ascii: "{"))
    var isFirst = true
    while next != UInt8(ascii: "}") {
      if place > 0, bytes[place - 1] != UInt8(ascii: "{"), !take(",") { return .fault }
      let start = place
      guard next == UInt8(ascii: "\""), passString() else { return .fault }
      let key = bytes[start..<place]
      let size = result.count
      if !isFirst { result.append(UInt8(ascii: ",")) }
      result += key
      guard take(":") else { return .fault }
      result.append(UInt8(ascii: ":"))
      switch value(&self, key.dropFirst().dropLast()) {
      case .copied: isFirst = false
      case .dropped: result.removeLast(result.count - size)
      case .fault: return .fault
      }
    }
    place += 1
    result.append(UInt8(ascii: "}"))
    return .copied
  }

  private mutating func copy() -> Outcome {
    let start = place
    guard pass() else { return .fault }
    result += bytes[start..<place]
    return .copied
  }

  /// Copies a list with its first element alone.
  private mutating func copyFirst() -> Outcome {
    let start = place
    guard take("[") else { return .fault }
    result.append(UInt8(ascii: "["))
    if next != UInt8(ascii: "]"), copy() == .fault { return .fault }
    result.append(UInt8(ascii: "]"))
    place = start
    return pass() ? .copied : .fault
  }

  // MARK: Passing over

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: mark) else { return false }
    place += 1
    return true
  }

  /// Passes over a value; false at the end of the bytes or where there are blanks.
  private mutating func pass() -> Bool {
    let start = place
    var depth = 0
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""): guard passString() else { return false }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        place += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return place > start }
        depth -= 1
        place += 1
      case UInt8(ascii: ",") where depth == 0: return place > start
      case 0...0x20: return false
      default: place += 1
      }
      if depth == 0,
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
      {
        return true
      }
    }
    return false
  }

  private mutating func passString() -> Bool {
    place += 1
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        place += 1
        return true
      case UInt8(ascii: "\\"): place += 2
      default: place += 1
      }
    }
    return false
  }
}

extension RecordCoding {
  /// The record of a line with some of its facts, without its pages and its text, and with the first piece of
  /// evidence of each fact: what lists show of it.
  public static func brief(_ line: [UInt8], facts: [FactName]) throws(RecordError) -> Program? {
    try values(Program.self, inJSONLines: BriefRecord.line(line, facts: facts) ?? line).first?.value
  }
}
