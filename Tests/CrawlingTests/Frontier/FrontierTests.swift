import Testing

@testable import Crawling

@Suite("The frontier of a target") struct FrontierTests {
  private func frontier(mostPages: Int = 40) throws -> Frontier {
    let start = try #require(WebAddress("http://a.example/"))
    return Frontier(
      allowed: HostAllowList(hosts: [], startPages: [start]), maximumDepth: 2, mostPages: mostPages)
  }

  private func entry(_ path: String, score: Double = 1, depth: Int = 1, redirects: Int = 0) throws
    -> FrontierEntry
  {
    FrontierEntry(
      address: try #require(WebAddress("http://a.example" + path)), score: score, depth: depth,
      via: Array(repeating: try #require(WebAddress("http://a.example/")), count: redirects))
  }

  private func paths(_ frontier: inout Frontier) -> [String] {
    var paths: [String] = []
    while let entry = frontier.next() { paths.append(entry.address.target) }
    return paths
  }

  @Test func `gives the best first, of equals the shallower, then the earlier`() throws {
    var frontier = try frontier()
    for (path, score, depth) in [("/a", 1.0, 2), ("/b", 3, 2), ("/c", 1, 1), ("/d", 1, 1)] {
      frontier.add(try entry(path, score: score, depth: depth))
    }
    #expect(paths(&frontier) == ["/b", "/c", "/d", "/a"])
  }

  @Test func `holds each address once, even after it was taken`() throws {
    var frontier = try frontier()
    frontier.add(try entry("/a"))
    _ = frontier.next()
    frontier.add(try entry("/a", score: 9))
    #expect(frontier.next() == nil)
  }

  @Test func `takes nothing that is too deep or of another host`() throws {
    var frontier = try frontier()
    frontier.add(try entry("/a", depth: 3))
    frontier.add(
      FrontierEntry(address: try #require(WebAddress("http://b.example/")), score: 1, depth: 1))
    frontier.add(try entry("/nan", score: .nan))
    #expect(frontier.next() == nil)
  }

  @Test func `ends at the bound on pages, redirects not counted`() throws {
    var frontier = try frontier(mostPages: 2)
    for number in 0..<5 { frontier.add(try entry("/\(number)")) }
    frontier.add(try entry("/r", score: .infinity, redirects: 1))
    #expect(paths(&frontier) == ["/r", "/0", "/1"])
    #expect(frontier.isOverBound)
  }

  @Test func `keeps the best where more wait than it can hold`() throws {
    var frontier = try frontier(mostPages: .max)
    // Letters: of addresses that differ in figures only few are taken.
    func path(_ number: Int) -> String {
      "/"
        + String(number).map { String("abcdefghij".dropFirst($0.wholeNumberValue ?? 0).prefix(1)) }
        .joined()
    }
    for number in 0..<(Frontier.longestQueue + 50) {
      frontier.add(try entry(path(number), score: Double(number)))
    }
    let all = paths(&frontier)
    #expect(all.count == Frontier.longestQueue)
    #expect(all.first == path(Frontier.longestQueue + 49) && all.last == path(50))
  }

  @Test func `takes addresses for one that differ in the order of their parameters only`() throws {
    var frontier = Frontier(
      allowed: HostAllowList(hosts: ["h.example"], startPages: []), maximumDepth: 2, mostPages: 9)
    let paths = ["/a?b=1&c=2", "/a?c=2&b=1", "/a", "/a?", "/a?b=1&c=3"]
    for address in paths.compactMap({ WebAddress("http://h.example" + $0) }) {
      frontier.add(FrontierEntry(address: address, score: 1, depth: 1))
    }
    var taken: [String] = []
    while let entry = frontier.next() { taken.append(entry.address.target) }
    #expect(taken == ["/a?b=1&c=2", "/a", "/a?", "/a?b=1&c=3"])
  }
}
