import ArgumentParser
import CommandSupport

/// The program.
@main
struct Progsearch: ParsableCommand {
  /// Starts the program.
  ///
  /// An argument such as `-東京` is a word of a query, not an option: options are
  /// written in ASCII.
  static func main() {
    StandardStream.fillClosed()
    let arguments: [String] = CommandLine.arguments.dropFirst().map { argument in
      let second = argument.unicodeScalars.dropFirst().first
      return argument.hasPrefix("-") && second.map { !$0.isASCII } == true
        ? " " + argument : argument
    }
    // First, since looking at the names of the others takes part of a query's time.
    answer(arguments)
    OtherBinaries.takeOver(arguments)
    CommandNames.refuseUnknown(arguments)
    Launch.run(Self.self, arguments)
  }

  /// Answers a query without looking at the other commands, which would take longer than the answer.
  ///
  /// Whatever is not understood is left to the whole program, whose messages name it.
  private static func answer(_ arguments: [String]) {
    guard arguments.first == "query", let request = QueryArguments.request(arguments.dropFirst())
    else { return }
    do {
      try request.run()
    } catch {
      exit(withError: error)
    }
    exit()
  }

  static let configuration = CommandConfiguration(
    commandName: "progsearch",
    abstract: "Finds and compares 実地修練 (practical training) at Japan's university hospitals.",
    discussion: """
      Whoever studied medicine abroad and passed Japan's preliminary examination must train for a \
      year or more at a hospital before the national examination. progsearch reads what each \
      hospital says of it, keeps the words that prove it, and answers in a table. What nobody \
      states is shown as unknown, never as yes and never as no.

      Examples:
        progsearch query "無料 東北"          free, in the north east
        progsearch query "free Tohoku"        the same
        progsearch query "関東 50万円以下"    in Kanto, at most 500,000 yen
        progsearch query "open now -東京"     still open, not in Tokyo
        progsearch show tokushima             one program with its evidence
        progsearch compare tokushima saga     two side by side
        progsearch extract guideline.pdf      what a page or PDF states
        progsearch sources                    what is watched
        progsearch demo                       all of it on made-up hospitals
        progsearch crawl --contact me@a.org   look for what has changed
        progsearch plan --profile me.yaml     your way to the licence
        progsearch changes --since 2026-11-01 what has changed

      Exit status:
        0   found or done                1   nothing found
        64  wrong command line           65  bad input data
        66  no such file or index        69  a source could not be reached
        70  a fault of the program       74  reading or writing failed
      """,
    version: ProgramVersion.current,
    subcommands: [
      QueryCommand.self,
      ShowCommand.self,
      CompareCommand.self,
      ExportEntry.self,
      CalendarEntry.self,
      ChangesEntry.self,
      WatchEntry.self,
      DoctorEntry.self,
      MatchEntry.self,
      EligibleEntry.self,
      PlanEntry.self,
      ProfileEntry.self,
      ExtractEntry.self,
      SourcesEntry.self,
      CrawlEntry.self,
      VerifyEntry.self,
      RobotsEntry.self,
      DemoEntry.self,
      IndexCommand.self,
      CheckCommand.self,
      ServeEntry.self,
    ])
}
