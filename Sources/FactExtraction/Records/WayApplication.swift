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
    let own = statements.filter { $0.statement.shape != .heading && isOfTheWay($0) }
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
      && Self.ownMatter.contains(where: statement.text.contains)
  }

  /// How a sentence says that it is about the way that the page describes.
  private static let ownMatter = [
    "この道", "この制度", "本制度", "この手続", "このページの", "this pathway", "this route", "eligibility",
  ]

  /// Whether both ends of a window are printed with their years.
  private func isWhole(_ window: ApplicationWindow) -> Bool {
    [window.opens, window.closes].allSatisfy { $0?.calendarDay != nil }
  }

  /// Stages that others hold or offer.
  private static let stagesOfOthers: Set<PathwayStep.Stage> = [
    .examination, .training, .specialist,
  ]

  /// Those who have posts and trainees of their own, and bodies that a page only tells of.
  private static let others = ["hospital", "clinic", "employer", "boards ", "states ", "病院", "施設"]

  /// Whether neither a statement nor what stands right above it names a stage that others hold or offer, and it is said in
  /// the words of those who take the papers.
  private func isOfTheWay(_ statement: ReadStatement) -> Bool {
    let words = statement.statement
    let heads = words.labels + [words.column, words.section.dropFirst().last].compactMap { $0 }
    return ([statement.text] + heads.map { FoldedText($0) }).allSatisfy {
      lexicon.steps.stages(namedIn: $0).isDisjoint(with: Self.stagesOfOthers)
        && !lexicon.concepts.says(.otherContact, in: $0)
    } && !Self.others.contains(where: statement.text.contains)
  }
}
