import ArgumentParser
import CommandSupport

/// The web page and the JSON API; `progsearch` starts it where it is needed, so that a query carries no server.
@main
struct ProgsearchWeb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progsearch", abstract: "Serves the search as a web page: a part of progsearch.",
    version: ProgramVersion.current, subcommands: [ServeCommand.self])

  static func main() async { await Launch.run(Self.self) }
}
