public import RecruitmentModel
import SearchIndex

/// Every program's choice of every facet on one day, and what lists are ordered by.
///
/// It is made once for an index and a day, so that narrowing a list counts bits and reads no records. A program's
/// standing is its place among all by what it is worth whatever is asked: the best one stands at 0.
public struct FacetTable: Sendable {
  /// The day of which statuses and deadlines hold.
  public let today: CalendarDay
  /// What the index covers.
  public let coverage: Coverage
  /// How old its records are.
  public let age: RecordsAge
  /// How many programs the index has.
  let count: Int
  /// The prefectures of the index, in the order in which its programs name them.
  let places: [String]
  /// The programs by standing, and the standings by program.
  private let documents: [DocumentNumber]
  private var standings: [UInt32]
  /// By facet the choice of each program, and by facet and choice who has it.
  private var codes: [[UInt16]]
  private var sets: [[DocumentSet]]
  private var closings: [Int32] = []
  private var fees: [Int32] = []
  private var starts: [Int32] = []
  private var statuses: [ProgramStatus] = []
  private var worth: [Double] = []
  /// What was worked out for lists.
  let memory = ListingMemory()

  /// Reads the columns of an engine's index.
  public init(_ engine: SearchEngine, today: CalendarDay) {
    self.today = today
    coverage = engine.coverage
    age = engine.age
    count = engine.index.documentCount
    let places = engine.columns.column(.prefecture).distinctValues
    self.places = places
    let count = count
    codes = Facet.allCases.map { _ in [UInt16](repeating: 0, count: count) }
    sets = Facet.allCases.map { facet in
      let choices = facet == .place ? places.count + 1 : facet.choices.count
      return [DocumentSet](repeating: DocumentSet(of: count), count: choices)
    }
    let statusColumn = StatusColumn(engine.columns, today: today)
    let worths = ProgramWorth(engine.columns)
    let byWorth = (0..<UInt32(clamping: count)).map { number in
      let document = DocumentNumber(number)
      return ScoredDocument(document, score: worths.value(of: document, statusColumn[document]))
    }.sorted { $0.isBefore($1) }
    documents = byWorth.map(\.document)
    worth = byWorth.map(\.score)
    standings = [UInt32](repeating: 0, count: count)
    let reader = TraitReader(columns: engine.columns, today: today, placeCount: places.count)
    for (place, document) in documents.enumerated() {
      let standing = UInt32(clamping: place)
      standings[document.index] = standing
      let traits = reader.traits(of: document)
      for facet in codes.indices {
        codes[facet][place] = traits.codes[facet]
        sets[facet][Int(traits.codes[facet])].insert(standing)
      }
      closings.append(traits.closing)
      fees.append(traits.fee)
      starts.append(traits.start)
      statuses.append(traits.status)
    }
  }

  // MARK: Standings

  /// The program with a standing.
  func document(at standing: UInt32) -> DocumentNumber { documents[Int(standing)] }

  /// The standing of a program.
  func standing(of document: DocumentNumber) -> UInt32 { standings[document.index] }

  /// The numbers of programs in the index.
  func numbers(of programs: DocumentSet) -> DocumentSet {
    var numbers = DocumentSet(of: count)
    programs.forEach { numbers.insert(documents[Int($0)].rawValue) }
    return numbers
  }

  /// What a program is worth whatever is asked.
  func worth(of standing: UInt32) -> Double { worth[Int(standing)] }

  /// A program's status on the day.
  func status(of standing: UInt32) -> ProgramStatus { statuses[Int(standing)] }

  // MARK: Choices

  /// A program's choice of a facet.
  public func choice(of facet: Facet, at document: UInt32) -> String {
    choices(of: facet)[Int(codes[facet.place][Int(standing(of: DocumentNumber(document)))])]
  }

  /// All choices of a facet, the unknown one last.
  public func choices(of facet: Facet) -> [String] {
    facet == .place ? places + [Facet.unknown] : facet.choices
  }

  /// Who has each choice of a facet.
  func programs(of facet: Facet) -> [DocumentSet] { sets[facet.place] }

  /// Reads the choices of all programs.
  func withCodes(of facet: Facet, _ body: (UnsafeBufferPointer<UInt16>) -> Void) {
    codes[facet.place].withUnsafeBufferPointer(body)
  }

