/// Reads requirements from JSON; a key or a word that means nothing is refused with its place.
struct RequirementReader {
  /// The conditions, by the key that names each.
  static let conditions = [
    "all", "any", "not", "rule", "answer", "certification", "passes", "experience", "weeklyHours",
    "trainingEnds", "trainingMonths", "countedFrom", "applicationYear",
  ]

  /// The years of which rules may speak.
  private static let years = 1950...2100

  let path: [String]

  /// The requirement that a value states.
  func requirement(_ value: JSONValue) throws(RuleError) -> Requirement {
    guard case .object(let object) = value, object.count == 1, let (name, body) = object.first
    else {
      throw error("one condition belongs here: one of \(Self.list(Self.conditions))")
    }
    let inner = RequirementReader(path: path + [name])
    switch name {
    case "all": return .all(try inner.requirements(body))
    case "any": return .any(try inner.requirements(body))
    case "not": return .not(try inner.requirement(body))
    case "rule": return .rule(try inner.text(body))
    default: return try inner.condition(name, body)
    }
  }

  private func condition(_ name: String, _ body: JSONValue) throws(RuleError) -> Requirement {
    switch name {
    case "answer": return try answer(body)
    case "certification":
      let keys = try keys(body, needed: ["name"], allowed: ["name", "number", "year"])
      return .certification(
        try at("name").certification(keys["name"]),
        number: try optionalNumber("number", keys, in: 1...10_000),
        year: try optionalNumber("year", keys, in: Self.years))
    case "passes":
      let keys = try keys(body, needed: ["atLeast", "years"])
      // There is one pass a year.
      let years = try at("years").number(keys["years"], in: 1...100)
      return .passes(
        atLeast: try at("atLeast").number(keys["atLeast"], in: 1...years), years: years)
    case "experience": return try experience(body)
    case "weeklyHours":
      let keys = try keys(body, needed: ["atLeast"])
      return .weeklyHours(atLeast: try at("atLeast").number(keys["atLeast"], in: 0...168))
    case "trainingMonths": return try trainingMonths(body)
    case "countedFrom":
      let keys = try keys(body, needed: ["after", "from"])
      return .countedFrom(
        try at("from").monthDay(keys["from"]), after: try at("after").certification(keys["after"]))
    case "trainingEnds":
      let keys = try keys(body, needed: ["by"], allowed: ["by", "unsureDays"])
      return .trainingEnds(
        by: try at("by").monthDay(keys["by"]),
        unsureDays: try optionalNumber("unsureDays", keys, in: 0...366) ?? 0)
    case "applicationYear":
      let keys = try keys(body, needed: [], allowed: ["min", "max"])
      guard !keys.isEmpty else { throw error("one of these keys must be here: min, max") }
      let least = try optionalNumber("min", keys, in: Self.years)
      let most = try optionalNumber(
        "max", keys, in: (least ?? Self.years.lowerBound)...Self.years.upperBound)
      return .applicationYear(Bounds(min: least, max: most))
    default:
      throw RuleError(
        path: Array(path.dropLast()),
        reason: "there is no condition “\(name)”; the conditions are \(Self.list(Self.conditions))")
    }
  }

  private func answer(_ body: JSONValue) throws(RuleError) -> Requirement {
    let keys = try keys(body, needed: ["question", "oneOf"])
    let name = try at("question").text(keys["question"])
    guard let question = Requirement.Question(rawValue: name) else {
      let known = Requirement.Question.allCases.map(\.rawValue)
      throw at("question").error("there is no question “\(name)”; there are \(Self.list(known))")
    }
    guard case .array(let values)? = keys["oneOf"], !values.isEmpty else {
      throw at("oneOf").error("a list of words belongs here")
    }
    var words: [String] = []
    for (place, value) in values.enumerated() {
      let word = try at("oneOf").at("\(place)").text(value)
      guard question.answers.contains(word) else {
        throw at("oneOf").at("\(place)").error(
          "“\(word)” does not answer “\(name)”; the answers are \(Self.list(question.answers))")
      }
      words.append(word)
    }
    return .answer(question, oneOf: words)
  }

