import RecruitmentModel
import SearchIndex

/// The conditions of one program in numbers, as the columns of the index hold them.
struct ConditionColumns: Sendable {
  typealias Integers = ProgramIndexSchema.IntegerColumn
  typealias Keywords = ProgramIndexSchema.KeywordColumn

  private let integers: [IntegerColumn]
  private let keywords: [KeywordColumn]

  /// Takes the columns of an index; nil where it has others.
  init?(_ index: InvertedIndex) {
    let integers = Integers.allCases.compactMap { index.integerColumn(named: $0.rawValue) }
    let keywords = Keywords.allCases.compactMap { index.keywordColumn(named: $0.rawValue) }
    guard integers.count == Integers.allCases.count, keywords.count == Keywords.allCases.count
    else { return nil }
    self.integers = integers
    self.keywords = keywords
  }

  func column(_ name: Integers) -> IntegerColumn { integers[name.place] }

  func column(_ name: Keywords) -> KeywordColumn { keywords[name.place] }

  /// The first word of a column.
  func word(_ name: Keywords, of document: DocumentNumber) -> String? {
    let column = column(name)
    return column.firstOrdinal(of: document).map(column.text(ofOrdinal:))
  }

  /// The first number of a column read as one of an enumeration's cases, by its place among them.
  func value<Value: CaseIterable>(_ name: Integers, of document: DocumentNumber) -> Value? {
    guard let number = column(name).first(of: document) else { return nil }
    let cases = Array(Value.allCases)
    return cases.indices.contains(Int(number)) ? cases[Int(number)] : nil
  }
}

/// One program at a time; what is asked of many takes the column once.
extension ConditionColumns {
  func numbers(_ name: Integers, of document: DocumentNumber) -> [Int32] {
    Array(column(name)[document])
  }

  func words(_ name: Keywords, of document: DocumentNumber) -> [String] {
    column(name)[document]
  }

  func bounds(_ name: Integers, of document: DocumentNumber) -> Bounds? {
    column(name).bounds(of: document)
  }

  /// The application as far as conditions need it.
  func application(of document: DocumentNumber) -> Application? {
    let column = WindowColumn(column(.windows))
    let windows = (0..<column.count(of: document)).map { column.window($0, of: document).window }
    let rolling = self.column(.rolling).isKnown(of: document)
    return windows.isEmpty && !rolling ? nil : Application(windows: windows, rolling: rolling)
  }
}

extension IntegerColumn {
  /// A pair of numbers as a range.
  func bounds(of document: DocumentNumber) -> Bounds? {
    guard let (least, most) = pair(of: document) else { return nil }
    func end(_ number: Int32) -> Int? { number == ProgramIndexSchema.open ? nil : Int(number) }
    return Bounds(min: end(least), max: end(most))
  }
}

extension KeywordColumn {
  /// For every ordinal whether its text fulfils a condition, so that documents are told by a number.
  func ordinals(where condition: (String) -> Bool) -> [Bool] {
    (0..<distinctCount).map { condition(text(ofOrdinal: $0)) }
  }

  /// For every ordinal whether its text is one of some.
  func ordinals(of texts: [String]) -> [Bool] {
    var chosen = [Bool](repeating: false, count: distinctCount)
    for text in texts { if let ordinal = ordinal(of: text) { chosen[ordinal] = true } }
    return chosen
  }
}
