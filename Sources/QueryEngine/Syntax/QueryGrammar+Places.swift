import DomainLexicon
import JapaneseText
import RecruitmentModel

/// Conditions on places and institutions.
extension QueryGrammar {
  mutating func place() -> [Constraint]? {
    let start = next
    guard let current, case .place(let extent, _) = current.meaning else { return nil }
    next += 1
    var extents = [extent]
    while let joined = joinedPlace() { extents.append(joined) }
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
        .region, .place(prefectures: prefectures, cities: cities), source: source(from: start))
    ]
  }

  /// `東京と神奈川以外`: all places of a list are meant where the word behind the last one denies them.
  mutating func placesBeforeExclusion() -> [PlaceName.Extent] {
    let start = next
    var found: [PlaceName.Extent] = []
    while let current {
      if case .place(let extent, _) = current.meaning {
        found.append(extent)
      } else if !["と", "や", "も", "でも"].contains(current.source) {
        break
      }
      next += 1
    }
    if !found.isEmpty, current?.has(.excludeLast) == true { return found }
    next = start
    return []
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
    var all: [String] = []
    for index in places {
      guard case .place(let prefectures, let cities) = result.constraints[index].condition,
        cities.isEmpty
      else { return }
      all += prefectures.filter { !all.contains($0) }
      common = common.map { $0.intersection(prefectures) } ?? Set(prefectures)
    }
    guard common?.isEmpty == true else { return }
    result.constraints[first].condition = .place(prefectures: all, cities: [])
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
    return [
      Constraint(
        .institution, .institution(all), source: source(from: start))
    ]
  }
}
