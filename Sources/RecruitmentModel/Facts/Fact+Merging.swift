extension Fact {
  /// Whether this fact is to be believed before another one.
  ///
  /// The stronger basis decides, then the newer date. A fact without a date, or without a year in
  /// it, counts as the oldest.
  public func isStronger(than other: Fact) -> Bool {
    guard basis == other.basis else { return basis > other.basis }
    guard let day = asOf?.earliest else { return false }
    return other.asOf?.earliest.map { $0 < day } ?? true
  }

  /// Puts two statements of the same thing together.
  ///
  /// The stronger one wins as a whole; its value is never mixed with the other's. What it beats goes
  /// under `conflicts`, the strongest first. Two statements of an equal value are no conflict: they
  /// become one, with the evidence of both. Of two that are equally strong, this one wins.
  public func merged(with other: Fact) -> Fact {
    var winner = alone
    var beaten: [Fact] = []
    for claim in conflicts + [other.alone] + other.conflicts {
      if let equal = beaten.firstIndex(where: { $0.value == claim.value }) {
        // Joined with its equal, a beaten claim may have become the strongest.
        winner.take(beaten.remove(at: equal).joined(withEqual: claim), beaten: &beaten)
      } else {
        winner.take(claim, beaten: &beaten)
      }
    }
    winner.conflicts = beaten
    return winner
  }

  /// The same fact with every piece of evidence replaced, also in what it beat.
  public func mappingEvidence(_ transform: (Evidence) -> Evidence) -> Fact {
    var fact = self
    fact.evidence = evidence.map(transform)
    fact.conflicts = conflicts.map { $0.mappingEvidence(transform) }
    return fact
  }

  /// The fact without what it beat.
  private var alone: Fact {
    var fact = self
    fact.conflicts = []
    return fact
  }

  /// Takes in another claim: joins it, gives way to it, or beats it.
  private mutating func take(_ claim: Fact, beaten: inout [Fact]) {
    if claim.value == value {
      self = joined(withEqual: claim)
    } else if claim.isStronger(than: self) {
      beaten.insert(self, at: 0)
      self = claim
    } else {
      let place = beaten.firstIndex { claim.isStronger(than: $0) } ?? beaten.endIndex
      beaten.insert(claim, at: place)
    }
  }

  /// The stronger of two facts of an equal value, with the evidence of both.
  private func joined(withEqual other: Fact) -> Fact {
    var (winner, loser) = other.isStronger(than: self) ? (other, self) : (self, other)
    for evidence in loser.evidence where !winner.evidence.contains(evidence) {
      winner.evidence.append(evidence)
    }
    return winner
  }
}
