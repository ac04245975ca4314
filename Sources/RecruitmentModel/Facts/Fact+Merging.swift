extension Fact {
  /// Whether this fact is to be believed before another one.
  ///
  /// The stronger basis decides, then the newer date. A fact without a date, or without a year in
  /// it, counts as the oldest. Where both are equal, the more cautious value counts.
  public func isStronger(than other: Fact) -> Bool {
    guard basis == other.basis else { return basis > other.basis }
    switch (asOf?.earliest, other.asOf?.earliest) {
    case (let day?, let otherDay?) where day != otherDay: return day > otherDay
    case (.some, nil): return true
    case (nil, .some): return false
    default: return value.isMoreCautious(than: other.value)
    }
  }

  /// Puts two statements of the same thing together.
  ///
  /// The stronger one wins as a whole; its value is never mixed with the other's. What it beats goes
  /// under `conflicts`, the strongest first. Two statements of an equal value are no conflict: they
  /// become one, with the evidence of both. Of two that are equally strong, this one wins.
  public func merged(with other: Fact) -> Fact {
    var claims: [Fact] = []
    for claim in [alone] + conflicts + [other.alone] + other.conflicts {
      let agreeing = claims.indices.lazy.compactMap { place in
        claims[place].agreement(with: claim).map { (place, $0) }
      }
      if let (place, both) = agreeing.first { claims[place] = both } else { claims.append(claim) }
    }
    var ordered: [Fact] = []
    for claim in claims {
      let place = ordered.firstIndex { claim.isStronger(than: $0) } ?? ordered.endIndex
      ordered.insert(claim, at: place)
    }
    var winner = ordered.removeFirst()
    winner.conflicts = ordered
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

  /// Two facts that agree as one, with the evidence of both; nil where they do not agree.
  private func agreement(with other: Fact) -> Fact? {
    var (winner, loser) = other.isStronger(than: self) ? (other, self) : (self, other)
    if winner.basis == loser.basis, winner.value != loser.value {
      guard let both = winner.value.joined(with: loser.value) else { return nil }
      winner.value = both
      // What two pages say together is as old as the older of them.
      winner.asOf = loser.asOf ?? winner.asOf
      winner.confidence = [winner.confidence, loser.confidence].compactMap(\.self).min()
    } else if !winner.value.covers(loser.value) {
      return nil
    }
    for evidence in loser.evidence where !winner.evidence.contains(evidence) {
      winner.evidence.append(evidence)
    }
    return winner
  }
}
