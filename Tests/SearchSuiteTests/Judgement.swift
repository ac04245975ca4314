import Foundation
import Presentation
import QueryEngine
import RecruitmentModel

/// What is wrong with the answer to a case; nothing where it passes.
struct Judgement {
  let faults: [String]

  init(_ row: SuiteCase, _ engine: SearchEngine) throws {
    let options = SearchEngine.Options(
      today: CalendarDay(row.today) ?? CalendarDay(daysSinceEpoch: 0), limit: 1000)
    do throws(SearchEngine.Failure) {
      faults = Self.faults(row, try engine.answer(to: row.query, options))
    } catch {
      faults = Self.faults(row, refusedWith: error)
    }
  }

  private static func faults(_ row: SuiteCase, _ answer: SearchAnswer) -> [String] {
    let shown = answer.results.map { ($0.id, isSure: $0.checks.allSatisfy { $0.verdict == .yes }) }
    let verdicts = Dictionary(shown, uniquingKeysWith: { one, _ in one })
    var faults = row.sure.filter { verdicts[$0] != true }.map { "\($0) is not sure" }
    faults += row.open.filter { verdicts[$0] != false }.map { "\($0) is not open" }
    faults += shown.map(\.0).filter(row.forbids).map { "\($0) is shown" }
    let named = shown.map(\.0).filter { row.sure.contains($0) || row.open.contains($0) }
    if let lastSure = named.lastIndex(where: row.sure.contains),
      named[..<lastSure].contains(where: row.open.contains)
    {
      faults.append("an open one stands before a sure one")
    }
    if let first = row.first.first, shown.first?.0 != first {
      faults.append("\(first) is not first")
    }
    faults += row.notices.filter { !answer.interpretation.ignored.contains($0) }.map {
      "\($0) is not named"
    }
    // What cannot be written as JSON cannot be handed on.
    let line = try? AnswerJSON.line(answer)
    let isWhole = line.flatMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) } != nil
    return isWhole ? faults : faults + ["the answer is no JSON"]
  }

  /// A refusal shows nothing; it must name what it does not know, and only the query may be at fault.
  private static func faults(
    _ row: SuiteCase, refusedWith failure: SearchEngine.Failure
  ) -> [String] {
    guard case .syntax(let error) = failure else { return ["\(failure)"] }
    return (row.sure + row.open).map { "\($0) is not shown" }
      + row.notices.filter { !"\(error.reason)".contains($0) }.map { "\($0) is not named" }
  }
}
