import ApplicantProfile
import JapaneseText
import QueryEngine
import RecruitmentModel
import ResourceTables

/// Answers what programs ask of an applicant's citizenship and Japanese, as their statements of who may
/// apply say it.
///
/// A program that says who may apply and nothing of the matter asks nothing; one that does not say who
/// may apply leaves it unknown.
struct ApplicantConditions: Sendable {
  private enum Meaning: Hashable {
    case japanese, japaneseNotNeeded, wished, level(Profile.Japanese)
    case citizenship, anyCitizenship, japaneseCitizenship, foreignCitizenship, residence

    init?(_ text: String) {
      let names: [String: Meaning] = [
        "japanese": .japanese, "japanese.not-needed": .japaneseNotNeeded, "wished": .wished,
        "citizenship": .citizenship, "citizenship.any": .anyCitizenship,
        "citizenship.japanese": .japaneseCitizenship, "citizenship.foreign": .foreignCitizenship,
        "residence": .residence,
      ]
      let level =
        text.hasPrefix("level.") ? Profile.Japanese(rawValue: "\(text.dropFirst(6))") : nil
      guard let meaning = names[text] ?? level.map(Meaning.level) else { return nil }
      self = meaning
    }
  }

  private let words: WordFinder<Meaning>

  /// Reads the table.
  init() throws(TableError) {
    let table = try ResourceTable(
      name: "applicant-conditions.tsv", bytes: PackageResources.applicant_conditions_tsv,
      columns: ["meaning", "words", "example"])
    var words: [(word: String, meaning: Meaning)] = []
    for row in table.rows {
      let meaning = try row.value("meaning") { Meaning($0) }
      words += row.list("words").map { ($0, meaning) }
    }
    self.words = WordFinder(words)
  }

  /// The table that comes with the program; the tests rule out that it cannot be read.
  static let shared = try? ApplicantConditions()

  // MARK: Japanese

  /// Whether somebody's Japanese will do; nil where nothing is asked of it, or nothing is said of it.
  func japanese(_ own: Profile.Japanese?, _ eligibility: [String]?) -> RuleAnswer? {
    guard let own else { return nil }
    guard let eligibility else { return RuleAnswer(.unknown, "eligibilityUnknown") }
    let answers = eligibility.compactMap { entry -> RuleAnswer? in
      let said = meanings(of: entry)
      guard said.contains(.japanese), !said.contains(.wished), !said.contains(.japaneseNotNeeded)
      else { return nil }
      return japanese(own, said, entry)
    }
    return answers.isEmpty ? nil : .all(answers)
  }

  private func japanese(
    _ own: Profile.Japanese, _ said: Set<Meaning>, _ entry: String
  ) -> RuleAnswer {
    // Of N1 or N2 the lower one will do.
    let levels = Profile.Japanese.allCases.filter { said.contains(.level($0)) }
    guard let least = levels.first else {
      return own == .native
        ? RuleAnswer(.yes, "japanese", entry, own.rawValue)
        : RuleAnswer(.unknown, "japaneseOpen", entry, own.rawValue)
    }
    return RuleAnswer(own >= least ? .yes : .no, "japanese", entry, own.rawValue)
  }

  // MARK: Citizenship

  /// Whether somebody's citizenship will do; nil where nothing is asked of it, or nothing is said of it.
  func citizenship(_ own: String?, _ eligibility: [String]?) -> RuleAnswer? {
    guard let own else { return nil }
    guard let eligibility else { return RuleAnswer(.unknown, "eligibilityUnknown") }
    let answers = eligibility.compactMap { entry in
      verdict(own: own, meanings(of: entry)).map { verdict in
        RuleAnswer(verdict, verdict == .unknown ? "citizenshipOpen" : "citizenship", entry, own)
      }
    }
    return answers.isEmpty ? nil : .all(answers)
  }

  private func verdict(own: String, _ said: Set<Meaning>) -> Verdict? {
    let isJapanese = Self.namesOfJapan.contains(FoldedText(own).string)
    if said.contains(.anyCitizenship) { return .yes }
    // Who has a permit to stay, or another way, may be let in beside citizens: that is to be asked.
    if said.contains(.residence) { return isJapanese ? nil : .unknown }
    switch (said.contains(.japaneseCitizenship), said.contains(.foreignCitizenship)) {
    case (true, false): return isJapanese ? .yes : .no
    case (false, true): return isJapanese ? .no : .yes
    case (true, true): return .yes
    case (false, false): return said.contains(.citizenship) ? .unknown : nil
    }
  }

  private static let namesOfJapan = Set(
    ["Japan", "Japanese", "日本", "日本国", "日本人", "日本国籍", "JP", "JPN"].map { FoldedText($0).string })

  private func meanings(of entry: String) -> Set<Meaning> {
    Set(words.matches(in: FoldedText(entry)).map(\.meaning))
  }
}
