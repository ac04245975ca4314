import Testing

@testable import SearchIndex

@Suite("Checksum")
struct ChecksumTests {
  static let bytes: [UInt8] = {
    var random = SeededGenerator(seed: 1)
    return (0..<320).map { _ in .random(in: 0...255, using: &random) }
  }()

  @Test("does not depend on the pieces", arguments: [32, 64, 96, 160, 320])
  func ignoresPieces(length: Int) {
    var checksum = Checksum()
    for start in stride(from: 0, to: Self.bytes.count, by: length) {
      let end = min(start + length, Self.bytes.count)
      Array(Self.bytes[start..<end]).withUnsafeBytes { checksum.update($0) }
    }
    #expect(checksum.value == value(of: Self.bytes))
  }

  @Test("changes with every bit and with the length")
  func noticesChanges() {
    var seen: Set<UInt64> = [value(of: Self.bytes)]
    for bit in 0..<Self.bytes.count * 8 {
      var changed = Self.bytes
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(seen.insert(value(of: changed)).inserted)
    }
    let zeros = [UInt8](repeating: 0, count: 32)
    #expect(value(of: zeros) != value(of: zeros + zeros))
  }

  @Test("of the format is pinned, so that it cannot change without a new version")
  func isPinned() {
    #expect(value(of: Array(0..<64)) == 6_639_977_654_974_626_557)
  }

  private func value(of bytes: [UInt8]) -> UInt64 {
    var checksum = Checksum()
    bytes.withUnsafeBytes { checksum.update($0) }
    return checksum.value
  }
}
