import Presentation
import QueryEngine
import RecruitmentModel
import ResourceTables
import Workflows

/// The phrases that the search in the browser understands, with what the search engine made of each.
///
/// Many phrases mean one condition; of each condition every program was asked once.
struct StaticPhrases: Encodable {
  /// What may turn a phrase round, as a sum of these.
  private enum Turn {
    static let minus = 1
    static let not = 2
    static let except = 4
  }

  struct Condition: Encodable {
    let id: String
    /// Each program's answer in the order of the programs: y, n or ?.
    let answers: String
    /// What the words add to the scores of single programs.
    let scores: [String: Double]?
    /// What tells whether one program can fulfil it and another one: prefectures, hospitals.
    let places: [String]?
    /// What it was taken for, by language; `{0}` stands for the words of the query.
    let labels: [String: String]
    /// The same of the opposite.
    let opposites: [String: String]
  }

  private struct Key: Hashable {
    let condition: Constraint.Condition
    let isExcluded: Bool
    let hints: [String]
  }

  private(set) var conditions: [Condition] = []
  /// Of each phrase the place of its condition, and what may turn it round.
  private(set) var phrases: [String: [Int]] = [:]
  /// Words that mean something to the search engine but are no phrase: who types one is not understood.
  private(set) var meaning: [String] = []
  /// Words that only fill a sentence.
  private(set) var fillers: [String] = []

  private enum CodingKeys: CodingKey {
    case conditions
    case phrases
    case meaning
    case fillers
  }

  init(_ site: StaticSite) throws {
    var asker = Asker(site: site)
    var places: [Key: Int] = [:]
    for text in try Self.texts(site) where phrases[text] == nil {
      guard let read = asker.reading(text), let constraint = read.constraints.first else {
        continue
      }
      let key = Key(
        condition: constraint.condition, isExcluded: constraint.isExcluded, hints: read.hints)
      if places[key] == nil {
        places[key] = conditions.count
        conditions.append(try asker.condition(text, constraint))
      }
      guard let place = places[key] else { continue }
      phrases[text] = [place, asker.turns(text, constraint)]
    }
    let words = site.site.search.queryWords
    fillers = words.filling.sorted()
    meaning = Self.shortest(words.meaning.filter { phrases[$0] == nil })
  }

  /// Words without those that hold another one, which is found in them anyway.
  private static func shortest(_ words: [String]) -> [String] {
    let all = Set(words)
    return words.filter { word in
      let isLatin = word.utf8.allSatisfy { $0 < 0x80 }
      // Words of Latin letters stand whole in others; a Japanese one of one letter stands in too many.
      let pieces = isLatin ? word.split(separator: " ").map(String.init) : word.map(String.init)
      let joint = isLatin ? " " : ""
      return !pieces.indices.contains { start in
        (start..<pieces.count).contains { end in
          let count = end - start + 1
          return count < pieces.count && (isLatin || count > 1)
            && all.contains(pieces[start...end].joined(separator: joint))
        }
      }
    }.sorted()
  }

  // MARK: What is asked

  private static func texts(_ site: StaticSite) throws -> [String] {
    let table = try ResourceTable(
      name: "phrases.tsv", bytes: PackageResources.phrases_tsv, columns: ["phrases"])
    let tiles = TileGrid.shared.tiles
    let places = tiles.flatMap { tile in
      [tile.name, tile.short, tile.english, tile.chinese, tile.chinese + "县"]
        + ["prefecture:", "region:"].map { $0 + tile.name }
    }
    let names = site.site.search.institutions.flatMap { institution in
      [
        institution.id, institution.name, institution.english ?? "",
        "institution:" + institution.id,
      ]
        + institution.aliases
    }
    let departments = site.programs.flatMap { $0.program.facts.departments?.value ?? [] }
    let today = site.site.today.year
    let months = (today...today + 2).flatMap { year in
      (1...12).map { "\(year)-" + ($0 < 10 ? "0" : "") + "\($0)" }
    }
    let all =
      table.rows.flatMap { $0.list("phrases") } + places + names + departments
      + departments.map { "department:" + $0 } + months.flatMap { ["start:" + $0, "closes:" + $0] }
    return all.filter { !$0.isEmpty && $0.count <= 60 }
  }

  /// Asks the search engine.
  private struct Asker {
    let site: StaticSite

    /// What words mean, where that is exactly one condition.
    func reading(_ text: String) -> Interpretation? {
      let options = SearchEngine.Options(today: site.site.today, limit: 0)
      guard let read = try? site.site.search.answer(to: text, options).interpretation,
        read.constraints.count == 1, read.terms.isEmpty, read.phrases.isEmpty,
        read.excluded.isEmpty, read.ignored.isEmpty
      else { return nil }
      return read
    }

    /// What may turn names round, which are all alike in this: by the sort of name and by script.
    private var turnsOfNames: [String: Int] = [:]

    init(site: StaticSite) { self.site = site }

    mutating func turns(_ text: String, _ constraint: Constraint) -> Int {
      let isLatin = text.utf8.allSatisfy { $0 < 0x80 }
      let isName = [.region, .institution].contains(constraint.id) && !text.contains(":")
      let sort = "\(constraint.id.rawValue) \(isLatin)"
      if isName, let known = turnsOfNames[sort] { return known }
      let forms = [
        (Turn.minus, "-" + text),
        isLatin ? (Turn.not, "not " + text) : (Turn.except, text + "以外"),
      ]
      let turns = forms.reduce(0) { sum, form in
        guard let other = reading(form.1)?.constraints.first,
          other.condition == constraint.condition, other.isExcluded != constraint.isExcluded
        else { return sum }
        return sum + form.0
      }
      if isName { turnsOfNames[sort] = turns }
      return turns
    }

    func condition(_ text: String, _ constraint: Constraint) throws -> Condition {
      var answers: [String: Verdict] = [:]
      var scores: [String: Double] = [:]
      for kind in Set(site.programs.map(\.program.kind)) {
        let options = SearchEngine.Options(
          today: site.site.today, kind: kind, limit: StaticSite.mostPrograms, showsAll: true)
        for result in try site.site.search.answer(to: text, options).results {
          answers[result.id] = result.checks.first?.verdict
          scores[result.id] = result.score
        }
      }
      let letters = site.programs.map { program in
        switch answers[program.program.id] {
        case .yes: "y"
        case .no: "n"
        case .unknown, nil: "?"
        }
      }
      let added = site.programs.compactMap { program -> (String, Double)? in
        let difference = (scores[program.program.id] ?? 0) - program.result.score
        return difference > 0.000_000_1 ? (program.program.id, difference) : nil
      }
      let places: [String]? =
        switch constraint.condition {
        case .place(let prefectures, let cities) where cities.isEmpty: prefectures
        case .institution(let ids): ids
        default: nil
        }
      var opposite = constraint
      opposite.isExcluded.toggle()
      return Condition(
        id: constraint.isExcluded ? "-" + constraint.id.rawValue : constraint.id.rawValue,
        answers: letters.joined(),
        scores: added.isEmpty ? nil : Dictionary(added, uniquingKeysWith: { one, _ in one }),
        places: places, labels: try labels(constraint), opposites: try labels(opposite))
    }

    private func labels(_ constraint: Constraint) throws -> [String: String] {
      var constraint = constraint
      constraint.source = "{0}"
      var labels: [String: String] = [:]
      for language in WebLanguage.allCases {
        let words = try WebWording(language, hasReadings: false)
        labels[language.tag] = ConstraintText(FactText(words.shared)).line(
          constraint, institutionNames: site.site.search.institutionNames)
      }
      return labels
    }
  }
}
