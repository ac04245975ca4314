import RecruitmentModel

extension FormTable.Form {
  /// What is read from the page, written as the table writes it; a dash where nothing is.
  func reading() async throws -> String {
    let programs = try await Reading.programs(in: Array(page.utf8))
    guard let program = programs.first(where: { $0.kind == .practicalTraining }) else {
      return "-"
    }
    if table == .wordings { return Summary(program)[fact] ?? "-" }
    let facts = program.facts
    return Self.text(of: facts, fact: fact) ?? "-"
  }

  /// The parts of what is expected or read in an order of their own, since it says nothing.
  func parts(of text: String) -> [String] {
    guard !table.namesFacts else { return [text] }
    let parts = text.replacing("24:00", with: "23:59").split(separator: "; ").map(String.init)
    // Where tax is yet to come, nobody knows the sum of a year.
    let isTaxOpen = parts.contains { $0.contains("excluded") }
    return parts.filter { !isTaxOpen || !$0.hasPrefix("=") }.sorted()
  }

  private static func text(of facts: Facts, fact: String) -> String? {
    switch fact {
    case "application": facts.application.flatMap { text(of: $0.value) }
    case "training": facts.training.flatMap { text(of: $0.value) }
    case "fees": facts.fee.map { text(of: $0.value) }
    case "recommendation": facts.recommendation?.value.rawValue
    case "obligation": facts.obligation.map { Summary.text($0.value) }
    case "accepting": facts.accepting?.value.rawValue
    default: nil
    }
  }

  private static func text(of application: Application) -> String? {
    var parts = application.windows.map { window in
      let days = "\(text(of: window.opens))..\(text(of: window.closes))"
      return [days, window.part?.rawValue, window.time, window.rule?.rawValue].compactMap { $0 }
        .joined(separator: " ")
    }
    if application.rolling { parts.append("rolling") }
    if application.note != nil { parts.append("note") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private static func text(of training: Training) -> String? {
    let text = Summary.text(training)
    return text.isEmpty ? nil : text
  }

  private static func text(of fee: Fee) -> String {
    if fee.free { return "free" }
    let items = fee.items.map { item in
      [Summary.text(item.amount), item.per.rawValue, item.tax?.rawValue].compactMap { $0 }
        .joined(separator: " ")
    }
    guard !items.isEmpty else { return "not free" }
    return (items + [fee.yearly.map { "= \(Summary.text($0))" }].compactMap { $0 })
      .joined(separator: "; ")
  }

  private static func text(of date: PartialDate?) -> String {
    date.map(\.description) ?? ""
  }
}
