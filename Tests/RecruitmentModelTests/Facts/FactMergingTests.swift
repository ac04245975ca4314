import RecruitmentModel
import Testing

/// A claim in a table of cases: what it says, how strongly, as of when.
struct Claim: Sendable, CustomTestStringConvertible {
  let value: Recommendation
  let basis: Basis
  let asOf: String?

  init(_ value: Recommendation, _ basis: Basis, _ asOf: String? = nil) {
    self.value = value
    self.basis = basis
    self.asOf = asOf
  }

  var testDescription: String { "\(value) \(basis) \(asOf ?? "undated")" }

  /// The claim as a fact whose evidence carries its own name.
  var fact: Fact<Recommendation> {
    Fact(value, basis: basis, asOf: asOf.flatMap { PartialDate($0) }, evidence: [evidence])
  }

  var evidence: Evidence { .page(PageEvidence(page: 0, section: nil, quote: testDescription)) }
}

@Suite("Merging facts")
struct FactMergingTests {
  @Test(
    "gives the word to the stronger, in either order, and keeps the other as a conflict",
    arguments: [
      (Claim(.letter, .official), Claim(.inside, .regulation)),
      (Claim(.letter, .regulation), Claim(.inside, .reported, "2026-11-21")),
      (Claim(.letter, .reported), Claim(.inside, .derived, "2026-11-21")),
      (Claim(.letter, .official, "2026-11-21"), Claim(.inside, .official, "2026-11-20")),
      (Claim(.letter, .official, "2026"), Claim(.inside, .official, "2025-12-31")),
      (Claim(.letter, .official, "2026"), Claim(.inside, .official)),
      (Claim(.letter, .official, "2026"), Claim(.inside, .official, "XXXX-12")),
    ])
  func strongerWins(stronger: Claim, weaker: Claim) {
    for merged in [
      stronger.fact.merged(with: weaker.fact), weaker.fact.merged(with: stronger.fact),
    ] {
      #expect(merged.value == stronger.value)
      #expect(merged.evidence == [stronger.evidence])
      #expect(merged.conflicts == [weaker.fact])
    }
  }

  @Test("gives the word to the first of two that are equally strong")
  func firstWinsAmongEquals() {
    let fact = { (paper: String) in
      Fact([paper], basis: .official, evidence: [Claim(.letter, .official).evidence])
    }
    let merged = fact("履歴書").merged(with: fact("診断書"))
    #expect(merged.value == ["履歴書"])
    #expect(merged.conflicts.map(\.value) == [["診断書"]])
  }

  @Test("sees no conflict in equal values: the stronger takes the evidence of both")
  func equalValuesJoin() {
    let official = Claim(.letter, .official, "2026-11-20")
    let reported = Claim(.letter, .reported)
    let merged = reported.fact.merged(with: official.fact)
    #expect(merged.basis == .official)
    #expect(merged.asOf == PartialDate("2026-11-20"))
    #expect(merged.evidence == [official.evidence, reported.evidence])
    #expect(merged.conflicts.isEmpty)
  }

  @Test("changes nothing when a fact meets itself")
  func mergingWithItself() {
    let fact = Claim(.letter, .official).fact.merged(with: Claim(.inside, .reported).fact)
    #expect(fact.merged(with: fact) == fact)
  }

  @Test("lists what was beaten from strong to weak, each value once, however it came in")
  func conflictsAreOrdered() {
    let claims = [
      Claim(.letter, .official), Claim(.inside, .regulation), Claim(.notRequired, .reported),
      Claim(.inside, .reported, "2020"),
    ]
    for shift in claims.indices {
      let order = claims[shift...] + claims[..<shift]
      let merged = order.dropFirst().reduce(order[shift].fact) { $0.merged(with: $1.fact) }
      #expect(merged.value == .letter)
      #expect(merged.conflicts.map(\.value) == [.inside, .notRequired])
      #expect(merged.conflicts.map(\.basis) == [.regulation, .reported])
      #expect(merged.conflicts.map(\.evidence.count) == [2, 1])
      #expect(merged.conflicts.allSatisfy { $0.conflicts.isEmpty })
    }
  }

  @Test("of two sets takes every fact that either has")
  func factsAreUnited() throws {
    var one = Facts()
    one.recommendation = Claim(.letter, .reported).fact
    let evidence = Claim(.letter, .official).evidence
    one.intake = Fact(Intake(year: 2027), basis: .official, evidence: [evidence])
    var other = Facts()
    other.recommendation = Claim(.inside, .regulation).fact
    other.accepting = Fact(.no, basis: .reported, evidence: [evidence])
    let merged = one.merged(with: other)
    #expect(merged.known == [.intake, .accepting, .recommendation])
    #expect(merged.recommendation?.value == .inside)
    #expect(merged.recommendation?.conflicts.map(\.value) == [.letter])
  }

  @Test("loses no kind of fact")
  func everyFactIsCarriedOver() throws {
    let facts = try AllFacts.facts()
    #expect(facts.known == FactName.allCases)
    #expect(Facts().merged(with: facts) == facts)
    #expect(facts.merged(with: Facts()) == facts)
    #expect(facts.movingPages(by: 0) == facts)
  }

  @Test("points page evidence further on, in what was beaten too, and leaves other evidence alone")
  func pagesMove() {
    let elsewhere = Evidence.elsewhere(
      ExternalEvidence(
        url: "https://example.jp/", note: "n", seen: CalendarDay(daysSinceEpoch: 20_000)))
    var reported = Claim(.inside, .reported).fact
    reported.evidence.append(elsewhere)
    var facts = Facts()
    facts.recommendation = Claim(.letter, .official).fact.merged(with: reported)
    let moved = facts.movingPages(by: 2).recommendation
    #expect(moved?.evidence.map(\.pageNumber) == [2])
    #expect(moved?.conflicts.first?.evidence.map(\.pageNumber) == [2, nil])
    #expect(moved?.conflicts.first?.evidence.last == elsewhere)
  }
}

extension Evidence {
  fileprivate var pageNumber: Int? {
    guard case .page(let page) = self else { return nil }
    return page.page
  }
}
