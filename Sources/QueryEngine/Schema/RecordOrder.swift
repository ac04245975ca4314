/// The order in which records are put into an index.
///
/// In a large index those of one place stand together, so that a search there looks at few windows of
/// documents; in a small one all stand as they were given. Records that are worth the same to a query
/// are shown in the order of the index.
public struct RecordOrder: Sendable {
  /// Up to so many records nothing is gained by putting them in order.
  static let fewRecords = 4096

  /// The record at each place of the index; nil where all stand as they were given.
  private let records: [Int]?

  /// Puts so many records in order; `place` names where each belongs.
  public init(count: Int, place: (Int) -> String) {
    guard count > Self.fewRecords else {
      records = nil
      return
    }
    let keys = (0..<count).map { (place: place($0), record: $0) }
    records = keys.sorted { ($0.place, $0.record) < ($1.place, $1.record) }.map(\.record)
  }

  /// The number of the record that stands at a place of the index.
  public subscript(place: Int) -> Int { records?[place] ?? place }
}
