public import RecruitmentModel
import SearchIndex

/// Every program's choice of every facet on one day, and what lists are ordered by.
///
/// It is made once for an index and a day, so that narrowing a list reads bytes and no records.
public struct FacetTable: Sendable {
  /// The day of which statuses and deadlines hold.
  public let today: CalendarDay
  /// What the index covers.
  public let coverage: Coverage
  /// How old its records are.
  public let age: RecordsAge
  /// The prefectures of the index, in the order in which its programs name them.
  let places: [String]
  private let codes: [UInt16]
  private let closings: [Int32]
  private let fees: [Int32]
  private let starts: [Int32]

  /// Reads the columns of an engine's index.
  public init(_ engine: SearchEngine, today: CalendarDay) {
    self.today = today
    coverage = engine.coverage
    age = engine.age
    places = engine.columns.column(.prefecture).distinctValues
    let reader = TraitReader(columns: engine.columns, today: today, places: places)
    var codes: [UInt16] = []
    var closings: [Int32] = []
    var fees: [Int32] = []
    var starts: [Int32] = []
    for number in 0..<UInt32(clamping: engine.index.documentCount) {
      let traits = reader.traits(of: DocumentNumber(number))
      codes += traits.codes
      closings.append(traits.closing)
      fees.append(traits.fee)
      starts.append(traits.start)
    }
    self.codes = codes
    self.closings = closings
    self.fees = fees
    self.starts = starts
  }

  /// A program's choice of a facet.
  public func choice(of facet: Facet, at document: UInt32) -> String {
    choices(of: facet)[Int(code(facet.place, document))]
  }

  /// All choices of a facet, the unknown one last.
  public func choices(of facet: Facet) -> [String] {
    facet == .place ? places + [Facet.unknown] : facet.choices
  }

  func code(_ facet: Int, _ document: UInt32) -> UInt16 {
    codes[Int(document) * Facet.allCases.count + facet]
  }

  /// What a list in an order goes by; what is not known comes last.
  public func sortKey(_ order: ListOrder, _ document: UInt32) -> Int32 { key(order, document) }

  func key(_ order: ListOrder, _ document: UInt32) -> Int32 {
    switch order {
    case .fit: 0
    case .deadline: closings[Int(document)]
    case .fee: fees[Int(document)]
    case .start: starts[Int(document)]
    }
  }
}

extension Facet {
  /// Its place among the facets.
  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Reads the traits of one program from the columns.
private struct TraitReader {
  let columns: ConditionColumns
  let today: CalendarDay
  let places: [String]

  struct Traits {
    var codes: [UInt16]
    var closing: Int32
    var fee: Int32
    var start: Int32
  }

  func traits(of document: DocumentNumber) -> Traits {
    let accepting: Acceptance? = columns.value(.accepting, of: document)
    let application = columns.application(of: document)
    let isFree = columns.numbers(.isFree, of: document).first.map { $0 == 1 }
    let yearly = columns.bounds(.yearlyFee, of: document)
    let recommendation: Recommendation? = columns.value(.recommendation, of: document)
    let (deadline, closing) = DeadlineChoice.choice(application, accepting, today: today)
    let start = columns.numbers(.starts, of: document).first.flatMap(WindowColumn.unpacked)
    let status = ProgramStatus(application: application, accepting: accepting, on: today)
    let words: [Facet: String] = [
      .fee: FeeChoice(isFree: isFree, yearly: yearly).rawValue,
      .deadline: deadline.rawValue,
      .recommendation: recommendation?.rawValue ?? Facet.unknown,
      .obligation: ObligationChoice(bits: columns.numbers(.obligation, of: document).first)
        .rawValue,
      .start: start?.month.map(String.init) ?? Facet.unknown, .status: status.rawValue,
    ]
    let place = columns.words(.prefecture, of: document).first.flatMap(places.firstIndex(of:))
    return Traits(
      codes: Facet.allCases.map { facet in
        facet == .place
          ? UInt16(clamping: place ?? places.count)
          : UInt16(clamping: facet.choices.firstIndex(of: words[facet] ?? "") ?? 0)
      },
      closing: closing.map { Int32(clamping: $0.daysSinceEpoch) } ?? .max,
      fee: isFree == true
        ? 0 : yearly.flatMap { $0.max ?? $0.min }.map { Int32(clamping: $0) } ?? .max,
      start: start.map { Int32(clamping: ($0.year ?? 9999) * 100 + ($0.month ?? 99)) } ?? .max)
  }
}
