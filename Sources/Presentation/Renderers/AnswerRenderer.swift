public import QueryEngine
import RecruitmentModel

/// Shows the answer to a query as a table for people.
public struct AnswerRenderer: Sendable {
  private let facts: FactText
  private let painter: Painter
  private let width: Int
  private var wording: Wording { facts.wording }

  /// The width from which all columns are shown.
  private static let wide = 110
  /// The width below which rows become cards.
  private static let narrow = 60

  /// Makes a renderer for a terminal's width.
  public init(_ wording: Wording, width: Int, painter: Painter) {
    facts = FactText(wording)
    self.width = width
    self.painter = painter
  }

  /// The answer in lines.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - institutionNames: The names of institutions by their ids.
  /// - Returns: The text, lines ended by line feeds.
  public func text(_ answer: SearchAnswer, institutionNames: ([String]) -> [String]) -> String {
    var lines = interpretation(answer.interpretation, institutionNames)
    lines.append(summary(answer))
    let results = answer.results.compactMap(ShownResult.init)
    if !results.isEmpty {
      lines.append("")
      lines += table(results)
    }
    lines.append("")
    lines += watchedWithoutProgram(answer, institutionNames)
    lines += legend(results)
    lines.append(CoverageText.line(answer.coverage, wording))
    if results.contains(where: { !$0.result.explanation.isEmpty }) {
      lines += explanation(results)
    }
    return lines.flatMap { TextFitting.indented($0, width: width) }.joined(separator: "\n") + "\n"
  }

  // MARK: Above

