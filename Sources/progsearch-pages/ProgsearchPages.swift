import ArgumentParser
import CommandSupport

/// The half of the program that touches pages; `progsearch` starts it where it is needed, so that a
/// query carries neither a parser nor a network.
@main
struct ProgsearchPages: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progsearch",
    abstract: "Reads pages: the part of progsearch behind extract, crawl, sources and verify.",
    version: ProgramVersion.current,
    subcommands: [
      ExtractCommand.self, CrawlCommand.self, SourcesCommand.self, VerifyCommand.self,
      RobotsCommand.self, DemoCommand.self,
    ])

  static func main() async { await Launch.run(Self.self) }
}
