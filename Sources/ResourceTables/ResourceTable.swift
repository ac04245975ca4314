/// A table that people mend by hand: tab-separated text with `#` lines first and a row of column names.
public struct ResourceTable: Sendable {
  /// The file's name, for messages.
  public let name: String
  /// The rows in the file's order.
  public let rows: [ResourceRow]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - name: The file's name, for messages.
  ///   - bytes: The file's bytes, in UTF-8.
  ///   - columns: The columns that the file must have, in their order.
  /// - Throws: An error that names the file and the line.
  public init(name: String, bytes: [UInt8], columns: [String]) throws(TableError) {
    self.name = name
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw TableError(table: name, line: 1, reason: "is not UTF-8")
    }
    var isHeaded = false
    var rows: [ResourceRow] = []
    // Cut by bytes: tables are read at every start, and letters by letters would take ten times as long.
    var (end, line) = (-1, 0)
    while end < bytes.count {
      let start = end + 1
      end = Self.place(of: UInt8(ascii: "\n"), in: bytes, from: start)
      line += 1
      var place = start..<end
      if let last = place.last, bytes[last] == UInt8(ascii: "\r") { place = start..<last }
      guard !place.isEmpty, bytes[start] != UInt8(ascii: "#") else { continue }
      let row = ResourceRow(table: name, line: line, columns: columns, bytes: bytes, place: place)
      guard isHeaded else {
        guard row.cells == columns else {
          throw TableError(
            table: name, line: line, reason: "has the columns \(row.cells), not \(columns)")
        }
        isHeaded = true
        continue
      }
      let count = 1 + bytes[place].count { $0 == UInt8(ascii: "\t") }
      guard count == columns.count else {
        throw TableError(
          table: name, line: line, reason: "has \(count) cells instead of \(columns.count)")
      }
      rows.append(row)
    }
    guard isHeaded else {
      throw TableError(table: name, line: line, reason: "ends before its columns are named")
    }
    self.rows = rows
  }

  /// Where a byte stands next; the end where it does not.
  private static func place(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstIndex(of: byte) ?? bytes.count
  }
}

/// One row of a table.
public struct ResourceRow: Sendable {
  /// The file's name, for messages.
  public let table: String
  /// The line in the file, from 1.
  public let line: Int
  let columns: [String]
  /// The bytes of the table, and where the row stands in them: a cell is read when it is asked for.
  let bytes: [UInt8]
  let place: Range<Int>

  /// All cells.
  var cells: [String] {
    bytes[place].split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The cell of a column; empty where the table has no such column.
  public subscript(column: String) -> String {
    guard let number = columns.firstIndex(of: column) else { return "" }
    return bytes.withUnsafeBufferPointer { bytes in
      var start = place.lowerBound
      for _ in 0..<number {
        while bytes[start] != UInt8(ascii: "\t") { start += 1 }
        start += 1
      }
      var end = start
      while end < place.upperBound, bytes[end] != UInt8(ascii: "\t") { end += 1 }
      return String(decoding: bytes[start..<end], as: UTF8.self)
    }
  }

  /// The parts of a cell that holds a list with `;` between its parts.
  ///
  /// `必要{は|が|}ありません` stands for each of its forms: 必要はありません, 必要がありません, 必要ありません.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - sets: Choices that have names: `{=nai}` stands for all that `sets["nai"]` holds.
  /// - Returns: The parts in all their forms.
  public func list(_ column: String, sets: [String: [String]] = [:]) -> [String] {
    self[column].utf8.split(separator: UInt8(ascii: ";")).flatMap {
      WordForms.all(of: String(Substring($0)), sets: sets)
    }
  }

  /// A cell read as one of the values that a column allows.
  public func value<Value>(_ column: String, _ read: (String) -> Value?) throws(TableError) -> Value
  {
    guard let value = read(self[column]) else {
      throw TableError(
        table: table, line: line,
        reason: "has “\(self[column])” in column \(column), not a \(Value.self)")
    }
    return value
  }
}

/// What is wrong with a table, and where.
public struct TableError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's name.
  public let table: String
  /// The line, from 1.
  public let line: Int
  /// What is wrong.
  public let reason: String

  /// The fault in one line.
  public var description: String { "\(table), line \(line): \(reason)" }
}