  /// How many programs of a list have each choice of two facets together.
  public func counts(of listing: Listing, _ one: Facet, by other: Facet) -> [String: [String: Int]]
  {
    let (names, otherNames) = (choices(of: one), choices(of: other))
    let (codes, otherCodes) = (self.codes[one.place], self.codes[other.place])
    var numbers = [Int](repeating: 0, count: names.count * otherNames.count)
    listing.programs.forEach { standing in
      let (row, column) = (Int(codes[Int(standing)]), Int(otherCodes[Int(standing)]))
      numbers[row * otherNames.count + column] += 1
    }
    var counts: [String: [String: Int]] = [:]
    for (place, number) in numbers.enumerated() where number > 0 {
      let (row, column) = place.quotientAndRemainder(dividingBy: otherNames.count)
      counts[names[row], default: [:]][otherNames[column]] = number
    }
    return counts
  }

  /// What a list in an order goes by; what is not known comes last.
  public func sortKey(_ order: ListOrder, _ document: UInt32) -> Int32 {
    key(order, standing(of: DocumentNumber(document)))
  }

  func key(_ order: ListOrder, _ standing: UInt32) -> Int32 {
    switch order {
    case .fit: 0
    case .deadline: closings[Int(standing)]
    case .fee: fees[Int(standing)]
    case .start: starts[Int(standing)]
    }
  }
}

extension Facet {
  /// Its place among the facets.
  var place: Int {
    switch self {
    case .place: 0
    case .fee: 1
    case .deadline: 2
    case .recommendation: 3
    case .obligation: 4
    case .start: 5
    case .status: 6
    }
  }
}

/// Reads the traits of one program from the columns.
private struct TraitReader {
  private let columns: ConditionColumns
  private let today: CalendarDay
  private let placeCount: Int
  /// By facet the number of each choice.
  private let numbers: [Facet: [String: UInt16]]

  init(columns: ConditionColumns, today: CalendarDay, placeCount: Int) {
    self.columns = columns
    self.today = today
    self.placeCount = placeCount
    numbers = Dictionary(
      uniqueKeysWithValues: Facet.allCases.map { facet in
        let choices = facet.choices.enumerated().map { ($0.element, UInt16(clamping: $0.offset)) }
        return (facet, Dictionary(choices, uniquingKeysWith: { one, _ in one }))
      })
  }

  struct Traits {
    var codes: [UInt16]
    var closing: Int32
    var fee: Int32
    var start: Int32
    var status: ProgramStatus
  }

  func traits(of document: DocumentNumber) -> Traits {
    let accepting: Acceptance? = columns.value(.accepting, of: document)
    let application = columns.application(of: document)
    let isFree = columns.numbers(.isFree, of: document).first.map { $0 == 1 }
    let yearly = columns.bounds(.yearlyFee, of: document)
    let recommendation: Recommendation? = columns.value(.recommendation, of: document)
    let obligation = ObligationChoice(bits: columns.numbers(.obligation, of: document).first)
    let (deadline, closing) = DeadlineChoice.choice(application, accepting, today: today)
    let start = columns.numbers(.starts, of: document).first.flatMap(WindowColumn.unpacked)
    let status = ProgramStatus(application: application, accepting: accepting, on: today)
    let place = columns.column(.prefecture).firstOrdinal(of: document) ?? placeCount
    let codes = Facet.allCases.map { facet in
      switch facet {
      case .place: UInt16(clamping: place)
      case .fee: number(facet, FeeChoice(isFree: isFree, yearly: yearly).rawValue)
      case .deadline: number(facet, deadline.rawValue)
      case .recommendation: number(facet, recommendation?.rawValue ?? Facet.unknown)
      case .obligation: number(facet, obligation.rawValue)
      case .start: number(facet, start?.month.map(String.init) ?? Facet.unknown)
      case .status: number(facet, status.rawValue)
      }
    }
    return Traits(
      codes: codes, closing: closing.map { Int32(clamping: $0.daysSinceEpoch) } ?? .max,
      fee: isFree == true
        ? 0 : yearly.flatMap { $0.max ?? $0.min }.map { Int32(clamping: $0) } ?? .max,
      start: start.map { Int32(clamping: ($0.year ?? 9999) * 100 + ($0.month ?? 99)) } ?? .max,
      status: status)
  }

  private func number(_ facet: Facet, _ choice: String) -> UInt16 {
    numbers[facet]?[choice] ?? 0
  }
}
