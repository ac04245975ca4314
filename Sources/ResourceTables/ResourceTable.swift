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
    var header: [String]?
    var rows: [ResourceRow] = []
    // Cut by bytes: tables are read at every start, and letters by letters would take ten times as long.
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
    for (index, line) in lines.enumerated()
    where !line.isEmpty && line.first != UInt8(ascii: "#") {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard header != nil else {
        guard cells == columns else {
          throw TableError(
            table: name, line: index + 1,
            reason: "has the columns \(cells), not \(columns)")
        }
        header = cells
        continue
      }
      guard cells.count == columns.count else {
        throw TableError(
          table: name, line: index + 1,
          reason: "has \(cells.count) cells instead of \(columns.count)")
      }
      rows.append(ResourceRow(table: name, line: index + 1, columns: columns, cells: cells))
    }
    guard header != nil else {
      throw TableError(table: name, line: lines.count, reason: "ends before its columns are named")
    }
    self.rows = rows
  }
}

/// One row of a table.
public struct ResourceRow: Sendable {
  /// The file's name, for messages.
  public let table: String
  /// The line in the file, from 1.
  public let line: Int
  let columns: [String]
  let cells: [String]

  /// The cell of a column; empty where the table has no such column.
  public subscript(column: String) -> String {
    columns.firstIndex(of: column).map { cells[$0] } ?? ""
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
