import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads the steps of a way to a licence, where a page states that they are taken.
///
/// A step that is only named is none, and steps of two countries on one page are not told apart, so such
/// a page has none: rather no step than a wrong one.
struct StepReader {
  let lexicon: Lexicon

  /// A way has at least so many steps.
  private static let fewest = 2

  /// A step that a clause states.
  private struct Stated {
    let step: KnownStep
    let quote: Quote
    var requires: [String] = []
  }

  /// The steps in the order in which they are taken, each with the clause that states it.
  func steps(in statements: [ReadStatement]) -> Finding<[PathwayStep]>? {
    var stated: [Stated] = []
    for statement in statements
    where ![.heading, .link].contains(statement.statement.shape) {
      for sentence in statement.sentences {
        for found in self.stated(in: sentence, of: statement) {
          guard let place = stated.firstIndex(where: { $0.step == found.step }) else {
            stated.append(found)
            continue
          }
          if stated[place].requires.isEmpty { stated[place].requires = found.requires }
        }
      }
    }
    let way = stated.sorted { $0.step.place < $1.step.place }
    guard way.count >= Self.fewest, Set(way.map(\.step.route)).count == 1 else { return nil }
    let names = Set(way.map(\.step.name))
    let steps = way.enumerated().map { place, found in
      let requires = found.requires.filter(names.contains)
      return PathwayStep(
        order: place + 1, name: found.step.name, stage: found.step.stage,
        requires: requires.isEmpty ? nil : requires)
    }
    return Finding(steps, quotes: way.map(\.quote), confidence: Confidence.sentence)
  }

  /// The steps that the clauses of a sentence state, in reading order.
  private func stated(in sentence: Range<Int>, of statement: ReadStatement) -> [Stated] {
    let text = statement.text
    let scope = ClauseScope(lexicon: lexicon, kind: .pathway)
    guard !scope.isQuestion(text, sentence) else { return [] }
    var found: [Stated] = []
    var passed: KnownStep?
    for clause in statement.clauses where sentence.contains(clause.lowerBound) {
      guard lexicon.steps.saysTaken(text, clause) else { continue }
      for (place, mention) in lexicon.steps.mentions(in: text, range: clause).enumerated() {
        let start = place == 0 ? clause.lowerBound : mention.range.lowerBound
        let quote = Quote(statement, exactly: start..<clause.upperBound)
        let before = passed.flatMap { $0.place < mention.step.place ? [$0.name] : nil } ?? []
        found.append(Stated(step: mention.step, quote: quote, requires: before))
        passed =
          lexicon.steps.saysPassed(text, behind: mention.range.upperBound) ? mention.step : nil
      }
    }
    return found
  }
}
