import ArgumentParser
import Testing

@testable import progsearch

/// The quick reading of a command line says the same as the parser of all command lines, or nothing.
@Suite struct QueryArgumentsTests {
  @Test(
    "What is read quickly is what the parser reads",
    arguments: [
      ["無料", "東北"], ["無料 東北", "--format", "json"], ["--today", "2026-11-21", "無料"],
      ["--limit", "5", "--all", "無料", "--explain"], ["--kind", "other", "--lang", "ja", "研究生"],
      ["--kind", "examination"], ["--kind", "pathway", " ", "--format", "json"],
      ["--index", "somewhere", " -東京", "関東"], ["--batch", "queries.txt"], ["fee<=500000"],
    ])
  func same(arguments: [String]) throws {
    let quick = try #require(QueryArguments.request(arguments[...]))
    #expect(quick == (try QueryCommand.parse(arguments)).request)
  }

  @Test(
    "Mistakes, help and rarer forms are left to the parser",
    arguments: [
      [], [" "], ["--help"], ["-h"], ["無料", "--limit"], ["無料", "--limit", "0"],
      ["無料", "--limit", "many"], ["無料", "--format=json"], ["無料", "--format", "xml"],
      ["無料", "--lang", "fr"], ["無料", "--today", "2026-02-30"], ["無料", "--no-such", "x"], ["-x"],
      ["--", "無料"], ["無料", "--batch", "file"], ["無料", "--index", "--all"],
    ])
  func left(arguments: [String]) {
    #expect(QueryArguments.request(arguments[...]) == nil)
  }
}
