/// The order in which records are put into an index.
///
/// In a large index those of one place stand together, so that a search there looks at few windows of
/// documents; within a place the shorter ones stand first, so that the documents of a window are about as long
/// as each other, and what none of them is worth more than says much. In a small index all stand as they were
/// given. Records that are worth the same to a query are shown in the order of the index.
public struct RecordOrder: Sendable {
  /// Up to so many records nothing is gained by putting them in order.
  static let fewRecords = 4096

  /// The record at each place of the index; nil where all stand as they were given.
  private let records: [Int]?

  /// Puts so many records in order; `place` names where each belongs, `length` says how long it is.
  public init(count: Int, place: (Int) -> String, length: (Int) -> Int) {
    guard count > Self.fewRecords else {
      records = nil
      return
    }
    let places = (0..<count).map(place)
    // Numbers are compared sooner than names.
    let ranks = Dictionary(
      uniqueKeysWithValues: Set(places).sorted().enumerated().map { ($1, $0) })
    let keys = places.indices.map {
      (place: ranks[places[$0]] ?? 0, length: length($0), record: $0)
    }
    records = keys.sorted { $0 < $1 }.map(\.record)
  }

  /// The number of the record that stands at a place of the index.
  public subscript(place: Int) -> Int { records?[place] ?? place }
}
