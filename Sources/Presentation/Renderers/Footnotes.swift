import RecruitmentModel

/// The evidence of a table, numbered as it is asked for; the same words on the same page have one number.
struct Footnotes {
  private let wording: Wording
  private var notes: [ExportedFact.Proof] = []
  private var addresses: [String] = []

  init(_ wording: Wording) {
    self.wording = wording
  }

  /// The marks of a fact's evidence, such as `[1][2]`; empty where it is unknown.
  mutating func marks(of name: FactName, in program: Program) -> String {
    let evidence = program.facts.provenance(of: name)?.evidence ?? []
    return evidence.map { "[\(number(of: $0, in: program))]" }.joined()
  }

  private mutating func number(of evidence: Evidence, in program: Program) -> Int {
    let proof = ExportedFact.Proof(evidence, in: program)
    if let known = notes.firstIndex(where: { $0.words == proof.words && $0.link == proof.link }) {
      return known + 1
    }
    notes.append(proof)
    addresses.append(ProofText.address(of: evidence, in: program, wording))
    return notes.count
  }

  /// The notes in lines; a terminal with links opens the page at the words, others show its address.
  func lines(_ painter: Painter) -> [StyledLine] {
    notes.indices.map { place in
      let proof = notes[place]
      let words = proof.isQuotation ? "“\(proof.words)”" : proof.words
      let seen = proof.seen.map { ", " + wording("seen", $0) } ?? ""
      let note = proof.note.map { " " + wording("note", $0) } ?? ""
      let address = painter.hasLinks ? "" : "  " + addresses[place]
      return StyledLine("[\(place + 1)] ") + StyledLine(words, link: proof.link)
        + StyledLine(note + address + seen, .dim)
    }
  }
}

/// Writes evidence for a terminal.
enum ProofText {
  /// The plain address of a piece of evidence, as people read it.
  static func address(of evidence: Evidence, in program: Program, _ wording: Wording) -> String {
    switch evidence {
    case .page(let quote):
      program.pages.indices.contains(quote.page)
        ? address(program.pages[quote.page].url, wording) : ""
    case .elsewhere(let source): address(source.url, wording)
    }
  }

  /// An address of the web; of any other, such as a script, that it is none.
  static func address(_ url: String, _ wording: Wording) -> String {
    WebLink.address(url) == nil ? wording("address.none") : SafeText.line(url)
  }
}
