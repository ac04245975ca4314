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

  func numbers(_ name: Integers, of document: DocumentNumber) -> [Int32] {
    guard let place = Integers.allCases.firstIndex(of: name) else { return [] }
    return Array(integers[place][document])
  }

  func words(_ name: Keywords, of document: DocumentNumber) -> [String] {
    column(name)[document]
  }

  func column(_ name: Keywords) -> KeywordColumn {
    keywords[Keywords.allCases.firstIndex(of: name) ?? 0]
  }

  /// A pair of numbers as a range.
  func bounds(_ name: Integers, of document: DocumentNumber) -> Bounds? {
    let pair = numbers(name, of: document)
    guard pair.count == 2 else { return nil }
    func end(_ number: Int32) -> Int? { number == ProgramIndexSchema.open ? nil : Int(number) }
    return Bounds(min: end(pair[0]), max: end(pair[1]))
  }

  /// The first number of a column read as one of an enumeration's cases, by its place among them.
  func value<Value: CaseIterable>(_ name: Integers, of document: DocumentNumber) -> Value? {
    guard let number = numbers(name, of: document).first else { return nil }
    let cases = Array(Value.allCases)
    return cases.indices.contains(Int(number)) ? cases[Int(number)] : nil
  }

  /// The application as far as conditions need it.
  func application(of document: DocumentNumber) -> Application? {
    let windows = WindowColumn.windows(numbers(.windows, of: document))
    let rolling = !numbers(.rolling, of: document).isEmpty
    return windows.isEmpty && !rolling ? nil : Application(windows: windows, rolling: rolling)
  }
}
