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
        && hasStages && !takesPapers && !takesTrainees
  }

  /// Whether a page names doctors: people also get licences for cars.
  private var speaksOfDoctors: Bool {
    (page.titles + page.statements).contains {
      $0.text.contains("医") || page.lexicon.signs.says(.doctor, in: $0.text)
    }
  }

  /// Whether a title or a heading says that it is about the way, and names nobody who is recruited.
  func isAboutTheWay(_ title: ReadStatement) -> Bool {
    // 日本で 医師に なりたい: easy Japanese parts its words; 医師免許（Approbation）への道: a bracket does.
    let bare = title.text.withoutBrackets(in: title.text.scalars.indices)
    return [title.text, title.text.withoutBlanks, bare].contains {
      page.lexicon.concepts.says(.pathway, in: $0)
    }
      && speaksOfDoctors && !title.kinds.contains(where: \.isFirm)
  }

  /// Whether a heading that is no title names the licence, and the page leads through several stages.
  func leadsToLicence(below heading: ReadStatement) -> Bool {
    namesLicence(heading) && leavesToTheWay(heading) && hasStages && !takesPapers && !takesTrainees
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

  /// Recognition, an examination, the training and the licence: nobody who recruits heads parts of a page with all of them.
  private static let wholeWay: Set<PathwayStep.Stage> = [
    .recognition, .examination, .training, .licence,
  ]

  /// Whether a page that names nobody in its titles is laid out as the whole way, and takes no papers.
  var isLaidOut: Bool {
    page.titles.allSatisfy(leavesToTheWay) && speaksOfDoctors && !takesPapers && !takesTrainees
      && stages.headed.isSuperset(of: Self.wholeWay)
  }

  /// `We take two practical trainees a year`, `当院では実地修練生を受け入れています`: then it is the page of a hospital, however much it
  /// tells of the way.
  private var takesTrainees: Bool {
    page.statements.contains { statement in
      statement.sentences.contains { sentence in
        let text = statement.text
        return page.lexicon.signs.says(.host, in: text, range: sentence)
          && page.lexicon.kinds.mentions(in: text, range: sentence).contains {
            $0.isFirm && $0.name.kind == .practicalTraining
          }
          && !page.lexicon.concepts.says(.notAccepting, in: text, range: sentence)
      }
    }
  }

  private var hasStages: Bool {
    let (headed, told) = stages
    // Papers, a test and the training are what every guideline has; the way goes on to the licence.
    guard told.union(headed).contains(.licence) else { return false }
    return headed.count >= Self.leastStages || told.count > Self.leastStages
  }

  /// The stages that head parts of the page, and those that it speaks of.
  private var stages: (headed: Set<PathwayStep.Stage>, told: Set<PathwayStep.Stage>) {
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
    return (headed, told)
  }
}
