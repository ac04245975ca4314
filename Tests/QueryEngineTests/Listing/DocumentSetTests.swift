import SearchIndex
import TestKit
import Testing

@testable import QueryEngine

@Suite("Sets of programs")
struct DocumentSetTests {
  @Test("sets do what sets of numbers do", arguments: [0, 1, 63, 64, 65, 1000])
  func laws(_ count: Int) {
    var random = SeededGenerator(seed: UInt64(count) + 1)
    let numbers = (0..<2).map { _ in
      Set((0..<UInt32(count)).filter { _ in Bool.random(using: &random) })
    }
    let sets = numbers.map { numbers in
      numbers.reduce(into: DocumentSet(of: count)) { $0.insert($1) }
    }
    func members(_ set: DocumentSet) -> [UInt32] {
      var members: [UInt32] = []
      set.forEach { members.append($0) }
      return members
    }
    #expect(members(sets[0]) == numbers[0].sorted())
    #expect(members(sets[0].union(sets[1])) == numbers[0].union(numbers[1]).sorted())
    let shared = numbers[0].intersection(numbers[1])
    #expect(members(sets[0].intersection(sets[1])) == shared.sorted())
    #expect(
      members(sets[0].subtracting(sets[1])) == numbers[0].subtracting(numbers[1]).sorted())
    #expect(sets[0].first(3) == Array(numbers[0].sorted().prefix(3)))
    #expect(sets[0].countShared(with: sets[1]) == shared.count)
    #expect(sets[0].count == numbers[0].count && sets[0].isEmpty == numbers[0].isEmpty)
    #expect(members(DocumentSet(allOf: count)) == Array(0..<UInt32(count)))
    #expect((0..<UInt32(count)).allSatisfy { sets[0].contains($0) == numbers[0].contains($0) })
  }
}
