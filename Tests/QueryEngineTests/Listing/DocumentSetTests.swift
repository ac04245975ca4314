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

  @Test("programs are parted by how many conditions they leave open", arguments: [0, 1, 2, 5])
  func levels(_ conditions: Int) {
    let count = 200
    var random = SeededGenerator(seed: UInt64(conditions) + 7)
    let admitted = (0..<UInt32(count)).filter { _ in Bool.random(using: &random) }
    let answers = (0..<conditions).map { _ in
      (0..<count).map { _ in Int.random(in: 0..<3, using: &random) }
    }
    func set(_ members: [UInt32]) -> DocumentSet {
      members.reduce(into: DocumentSet(of: count)) { $0.insert($1) }
    }
    func saying(_ answer: Int, _ answers: [Int]) -> DocumentSet {
      set((0..<UInt32(count)).filter { answers[Int($0)] == answer })
    }
    let levels = DocumentSet.levels(
      of: set(admitted), by: answers.map { (saying(0, $0), saying(1, $0)) })
    #expect(levels.count == conditions + 1)
    for (open, level) in levels.enumerated() {
      let expected = admitted.filter { program in
        let own = answers.map { $0[Int(program)] }
        return !own.contains(2) && own.count { $0 == 1 } == open
      }
      #expect(level == set(expected), "\(open)")
    }
  }
}
