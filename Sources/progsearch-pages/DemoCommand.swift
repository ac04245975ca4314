import ArgumentParser
import ChangeLog
import CommandSupport
import Crawling
import Foundation
import NightlyCrawl
import Presentation
import Workflows

/// Shows the whole program on made-up hospitals.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Shows the whole on made-up hospitals: serves them on loopback, crawls, asks.",
    discussion: """
      Seven invented hospitals are served on this machine, crawled into a temporary folder, and asked \
      for. Then a night passes in which one of them moves its deadline, and a second crawl finds that. \
      No real host is asked anything. It takes less than a minute.
      """)

  @Option(
    help: ArgumentHelp("Keep source list, archive and index in this folder.", valueName: "dir"))
  var keep: String?
  @OptionGroup var language: LanguageOptions

  func run() async throws {
    try await Failure.reporting {
      let folder =
        keep ?? FileManager.default.temporaryDirectory.path + "/progsearch-demo-\(getpid())"
      defer { if keep == nil { try? FileManager.default.removeItem(atPath: folder) } }
      let web = try DemoWeb(folder: folder)
      defer { web.stop() }
      try await show(web)
      return .success
    }
  }

  private func show(_ web: DemoWeb) async throws {
    try Self.say(
      "\(web.sites.count) made-up hospitals are served at \(web.sites.joined(separator: " "))")
    try Self.say("The first crawl, five requests a second to each host at most:")
    try Self.say("  " + Self.line(try await web.crawl()))
    for words in ["東北", "free Tohoku"] {
      try Self.say("\n$ progsearch query \"\(words)\"")
      try ask(["query", "--index", web.index, "--today", "2026-11-21", "--", words])
    }
    web.letANightPass()
    try Self.say(
      "\nA night passes: one hospital moves its deadline, and a counter of visits goes on.")
    let second = try await web.crawl()
    try Self.say("The second crawl:\n  " + Self.line(second))
    try Self.say("\n$ progsearch changes")
    let renderer = ChangesRenderer(try language.wording(), painter: Terminal.painter)
    try Terminal.write(renderer.text(second.changes))
    if let keep {
      try Self.say("\nKept in \(keep): try progsearch show mihon --index \(web.index)")
    }
  }

  private static func line(_ summary: CrawlWorkflow.Summary) -> String {
    let targets = summary.report?.targets ?? []
    let fetched = targets.reduce(0) { $0 + $1.fetched.count }
    let unchanged = targets.reduce(0) { $0 + $1.unchanged.count }
    let failed = targets.filter { !$0.failures.isEmpty }.map(\.id)
    return
      "\(counted(fetched, "page")) fetched, \(unchanged) unchanged, \(summary.pagesReadAnew) read anew, "
      + "\(counted(summary.programs, "record")); no answer from \(failed.joined(separator: ", "))"
  }

  /// Runs the binary beside this one that answers queries.
  private func ask(_ arguments: [String]) throws {
    let own =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? Bundle.main.executablePath ?? CommandLine.arguments[0]
    let process = Process()
    process.executableURL = URL(fileURLWithPath: own).deletingLastPathComponent()
      .appending(path: "progsearch")
    let lang = language.lang.map { ["--lang", $0.rawValue] } ?? []
    process.arguments = arguments.prefix(1) + lang + arguments.dropFirst()
    do { try process.run() } catch {
      throw Failure("progsearch cannot be started; it belongs beside this binary", Failure.fault)
    }
    process.waitUntilExit()
  }

  private static func say(_ text: String) throws {
    try Terminal.write(text + "\n")
  }
}
