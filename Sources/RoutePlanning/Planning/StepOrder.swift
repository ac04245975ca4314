import RecruitmentModel

/// Puts steps into an order in which none stands before what it needs; of two that may stand next, the
/// earlier one does.
struct StepOrder {
  private let steps: [PlanStep]
  /// The places of the steps that need each step, and how many each one needs.
  private var followers: [[Int]]
  private var needed: [Int]

  /// The steps in order; what needs itself, which no plan makes, comes last.
  static func sorted(_ steps: [PlanStep]) -> [PlanStep] {
    let order = StepOrder(steps)
    let days = order.deadlines
    // Of equal days the one that was put first stands first.
    let places = order.places { (days[$0], $0) }
    let placed = Set(places)
    return (places + steps.indices.filter { !placed.contains($0) }).map { steps[$0] }
  }

  private init(_ steps: [PlanStep]) {
    self.steps = steps
    followers = Array(repeating: [], count: steps.count)
    needed = Array(repeating: 0, count: steps.count)
    let places = Dictionary(
      steps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (place, step) in steps.enumerated() {
      for before in (step.needs + step.needsOneOf).compactMap({ places[$0] }) {
        followers[before].append(place)
        needed[place] += 1
      }
    }
  }

  /// By when each step must be done: its own last day, else the day of the first step that needs it.
  private var deadlines: [Int] {
    var days = steps.map { ($0.time.last ?? $0.time.first)?.daysSinceEpoch ?? Int.max }
    for place in places(by: { (0, $0) }).reversed() where steps[place].time == .unknown {
      days[place] = followers[place].map { days[$0] }.min() ?? Int.max
    }
    return days
  }

  /// The places of the steps, none before one that it needs, the smallest key first.
  private func places(by key: (Int) -> (Int, Int)) -> [Int] {
    var missing = needed
    var ready = SmallestFirst(steps.indices.filter { missing[$0] == 0 }.map(key))
    var order: [Int] = []
    while let (_, place) = ready.removeFirst() {
      order.append(place)
      for next in followers[place] {
        missing[next] -= 1
        if missing[next] == 0 { ready.insert(key(next)) }
      }
    }
    return order
  }
}

/// Pairs of which the smallest is taken first: a binary heap.
private struct SmallestFirst {
  private var pairs: [(Int, Int)]

  init(_ pairs: [(Int, Int)]) {
    // What is sorted is a heap.
    self.pairs = pairs.sorted(by: <)
  }

  mutating func insert(_ pair: (Int, Int)) {
    pairs.append(pair)
    var place = pairs.count - 1
    while place > 0, pairs[place] < pairs[(place - 1) / 2] {
      pairs.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func removeFirst() -> (Int, Int)? {
    guard let first = pairs.first, let last = pairs.popLast() else { return nil }
    guard !pairs.isEmpty else { return first }
    pairs[0] = last
    var place = 0
    while true {
      let below = [2 * place + 1, 2 * place + 2].filter { $0 < pairs.count }
      guard let least = below.min(by: { pairs[$0] < pairs[$1] }), pairs[least] < pairs[place] else {
        return first
      }
      pairs.swapAt(place, least)
      place = least
    }
  }
}
