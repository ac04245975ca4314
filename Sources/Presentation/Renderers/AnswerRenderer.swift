public import QueryEngine
import RecruitmentModel

/// Shows the answer to a query as a table for people.
public struct AnswerRenderer: Sendable {
  private let facts: FactText
  private let painter: Painter
  private let width: Int
  private let withEvidence: Bool
  private var wording: Wording { facts.wording }

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - wording: The language.
  ///   - width: The columns of the terminal.
  ///   - painter: What the terminal can do.
  ///   - withEvidence: Whether the words that prove the values stand in footnotes.
  public init(_ wording: Wording, width: Int, painter: Painter, withEvidence: Bool = false) {
    facts = FactText(wording)
    self.width = width
    self.painter = painter
    self.withEvidence = withEvidence
  }

  /// The answer in lines.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - institutionNames: The names of institutions by their ids.
  /// - Returns: The text, lines ended by line feeds.
  public func text(_ answer: SearchAnswer, institutionNames: ([String]) -> [String]) -> String {
    var lines = folded(interpretation(answer.interpretation, institutionNames))
    lines += folded([StyledLine(summary(answer))])
    if answer.results.contains(where: \.isRefused) {
      lines += folded([StyledLine(wording("answer.refused"))])
    }
    lines += folded(
      answer.nearMisses.map {
        StyledLine(wording("near.without", SafeText.line($0.without), $0.total))
      })
    let results = answer.results.compactMap(ShownResult.init)
    var notes: [StyledLine] = []
    if !results.isEmpty {
      var table = AnswerTable(
        results, facts, width: width, painter: painter, hasFootnotes: withEvidence)
      lines += [""] + table.lines { failures(of: $0.result, in: answer) }
      notes = table.footnotes.lines(painter)
    }
    lines.append("")
    if !notes.isEmpty { lines += folded(notes) + [""] }
    lines += folded(watchedWithoutProgram(answer, institutionNames))
    lines += folded(legend(results))
    lines += folded([StyledLine(CoverageText.line(answer, results.map(\.program), wording))])
    if results.contains(where: { !$0.result.explanation.isEmpty }) {
      lines += folded(explanation(results))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func folded(_ lines: [StyledLine]) -> [String] {
    lines.flatMap { $0.lines(width: width, painter) }
  }

  // MARK: Above

  private func interpretation(
    _ interpretation: Interpretation, _ institutionNames: ([String]) -> [String]
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    let conditions = ConstraintText(facts)
    var parts = interpretation.constraints.map {
      conditions.line($0, institutionNames: institutionNames)
    }
    let words: [(String, [String])] = [
      ("query.terms", interpretation.terms),
      ("query.phrase", interpretation.phrases.map { "“\($0)”" }),
      ("query.excluded", interpretation.excluded), ("query.topics", interpretation.topics),
    ]
    for (key, list) in words where !list.isEmpty {
      parts.append("\(wording(key)): \(list.map(SafeText.line).joined(separator: " "))")
    }
    if !parts.isEmpty {
      lines.append(
        StyledLine(wording("query.took"), .bold) + (": " + parts.joined(separator: "; ")))
    }
    if !interpretation.ignored.isEmpty {
      lines.append(
        StyledLine(wording("query.ignored"), .bad)
          + (": " + interpretation.ignored.map(SafeText.line).joined(separator: ", ")))
    }
    return lines
  }

  private func summary(_ answer: SearchAnswer) -> String {
    guard answer.total > 0 else { return wording("found.none") }
    let hidden = answer.total - answer.results.count
    let shown = hidden > 0 ? " " + wording("shown", answer.results.count) : ""
    guard !answer.interpretation.constraints.isEmpty else {
      return wording("found.all", answer.total) + shown
    }
    return wording("found", answer.sure, answer.total - answer.sure) + shown
  }

  private func watchedWithoutProgram(
    _ answer: SearchAnswer, _ institutionNames: ([String]) -> [String]
  ) -> [StyledLine] {
    guard answer.total == 0 else { return [] }
    return answer.interpretation.constraints.flatMap { constraint -> [StyledLine] in
      guard case .institution(let ids) = constraint.condition, !constraint.isExcluded else {
        return []
      }
      return institutionNames(ids).map { StyledLine(wording("noProgram", SafeText.line($0))) }
    }
  }

  /// The conditions that a program fails, in words; nil where it fails none.
  private func failures(of result: SearchResult, in answer: SearchAnswer) -> StyledLine? {
    let conditions = ConstraintText(facts)
    let failed = zip(answer.interpretation.constraints, result.checks).filter {
      $0.1.verdict == .no
    }.map { conditions.line($0.0, institutionNames: { $0 }) }
    return failed.isEmpty
      ? nil : StyledLine(wording("answer.fails", failed.joined(separator: "; ")), .bad)
  }

  // MARK: Below

  private func legend(_ results: [ShownResult]) -> [StyledLine] {
    var lines: [String] = []
    let all = results.flatMap { result in
      result.program.facts.known.compactMap { result.program.facts.provenance(of: $0) }
    }
    let isListedOnly = results.contains {
      $0.program.facts.known.isEmpty && !$0.program.listed.isEmpty
    }
    if isListedOnly || all.contains(where: { $0.basis == .reported }) {
      let isOfHospitals = results.contains { !CoverageText.isBesideHospitals($0.program.kind) }
      lines.append(wording(isOfHospitals ? "legend.reported" : "legend.reported.other"))
    }
    if all.contains(where: { $0.conflicts > 0 }) { lines.append("* " + wording("conflict")) }
    if !results.isEmpty { lines.append(wording("legend.unknown")) }
    return lines.map { StyledLine($0, .dim) }
  }

  private func explanation(_ results: [ShownResult]) -> [StyledLine] {
    var lines = [StyledLine(""), StyledLine(wording("explain"), .bold)]
    for result in results {
      lines.append(
        StyledLine(
          "\(result.result.rank). \(SafeText.line(result.result.id))  \(rounded(result.result.score))"
        ))
      for check in result.result.checks {
        lines.append(
          StyledLine("   \(check.constraint.rawValue): \(check.verdict.rawValue)")
            + (proof(of: check.constraint, in: result.program.facts).map { "  \($0)" } ?? ""))
      }
      for part in result.result.explanation { lines += tree(part, depth: 1) }
    }
    return lines
  }

  /// The words of the page, or the note of somebody else, by which a condition was answered.
  private func proof(of constraint: ConstraintID, in facts: Facts) -> String? {
    guard let fact = constraint.fact, let provenance = facts.provenance(of: fact) else {
      return nil
    }
    switch provenance.evidence.first {
    case .page(let quote): return "“\(SafeText.line(quote.quote))”"
    case .elsewhere(let source):
      return "\(SafeText.line(source.note)) (\(SafeText.line(source.url)))"
    case nil: return nil
    }
  }

  private func tree(_ part: ScorePart, depth: Int) -> [StyledLine] {
    let indent = String(repeating: "   ", count: depth)
    let value =
      part.value == 0 && part.details.isEmpty && depth > 1 ? "" : "\(rounded(part.value))  "
    return [StyledLine(indent + value + SafeText.line(part.description))]
      + part.details.flatMap { tree($0, depth: depth + 1) }
  }

  private func rounded(_ number: Double) -> String { String((number * 1000).rounded() / 1000) }
}

extension SearchResult {
  /// Whether it fails a condition, and is shown nevertheless.
  fileprivate var isRefused: Bool { checks.contains { $0.verdict == .no } }
}

extension ConstraintID {
  /// The fact by which a condition is answered; nil where it is no fact of a page.
  fileprivate var fact: FactName? {
    switch self {
    case .feeFree, .feeMax, .feeMin: .fee
    case .recommendation: .recommendation
    case .obligation: .obligation
    case .months, .start: .training
    case .open, .closes: .application
    case .accepting: .accepting
    case .capacity: .capacity
    case .department: .departments
    case .region, .institution, .kind: nil
    }
  }
}
