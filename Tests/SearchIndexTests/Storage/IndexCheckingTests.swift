import Testing

@testable import SearchIndex

/// A check finds damage that a checksum made afterwards would hide.
@Suite struct IndexCheckingTests {
  @Test("A whole index passes", arguments: 1...5)
  func whole(seed: UInt64) throws {
    let collection = try Collection(seed: seed, count: 300)
    try collection.index.check()
    #expect(collection.index.byteCount == collection.bytes.count)
  }

  @Test("A byte changed anywhere is found", arguments: 1...40)
  func changed(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var bytes = try Collection(seed: 3, count: 150, terms: 4, length: 5).bytes
    let place = Int.random(in: 0..<bytes.count, using: &random)
    bytes[place] ^= UInt8.random(in: 1...255, using: &random)
    #expect(throws: IndexFileError.self, "byte \(place)") {
      try InvertedIndex(bytes: bytes, verification: .never).check()
    }
  }

  @Test("Wrong postings are found though the checksum fits", arguments: 1...30)
  func resealed(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sound = try Collection(seed: 4, count: 150, terms: 4, length: 5)
    var bytes = sound.bytes
    let postings = try IndexFileReader(IndexStorage(copying: bytes)).section(.init(.postings))
    let start = try #require(offset(of: postings, in: bytes))
    let place = start + Int.random(in: 0..<postings.count, using: &random)
    bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
    let index = try InvertedIndex(bytes: sealed(bytes), verification: .always)
    // A change may make another index that is just as sound; it never goes unseen and changes answers to
    // something that contradicts itself.
    do throws(IndexFileError) { try index.check() } catch {
      #expect(error == .damaged(part: .postings) || error == .damaged(part: .terms))
    }
  }

  private func offset(of region: ByteRegion, in bytes: [UInt8]) -> Int? {
    let content = Array(region.bytes)
    return bytes.indices.first { bytes[$0...].starts(with: content) }
  }

  /// The bytes with the checksum that fits them.
  private func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let count = Int(bytes[24]) | Int(bytes[25]) << 8
    let length = IndexFileFormat.preambleLength(sections: count)
    bytes.replaceSubrange(IndexFileFormat.checksumRange, with: [UInt8](repeating: 0, count: 8))
    var checksum = Checksum()
    bytes[length...].withUnsafeBytes { checksum.update($0) }
    bytes[..<length].withUnsafeBytes { checksum.update($0) }
    var field: [UInt8] = []
    field.appendFixed(checksum.value)
    bytes.replaceSubrange(IndexFileFormat.checksumRange, with: field)
    return bytes
  }
}
