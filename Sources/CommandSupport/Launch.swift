package import ArgumentParser

/// Starts a binary's commands; help that cannot be written is told as any answer is.
package enum Launch {
  /// Reads the arguments and runs what they ask for, which waits for nothing.
  package static func run(_ root: (some ParsableCommand).Type, _ arguments: [String]) -> Never {
    do {
      var command = try root.parseAsRoot(arguments)
      try command.run()
    } catch { end(root, error) }
    root.exit()
  }

  /// Reads the arguments of the process and runs what they ask for.
  package static func run(_ root: (some ParsableCommand).Type) async -> Never {
    StandardStream.fillClosed()
    do {
      var command = try root.parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
    } catch { end(root, error) }
    root.exit()
  }

  /// Ends with what a command threw; help and versions, which are thrown too, are answers.
  private static func end(_ root: (some ParsableCommand).Type, _ error: any Error) -> Never {
    guard root.exitCode(for: error) == .success else { root.exit(withError: error) }
    do {
      try Failure.reportingDirectly {
        let text = root.fullMessage(for: error)
        if !text.isEmpty { try Terminal.write(text + "\n") }
        return .success
      }
    } catch { root.exit(withError: error) }
    root.exit()
  }
}
