import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Tells a page on the way to a licence, by its title or by the stages that it is built of.
struct WayPage {
  let page: PageReading

  /// How many stages a page must go through whose title has no more than the licence in it.
  private static let leastStages = 3
  /// The most characters of a line that heads what follows, or is one of a list.
  private static let longestHead = 100

  /// Whether a title says that it is about the way (医師になるには), or names the licence (ドイツの医師免許) and the
  /// page leads through several stages.
  var isOne: Bool {
    page.titles.contains(where: isAboutTheWay)
      || page.titles.contains(where: namesLicence) && hasStages
  }

  /// Whether a title or a heading says that it is about the way, and names nobody who is recruited.
  func isAboutTheWay(_ title: ReadStatement) -> Bool {
    page.lexicon.concepts.says(.pathway, in: title.text) && !title.kinds.contains(where: \.isFirm)
  }

  private func namesLicence(_ title: ReadStatement) -> Bool {
    page.lexicon.concepts.says(.licence, in: title.text)
      && !page.lexicon.concepts.says(.licencePaper, in: title.text)
      && !title.kinds.contains(where: \.isFirm)
  }

  private var hasStages: Bool {
    var told: Set<PathwayStep.Stage> = []
    for statement in page.statements {
      if let label = statement.statement.labels.last {
        told.formUnion(page.lexicon.steps.stages(namedIn: page.labels[label]))
      } else if [.heading, .paragraph].contains(statement.statement.shape),
        statement.text.scalars.count <= Self.longestHead
      {
        told.formUnion(page.lexicon.steps.stages(namedIn: statement.text))
      }
    }
    return told.count >= Self.leastStages
  }
}
