import Testing

@testable import QueryEngine

/// Records of one place stand together where there are many.
@Suite struct RecordOrderTests {
  @Test("Few records stand as they were given")
  func few() {
    let order = RecordOrder(count: RecordOrder.fewRecords) { $0 % 2 == 0 ? "東京都" : "北海道" }
    #expect((0..<RecordOrder.fewRecords).allSatisfy { order[$0] == $0 })
  }

  @Test("Many are parted by their places, each in the order given")
  func many() {
    let count = RecordOrder.fewRecords + 4
    let names = ["東京都", "", "北海道"]
    let order = RecordOrder(count: count) { names[$0 % 3] }
    let records = (0..<count).map { order[$0] }
    #expect(records.sorted() == Array(0..<count))
    let places = records.map { names[$0 % 3] }
    #expect(zip(places, places.dropFirst()).filter { $0 != $1 }.count == 2)
    for place in 0..<3 {
      let same = records.filter { $0 % 3 == place }
      #expect(same == same.sorted())
    }
  }
}
