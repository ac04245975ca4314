package import RecruitmentModel

/// A known fact in words, with what stands behind it, as every export shows it.
package struct ExportedFact: Sendable {
  /// One piece of evidence: the words, and where they can be read.
  package struct Proof: Sendable {
    /// The page's own words, or ours about what somebody else says.
    package let words: String
    /// Whether the words are the page's own.
    package let isQuotation: Bool
    /// The address, which opens the page at the words where that is possible.
    package let link: String?
    /// What whoever relies on the words should know.
    package let note: String?
    /// The day on which somebody read it; absent for a page, whose day is the fact's.
    package let seen: CalendarDay?
  }

  /// Which fact it is.
  package let name: FactName
  /// The value in words; what others report is marked.
  package let value: String
  /// How strongly it is founded.
  package let basis: Basis
  /// As of when.
  package let asOf: PartialDate?
  /// What proves it.
  package let proofs: [Proof]
  /// The values that it beat.
  package let conflicts: [ConflictText]

  /// The known facts of a program, in the order in which they are shown.
  package static func all(of program: Program, _ text: FactText) -> [ExportedFact] {
    program.facts.known.compactMap { name in
      guard let value = text.marked(name, in: program.facts),
        let provenance = program.facts.provenance(of: name)
      else { return nil }
      return ExportedFact(
        name: name, value: SafeText.line(value), basis: provenance.basis, asOf: provenance.asOf,
        proofs: provenance.evidence.map { Proof($0, in: program) },
        conflicts: text.conflicts(of: name, in: program.facts))
    }
  }
}

extension ExportedFact.Proof {
  /// Takes a piece of evidence.
  package init(_ evidence: Evidence, in program: Program) {
    link = WebLink.address(of: evidence, in: program)
    switch evidence {
    case .page(let quote):
      words = SafeText.line(quote.quote)
      isQuotation = true
      note = quote.note.map(SafeText.line)
      seen = nil
    case .elsewhere(let source):
      words = SafeText.line(source.note)
      isQuotation = false
      note = nil
      seen = source.seen
    }
  }
}
