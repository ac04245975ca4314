import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Tells a page on the way to a licence, by its title or by the stages that it is built of.
struct WayPage {
  let page: PageReading

  /// How many stages must be headed on a page whose title has no more than the licence in it; told in prose, one more.
  private static let leastStages = 3
  /// The most characters of a line that heads what follows, or is one of a list.
  private static let longestHead = 100

  /// Whether a title says that it is about the way (医師になるには), or names the licence (ドイツの医師免許) and the
  /// page leads through several stages.
  var isOne: Bool {
    page.titles.contains(where: isAboutTheWay)
      || page.titles.contains(where: namesLicence) && page.titles.allSatisfy(leavesToTheWay)
        && hasStages && !takesPapers
  }

  /// Whether a page names doctors: people also get licences for cars.
  private var speaksOfDoctors: Bool {
    (page.titles + page.statements).contains {
      $0.text.contains("医") || page.lexicon.signs.says(.doctor, in: $0.text)
    }
  }

  /// Whether a title or a heading says that it is about the way, and names nobody who is recruited.
  func isAboutTheWay(_ title: ReadStatement) -> Bool {
    // 日本で 医師に なりたい: easy Japanese parts its words.
    [title.text, title.text.withoutBlanks].contains { page.lexicon.concepts.says(.pathway, in: $0) }
      && speaksOfDoctors && !title.kinds.contains(where: \.isFirm)
  }

  /// Whether a heading that is no title names the licence, and the page leads through several stages.
  func leadsToLicence(below heading: ReadStatement) -> Bool {
    namesLicence(heading) && leavesToTheWay(heading) && hasStages && !takesPapers
  }

  private func namesLicence(_ title: ReadStatement) -> Bool {
    page.lexicon.concepts.says(.licence, in: title.text)
      && !page.lexicon.concepts.says(.licencePaper, in: title.text)
  }

  /// Whether a title names nobody who is trained, and no examination.
  private func leavesToTheWay(_ title: ReadStatement) -> Bool {
    title.kinds.allSatisfy { $0.name.kind == .pathway }
      && !page.lexicon.signs.says(.examinationTitle, in: title.text)
  }

  /// Whether papers are taken until a day: then somebody recruits or examines.
  private var takesPapers: Bool {
    page.statements.contains {
      $0.topic == .application
        && DateReader().dates(in: $0.text).contains { $0.day != nil }
    }
  }

  private var hasStages: Bool {
    var headed: Set<PathwayStep.Stage> = []
    var told: Set<PathwayStep.Stage> = []
    for statement in page.statements where statement.statement.shape != .link {
      let own = page.lexicon.steps.stages(namedIn: statement.text)
      told.formUnion(own)
      if let label = statement.statement.labels.last {
        headed.formUnion(page.lexicon.steps.stages(namedIn: page.labels[label]))
      }
      if [.heading, .paragraph, .tableCell].contains(statement.statement.shape),
        statement.text.scalars.count <= Self.longestHead
      {
        headed.formUnion(own)
      }
    }
    // Papers, a test and the training are what every guideline has; the way goes on to the licence.
    guard told.union(headed).contains(.licence) else { return false }
    return headed.count >= Self.leastStages || told.count > Self.leastStages
  }
}
