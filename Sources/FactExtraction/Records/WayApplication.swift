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
      && Self.ownMatter.contains(where: statement.text.contains)
  }

  /// How a sentence says that it is about the way that the page describes.
  private static let ownMatter = [
    "この道", "この制度", "本制度", "この手続", "このページの", "this pathway", "this route",
  ]

  /// Whether both ends of a window are printed with their years.
  private func isWhole(_ window: ApplicationWindow) -> Bool {
    [window.opens, window.closes].allSatisfy { $0?.calendarDay != nil }
  }

  /// What is applied for on the way.
  private static let aims = ["認定", "登録", "免許", "受験資格", "書類審査"]
  private static let englishAims = [
    "registration", "licen", "recognition", "assessment", "certif", "pathway", "intake", "the 20",
  ]

  /// Whether applications are for the licence or for what leads to it: not for a visa, a grant or a course.
  private func isForTheLicence(_ statement: ReadStatement) -> Bool {
    let text = FoldedText(
      (statement.statement.labels + [statement.statement.text]).joined(separator: "\n"))
    guard !text.scalars.contains(where: \.isJapanese) else {
      return (text.hasWord("申請", at: 0) || Self.aims.contains(where: text.contains))
        && text.contains("申請") && !text.contains("在留")
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

  /// Those who have posts and trainees of their own, and bodies that a page only tells of.
  private static let others = ["hospital", "clinic", "employer", "boards ", "states ", "病院", "施設"]
  /// What is applied for beside the licence.
  private static let besideLicence = [
    "scholarship", "grant", "conference", "dinner", "poster", "refund", "membership", "survey",
    "language", "standing", "supervisor", "奨学", "再交付", "更新", "外国人登録", "年金", "講座", "難病", "アポスティーユ",
  ]

  /// Whether neither a statement nor what stands right above it names a stage that others hold or offer, and it is said in
  /// the words of those who take the papers.
  private func isOfTheWay(_ statement: ReadStatement) -> Bool {
    let words = statement.statement
    let heads = words.labels + [words.column, words.section.dropFirst().last].compactMap { $0 }
    return ([statement.text] + heads.map { FoldedText($0) }).allSatisfy {
      lexicon.steps.stages(namedIn: $0).isDisjoint(with: Self.stagesOfOthers)
        && !lexicon.concepts.says(.otherContact, in: $0)
        && !Self.besideLicence.contains(where: $0.contains)
    } && !Self.others.contains(where: statement.text.contains)
  }
}
