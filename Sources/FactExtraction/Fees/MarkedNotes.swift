import DocumentParsing
import DomainLexicon
import JapaneseText

/// Notes that cells refer to by a mark and a number: `月額20,000円 ※3` and `※3 … 22,000円に改定しました`.
struct MarkedNotes {
  private let lexicon: Lexicon
  private let notes: [String: ReadStatement]
  /// The marks that other statements than the notes have.
  private let referred: Set<String>

  /// Finds the notes among the statements of a program.
  init(_ statements: [ReadStatement], lexicon: Lexicon) {
    self.lexicon = lexicon
    var notes: [String: ReadStatement] = [:]
    for statement in statements where statement.statement.shape != .heading {
      var reader = ScalarReader(statement.text)
      reader.skipBlanks()
      guard let mark = Self.mark(&reader), notes[mark] == nil else { continue }
      notes[mark] = ReadStatement(
        statement: statement.statement,
        text: statement.text, topic: statement.topic, label: statement.label,
        kinds: statement.kinds, order: statement.order)
    }
    self.notes = notes
    let heads = Set(notes.values.map(\.order))
    referred =
      notes.isEmpty
      ? []
      : Set(statements.filter { !heads.contains($0.order) }.flatMap { Self.marks(in: $0.text) })
  }

  /// Some statements of a page without the notes that only the others refer to: 研究生 | ※2 and `※2 …の承諾を得てください`.
  static func ofOwn(_ statements: [ReadStatement], among all: [ReadStatement]) -> [ReadStatement] {
    let own = Set(statements.map(\.order))
    let cells = all.filter { $0.statement.shape == .tableCell }
    let others = Set(cells.filter { !own.contains($0.order) }.flatMap(allMarks))
    guard !others.isEmpty else { return statements }
    let named = Set(cells.filter { own.contains($0.order) }.flatMap(allMarks))
    return statements.filter { statement in
      guard statement.statement.shape == .paragraph else { return true }
      var reader = ScalarReader(statement.text)
      reader.skipBlanks()
      return mark(&reader).map { named.contains($0) || !others.contains($0) } ?? true
    }
  }

  /// The marks of a cell and of the heads of its row and column.
  private static func allMarks(of cell: ReadStatement) -> [String] {
    let words = cell.statement
    return ([cell.text] + (words.labels + [words.column].compactMap { $0 }).map { FoldedText($0) })
      .flatMap { text in
        var reader = ScalarReader(text)
        reader.skipBlanks()
        return (mark(&reader).map { [$0] } ?? []) + marks(in: text)
      }
  }

  /// Whether a statement is such a note, which a cell refers to.
  func isNote(_ statement: ReadStatement) -> Bool {
    notes.values.contains { $0.order == statement.order }
  }

  /// Whether a statement is a note that adds something to a cell that refers to it.
  func adds(_ statement: ReadStatement) -> Bool {
    notes.contains { mark, note in
      note.order == statement.order && referred.contains(mark)
        && !lexicon.concepts.says(.changedByNote, in: note.text)
    }
  }

  /// The note that changes what a cell says; nil where it has none.
  func change(for statement: ReadStatement) -> ReadStatement? {
    guard !notes.isEmpty else { return nil }
    return Self.marks(in: statement.text).lazy.compactMap { notes[$0] }.first {
      $0.order != statement.order && lexicon.concepts.says(.changedByNote, in: $0.text)
    }
  }

  /// The marks behind the beginning of a text.
  private static func marks(in text: FoldedText) -> [String] {
    var marks: [String] = []
    var reader = ScalarReader(text)
    reader.position = 1
    while !reader.isAtEnd {
      if let mark = mark(&reader) { marks.append(mark) } else { reader.position += 1 }
    }
    return marks
  }

  /// `※1`, `*1`, `注1`, `注1)`.
  private static func mark(_ reader: inout ScalarReader) -> String? {
    guard let next = reader.next, next == "(" || next == "※" || next == "*" || next == "注" else {
      return nil
    }
    return reader.attempt { reader in
      _ = reader.take("(" as Unicode.Scalar)
      guard let sign = reader.take(any: ["※", "*", "注"]) else { return nil }
      reader.skipBlanks()
      guard let number = NumberReader.digits(&reader, atMost: 2), reader.next?.isDigit != true
      else {
        return nil
      }
      return sign + String(number)
    }
  }
}
