/// What one host may cost in one crawl.
///
/// A site that generates pages without end, or large ones, spends its own budget and nobody else's.
struct HostBudget: Sendable {
  /// The most requests.
  var requests = Int.max
  /// The most bytes of content.
  var bytes = Int.max
  /// The longest time from the first request on.
  var time = Duration.seconds(Int64(Int32.max))

  private var begun: Duration?

  /// Makes a budget; without arguments one that nothing exhausts.
  init(
    requests: Int = .max, bytes: Int = .max, time: Duration = .seconds(Int64(Int32.max))
  ) {
    self.requests = requests
    self.bytes = bytes
    self.time = time
  }

  /// Takes one request out of the budget, or says what of it is spent.
  mutating func begin(at now: Duration) throws(FetchFailure) {
    let start = begun ?? now
    begun = start
    if requests <= 0 { throw .hostBudgetSpent(.requests) }
    if bytes <= 0 { throw .hostBudgetSpent(.bytes) }
    if now - start >= time { throw .hostBudgetSpent(.time) }
    requests -= 1
  }

  /// Takes content out of the budget.
  mutating func spend(bytes count: Int) {
    bytes -= count
  }
}
