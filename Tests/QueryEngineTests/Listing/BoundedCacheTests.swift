import Testing

@testable import QueryEngine

@Suite("Bounded cache")
struct BoundedCacheTests {
  @Test("what is kept is given back, and what is asked for again stays longest")
  func order() {
    let cache = BoundedCache<Int, String>(bytes: 200)
    cache.keep("first", for: 0, size: 10)
    for number in 1...100 {
      cache.keep("\(number)", for: number, size: 10)
      #expect(cache[0] == "first")
    }
    #expect(cache[100] == "100")
    #expect(cache[1] == nil)
    #expect(cache.values(of: [100, -1]) == ["100", nil])
  }

  @Test("no more is kept than was said")
  func bound() {
    let cache = BoundedCache<Int, Int>(bytes: 1000)
    for number in 0..<10_000 { cache.keep(number, for: number, size: 10) }
    #expect((0..<10_000).filter { cache[$0] != nil }.count <= 100)
    cache.keep(1, for: -1, size: 600)
    #expect(cache[-1] == nil)
  }

  @Test("keeping a key again does not count it twice")
  func again() {
    let cache = BoundedCache<Int, Int>(bytes: 200)
    for number in 0..<1000 { cache.keep(number, for: 7, size: 60) }
    cache.keep(1, for: 1, size: 30)
    #expect(cache[7] == 999 && cache[1] == 1)
  }
}
