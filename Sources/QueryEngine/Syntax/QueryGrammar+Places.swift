import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Conditions on places and institutions.
extension QueryGrammar {
  mutating func place() -> [Constraint]? {
    let start = next
    let isDenied = takeDenialOfPlace()
    guard let current, case .place(let extent, _) = current.meaning else { return nil }
    next += 1
    takeWithin()
    var extents = [extent]
    while let joined = joinedPlace() { extents.append(joined) }
    // `except Kanto and Kansai`
    if isDenied || isBehindExclusion(start) {
      while let joined = listedPlace() { extents.append(joined) }
    } else {
      while let joined = listedCity(beside: extents) { extents.append(joined) }
    }
    extents += placesBeforeExclusion()
    var prefectures: [String] = []
    var cities: [String] = []
    for extent in extents {
      switch extent {
      case .prefectures(let names): prefectures += names
      case .city(let name): cities.append(name)
      }
    }
    return [
      Constraint(
        .region, .place(prefectures: prefectures, cities: cities), isExcluded: isDenied,
        source: source(from: start))
    ]
  }

  /// `不要东京`, `no Tokyo`: a denial at the beginning of a word, with the place at once behind it.
  private mutating func takeDenialOfPlace() -> Bool {
    guard let current, current.has(.denial), next + 1 < atoms.count,
      case .place = atoms[next + 1].meaning
    else { return false }
    let (start, end) = (current.range.lowerBound, current.range.upperBound)
    let isAtOnce =
      text.scalars[start].isLatin
      || end == atoms[next + 1].range.lowerBound
        && (start == 0 || !text.scalars[start - 1].isJapanese)
    if isAtOnce { next += 1 }
    return isAtOnce
  }

  private func isBehindExclusion(_ place: Int) -> Bool {
    let before = atoms[..<place].last { !$0.has(.filler) || $0.has(.excludeNext) }
    return before?.has(.excludeNext) == true
  }

  /// `名古屋市と大阪`: what is in a list with a city is an alternative to it.
  private mutating func listedCity(beside extents: [PlaceName.Extent]) -> PlaceName.Extent? {
    let start = next
    if let more = listedPlace() {
      if (extents + [more]).contains(where: { if case .city = $0 { true } else { false } }) {
        return more
      }
    }
    next = start
    return nil
  }

  private mutating func listedPlace() -> PlaceName.Extent? {
    let start = next
    guard takeListSign(), let current, case .place(let extent, _) = current.meaning else {
      next = start
      return nil
    }
    next += 1
    return extent
  }

  /// `東京と神奈川以外`: all places of a list are meant where the word behind the last one denies them.
  mutating func placesBeforeExclusion() -> [PlaceName.Extent] {
    let start = next
    var found: [PlaceName.Extent] = []
    while takeListSign(), let current, case .place(let extent, _) = current.meaning {
      found.append(extent)
      next += 1
    }
    if !found.isEmpty, isExcludedBehind() { return found }
    next = start
    return []
  }

  /// Takes what stands between the names of a list: と, や, or a mark.
  ///
  /// A blank alone is none: `関東 東京以外` is Kanto without Tokyo.
  private mutating func takeListSign() -> Bool {
    guard let current, next > 0 else { return false }
    if current.has(.and) {
      next += 1
      return true
    }
    return (atoms[next - 1].range.upperBound..<current.range.lowerBound).contains {
      "、,・".unicodeScalars.contains(text.scalars[$0])
    }
  }

  private func isExcludedBehind() -> Bool {
    var reader = self
    reader.skipFillers()
    return reader.current?.hasAny([.excludeLast, .unwanted]) == true
  }

  /// `神奈川県内で研修`: the prefecture is the one that is named, unless a duty is spoken of.
  private mutating func takeWithin() {
    guard let current, current.has(.samePrefecture), next > 0,
      atoms[next - 1].range.upperBound == current.range.lowerBound,
      "県府道都".unicodeScalars.contains(text.scalars[current.range.lowerBound])
    else { return }
    next += 1
    let behind = next
    skipFillers()
    let isDuty = self.current?.hasAny([.obligationTopic, .present, .need, .absent]) == true
    next = isDuty ? behind - 1 : behind
  }

  /// `東京か大阪`, `東京または大阪`, `Tokyo or Osaka`.
  mutating func joinedPlace() -> PlaceName.Extent? {
    let start = next
    guard take(.either) != nil, let current, case .place(let extent, _) = current.meaning else {
      next = start
      return nil
    }
    next += 1
    return extent
  }

  /// Two places that no hospital can stand in at once were meant as alternatives.
  func joinPlaces(_ result: inout Interpretation) {
    let places = result.constraints.indices.filter {
      if case .place = result.constraints[$0].condition {
        !result.constraints[$0].isExcluded
      } else {
        false
      }
    }
    guard places.count > 1, let first = places.first else { return }
    var common: Set<String>?
    var all: (prefectures: [String], cities: [String]) = ([], [])
    for index in places {
      guard case .place(let prefectures, let cities) = result.constraints[index].condition
      else { return }
      all.prefectures += prefectures.filter { !all.prefectures.contains($0) }
      all.cities += cities.filter { !all.cities.contains($0) }
      let names = prefectures + cities
      common = common.map { $0.intersection(names) } ?? Set(names)
    }
    // A city lies in a prefecture, but not in another city.
    guard common?.isEmpty == true, all.prefectures.isEmpty || all.cities.isEmpty else { return }
    result.constraints[first].condition = .place(
      prefectures: all.prefectures, cities: all.cities)
    result.constraints[first].source = places.map { result.constraints[$0].source }.joined(
      separator: " ")
    for index in places.dropFirst().reversed() { result.constraints.remove(at: index) }
  }

  /// Two hospitals that no program can have at once were meant as alternatives: `東大 京大`.
  func joinInstitutions(_ result: inout Interpretation) {
    let places = result.constraints.indices.filter {
      result.constraints[$0].id == .institution && !result.constraints[$0].isExcluded
    }
    guard places.count > 1, let first = places.first else { return }
    let ids = places.map { place -> [String] in
      if case .institution(let ids) = result.constraints[place].condition { ids } else { [] }
    }
    let common = ids.dropFirst().reduce(Set(ids[0])) { $0.intersection($1) }
    guard common.isEmpty else { return }
    var seen: Set<String> = []
    result.constraints[first].condition = .institution(
      ids.flatMap(\.self).filter { seen.insert($0).inserted })
    result.constraints[first].source = places.map { result.constraints[$0].source }.joined(
      separator: " ")
    for place in places.dropFirst().reversed() { result.constraints.remove(at: place) }
  }

  mutating func institution() -> [Constraint]? {
    let start = next
    guard let current, case .institution(let ids) = current.meaning else { return nil }
    next += 1
    var all = ids
    while take(.either) != nil, let joined = self.current,
      case .institution(let more) = joined.meaning
    {
      next += 1
      all += more
    }
    let behind = next
    var others: [String] = []
    while takeListSign(), let current = self.current, case .institution(let more) = current.meaning
    {
      others += more
      next += 1
    }
    if others.isEmpty || !isExcludedBehind() { next = behind } else { all += others }
    return [
      Constraint(
        .institution, .institution(all), source: source(from: start))
    ]
  }
}
