import DomainLexicon
import JapaneseText
import RecruitmentModel

/// The words that a query may use for conditions, in all scripts, as they are made for an index.
struct VocabularyWords {
  /// The concepts that queries name; the others are for pages only.
  private static let concepts: [Concept] = [
    .feeTopic, .recommendationTopic, .insideRecommendationTopic, .obligationTopic, .noNeed, .need,
    .present,
    .absent, .free, .rolling, .few, .perYear, .open, .inTime, .upcoming, .closes, .starts,
    .endOfYear, .until, .atMost, .below, .atLeast, .above, .tens, .excludeNext, .excludeLast,
    .either, .sameHospital,
    .samePrefecture, .freeChoice, .outsideLetter, .askedNotAccepting, .askedAccepting,
    .askedByEnquiry,
    .filler, .denial, .monthly, .charged, .nextYear, .thisMonth, .nextMonth, .now, .apply, .cannot,
    .since, .later, .insidePerson, .outsidePerson, .person, .taking, .stopped, .notEnded, .places,
    .passed, .tellingEnd, .tellingStart, .enough, .aspect, .freely, .workplace, .limit,
    .today, .tomorrow, .coming, .thisWeek, .nextWeek, .endOfFiscalYear, .papers, .ownTrait,
    .before, .after, .ended, .noLonger, .ends, .indifferent, .tolerated, .notSo, .unstated,
    .and, .evenIf, .perOther, .only, .about, .unpayable, .unwanted, .unless, .goingOn,
    .yearAfterNext, .allFine, .examinationDay, .aroundThen, .papersTime, .hospital, .inTimeFor,
    .closingSoon, .takingPapers, .during, .perHalfYear,
  ]

  /// The words with what they mean; of two that cost the same the first counts.
  let all: [(word: String, meaning: QueryAtom.Meaning)]

  init(lexicon: Lexicon, directory: InstitutionDirectory, analyzer: SearchAnalyzer) {
    var words: [(word: String, meaning: QueryAtom.Meaning)] = []
    words.reserveCapacity(6000)
    func add(_ word: String, kana: String? = nil, _ meaning: QueryAtom.Meaning) {
      guard !word.isEmpty else { return }
      // Queries come with usual character forms; so must the words: 慶應 is 慶応.
      let word = analyzer.unified(word)
      words.append((word, meaning))
      if let kana { words.append((kana, meaning)) }
    }
    for institution in Self.institutionNames(directory) {
      add(institution.name, kana: institution.kana, .institution(institution.ids))
    }
    for place in lexicon.places.names + lexicon.places.cities {
      // What sounds like 津 is nearly always something else.
      let kana = place.name.count > 1 ? place.kana : nil
      add(place.name, kana: kana, .place(place.extent, name: place.name))
      for word in Self.wordsBeside(place.name) {
        add(word, .place(place.extent, name: place.name))
      }
    }
    let cities = Set(directory.names.compactMap(\.city))
    for city in cities {
      add(city, .place(.city(city), name: city))
      if city.count > 2 { add(String(city.dropLast()), .place(.city(city), name: city)) }
    }
    for school in Self.schoolNames(directory, lexicon.places) {
      add(school.name, .institution(school.ids))
    }
    // 出雲 is the city where there is a hospital in it. Nicknames have no name that pages could be ranked by.
    let cityNames = Set(cities.map { String($0.dropLast()) })
    for place in lexicon.places.nicknames where !cityNames.contains(place.name) {
      add(place.name, kana: place.kana, .place(place.extent, name: ""))
    }
    for (word, kind) in lexicon.kindWords { add(word, .kind(kind)) }
    for department in lexicon.departments.departments {
      for name in [department.name] + department.others {
        add(
          name, kana: name == department.name ? department.kana : nil, .department(department.name))
      }
    }
    for (word, japanese) in lexicon.foreign.words { add(word, .foreign(japanese)) }
    for (word, concepts) in Self.meanings(lexicon, analyzer) { add(word, .concept(concepts)) }
    all = words
  }

