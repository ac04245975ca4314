@testable import FactExtraction

/// Facts of one sort that are given the same confidence; of all of them the same share ought to be
/// right.
struct ConfidenceLevel: Hashable, Sendable {
  /// What their values are made of.
  let sort: ValueSort
  /// Their confidence, in hundredths.
  let confidence: Int

  /// The sort, and the ways of finding that lead to this confidence.
  var name: String {
    let ways = Self.ways.filter { Self.hundredths($0.confidence - doubt) == confidence }.map(\.name)
    return "\(sort.rawValue), \(ways.isEmpty ? "no known way" : ways.joined(separator: " or "))"
  }

  private var doubt: Double {
    switch sort {
    case .single: 0
    case .parts: ValueDoubt.parts
    case .list: ValueDoubt.list
    }
  }

  /// A confidence between 0 and 1 as a whole number.
  static func hundredths(_ confidence: Double) -> Int { Int((confidence * 100).rounded()) }

  private typealias Way = (name: String, confidence: Double)

  /// The ways of finding with each of the doubts that a date may add.
  private static let ways: [Way] = {
    let places: [Way] = [
      ("labelled", Confidence.labelled), ("sentence", Confidence.sentence),
      ("inferred", Confidence.inferred),
    ]
    let doubts: [Way] = [
      ("", 0), (" with inherited year", DateDoubt.inheritedYear),
      (" with wrong weekday", DateDoubt.wrongWeekday),
      (" with both", DateDoubt.inheritedYear + DateDoubt.wrongWeekday),
    ]
    return places.flatMap { place in
      doubts.map { Way(place.name + $0.name, place.confidence - $0.confidence) }
    }
  }()
}

extension ConfidenceLevel: Comparable {
  /// By the sort, then the surest first.
  static func < (one: Self, other: Self) -> Bool { one.place < other.place }

  private var place: (Int, Int) {
    (ValueSort.allCases.firstIndex(of: sort) ?? 0, -confidence)
  }
}
