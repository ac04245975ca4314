/// How many of a number of facts are right.
struct Share: Hashable, Sendable {
  /// Those that are right.
  let right: Int
  /// All of them; at least one.
  let count: Int

  /// The share measured.
  var value: Double { Double(right) / Double(count) }

  /// Where the share among all such facts lies, 95 times of 100 (Wilson's interval).
  var interval: ClosedRange<Double> {
    let quantile = 1.96
    let count = Double(count)
    let square = quantile * quantile / count
    let middle = (value + square / 2) / (1 + square)
    let spread =
      quantile / (1 + square)
      * (value * (1 - value) / count + square / (4 * count)).squareRoot()
    return max(0, middle - spread)...min(1, middle + spread)
  }
}