  private func interpretation(
    _ interpretation: Interpretation, _ institutionNames: ([String]) -> [String]
  ) -> [String] {
    var lines: [String] = []
    let conditions = ConstraintText(facts)
    var parts = interpretation.constraints.map {
      conditions.line($0, institutionNames: institutionNames)
    }
    let words: [(String, [String])] = [
      ("query.terms", interpretation.terms),
      ("query.phrase", interpretation.phrases.map { "“\($0)”" }),
      ("query.excluded", interpretation.excluded),
    ]
    for (key, list) in words where !list.isEmpty {
      parts.append("\(wording(key)): \(list.map(SafeText.line).joined(separator: " "))")
    }
    if !parts.isEmpty {
      lines.append(
        painter.paint(wording("query.took"), .bold) + ": " + parts.joined(separator: "; "))
    }
    if !interpretation.ignored.isEmpty {
      lines.append(
        painter.paint(wording("query.ignored"), .bad) + ": "
          + interpretation.ignored.map(SafeText.line).joined(separator: ", "))
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
  ) -> [String] {
    guard answer.total == 0 else { return [] }
    return answer.interpretation.constraints.flatMap { constraint -> [String] in
      guard case .institution(let ids) = constraint.condition, !constraint.isExcluded else {
        return []
      }
      return institutionNames(ids).map { wording("noProgram", SafeText.line($0)) }
    }
  }

  // MARK: The table

  private func table(_ results: [ShownResult]) -> [String] {
    let columns: [TextTable.Column]
    let rows: [[TextTable.Cell]]
    if width >= Self.wide {
      columns = [
        .init(wording("column.hospital"), least: 14, greed: 2),
        .init(wording("column.prefecture"), least: 6),
        .init(wording("column.fee"), least: 10),
        .init(wording("column.application"), least: 14, greed: 2),
        .init(wording("column.training"), least: 10, greed: 2),
        .init(wording("column.recommendation"), least: 8),
        .init(wording("column.obligation"), least: 8), .init(wording("column.capacity"), least: 6),
        .init(wording("column.status"), least: 8), .init(wording("column.source"), least: 8),
      ]
      rows = results.map { result in
        [
          hospital(result),
          .init(result.program.institution.prefecture.map(facts.place) ?? wording("unknown.short")),
          fee(result), cell(.application, result), cell(.training, result),
          cell(.recommendation, result),
          cell(.obligation, result), cell(.capacity, result), status(result), source(result),
        ]
      }
    } else {
      columns = [
        .init(wording("column.hospital"), least: 12, greed: 2),
        .init(wording("column.fee"), least: 8),
        .init(wording("column.application"), least: 12, greed: 2),
        .init(wording("column.recommendation"), least: 8),
        .init(wording("column.status"), least: 6), .init(wording("column.source"), least: 8),
      ]
      rows = results.map { result in
        [
          hospital(result, withPrefecture: true), fee(result), cell(.application, result),
          cell(.recommendation, result), status(result), source(result),
        ]
      }
    }
    let table = TextTable(columns: columns, rows: rows)
    return (width >= Self.narrow ? table.lines(width: width, painter) : nil)
      ?? table.cards(width: width, painter)
  }

  private func hospital(_ result: ShownResult, withPrefecture: Bool = false) -> TextTable.Cell {
    let place =
      withPrefecture
      ? result.program.institution.prefecture.map { " (\(facts.place($0)))" } ?? "" : ""
    return .init(facts.hospital(result.program) + place, style: .bold)
  }

  private func fee(_ result: ShownResult) -> TextTable.Cell {
    guard let text = facts.yearlyFee(result.program.facts) else { return unknown }
    return .init(text, style: result.program.facts.fee?.value.free == true ? .good : .plain)
  }

  private func cell(_ name: FactName, _ result: ShownResult) -> TextTable.Cell {
    result.program.facts.provenance(of: name) == nil
      ? unknown : .init(facts.cell(name, of: result.program))
  }

  private var unknown: TextTable.Cell { .init(wording("unknown.short"), style: .dim) }

  private func status(_ result: ShownResult) -> TextTable.Cell {
    let style: Style =
      switch result.result.status {
      case .open, .rolling: .good
      case .closed, .notAccepting: .bad
      case .upcoming: .plain
      case .unknown: .dim
      }
    return .init(facts.status(result.result.status, of: result.program), style: style)
  }

  private func source(_ result: ShownResult) -> TextTable.Cell {
    .init(
      facts.source(of: result.program), style: result.program.facts.known.isEmpty ? .dim : .plain)
  }

  // MARK: Below

  private func legend(_ results: [ShownResult]) -> [String] {
    var lines: [String] = []
    let all = results.flatMap { result in
      result.program.facts.known.compactMap { result.program.facts.provenance(of: $0) }
    }
    let isListedOnly = results.contains {
      $0.program.facts.known.isEmpty && !$0.program.listed.isEmpty
    }
    if isListedOnly || all.contains(where: { $0.basis == .reported }) {
      lines.append(wording("legend.reported"))
    }
    if all.contains(where: { $0.conflicts > 0 }) { lines.append("* " + wording("conflict")) }
    if !results.isEmpty { lines.append(wording("legend.unknown")) }
    return lines.map { painter.paint($0, .dim) }
  }

  private func explanation(_ results: [ShownResult]) -> [String] {
    var lines = ["", painter.paint(wording("explain"), .bold)]
    for result in results {
      lines.append("\(result.result.rank). \(result.result.id)  \(rounded(result.result.score))")
      for check in result.result.checks {
        lines.append("   \(check.constraint.rawValue): \(check.verdict.rawValue)")
      }
      for part in result.result.explanation {
        lines.append("   \(rounded(part.value))  \(SafeText.line(part.description))")
      }
    }
    return lines
  }

  private func rounded(_ number: Double) -> String { String((number * 1000).rounded() / 1000) }
}

/// A result with its record read.
private struct ShownResult {
  let result: SearchResult
  let program: Program

  init?(_ result: SearchResult) {
    guard let program = result.program else { return nil }
    self.result = result
    self.program = program
  }
}

/// Writes what an index covers.
public enum CoverageText {
  /// The line below an answer.
  public static func line(_ coverage: Coverage, _ wording: Wording) -> String {
    coverage.institutions > 0
      ? wording(
        "coverage", coverage.institutions, coverage.withProgram, coverage.deadlines, coverage.fees)
      : wording("coverage.plain", coverage.withProgram, coverage.deadlines, coverage.fees)
  }
}
