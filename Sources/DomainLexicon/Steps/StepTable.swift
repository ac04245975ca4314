public import JapaneseText
public import RecruitmentModel
import ResourceTables

/// A step that ways to a licence have, as every page's record names it.
public struct KnownStep: Hashable, Sendable {
  /// Its place among all steps of the table; those of one route stand in the order in which they are taken.
  public let place: Int
  /// The route, such as `jp`: steps of different routes are never put together.
  public let route: String
  /// The stage that it belongs to.
  public let stage: PathwayStep.Stage
  /// Its name.
  public let name: String
}

/// The words for steps of ways to a licence.
public struct StepTable: Sendable {
  /// What the words of a row do.
  enum Role: String {
    case step, stage, taken, denied, passed
  }

  private let steps: WordFinder<KnownStep>
  private let stages: WordFinder<PathwayStep.Stage>
  private let words: [Role: WordFinder<Bool>]

  /// Reads the table.
  init() throws(TableError) {
    let table = try ResourceTable(
      name: "steps.tsv", bytes: PackageResources.steps_tsv,
      columns: ["role", "route", "stage", "name", "words", "example"])
    var steps: [(word: String, meaning: KnownStep)] = []
    var stages: [(word: String, meaning: PathwayStep.Stage)] = []
    var words: [Role: [(word: String, meaning: Bool)]] = [:]
    for (place, row) in table.rows.enumerated() {
      let role = try row.value("role") { Role(rawValue: $0) }
      if role == .stage {
        let stage = try row.value("stage") { PathwayStep.Stage(rawValue: $0) }
        stages += row.list("words").map { ($0, stage) }
        continue
      }
      guard role == .step else {
        words[role, default: []] += row.list("words").map { ($0, true) }
        continue
      }
      let step = KnownStep(
        place: place, route: row["route"],
        stage: try row.value("stage") { PathwayStep.Stage(rawValue: $0) }, name: row["name"])
      steps += row.list("words").map { ($0, step) }
    }
    self.steps = WordFinder(steps)
    self.stages = WordFinder(stages)
    self.words = words.mapValues { WordFinder($0) }
  }

  /// The steps that a stretch of a text names, in reading order.
  public func mentions(
    in text: FoldedText, range: Range<Int>? = nil
  ) -> [(range: Range<Int>, step: KnownStep)] {
    steps.matches(in: text, range: range).map { ($0.range, $0.meaning) }
  }

  /// The stages that a heading or a line of a list on a way to a licence is about, in any country.
  public func stages(namedIn text: FoldedText) -> Set<PathwayStep.Stage> {
    Set(stages.matches(in: text, range: nil).map(\.meaning))
  }

  /// Whether a clause says that the steps in it are taken.
  public func saysTaken(_ text: FoldedText, _ clause: Range<Int>) -> Bool {
    finds(.taken, text, clause) && !finds(.denied, text, clause)
  }

  /// Whether the words right behind a step say that it is passed before what follows.
  public func saysPassed(_ text: FoldedText, behind place: Int) -> Bool {
    words[.passed]?.match(in: text, at: place) != nil
  }

  private func finds(_ role: Role, _ text: FoldedText, _ range: Range<Int>) -> Bool {
    words[role]?.isFound(in: text, range: range) ?? false
  }
}
