import DocumentParsing
import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Reads when the body whose way to a licence a page describes takes applications itself.
///
/// Such a page also tells of examinations and of hospitals that take trainees; their days are none of these. So only whole
/// windows are believed, outside what is said of such a stage, and `at any time` in the body's own words.
struct WayApplication {
  let lexicon: Lexicon
  let years: ScheduleYears
  let kind: KindName

  /// The windows, or that there is no closing date.
  func application(in statements: [ReadStatement]) -> Finding<Application>? {
    let own = statements.filter {
      $0.statement.shape != .heading && isOfTheWay($0) && isForTheLicence($0)
    }
    let reader = ApplicationReader(lexicon: lexicon, years: years, kind: kind)
    guard let found = reader.application(in: own), found.value.windows.allSatisfy(isWhole),
      !found.value.windows.isEmpty || found.value.rolling
    else { return nil }
    return found
  }

  /// `この制度に関するお問い合わせは、国際医療課（電話 …）へ`: a sentence under no label may say whom to ask about the way.
  func tellsWhomToAsk(_ statement: ReadStatement) -> Bool {
    statement.statement.shape == .paragraph && statement.statement.labels.isEmpty
      && lexicon.concepts.says(.contactTopic, in: statement.text) && isOfTheWay(statement)
      && lexicon.signs.says(.thisWay, in: statement.text)
  }

  /// `Come and ask`, with a webinar right below it: whoever writes of the way invites to something else, and is asked about that.
  func isOfEvent(_ statement: ReadStatement, _ all: [ReadStatement]) -> Bool {
    statement.statement.labels.isEmpty
      && all.contains { other in
        other.order < statement.order && other.statement.section == statement.statement.section
          && lexicon.concepts.says(.otherEvents, in: other.text)
      }
  }

  /// Whether both ends of a window are printed with their years.
  private func isWhole(_ window: ApplicationWindow) -> Bool {
    [window.opens, window.closes].allSatisfy { $0?.calendarDay != nil }
  }

  /// What is applied for on the way, in English.
  private static let englishAims = [
    "registration", "licen", "recognition", "assessment", "certif", "pathway", "intake", "the 20",
  ]

  /// Whether applications are for the licence or for what leads to it: not for a visa, a grant or a course.
  private func isForTheLicence(_ statement: ReadStatement) -> Bool {
    let text = FoldedText(
      (statement.statement.labels + [statement.statement.text]).joined(separator: "\n"))
    guard !text.scalars.contains(where: \.isJapanese) else {
      let signs = lexicon.signs
      return (signs.says(.applyingFor, at: 0, in: text) || signs.says(.licenceAim, in: text))
        && signs.says(.applyingFor, in: text) && !signs.says(.ofResidence, in: text)
    }
    let words = text.string
    return ["applications for ", "apply for ", "application for "].allSatisfy { verb in
      words.ranges(of: verb).allSatisfy { found in
        let aim = words[found.upperBound...].prefix(40)
        return Self.englishAims.contains { aim.contains($0) }
      }
    }
  }

  /// Stages that others hold or offer.
  private static let stagesOfOthers: Set<PathwayStep.Stage> = [
    .examination, .training, .specialist,
  ]

  /// Whether neither a statement nor what stands right above it names a stage that others hold or offer, and it is said in
  /// the words of those who take the papers.
  private func isOfTheWay(_ statement: ReadStatement) -> Bool {
    let words = statement.statement
    let heads = words.labels + [words.column, words.section.dropFirst().last].compactMap { $0 }
    return ([statement.text] + heads.map { FoldedText($0) }).allSatisfy {
      lexicon.steps.stages(namedIn: $0).isDisjoint(with: Self.stagesOfOthers)
        && !lexicon.concepts.says(.otherContact, in: $0)
        && !lexicon.signs.says(.besideIt, in: $0)
    } && !lexicon.signs.says(.otherBodies, in: statement.text)
  }
}
