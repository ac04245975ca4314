#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Why a line of records cannot be read.
public struct RecordError: Error, Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The keys that lead to the fault, such as `facts.fee.value.free`; empty for the whole line.
  public let key: String
  /// What is wrong.
  public let reason: String

  /// Makes an error.
  public init(line: Int, key: String, reason: String) {
    self.line = line
    self.key = key
    self.reason = reason
  }
}

/// Records as JSON lines: one object a line, keys sorted.
public enum RecordCoding {
  /// Reads records from JSON lines; blank lines are passed over.
  ///
  /// Ids must be unique, and nothing may be `null`.
  ///
  /// - Parameters:
  ///   - bytes: The lines.
  ///   - checksSense: Whether rules that cannot be answered, such as a circle of them, and days and figures
  ///     in the wrong order are refused.
  /// - Returns: The records in their order.
  /// - Throws: The first thing that is wrong, with its line.
  public static func programs(
    inJSONLines bytes: [UInt8], checksSense: Bool = false
  ) throws(RecordError) -> [Program] {
    var lines: [String: Int] = [:]
    let programs = try values(Program.self, inJSONLines: bytes)
    for (line, program) in programs {
      if let earlier = lines.updateValue(line, forKey: program.id) {
        throw RecordError(
          line: line, key: "id", reason: "“\(program.id)” stands on line \(earlier) already")
      }
      if checksSense { try check(program.facts, line) }
    }
    return programs.map(\.value)
  }

  private static func check(_ facts: Facts, _ line: Int) throws(RecordError) {
    if let fault = RecordOrder(facts).fault {
      throw RecordError(line: line, key: fault.key, reason: fault.reason)
    }
    do throws(RuleError) { _ = try RuleSet(facts.rules?.value ?? []) } catch {
      let key = (["facts", "rules"] + error.path).joined(separator: ".")
      throw RecordError(line: line, key: key, reason: error.reason)
    }
  }

  /// Reads values of ours from JSON lines, with the number of the line of each; blank lines are
  /// passed over, and nothing may be `null`.
  public static func values<Value: Decodable>(
    _ type: Value.Type, inJSONLines bytes: [UInt8]
  ) throws(RecordError) -> [(line: Int, value: Value)] {
    var values: [(line: Int, value: Value)] = []
    for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    where line.contains(where: { $0 > 32 }) {
      values.append((index + 1, try value(type, inLine: [UInt8](line), number: index + 1)))
    }
    return values
  }

  /// Reads the record of a single line; nil where the line is blank.
  public static func program(inJSONLine line: [UInt8]) throws(RecordError) -> Program? {
    if let tape = JSONTape(line),
      let program = try? Program(tape: TapeDecoder(tape: tape, number: 0))
    {
      return program
    }
    return try programs(inJSONLines: line).first
  }

  private static func value<Value: Decodable>(
    _ type: Value.Type, inLine line: [UInt8], number: Int
  ) throws(RecordError) -> Value {
    // Nearly all lines are as we write them; only the others need a decoder that says what is wrong.
    if let tape = JSONTape(line),
      let value = try? TapeDecoder(tape: tape, number: 0).value(as: type)
    {
      return value
    }
    let value: Value
    do {
      value = try JSONDecoder().decode(type, from: Data(line))
    } catch let error as DecodingError {
      throw RecordError(line: number, decodingError: error)
    } catch {
      throw RecordError(line: number, key: "", reason: "\(error)")
    }
    if let key = NullSearch.key(ofNullIn: line) {
      throw RecordError(line: number, key: key, reason: "is null; leave an unknown key out")
    }
    return value
  }

  /// Writes any value of ours as one line of JSON, keys sorted, without a line end.
  ///
  /// Characters that could steer a terminal or turn letters round are written as `\u` escapes.
  public static func jsonLine(_ value: some Encodable) throws -> String {
    String(decoding: try jsonBytes(value), as: UTF8.self)
  }

  /// The same line as UTF-8.
  public static func jsonBytes(_ value: some Encodable) throws -> [UInt8] {
    try JSONScope.bytes(of: value)
  }

  /// Writes records as JSON lines in the order of their ids.
  public static func jsonLines(_ programs: [Program]) throws -> String {
    try programs.sorted { $0.id < $1.id }.map { try jsonLine($0) + "\n" }.joined()
  }
}

extension RecordError {
  /// What a decoder found wrong, in words for people.
  fileprivate init(line: Int, decodingError: DecodingError) {
    let (path, reason): ([any CodingKey], String) =
      switch decodingError {
      case .keyNotFound(let key, let context):
        (context.codingPath + [key], "is missing")
      case .typeMismatch(let type, let context):
        (context.codingPath, "is not a \(type)")
      case .valueNotFound(_, let context):
        (context.codingPath, "is null; leave an unknown key out")
      case .dataCorrupted(let context):
        (context.codingPath, context.debugDescription)
      @unknown default: ([], "\(decodingError)")
      }
    let key = path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".")
    self.init(line: line, key: key, reason: reason)
  }
}
