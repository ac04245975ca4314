import MarkedYAML
import RecruitmentModel

extension KeyedReader {
  /// Reads a set of keys of which at least one must be there.
  fileprivate init(_ node: MarkedNode, anyOf keys: [String]) throws(SourceListError) {
    try self.init(node, allowed: keys)
    guard !present(among: keys).isEmpty else { throw place.error(.noneOf(keys)) }
  }

  fileprivate func bounds(_ key: String) throws(SourceListError) -> Bounds? {
    try node(key).map { (node) throws(SourceListError) in try Bounds(node) }
  }

  /// A number that must be there.
  fileprivate func requiredNumber(_ key: String) throws(SourceListError) -> Int {
    guard let number = try number(key) else { throw place.error(.missingKey(key)) }
    return number
  }
}

extension Bounds {
  init(_ node: MarkedNode) throws(SourceListError) {
    let reader = try KeyedReader(node, anyOf: ["min", "max"])
    self.init(min: try reader.number("min"), max: try reader.number("max"))
    if let min, let max, min > max {
      throw node.place.error(.badValue("\(max)", key: "max", expected: "at least \(min)"))
    }
  }
}

extension Intake {
  init(_ node: MarkedNode) throws(SourceListError) {
    self.init(year: try KeyedReader(node, allowed: ["year"]).requiredNumber("year"))
  }
}

extension Fee {
  init(_ node: MarkedNode) throws(SourceListError) {
    let reader = try KeyedReader(node, allowed: ["free", "yearly", "items"])
    guard let free = try reader.flag("free") else { throw node.place.error(.missingKey("free")) }
    self.init(
      free: free, yearly: try reader.bounds("yearly"),
      items: try reader.items("items", FeeItem.init))
  }
}

extension FeeItem {
  init(_ node: MarkedNode) throws(SourceListError) {
    let reader = try KeyedReader(node, allowed: ["name", "amount", "per", "tax"])
    self.init(
      name: try reader.text("name"), amount: try Bounds(reader.required("amount")),
      per: try reader.requiredWord("per"), tax: try reader.word("tax"))
  }
}

extension Application {
  init(_ node: MarkedNode) throws(SourceListError) {
    let reader = try KeyedReader(node, anyOf: ["windows", "rolling", "note"])
    self.init(
      windows: try reader.items("windows", ApplicationWindow.init),
      rolling: try reader.flag("rolling") ?? false, note: try reader.optionalText("note"))
  }
}

extension ApplicationWindow {
  init(_ node: MarkedNode) throws(SourceListError) {
    let reader = try KeyedReader(node, allowed: ["opens", "closes", "time", "rule", "part"])
    guard !reader.present(among: ["opens", "closes"]).isEmpty else {
      throw node.place.error(.noneOf(["opens", "closes"]))
    }
    self.init(
      opens: try reader.date("opens"), closes: try reader.date("closes"),
      time: try reader.value("time", as: "an hour such as \"17:00\"") { Self.hour($0) },
      rule: try reader.word("rule"), part: try reader.word("part"))
    try reader.checkOrder("opens", opens, "closes", closes)
  }

  /// An hour of the day from 00:00 to 24:00; nil for any other writing.
  private static func hour(_ text: String) -> String? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...59).contains(minute),
      (0...2400).contains(hour * 100 + minute)
    else { return nil }
    return text
  }
}

extension Training {
  init(_ node: MarkedNode) throws(SourceListError) {
    let reader = try KeyedReader(node, anyOf: ["months", "starts", "ends"])
    self.init(
      months: try reader.bounds("months"), starts: try reader.date("starts"),
      ends: try reader.date("ends"))
    try reader.checkOrder("starts", starts, "ends", ends)
  }
}

extension Selection {
  init(_ node: MarkedNode) throws(SourceListError) {
    let reader = try KeyedReader(node, anyOf: ["steps", "result"])
    self.init(steps: try reader.items("steps", Step.init), result: try reader.date("result"))
  }
}

extension Selection.Step {
  init(_ node: MarkedNode) throws(SourceListError) {
    let reader = try KeyedReader(node, allowed: ["method", "date"])
    self.init(method: try reader.requiredWord("method"), date: try reader.date("date"))
  }
}

extension Obligation {
  init(_ node: MarkedNode) throws(SourceListError) {
    let reader = try KeyedReader(node, allowed: ["scope", "strength"])
    self.init(
      scope: try reader.required("scope").items { (item) throws(SourceListError) in
        try item.word(of: "scope")
      },
      strength: try reader.word("strength"))
  }
}

extension Capacity {
  init(_ node: MarkedNode) throws(SourceListError) {
    let reader = try KeyedReader(node, anyOf: ["min", "max", "few"])
    self.init(
      min: try reader.number("min"), max: try reader.number("max"), few: try reader.flag("few"))
  }
}

extension Contact {
  init(_ node: MarkedNode) throws(SourceListError) {
    let reader = try KeyedReader(node, anyOf: ["office", "email", "phone"])
    self.init(
      office: try reader.optionalText("office"), email: try reader.optionalText("email"),
      phone: try reader.optionalText("phone"))
  }
}

extension ExaminationDay {
  init(_ node: MarkedNode) throws(SourceListError) {
    let reader = try KeyedReader(node, allowed: ["part", "starts", "ends"])
    guard let starts = try reader.date("starts") else {
      throw node.place.error(.missingKey("starts"))
    }
    self.init(part: try reader.optionalText("part"), starts: starts, ends: try reader.date("ends"))
    try reader.checkOrder("starts", self.starts, "ends", ends)
  }
}

extension KeyedReader {
  /// Refuses a last day that lies before the first one for sure.
  fileprivate func checkOrder(
    _ first: String, _ opens: PartialDate?, _ last: String, _ closes: PartialDate?
  ) throws(SourceListError) {
    guard let opens, let closes, let early = opens.earliest, let late = closes.latest, late < early
    else { return }
    throw try required(last).place.error(
      .badValue("\(closes)", key: last, expected: "a date not before “\(first)”, \(opens)"))
  }
}
