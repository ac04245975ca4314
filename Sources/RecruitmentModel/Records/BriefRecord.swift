#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Cuts a record's line down to what lists show, so that reading it takes a fraction of the time.
struct BriefRecord {
  /// What lists do not show.
  private static let dropped = ["listed", "pages", "text"].map { Array($0.utf8) }
  /// What lists do not show of a fact.
  private static let unshown = ["asOf", "confidence", "evidence"].map { Array($0.utf8) }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let facts: [[UInt8]]
  private var place = 0
  private var result: [UInt8] = []
  /// By fact what lists show of it, where facts are cut out; empty where it is not stated.
  private var cut: [[UInt8]]?

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

  /// The line without pages, text and facts, and by fact what lists show of it; nil where it is not written as we
  /// write records.
  static func parts(_ line: [UInt8], facts: [FactName]) -> (head: [UInt8], facts: [[UInt8]])? {
    line.withUnsafeBufferPointer { bytes in
      var record = BriefRecord(bytes: bytes, facts: facts.map { Array($0.rawValue.utf8) })
      record.result.reserveCapacity(1024)
      record.cut = facts.map { _ in [] }
      guard record.copyRecord(), record.place == bytes.count, let facts = record.cut else {
        return nil
      }
      return (record.result, facts)
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
      guard let fact = record.facts.firstIndex(where: key.elementsEqual) else {
        return record.pass() ? .dropped : .fault
      }
      if record.cut != nil { return record.cutFact(fact) }
      return record.copyObject { fact, key in
        key.elementsEqual("evidence".utf8) ? fact.copyFirst() : fact.copy()
      }
    }
  }

  private mutating func cutFact(_ fact: Int) -> Outcome {
    let start = result.count
    let outcome = copyObject { record, key in
      guard Self.unshown.contains(where: key.elementsEqual) else { return record.copy() }
      return record.pass() ? .dropped : .fault
    }
    guard outcome == .copied else { return .fault }
    cut?[fact] = Array(result[start...])
    return .dropped
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

  /// Passes over a text; nearly all of a record is text, so its end is looked for many bytes at a time.
  private mutating func passString() -> Bool {
    place += 1
    while let end = mark(from: place) {
      place = end + 1
      // Behind an odd number of backslashes the mark is a letter of the text.
      var before = end
      while bytes[before - 1] == UInt8(ascii: "\\") { before -= 1 }
      if (end - before).isMultiple(of: 2) { return true }
    }
    return false
  }

  /// Where the next quotation mark stands.
  private func mark(from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress else { return nil }
    return memchr(base + start, Int32(UInt8(ascii: "\"")), bytes.count - start).map {
      UnsafePointer(base).distance(to: $0.assumingMemoryBound(to: UInt8.self))
    }
  }
}

extension Program {
  /// Reads a record without pages and text, of whose facts there are only some.
  fileprivate init(brief tape: JSONTape, _ names: [FactName]) throws {
    let record = TapeDecoder(tape: tape, number: 0)
    guard let facts = record.member("facts"), names.allSatisfy(Facts.brief.contains) else {
      self = try record.value(as: Program.self)
      return
    }
    try self.init(head: record)
    self.facts = try Facts(brief: facts)
  }
}

extension Facts {
  /// The facts that lists show, which are read without asking for the others.
  fileprivate static let brief: [FactName] = [
    .application, .capacity, .examDate, .fee, .obligation, .recommendation, .training,
  ]

  fileprivate init(brief facts: TapeDecoder) throws {
    self.init()
    application = try facts.fact("application")
    capacity = try facts.fact("capacity")
    examDate = try facts.fact("examDate")
    fee = try facts.fact("fee")
    obligation = try facts.fact("obligation")
    recommendation = try facts.fact("recommendation")
    training = try facts.fact("training")
  }
}

/// What lists show of a record, with its facts as bytes that tell values apart without being read.
public struct BriefParts: Sendable {
  /// The record without its facts, its pages and its text.
  public let head: Program
  /// For each fact that was asked for what lists show of it: no day, no evidence; empty where it is not stated.
  public let facts: [[UInt8]]
}

extension RecordCoding {
  /// What lists show of the record of a line; nil where it is not written as we write records.
  public static func briefParts(_ line: [UInt8], facts: [FactName]) -> BriefParts? {
    guard let parts = BriefRecord.parts(line, facts: facts), let tape = JSONTape(parts.head),
      let head = try? Program(head: TapeDecoder(tape: tape, number: 0))
    else { return nil }
    return BriefParts(head: head, facts: parts.facts)
  }

  /// The record of a line with some of its facts, without its pages and its text, and with the first piece of
  /// evidence of each fact: what lists show of it.
  public static func brief(_ line: [UInt8], facts: [FactName]) throws(RecordError) -> Program? {
    guard let brief = BriefRecord.line(line, facts: facts) else {
      return try values(Program.self, inJSONLines: line).first?.value
    }
    if let tape = JSONTape(brief), let program = try? Program(brief: tape, facts) { return program }
    return try values(Program.self, inJSONLines: brief).first?.value
  }
}
