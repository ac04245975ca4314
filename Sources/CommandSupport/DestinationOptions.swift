package import ArgumentParser

/// Where an answer goes.
package struct DestinationOptions: ParsableArguments {
  package init() {}

  @Option(
    help: ArgumentHelp(
      "Write to a file, which is replaced in one step (default: standard output).",
      valueName: "file"))
  package var output: String?
}
