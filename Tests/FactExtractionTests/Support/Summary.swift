import RecruitmentModel

/// A program in a few words, a line a fact, so that a test shows at a glance what was read.
struct Summary {
  /// The kind, then the facts that the page states, each as `name: value`.
  let lines: [String]

  init(_ program: Program) {
    let facts = program.facts
    let named: [(String, String?)] = [
      ("intake", facts.intake.map { "\($0.value.year)" }),
      ("accepting", facts.accepting?.value.rawValue),
      ("fee", facts.fee.map { Self.text($0.value) }),
      ("application", facts.application.map { Self.text($0.value) }),
      ("training", facts.training.map { Self.text($0.value) }),
      ("selection", facts.selection.map { Self.text($0.value) }),
      ("recommendation", facts.recommendation?.value.rawValue),
      ("obligation", facts.obligation.map { Self.text($0.value) }),
      ("capacity", facts.capacity.map { Self.text($0.value) }),
      ("contact", facts.contact.map { Self.text($0.value) }),
      ("exam", facts.examDate.map { $0.value.map(Self.text).joined(separator: "; ") }),
      ("venues", facts.venues.map { $0.value.joined(separator: " ") }),
      ("steps", facts.steps.map { $0.value.map(Self.text).joined(separator: "; ") }),
    ]
    lines =
      [program.kind.rawValue] + named.compactMap { name, value in value.map { "\(name): \($0)" } }
  }

  /// What stands behind the name of a fact; nil where the page leaves it open.
  subscript(_ name: String) -> String? {
    lines.first { $0.hasPrefix("\(name): ") }.map { String($0.dropFirst(name.count + 2)) }
  }

  static func text(_ step: PathwayStep) -> String {
    "\(step.order) \(step.stage.rawValue) \(step.name)"
      + (step.requires.map { " <- \($0.joined(separator: ", "))" } ?? "")
  }

  static func text(_ fee: Fee) -> String {
    if fee.free { return "free" }
    let items = fee.items.map { item in
      [item.name, text(item.amount), item.per.rawValue, item.tax?.rawValue].compactMap { $0 }
        .joined(separator: " ")
    }
    return ([fee.yearly.map { "\(text($0)) a year" } ?? "not free"] + items).joined(separator: "; ")
  }

  static func text(_ application: Application) -> String {
    let windows = application.windows.map { window in
      let days = "\(window.opens.map { "\($0)" } ?? "")..\(window.closes.map { "\($0)" } ?? "")"
      return [days, window.part?.rawValue, window.time, window.rule?.rawValue].compactMap { $0 }
        .joined(separator: " ")
    }
    return (windows + [application.rolling ? "rolling" : nil, application.note].compactMap { $0 })
      .joined(separator: "; ")
  }

  static func text(_ training: Training) -> String {
    let months = training.months.map { "\(text($0)) months" }
    let days = "\(training.starts.map { "\($0)" } ?? "")..\(training.ends.map { "\($0)" } ?? "")"
    return [months, days == ".." ? nil : days].compactMap { $0 }.joined(separator: " ")
  }

  static func text(_ selection: Selection) -> String {
    let steps = selection.steps.map { step in
      step.method.rawValue + (step.date.map { " \($0)" } ?? "")
    }
    return (steps + [selection.result.map { "result \($0)" }].compactMap { $0 })
      .joined(separator: "; ")
  }

  static func text(_ obligation: Obligation) -> String {
    guard !obligation.scope.isEmpty else { return "none" }
    return (obligation.scope.map(\.rawValue) + [obligation.strength?.rawValue].compactMap { $0 })
      .joined(separator: " ")
  }

  static func text(_ capacity: Capacity) -> String {
    capacity.few == true ? "few" : text(Bounds(min: capacity.min, max: capacity.max))
  }

  static func text(_ contact: Contact) -> String {
    [contact.office, contact.phone, contact.email].compactMap { $0 }.joined(separator: "; ")
  }

  static func text(_ day: ExaminationDay) -> String {
    [day.part, "\(day.starts)", day.ends.map { "\($0)" }].compactMap { $0 }.joined(separator: " ")
  }

  static func text(_ bounds: Bounds) -> String {
    if let min = bounds.min, min == bounds.max { return "\(min)" }
    return "\(bounds.min.map { "\($0)" } ?? "")..\(bounds.max.map { "\($0)" } ?? "")"
  }
}
