import Foundation
import Testing

@testable import PageArchive

@Suite("The cache of readings") struct ReadingCacheTests {
  @Test("finds what it kept, at once, once it is written, and when it is opened again")
  func keeps() async throws {
    try await withTemporaryDirectory { path in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let keys = (0..<2000).map { "key \($0)" }
      var cache = try #require(ReadingCache(directory: path, reader: "one"))
      for key in keys {
        #expect(cache.value(for: key) == nil)
        cache.keep(Array(key.utf8), for: key)
        #expect(cache.value(for: key) == Array(key.utf8))
      }
      cache.flush()
      #expect(keys.allSatisfy { cache.value(for: $0) == Array($0.utf8) })
      cache = try #require(ReadingCache(directory: path, reader: "one"))
      #expect(keys.allSatisfy { cache.value(for: $0) == Array($0.utf8) })
      #expect(cache.value(for: "another") == nil)
      let other = try #require(ReadingCache(directory: path, reader: "two"))
      #expect(keys.allSatisfy { other.value(for: $0) == nil })
    }
  }

  @Test("A sieve of digests lets all through that it was told of, and few others")
  func sieve() {
    let digests = (0..<4000).map { ContentDigest(of: Array("\($0)".utf8)).hexadecimal }
    var sieve = DigestSieve()
    for digest in digests[..<2000] { sieve.insert(digest) }
    #expect(digests[..<2000].allSatisfy(sieve.mayHold))
    #expect(digests[2000...].count(where: sieve.mayHold) < 40)
  }
}
