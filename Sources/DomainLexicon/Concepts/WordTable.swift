public import JapaneseText
import ResourceTables

/// The names of the rows of a table of words: an enumeration without associated values.
public protocol WordTableRow: Hashable, Sendable, CaseIterable, RawRepresentable<String> {}

/// The words in which pages and queries say things; one table serves both.
public typealias ConceptTable = WordTable<Concept>

/// The words by which single readers tell what a passage is about; queries are not read by them.
public typealias SignTable = WordTable<Sign>

/// A table of words, each row under a name.
public struct WordTable<Row: WordTableRow>: Sendable {
  /// The words of each row, in the order of their names; a query needs those of few.
  private let words: [Deferred<[String]>]
  private let lists: WordLists

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - name: The file's name, for messages.
  ///   - bytes: The file's bytes, in UTF-8.
  ///   - column: The column that names the rows.
  init(name: String, bytes: [UInt8], column: String) throws(TableError) {
    let table = try ResourceTable(name: name, bytes: bytes, columns: [column, "words", "example"])
    var rows = [[ResourceRow]](repeating: [], count: Row.allCases.count)
    for row in table.rows {
      rows[try row.value(column) { Row(rawValue: $0) }.place].append(row)
    }
    let words = rows.map { rows in Deferred { Self.words(of: rows) } }
    self.words = words
    lists = WordLists { words.map(\.value) }
  }

  /// The words of rows in all their forms, each once.
  private static func words(of rows: [ResourceRow]) -> [String] {
    var seen: Set<TextKey> = []
    return rows.flatMap { $0.list("words") }.filter { seen.insert(TextKey($0)).inserted }
  }

  /// The words of a row as the table has them.
  public func words(for row: Row) -> [String] { words[row.place].value }

  /// Where words of a row stand, from left to right.
  public func ranges(
    of row: Row, in text: FoldedText, range: Range<Int>? = nil
  ) -> [Range<Int>] {
    lists.ranges(row.place, in: text, range: range)
  }

  /// Whether a text says any of some rows.
  public func says(_ rows: Row..., in text: FoldedText, range: Range<Int>? = nil) -> Bool {
    rows.contains { lists.isFound($0.place, in: text, range: range) }
  }
}

extension WordTableRow {
  /// Its place among all: the number by which the compiler tells the cases apart, which takes a second byte
  /// from the 257th on.
  fileprivate var place: Int {
    MemoryLayout<Self>.size == 1
      ? Int(unsafeBitCast(self, to: UInt8.self)) : Int(unsafeBitCast(self, to: UInt16.self))
  }
}
