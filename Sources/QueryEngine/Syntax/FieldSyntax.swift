import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Conditions written as `field:value`, `fee<=500000`, `start:2027-04`.
enum FieldSyntax {
  /// A field's name with its operator.
  struct Field {
    let range: Range<Int>
    let name: String
    let comparison: String
  }

  /// A field's value.
  struct Value {
    let text: String
    let upperBound: Int
  }

  /// The fields of the query language.
  static let names = [
    "accepting", "capacity", "city", "closes", "department", "fee", "institution", "kind", "months",
    "obligation", "open", "prefecture", "recommendation", "region", "start", "status",
  ]

  /// All fields in a part of a query, in their order.
  static func fields(in text: FoldedText, _ range: Range<Int>) -> [(Field, Value)] {
    var found: [(Field, Value)] = []
    var reader = ScalarReader(text, in: range)
    while !reader.isAtEnd {
      let start = reader.position
      if start == range.lowerBound || text.scalars[start - 1].isBlank,
        let field = reader.attempt({ self.field(&$0, start) })
      {
        found.append(field)
      } else {
        reader.position = start + 1
      }
    }
    return found
  }

  private static func field(_ reader: inout ScalarReader, _ start: Int) -> (Field, Value)? {
    _ = reader.take("-" as Unicode.Scalar)
    let nameStart = reader.position
    reader.take { (0x61...0x7A).contains($0.value) || $0 == "." || $0 == "_" }
    let name = short(reader.text.string(in: nameStart..<reader.position))
    guard name.count > 1, let comparison = reader.take(any: ["<=", ">=", "<", ">", "=", ":"]),
      !reader.isAtEnd, reader.next != "/", !(reader.next?.isBlank ?? true)
    else { return nil }
    let valueStart = reader.position
    if reader.take("\"" as Unicode.Scalar) {
      reader.take { $0 != "\"" }
      let content = reader.text.string(in: valueStart + 1..<reader.position)
      _ = reader.take("\"" as Unicode.Scalar)
      return (
        Field(range: start..<valueStart, name: name, comparison: comparison),
        Value(text: content, upperBound: reader.position)
      )
    }
    reader.take { !$0.isBlank }
    return (
      Field(range: start..<valueStart, name: name, comparison: comparison),
      Value(text: reader.text.string(in: valueStart..<reader.position), upperBound: reader.position)
    )
  }

  /// `period.months`, as answers name conditions, is the field `months`.
  private static func short(_ name: String) -> String {
    guard ConstraintID(rawValue: name) != nil, let last = name.split(separator: ".").last else {
      return name
    }
    return names.contains(String(last)) ? String(last) : name
  }

  /// The condition that a field and its value make.
  static func constraint(
    _ field: Field, _ value: Value, _ text: FoldedText, vocabulary: QueryVocabulary,
    today: CalendarDay
  ) throws(QuerySyntaxError) -> Constraint {
    let column = field.range.lowerBound + 1
    let isExcluded = text.scalars[field.range.lowerBound] == "-"
    let source = text.original(of: field.range.lowerBound..<value.upperBound)
    guard names.contains(field.name) else {
      throw QuerySyntaxError(reason: .unknownField(field.name, known: names), column: column)
    }
    func bad(_ expected: String) -> QuerySyntaxError {
      QuerySyntaxError(
        reason: .badValue(field: field.name, value: value.text, expected: expected),
        column: field.range.upperBound + 1)
    }
    func made(_ id: ConstraintID, _ condition: Constraint.Condition) -> Constraint {
      Constraint(id, condition, isExcluded: isExcluded, source: source)
    }
    switch field.name {
    case "fee":
      if value.text == "free" || value.text == "0" { return made(.feeFree, .free) }
      guard let number = number(value.text) else { throw bad("a sum such as 500000, or free") }
      let bounds = bounds(number, field.comparison)
      return made(bounds.max != nil ? .feeMax : .feeMin, .fee(bounds, isMonthly: false))
    case "capacity":
      guard let number = number(value.text) else { throw bad("a number of places") }
      return made(.capacity, .capacity(bounds(number, field.comparison, exactly: true)))
    case "months":
      guard let number = number(value.text) else { throw bad("a number of months") }
      return made(.months, .months(bounds(number, field.comparison, exactly: true)))
    case "region", "prefecture", "city", "institution", "department", "kind":
      // region:中国 names the region, where 中国 alone may be the country.
      let regional = field.name == "region" ? value.text + "地方" : nil
      guard
        let constraint = named(field.name, value.text, vocabulary, today, source)
          ?? regional.flatMap({ named(field.name, $0, vocabulary, today, source) })
      else {
        throw bad("a \(field.name) that the lists know")
      }
      return Constraint(constraint.id, constraint.condition, isExcluded: isExcluded, source: source)
    case "start":
      guard let date = PartialDate(value.text.uppercased()), date.month != nil else {
        throw bad("a month such as 2027-04 or XXXX-04")
      }
      return made(.start, .start(PartialDate(year: date.year, month: date.month) ?? date))
    case "closes":
      return made(.closes, try closing(field, value.text, bad))
    case "recommendation":
      guard let wanted = Recommendation(rawValue: value.text) else {
        throw bad(list(Recommendation.self))
      }
      return made(.recommendation, .recommendation([wanted]))
    case "obligation":
      let places: [String: Set<Obligation.Place>] = [
        "none": [], "hospital": [.hospital], "prefecture": [.prefecture],
      ]
      guard let wanted = places[value.text] else { throw bad("none, hospital or prefecture") }
      return made(.obligation, .obligation(wanted))
    case "accepting":
      guard let wanted = Acceptance(rawValue: value.text) else { throw bad(list(Acceptance.self)) }
      return made(.accepting, .accepting(wanted))
    default:
      let states: [String: Set<ProgramStatus>] = [
        "yes": [.open, .rolling], "no": [.closed, .notAccepting, .upcoming],
      ]
      guard let wanted = states[value.text] ?? ProgramStatus(rawValue: value.text).map({ [$0] })
      else {
        throw bad("yes, no, " + list(ProgramStatus.self))
      }
      return made(.open, .status(wanted))
    }
  }

