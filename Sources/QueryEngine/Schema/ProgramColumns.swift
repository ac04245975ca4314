import DomainLexicon
import JapaneseText
import RecruitmentModel

/// The columns of one program.
struct ProgramColumns {
  private(set) var integers: [String: [Int32]]
  private(set) var keywords: [String: [String]]

  init(_ program: Program, lexicon: Lexicon) {
    typealias Schema = ProgramIndexSchema
    integers = Dictionary(minimumCapacity: Schema.IntegerColumn.allCases.count)
    keywords = Dictionary(minimumCapacity: Schema.KeywordColumn.allCases.count)
    let facts = program.facts
    put(.isFree, facts.fee.map { [$0.value.free ? 1 : 0] })
    put(.yearlyFee, facts.fee.flatMap { $0.value.free ? Bounds(exactly: 0) : $0.value.yearly })
    put(.monthlyFee, facts.fee.flatMap { Self.monthly($0.value) })
    put(.recommendation, facts.recommendation.flatMap { Self.place($0.value) })
    put(.obligation, facts.obligation.map { Self.obligation($0.value) })
    put(.months, facts.training?.value.months)
    put(.starts, facts.training?.value.starts.map { [WindowColumn.packed($0)] })
    put(.windows, facts.application.map { WindowColumn.numbers($0.value.windows) })
    put(.rolling, facts.application?.value.rolling == true ? [1] : nil)
    put(.accepting, facts.accepting.flatMap { Self.place($0.value) })
    put(.capacity, facts.capacity.flatMap { Self.bounds($0.value) })
    put(.fewPlaces, facts.capacity?.value.few == true ? [1] : nil)
    let bases = facts.known.compactMap { facts.provenance(of: $0)?.basis }
    put(.basis, bases.max().flatMap { Self.place($0) })
    put(.id, [program.id])
    put(.kind, [program.kind.rawValue])
    put(.slug, Self.slug(program, lexicon).map { [$0] })
    put(.institution, [Self.institutionKey(program)])
    put(.prefecture, program.institution.prefecture.map { [$0] })
    put(.city, program.institution.city.map { [$0] })
    put(.departments, facts.departments?.value)
    if program.kind == .examination { putExamination(facts, lexicon) }
  }

  /// An examination takes place where its venues are, whoever holds it, and begins on its days.
  private mutating func putExamination(_ facts: Facts, _ lexicon: Lexicon) {
    let venues = facts.venues?.value ?? []
    var prefectures: [String] = []
    var cities: [String] = venues
    for place in lexicon.places.names where venues.contains(place.name) {
      switch place.extent {
      case .prefectures(let names): prefectures += names
      case .city(let name):
        cities.append(name)
        prefectures += lexicon.places.prefectureOfCapital[name].map { [$0] } ?? []
      }
    }
    put(.prefecture, prefectures)
    put(.city, cities)
    let days = (facts.examDate?.value ?? []).flatMap { [$0.starts, $0.ends] }
    put(.starts, days.compactMap { $0 }.map { WindowColumn.packed($0) })
    if let fee = facts.fee?.value, !fee.free, fee.yearly == nil {
      put(.yearlyFee, Self.examinationFee(fee.items))
    }
  }

  /// What an examination costs: one charge, or something between the least of several and all of them.
  private static func examinationFee(_ items: [FeeItem]) -> Bounds? {
    guard items.allSatisfy({ $0.per == .once && $0.tax != .excluded }),
      let least = items.map({ $0.amount.min ?? 0 }).min()
    else { return nil }
    let greatest = items.map(\.amount.max)
    return Bounds(
      min: least, max: greatest.contains(nil) ? nil : greatest.reduce(0) { $0 + ($1 ?? 0) })
  }

  /// The key of the institution; the record's own where the source list has none.
  static func institutionKey(_ program: Program) -> String {
    program.institution.id ?? String(program.id.prefix { $0 != "/" })
  }

  /// The name of a look-alike's kind: by the words of the title, else by the record's id.
  ///
  /// That of an examination says which one it is, and is missing where no title says it.
  private static func slug(_ program: Program, _ lexicon: Lexicon) -> String? {
    if program.kind == .examination {
      let names = lexicon.examinations
      let titles = [program.title] + program.pages.compactMap(\.title)
      return titles.lazy.compactMap(names.name(inTitle:)).first
    }
    let mentions = lexicon.kinds.mentions(in: FoldedText(program.title))
      .filter { $0.name.kind == program.kind }
    return mentions.last?.name.slug ?? String(program.id.drop { $0 != "/" }.dropFirst())
  }

  private mutating func put(
    _ column: ProgramIndexSchema.IntegerColumn, _ numbers: [Int32]?
  ) {
    if let numbers { integers[column.rawValue] = numbers }
  }

  private mutating func put(_ column: ProgramIndexSchema.IntegerColumn, _ bounds: Bounds?) {
    guard let bounds else { return }
    func end(_ number: Int?) -> Int32 {
      number.map { Int32(clamping: $0) } ?? ProgramIndexSchema.open
    }
    put(column, [end(bounds.min), end(bounds.max)])
  }

  private mutating func put(_ column: ProgramIndexSchema.KeywordColumn, _ words: [String]?) {
    if let words { keywords[column.rawValue] = words }
  }

  private static func place<Value: CaseIterable & Equatable>(_ value: Value) -> [Int32]? {
    Array(Value.allCases).firstIndex(of: value).map { [Int32($0)] }
  }

  private static func monthly(_ fee: Fee) -> Bounds? {
    if fee.free { return Bounds(exactly: 0) }
    let monthly = fee.items.filter { $0.per == .month }
    return monthly.isEmpty
      ? nil : monthly.dropFirst().reduce(monthly[0].amount) { $0.plus($1.amount) }
  }

  /// Hospital 1, prefecture 2, and 4 for what is only expected.
  private static func obligation(_ obligation: Obligation) -> [Int32] {
    var bits: Int32 = 0
    if obligation.scope.contains(.hospital) { bits |= 1 }
    if obligation.scope.contains(.prefecture) { bits |= 2 }
    if obligation.strength == .expected { bits |= 4 }
    return [bits]
  }

  private static func bounds(_ capacity: Capacity) -> Bounds? {
    capacity.min == nil && capacity.max == nil ? nil : Bounds(min: capacity.min, max: capacity.max)
  }
}
