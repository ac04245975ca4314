import Testing

@testable import SearchIndex

@Suite("Varint")
struct VarintTests {
  @Test("reads and skips what was written", arguments: [0, 1, 8, 9, 17, 200])
  func roundTrip(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let numbers = (0..<count).map { _ in
      UInt32.random(in: 0...(.max >> UInt32.random(in: 0...31, using: &random)), using: &random)
    }
    var bytes: [UInt8] = []
    numbers.forEach { bytes.appendVarint($0) }
    bytes.append(7)
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      let end = start + buffer.count
      var reading = start
      #expect(numbers.map { _ in Varint.read(&reading, end: end) } == numbers)
      for skipped in 0...count {
        var pointer = start
        Varint.skip(skipped, &pointer, end: end)
        let expected = skipped < count ? numbers[skipped] : 7
        #expect(Varint.read(&pointer, end: end) == expected)
      }
    }
  }

  @Test("is zero at the end of the bytes")
  func endsInZero() {
    withUnsafeBytes(of: UInt8(5)) { buffer in
      guard var pointer = buffer.baseAddress else { return }
      #expect(Varint.read(&pointer, end: pointer) == 0)
      Varint.skip(3, &pointer, end: pointer)
      #expect(pointer == buffer.baseAddress)
    }
  }
}
