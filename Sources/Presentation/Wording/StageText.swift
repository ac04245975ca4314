public import RecruitmentModel

/// A step of a way to a licence in words.
public struct StepText: Sendable {
  /// Its place in the order of all steps.
  public let order: Int
  /// Its name in the language.
  public let name: String
  /// What it needs, as the way itself calls those steps.
  public let needs: [String]
  /// What proves it: its own source where each step has one, else those of all steps.
  public let evidence: [Evidence]
}

/// Puts the steps of ways to a licence into words, stage by stage, for whatever shows them side by side.
public struct StageText: Sendable {
  private let wording: Wording

  /// Makes a writer.
  public init(_ wording: Wording) {
    self.wording = wording
  }

  /// The steps of one stage in their order; none where nobody says any.
  public func steps(of stage: PathwayStep.Stage, in facts: Facts) -> [StepText] {
    guard let fact = facts.steps else { return [] }
    return fact.value.enumerated().filter { $0.element.stage == stage }.map { place, step in
      // A source a step stands in the order of the steps; else all sources are of the whole.
      let isOneEach = fact.evidence.count == fact.value.count
      return StepText(
        order: step.order, name: name(step.name),
        needs: (step.requires ?? []).map { needed($0, among: fact.value) },
        evidence: isOneEach ? [fact.evidence[place]] : fact.evidence)
    }
  }

  /// Whether the known steps of a stage, or what they need, are not the same in all ways.
  public func differ(_ stage: PathwayStep.Stage, _ all: [Facts]) -> Bool {
    let known = all.map { steps(of: stage, in: $0).map { [$0.name] + $0.needs } }
    return Set(known.filter { !$0.isEmpty }).count > 1
  }

  /// A name in the language: sources write it in Japanese and, behind a stroke, in English.
  public func name(_ text: String) -> String {
    guard let stroke = text.firstRange(of: " / ") else { return text }
    return String(
      wording.language == .english ? text[stroke.upperBound...] : text[..<stroke.lowerBound])
  }

  /// The name of a step that is needed, as the way itself calls that step.
  private func needed(_ text: String, among steps: [PathwayStep]) -> String {
    let step =
      steps.first { $0.name == text || $0.name.hasPrefix(text + " ") }
      ?? steps.first { $0.name.hasPrefix(text) } ?? steps.first { $0.name.contains(text) }
    return step.map { name($0.name) } ?? name(text)
  }
}
