import Testing

@testable import SearchIndex

/// Numbers come back from as few bits as they need.
@Suite struct PackedNumbersTests {
  static let numbers: [[Int32]] = [
    [], [7], [0, 0, 0], [.min, .max, 0, -1], (0..<300).map { $0 % 7 * 100_000 },
    (0..<300).map { 20_260_000 + $0 }, [Int32](repeating: -5, count: 40) + [.min],
  ]

  @Test("Numbers come back as they were put, listed or not", arguments: numbers, [true, false])
  func packed(numbers: [Int32], mayList: Bool) throws {
    let packed = try #require(
      PackedNumbers(try ByteRegion(copying: PackedNumbers.bytes(of: numbers, mayList: mayList))))
    #expect(packed.count == numbers.count)
    #expect(numbers.indices.map { packed[$0] } == numbers)
    #expect(packed.isSound())
    if !mayList { #expect(packed.base != nil) }
  }

  @Test("Bytes that are no numbers are refused")
  func damaged() throws {
    let bytes = PackedNumbers.bytes(of: (0..<100).map { $0 * 3 })
    #expect(PackedNumbers(try ByteRegion(copying: Array(bytes.dropLast()))) == nil)
    #expect(PackedNumbers(try ByteRegion(copying: Array(bytes.prefix(12)))) == nil)
    var wide = bytes
    wide[4] = 33
    #expect(PackedNumbers(try ByteRegion(copying: wide)) == nil)
  }
}
