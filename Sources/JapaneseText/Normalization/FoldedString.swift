/// Folded text as a string, with where each of its scalars begins.
final class FoldedString: Sendable {
  let string: String
  /// The UTF-8 offset of every scalar, and of the end.
  private let offsets: [Int32]

  init(string: String, offsets: [Int32]) {
    self.string = string
    self.offsets = offsets
  }

  /// Writes scalars as a string.
  convenience init(of scalars: [Unicode.Scalar]) {
    var offsets: [Int32] = []
    offsets.reserveCapacity(scalars.count + 1)
    var end: Int32 = 0
    for scalar in scalars {
      offsets.append(end)
      end += Int32(UTF8.width(scalar))
    }
    offsets.append(end)
    self.init(
      string: scalars.withUnsafeBufferPointer { String(scalars: $0[...], size: Int(end)) },
      offsets: offsets)
  }

  /// Where a scalar begins.
  func offset(_ place: Int) -> Int { Int(offsets[place]) }
}

extension FoldedString {
  /// A string that is made when it is first asked for, and looked at without being retained.
  struct Link: ~Copyable, Sendable {
    private let held = Held<FoldedString>()

    /// Reads the string of some scalars.
    borrowing func read<Result>(
      _ scalars: [Unicode.Scalar], _ body: (FoldedString) -> Result
    ) -> Result {
      if let known = held.object { return known._withUnsafeGuaranteedRef(body) }
      return held.keep(FoldedString(of: scalars))._withUnsafeGuaranteedRef(body)
    }
  }
}