  private func experience(_ body: JSONValue) throws(RuleError) -> Requirement {
    let keys = try keys(
      body, needed: ["years", "after"], allowed: ["years", "after", "certifiedBy", "from"])
    let years = try at("years").number(keys["years"], in: 0...100)
    let after = try at("after").certification(keys["after"])
    guard keys["certifiedBy"] != nil || keys["from"] != nil else {
      return .experience(years: years, after: after, start: nil)
    }
    let by = try at("certifiedBy").monthDay(keys["certifiedBy"])
    let from = try at("from").monthDay(keys["from"])
    return .experience(
      years: years, after: after, start: CountedStart(certifiedBy: by, from: from))
  }

  private func trainingMonths(_ body: JSONValue) throws(RuleError) -> Requirement {
    let keys = try keys(body, needed: ["atLeast"], allowed: ["atLeast", "after"])
    let number = try at("atLeast").number(keys["atLeast"], in: 1...1200)
    guard let after = keys["after"] else {
      return .trainingMonths(atLeast: number, afterPass: false)
    }
    let pass = Requirement.Question.preliminaryExamination.rawValue
    guard try at("after").text(after) == pass else {
      throw at("after").error("only “\(pass)” may stand here")
    }
    return .trainingMonths(atLeast: number, afterPass: true)
  }

  // MARK: Values

  private func requirements(_ value: JSONValue) throws(RuleError) -> [Requirement] {
    guard case .array(let values) = value, !values.isEmpty else {
      throw error("a list of conditions belongs here")
    }
    var found: [Requirement] = []
    for (place, value) in values.enumerated() {
      found.append(try at("\(place)").requirement(value))
    }
    return found
  }

  private func keys(
    _ value: JSONValue, needed: [String], allowed: [String]? = nil
  ) throws(RuleError) -> [String: JSONValue] {
    guard case .object(let object) = value else { throw error("a set of keys belongs here") }
    let allowed = allowed ?? needed
    for key in object.keys.sorted() where !allowed.contains(key) {
      throw at(key).error("the key “\(key)” means nothing here; allowed are \(Self.list(allowed))")
    }
    for key in needed where object[key] == nil { throw error("the key “\(key)” is missing") }
    return object
  }

  private func optionalNumber(
    _ key: String, _ keys: [String: JSONValue], in range: ClosedRange<Int>
  ) throws(RuleError) -> Int? {
    guard let value = keys[key] else { return nil }
    return try at(key).number(value, in: range)
  }

  /// One of the certifications of which a person can speak.
  private func certification(_ value: JSONValue?) throws(RuleError) -> String {
    let name = try text(value)
    guard Requirement.certifications.contains(name) else {
      throw error(
        "there is no certification “\(name)”; there are \(Self.list(Requirement.certifications))")
    }
    return name
  }

  private func number(
    _ value: JSONValue?, in range: ClosedRange<Int>
  ) throws(RuleError) -> Int {
    // A YAML file gives every value as its letters.
    let found: Double? =
      switch value {
      case .number(let number): number
      case .string(let text): Int(text).map(Double.init)
      default: nil
      }
    guard let found, let whole = Int(exactly: found), range.contains(whole) else {
      throw error("a whole number from \(range.lowerBound) to \(range.upperBound) belongs here")
    }
    return whole
  }

  private func text(_ value: JSONValue?) throws(RuleError) -> String {
    guard case .string(let text)? = value, !text.isEmpty else { throw error("a text belongs here") }
    return text
  }

  private func monthDay(_ value: JSONValue?) throws(RuleError) -> MonthDay {
    guard let day = MonthDay(try text(value)) else {
      throw error("a day of the year such as 03-10 belongs here")
    }
    return day
  }

  private func at(_ key: String) -> RequirementReader { RequirementReader(path: path + [key]) }

  private func error(_ reason: String) -> RuleError { RuleError(path: path, reason: reason) }

  private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
