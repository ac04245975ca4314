public import JapaneseText
import ResourceTables

/// The names of the rows of a table of words: an enumeration without associated values.
///
/// The row `venue.other-event` is the case `otherEvent`, the row `per.month` the case `perMonth`. A case that is
/// called otherwise states the name of its row.
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
  ///   - joined: What its words are looked for together with.
  ///   - subject: A word; those that contain it are left out.
  /// - Throws: The line of the first row that cannot be read.
  init(
    name: String, bytes: [UInt8], column: String, in joined: JoinedWordLists?,
    without subject: String? = nil
  ) throws(TableError) {
    let words = try Self.rows(name, bytes, column).map { rows in
      Deferred { Self.words(of: rows, without: subject) }
    }
    self.words = words
    lists = WordLists(count: words.count, in: joined) { words.map(\.value) }
  }

  /// Takes a table that is read when a word of it is first looked for: no query needs it, and each would wait for it.
  ///
  /// The table comes with the program, and the tests read every row; one that cannot be read ends the program.
  init(
    whenNeeded name: String, bytes: [UInt8], column: String, in joined: JoinedWordLists?,
    without subject: String? = nil
  ) {
    let rows = Deferred {
      do throws(TableError) { return try Self.rows(name, bytes, column) } catch {
        preconditionFailure("\(error)")
      }
    }
    let words = Row.allCases.map { row in
      Deferred { Self.words(of: rows.value[row.place], without: subject) }
    }
    self.words = words
    lists = WordLists(count: words.count, in: joined) { words.map(\.value) }
  }

  /// The rows of a table under each name, in the order of the names.
  private static func rows(
    _ name: String, _ bytes: [UInt8], _ column: String
  ) throws(TableError) -> [[ResourceRow]] {
    let table = try ResourceTable(name: name, bytes: bytes, columns: [column, "words", "example"])
    var rows = [[ResourceRow]](repeating: [], count: Row.allCases.count)
    // Asking an enumeration for a case by its name goes through the names one by one.
    let places = Dictionary(
      uniqueKeysWithValues: Row.allCases.map { (TextKey($0.rawValue), $0.place) })
    for row in table.rows {
      let place = try row.value(column) { name in
        Row.cases(named: name).lazy.compactMap { places[TextKey($0)] }.first
      }
      rows[place].append(row)
    }
    return rows
  }

  /// The words of rows in all their forms, each once.
  private static func words(of rows: [ResourceRow], without subject: String?) -> [String] {
    var seen: Set<TextKey> = []
    return rows.flatMap { $0.list("words") }.filter { word in
      seen.insert(TextKey(word)).inserted && !(subject.map(word.contains) ?? false)
    }
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
  public func says(
    _ row: Row, _ others: Row..., in text: FoldedText, range: Range<Int>? = nil
  ) -> Bool {
    lists.isFound(row.place, in: text, range: range)
      || others.contains { lists.isFound($0.place, in: text, range: range) }
  }

  /// Whether a word of a row stands at the start of a range, behind its blanks.
  public func says(_ row: Row, atStartOf range: Range<Int>, in text: FoldedText) -> Bool {
    lists.begins(row.place, in: text, range: text.trimmed(range))
  }

  /// Whether a word of a row stands at the end of a range, before its blanks.
  public func says(_ row: Row, atEndOf range: Range<Int>, in text: FoldedText) -> Bool {
    lists.ends(row.place, in: text, range: text.trimmed(range))
  }

  /// Whether a range is one word of a row, whatever blanks stand in it and around it: `な し`.
  public func says(_ row: Row, asAllOf range: Range<Int>, in text: FoldedText) -> Bool {
    let trimmed = text.trimmed(range)
    if lists.isWhole(row.place, in: text, range: trimmed) { return true }
    guard text.scalars[trimmed].contains(where: \.isBlank) else { return false }
    let isAll = text.trimmed(text.scalars.indices) == trimmed
    let words = isAll ? text : FoldedText(text.string(in: trimmed))
    return lists.whole(row.place, words.withoutBlanks) != nil
  }

  /// Whether a word of a row begins right at a place.
  public func says(_ row: Row, at place: Int, in text: FoldedText) -> Bool {
    lists.begins(row.place, in: text, range: place..<max(place, text.scalars.count))
  }

  /// Whether a word of a row ends right before a place, and begins no earlier than another.
  public func says(_ row: Row, before place: Int, from start: Int = 0, in text: FoldedText) -> Bool
  {
    lists.ends(row.place, in: text, range: min(start, place)..<place)
  }

  /// Whether a range is one word of a row to the letter.
  public func says(_ row: Row, asExactly range: Range<Int>, in text: FoldedText) -> Bool {
    lists.isWhole(row.place, in: text, range: range)
  }

  /// The longest word of a row that begins right at a place.
  public func range(of row: Row, at place: Int, in text: FoldedText) -> Range<Int>? {
    lists.range(row.place, at: place, in: text)
  }

  /// What is left of a range without the words of a row.
  public func rest(
    of range: Range<Int>, in text: FoldedText, without row: Row
  ) -> [Unicode.Scalar] {
    var rest: [Unicode.Scalar] = []
    var position = range.lowerBound
    for word in ranges(of: row, in: text, range: range) {
      rest += text.scalars[position..<word.lowerBound]
      position = word.upperBound
    }
    return rest + text.scalars[position..<range.upperBound]
  }
}

extension WordTableRow {
  /// The row that a table calls so; nil where there is no case for it.
  public init?(named name: String) {
    guard let row = Self.cases(named: name).lazy.compactMap({ Self(rawValue: $0) }).first else {
      return nil
    }
    self = row
  }

  /// What the case of a row may be called: as the row, or as it without its dots and hyphens, all of it or what
  /// stands behind its first dot.
  fileprivate static func cases(named name: String) -> [String] {
    let words = name.split { $0 == "." || $0 == "-" }
    guard let topic = words.first, let second = words.dropFirst().first else { return [name] }
    func joined(_ first: Substring, _ others: ArraySlice<Substring>) -> String {
      others.reduce(String(first)) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }
    return [name, joined(topic, words.dropFirst()), joined(second, words.dropFirst(2))]
  }

  /// Its place among all: the number by which the compiler tells the cases apart, which takes a second byte
  /// from the 257th on; an only case takes none.
  fileprivate var place: Int {
    switch MemoryLayout<Self>.size {
    case 0: 0
    case 1: Int(unsafeBitCast(self, to: UInt8.self))
    default: Int(unsafeBitCast(self, to: UInt16.self))
    }
  }
}
