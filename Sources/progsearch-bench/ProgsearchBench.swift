import ArgumentParser

/// Builds and searches as the drivers of other engines do, so that all can be measured side by side.
@main
struct ProgsearchBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progsearch-bench",
    abstract: "Measures building and searching; prints one line of JSON.",
    subcommands: [BuildCommand.self, SearchCommand.self])
}
