import Testing

@testable import QueryEngine

/// Records of one place stand together where there are many, the shorter ones first.
@Suite struct RecordOrderTests {
  private static let places = ["東京都", "", "北海道"]

  private func order(count: Int) -> RecordOrder {
    RecordOrder(count: count, place: { Self.places[$0 % 3] }, length: { $0 % 7 })
  }

  @Test("Few records stand as they were given")
  func few() {
    let order = order(count: RecordOrder.fewRecords)
    #expect((0..<RecordOrder.fewRecords).allSatisfy { order[$0] == $0 })
  }

  @Test("Many are parted by their places, then by their lengths, each in the order given")
  func many() {
    let count = RecordOrder.fewRecords + 4
    let order = order(count: count)
    let records = (0..<count).map { order[$0] }
    #expect(records.sorted() == Array(0..<count))
    let places = records.map { Self.places[$0 % 3] }
    #expect(zip(places, places.dropFirst()).filter { $0 != $1 }.count == 2)
    for place in 0..<3 {
      let same = records.filter { $0 % 3 == place }
      #expect(same == same.sorted { ($0 % 7, $0) < ($1 % 7, $1) })
    }
  }
}