  /// 福岡県内 is in Fukuoka, where 県内 alone is another matter; so is what is near 京都駅.
  private static func wordsBeside(_ place: String) -> [String] {
    guard let suffix = place.last, !suffix.isASCII else { return [] }
    return ("県府都道市区".contains(suffix) ? [place + "内"] : []) + [place + "駅"]
  }

  /// The words of concepts, each with all that it may mean.
  private static func meanings(
    _ lexicon: Lexicon, _ analyzer: SearchAnalyzer
  ) -> [(word: String, concepts: Set<Concept>)] {
    var places: [String: Int] = [:]
    var meanings: [(word: String, concepts: Set<Concept>)] = []
    for concept in concepts {
      let own = lexicon.concepts.words(for: concept) + lexicon.asked.words(for: concept)
      for word in own.map({ analyzer.unified(FoldedText.string(of: $0)) }) {
        if let place = places[word] {
          meanings[place].concepts.insert(concept)
        } else {
          places[word] = meanings.count
          meanings.append((word, [concept]))
        }
      }
    }
    return meanings
  }

  /// The English name of a school up to its university, and what is left of it without that: Keio, Juntendo.
  ///
  /// A place that gave a school its name is meant by it alone: Kyoto, Shinshu.
  private static func schoolNames(
    _ directory: InstitutionDirectory, _ places: PlaceTable
  ) -> [(name: String, ids: [String])] {
    let all = places.names + places.cities + places.nicknames
    let known = Set(all.map { $0.name.lowercased() })
    var ids: [String: [String]] = [:]
    for entry in directory.names {
      guard let english = entry.english?.replacing("The ", with: "") else { continue }
      // `Osaka University` for the University of Osaka, and the other way round.
      let turned = turnedRound(english)
      for whole in turned.map({ [$0, $0 + " Hospital"] }) ?? [] {
        ids[whole, default: []].append(entry.id)
      }
      guard
        let end = [" Medical University", " University"].compactMap(english.firstRange).first
      else { continue }
      let name = String(english[..<end.lowerBound])
      // `Niigata University Hospital` for one that is called Niigata University Medical and Dental Hospital.
      let university = String(english[..<end.upperBound])
      for whole in [university, university + " Hospital"] {
        ids[whole, default: []].append(entry.id)
      }
      let isAlone = ["", " Hospital"].contains(String(english[end.upperBound...]))
      guard isAlone, name.count >= 4, name.allSatisfy(\.isLetter),
        !known.contains(name.lowercased())
      else { continue }
      ids[name, default: []].append(entry.id)
    }
    return ids.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The name of a university that is called after a place alone, with the place on its other side.
  private static func turnedRound(_ english: String) -> String? {
    let words = english.split(separator: " ")
    guard words.count >= 2, let last = words.last,
      ["Hospital", "University"].contains(last) || words[0] == "University"
    else { return nil }
    if words[0] == "University", words[1] == "of", words.count >= 3 {
      return words[2].allSatisfy(\.isLetter) ? words[2] + " University" : nil
    }
    guard words[1] == "University", words.count == 2 || words.count == 3 && last == "Hospital",
      words[0].allSatisfy(\.isLetter)
    else { return nil }
    return "University of " + words[0]
  }

  /// The names under which institutions are asked for, each with all that bear it.
  private static func institutionNames(
    _ directory: InstitutionDirectory
  ) -> [(name: String, kana: String?, ids: [String])] {
    var places: [String: Int] = [:]
    var found: [(name: String, kana: String?, ids: [String])] = []
    for entry in directory.names {
      for name in [entry.name, entry.english ?? ""] + entry.aliases where !name.isEmpty {
        if let place = places[name] {
          if !found[place].ids.contains(entry.id) { found[place].ids.append(entry.id) }
        } else {
          places[name] = found.count
          found.append((name, name == entry.name ? entry.kana : nil, [entry.id]))
        }
      }
    }
    return found
  }
}
