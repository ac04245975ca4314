public import RecruitmentModel

/// A value that another one beat, in words.
public struct ConflictText: Sendable {
  /// The value.
  public let text: String
  /// How strongly it is founded.
  public let basis: Basis
  /// What proves it.
  public let evidence: [Evidence]
}

/// Writes values in words.
public struct FactText: Sendable {
  /// The words.
  public let wording: Wording

  /// Makes a writer.
  public init(_ wording: Wording) {
    self.wording = wording
  }

  /// A fact's value in words; nil where it is unknown.
  public func value(of name: FactName, in facts: Facts) -> String? {
    switch name {
    case .intake: facts.intake.map { wording("year", $0.value.year) }
    case .accepting: facts.accepting.map { wording("accepting.\($0.value.rawValue)") }
    case .fee: facts.fee.map { fee($0.value) }
    case .application: facts.application.map { application($0.value) }
    case .training: facts.training.map { training($0.value) }
    case .selection: facts.selection.map { selection($0.value) }
    case .recommendation:
      facts.recommendation.map { wording("recommendation.\($0.value.rawValue)") }
    case .obligation: facts.obligation.map { obligation($0.value) }
    case .capacity: facts.capacity.map { capacity($0.value) }
    case .eligibility: facts.eligibility.map { list($0.value) }
    case .departments: facts.departments.map { list($0.value) }
    case .documents: facts.documents.map { list($0.value) }
    case .contact: facts.contact.map { contact($0.value) }
    case .examDate: facts.examDate.map { list($0.value.map(examinationDay)) }
    case .venues: facts.venues.map { list($0.value) }
    case .rules: facts.rules.map { list($0.value.map(\.text)) }
    case .steps: facts.steps.map { list($0.value.map { "\($0.order). \($0.name)" }) }
    }
  }

  /// The values that a fact beat, in words.
  public func conflicts(of name: FactName, in facts: Facts) -> [ConflictText] {
    func texts<Value>(_ fact: Fact<Value>?, _ put: (Fact<Value>, inout Facts) -> Void)
      -> [ConflictText]
    {
      (fact?.conflicts ?? []).compactMap { other in
        var facts = Facts()
        put(other, &facts)
        return value(of: name, in: facts).map {
          ConflictText(text: $0, basis: other.basis, evidence: other.evidence)
        }
      }
    }
    return switch name {
    case .intake: texts(facts.intake) { $1.intake = $0 }
    case .accepting: texts(facts.accepting) { $1.accepting = $0 }
    case .fee: texts(facts.fee) { $1.fee = $0 }
    case .application: texts(facts.application) { $1.application = $0 }
    case .training: texts(facts.training) { $1.training = $0 }
    case .selection: texts(facts.selection) { $1.selection = $0 }
    case .recommendation: texts(facts.recommendation) { $1.recommendation = $0 }
    case .obligation: texts(facts.obligation) { $1.obligation = $0 }
    case .capacity: texts(facts.capacity) { $1.capacity = $0 }
    case .eligibility: texts(facts.eligibility) { $1.eligibility = $0 }
    case .departments: texts(facts.departments) { $1.departments = $0 }
    case .documents: texts(facts.documents) { $1.documents = $0 }
    case .contact: texts(facts.contact) { $1.contact = $0 }
    case .examDate: texts(facts.examDate) { $1.examDate = $0 }
    case .venues: texts(facts.venues) { $1.venues = $0 }
    case .rules: texts(facts.rules) { $1.rules = $0 }
    case .steps: texts(facts.steps) { $1.steps = $0 }
    }
  }

  func list(_ values: [String]) -> String {
    values.joined(separator: wording.language == .japanese ? "、" : ", ")
  }

  // MARK: Money

  /// A fee: free, or what is paid a year, or the charges one by one.
  func fee(_ fee: Fee) -> String {
    if fee.free { return wording("free") }
    let items = fee.items.map { item in
      [
        item.name, wording("per.\(item.per.rawValue)"), yen(item.amount),
        item.tax.map { "(" + wording("tax.\($0.rawValue)") + ")" },
      ]
      .compactMap { $0 }.joined(separator: " ")
    }
    guard let yearly = fee.yearly else {
      return items.isEmpty ? wording("notFree") : items.joined(separator: " + ")
    }
    let sum = yen(yearly)
    return items.isEmpty ? sum : "\(sum) = \(items.joined(separator: " + "))"
  }

  /// A sum or a range of sums in yen.
  public func yen(_ amount: Bounds) -> String {
    switch (amount.min, amount.max) {
    case (let least?, let most?) where least == most: wording("yen", grouped(least))
    case (let least?, let most?): wording("yen", "\(grouped(least))–\(grouped(most))")
    case (let least?, nil): wording("yen.from", grouped(least))
    case (nil, let most?): wording("yen.upTo", grouped(most))
    case (nil, nil): wording("unknown")
    }
  }

