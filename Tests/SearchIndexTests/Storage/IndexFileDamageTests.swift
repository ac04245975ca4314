import SearchIndex
import Testing

@Suite("Damaged index file")
struct IndexFileDamageTests {
  @Test("with any byte changed gives an error", arguments: [0x01, 0x80] as [UInt8])
  func refusesChangedBytes(change: UInt8) throws {
    let bytes = try Collection(seed: 11, count: 4, terms: 3, length: 4).bytes
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= change
      #expect(throws: IndexFileError.self, "byte \(place)") { try InvertedIndex(bytes: damaged) }
    }
  }

  @Test("cut off at any length gives an error that names the lengths")
  func refusesTruncated() throws {
    let bytes = try Collection(seed: 12, count: 4, terms: 3, length: 4).bytes
    for length in 0..<bytes.count {
      let error = #expect(throws: IndexFileError.self) {
        try InvertedIndex(bytes: Array(bytes.prefix(length)), verification: .never)
      }
      switch error {
      case .notAnIndex: #expect(length < 4)
      case .truncated(let expected, let found):
        #expect(found == length)
        #expect(expected > found)
      default: Issue.record("\(length) bytes: \(String(describing: error))")
      }
    }
  }

  @Test("with further bytes behind it gives an error")
  func refusesLonger() throws {
    let bytes = try Collection(seed: 12, count: 6).bytes
    #expect(throws: IndexFileError.damaged(part: .header)) {
      try InvertedIndex(bytes: bytes + [0])
    }
  }

  @Test(
    "never crashes where the checksum is not compared",
    arguments: [0x01, 0x80] as [UInt8])
  func survivesUnverified(change: UInt8) throws {
    // Enough documents that postings have several blocks and a table of them.
    let bytes = try Collection(seed: 13, count: 140, terms: 2, length: 3).bytes
    for place in bytes.indices {
      var damaged = bytes
      damaged[place] ^= change
      if let index = try? InvertedIndex(bytes: damaged, verification: .never) {
        _ = Answers(index, limit: 5)
      }
    }
  }

  @Test("never crashes on noise behind a sound header", arguments: 1...20)
  func survivesNoise(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var bytes = try Collection(seed: 14, count: 200, terms: 3, length: 4).bytes
    for _ in 0..<200 {
      bytes[.random(in: 512..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
    }
    if let index = try? InvertedIndex(bytes: bytes, verification: .never) { _ = Answers(index) }
  }

  /// Bytes that are no index of this version, and the error.
  static let foreign: [([UInt8], IndexFileError)] = [
    ([], .notAnIndex),
    (Array("PGS".utf8), .notAnIndex),
    (Array("SQLite format 3\0".utf8), .notAnIndex),
    (Array("PGSX".utf8), .truncated(expected: 8, found: 4)),
    (Array("PGSX".utf8) + [3, 0, 0, 0], .otherVersion(found: 3)),
    (Array("PGSX".utf8) + [4, 0, 0, 0], .truncated(expected: 64, found: 8)),
  ]

  @Test("of another kind or version is told apart", arguments: foreign)
  func tellsForeign(bytes: [UInt8], error: IndexFileError) {
    #expect(throws: error) { try InvertedIndex(bytes: bytes) }
  }

  @Test("built by another analyser is refused with both tags")
  func refusesOtherTag() throws {
    let bytes = try Collection(seed: 1, count: 3).bytes
    #expect(throws: IndexFileError.otherFormatTag(expected: "test-2", found: "test-1")) {
      try InvertedIndex(bytes: bytes, formatTag: "test-2")
    }
    #expect(try InvertedIndex(bytes: bytes, formatTag: "test-1").formatTag == "test-1")
  }

  @Test("fails to verify, though it was opened without")
  func verifiesLater() throws {
    var bytes = try Collection(seed: 1, count: 3).bytes
    try InvertedIndex(bytes: bytes, verification: .never).verify()
    bytes[bytes.count - 1] ^= 1
    let index = try InvertedIndex(bytes: bytes, verification: .never)
    #expect(throws: IndexFileError.checksumMismatch) { try index.verify() }
  }
}