  private static func list<Value: CaseIterable & RawRepresentable>(_: Value.Type) -> String
  where Value.RawValue == String {
    Value.allCases.map(\.rawValue).joined(separator: ", ")
  }

  private static func number(_ text: String) -> Int? {
    let folded = FoldedText(text)
    var reader = ScalarReader(folded)
    guard let number = NumberReader.number(&reader) else { return nil }
    _ = reader.take("円" as Unicode.Scalar)
    return reader.isAtEnd ? number : nil
  }

  private static func bounds(_ number: Int, _ comparison: String, exactly: Bool = false) -> Bounds {
    switch comparison {
    case ">=": Bounds(min: number)
    case ">": Bounds(min: number + 1)
    case "<=": Bounds(max: number)
    case "<": Bounds(max: number - 1)
    default: exactly ? Bounds(exactly: number) : Bounds(max: number)
    }
  }

  private static func closing(
    _ field: Field, _ text: String, _ bad: (String) -> QuerySyntaxError
  ) throws(QuerySyntaxError) -> Constraint.Condition {
    guard let date = PartialDate(text.uppercased()), let month = date.month else {
      throw bad("a date such as 2026-12-31, 2026-12 or XXXX-12")
    }
    guard let first = date.earliest, let last = date.latest else {
      return .closesInMonth(month, nil)
    }
    let farthest = CalendarDay(daysSinceEpoch: last.daysSinceEpoch + 36_500)
    let longAgo = CalendarDay(daysSinceEpoch: 0)
    switch field.comparison {
    case "<=": return .closesWithin(longAgo...last)
    case "<": return .closesWithin(longAgo...CalendarDay(daysSinceEpoch: first.daysSinceEpoch - 1))
    case ">=": return .closesWithin(first...farthest)
    case ">": return .closesWithin(CalendarDay(daysSinceEpoch: last.daysSinceEpoch + 1)...farthest)
    default: return .closesWithin(first...last)
    }
  }

  /// A name read as a query would read it, if it makes a condition of the field's own kind.
  private static func named(
    _ field: String, _ value: String, _ vocabulary: QueryVocabulary, _ today: CalendarDay,
    _ source: String
  ) -> Constraint? {
    if field == "kind", let kind = ProgramKind(rawValue: value) {
      return Constraint(.kind, .kind(kind, slug: nil), source: source)
    }
    let text = FoldedText(value)
    let ids: [String: ConstraintID] = [
      "region": .region, "prefecture": .region, "city": .region, "institution": .institution,
      "department": .department, "kind": .kind,
    ]
    let tiling = QueryTiling(words: SpottedWords(vocabulary, text))
    var grammar = QueryGrammar(
      atoms: tiling.atoms(in: text.scalars.indices), text: text, today: today)
    var result = Interpretation(text: value)
    grammar.read(into: &result)
    if let found = result.constraints.first(where: { $0.id == ids[field] }) { return found }
    // An institution may be named by its key, a department by a name that the table does not have.
    if field == "institution" {
      return Constraint(.institution, .institution([value]), source: source)
    }
    return field == "department" ? Constraint(.department, .department(value), source: source) : nil
  }
}