  private func grouped(_ number: Int) -> String {
    var digits = String(number)
    var parts: [String] = []
    while digits.count > 3 {
      parts.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + parts).joined(separator: ",")
  }

  // MARK: Dates

  func application(_ application: Application) -> String {
    var parts = application.windows.map(window)
    if application.rolling { parts.append(wording("rolling")) }
    if let note = application.note { parts.append(note) }
    return parts.joined(separator: "; ")
  }

  /// When papers are taken, as a cell tells it whose note stands elsewhere.
  func applicationWithoutNote(of program: Program) -> String {
    guard let fact = program.facts.application else { return wording("unknown.short") }
    var application = fact.value
    application.note = nil
    let text = self.application(application)
    return mark(fact.basis) + (text.isEmpty ? wording("seeBelow") : text)
      + (fact.conflicts.isEmpty ? "" : " *")
  }

  /// A round: from when until when papers are taken, and how they meet the deadline.
  package func window(_ window: ApplicationWindow) -> String {
    switch (window.opens, closing(of: window)) {
    case (let opens?, let closes?): return "\(date(opens)) – \(closes)"
    case (let opens?, nil): return wording("from", date(opens))
    case (nil, let closes?): return wording("until", closes)
    case (nil, nil): return wording("unknown")
    }
  }

  /// The end of a round, with how papers meet it; nil where it is not stated.
  package func closing(of window: ApplicationWindow) -> String? {
    window.closes.map {
      [
        date($0, window.part), window.time,
        window.rule.map { wording("rule.\($0.rawValue)") },
      ]
      .compactMap { $0 }.joined(separator: " ")
    }
  }

  /// A date as it is known: `2026-12-05`, `early December, year unknown`.
  public func date(_ date: PartialDate, _ part: ApplicationWindow.Part? = nil) -> String {
    let third = part.map { wording("part.\($0.rawValue)") }
    guard date.year == nil, let month = date.month else {
      return date.description + (third.map { " " + $0 } ?? "")
    }
    if let third {
      return wording("monthPart", wording("month.\(month)"), third) + wording("everyYear")
    }
    let text =
      date.day.map { wording("monthDay", wording("month.\(month)"), $0) }
      ?? wording("month.\(month)")
    return text + wording("everyYear")
  }

  func training(_ training: Training) -> String {
    var parts: [String] = []
    if let months = training.months { parts.append(self.months(months)) }
    switch (training.starts, training.ends) {
    case (let starts?, let ends?): parts.append("\(date(starts)) – \(date(ends))")
    case (let starts?, nil): parts.append(wording("from", date(starts)))
    case (nil, let ends?): parts.append(wording("until", date(ends)))
    case (nil, nil): break
    }
    return parts.joined(separator: wording.language == .japanese ? wording("separator") : ", ")
  }

  func months(_ months: Bounds) -> String {
    switch (months.min, months.max) {
    case (let least?, let most?) where least == most: wording("months", least)
    case (let least?, let most?): wording("months.range", least, most)
    case (let least?, nil): wording("months.from", least)
    case (nil, let most?): wording("months.upTo", most)
    case (nil, nil): wording("unknown")
    }
  }

  private func selection(_ selection: Selection) -> String {
    var parts = selection.steps.map { step in
      wording("method.\(step.method.rawValue)") + (step.date.map { " " + date($0) } ?? "")
    }
    if let result = selection.result { parts.append(wording("result") + " " + date(result)) }
    return list(parts)
  }

  /// The days of an examination, with the part of it that falls on them.
  package func examinationDay(_ day: ExaminationDay) -> String {
    let days = day.ends.map { "\(date(day.starts)) – \(date($0))" } ?? date(day.starts)
    return day.part.map { "\($0) \(days)" } ?? days
  }

  // MARK: Conditions

  func obligation(_ obligation: Obligation) -> String {
    if obligation.scope.isEmpty { return wording("obligation.none") }
    let places = obligation.scope.map { wording("obligation.\($0.rawValue)") }
      .joined(separator: wording("or"))
    return obligation.strength.map {
      wording("aside", places, wording("obligation.\($0.rawValue)"))
    }
      ?? places
  }

  func capacity(_ capacity: Capacity) -> String {
    if capacity.few == true { return wording("few") }
    return switch (capacity.min, capacity.max) {
    case (let least?, let most?) where least == most: wording("places", least)
    case (let least?, let most?): wording("places.range", least, most)
    case (let least?, nil): wording("places.from", least)
    case (nil, let most?): wording("places.upTo", most)
    case (nil, nil): wording("unknown")
    }
  }

  private func contact(_ contact: Contact) -> String {
    [contact.office, contact.phone, contact.email].compactMap { $0 }.joined(separator: " · ")
  }
}

extension FactText {
  /// A fact's value in words, marked where others report it; nil where it is unknown.
  package func marked(_ name: FactName, in facts: Facts) -> String? {
    guard let text = value(of: name, in: facts), let provenance = facts.provenance(of: name) else {
      return nil
    }
    return mark(provenance.basis) + text
  }
}
