import ArgumentParser
import CommandSupport
import Crawling
import Foundation
import Presentation
import Workflows

/// Answers what a robots.txt says of addresses.
struct RobotsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "robots",
    abstract: "Says whether a robots.txt allows addresses, and which line of it decides.",
    discussion: """
      The file is read as the crawl reads it (RFC 9309), and nothing is fetched. For each address a \
      line is printed: “allowed” or “disallowed”, and the line that decides.
      """)

  @Argument(help: "A robots.txt, or - for standard input.")
  var file: String
  @Argument(
    help: ArgumentHelp("Addresses, or paths that begin with a slash.", valueName: "url"))
  var urls: [String]
  @Option(help: "The name of the crawler.")
  var agent = "progsearch"

  func validate() throws {
    if agent.allSatisfy({ !$0.isASCII || !$0.isLetter && $0 != "*" }) {
      throw ValidationError("--agent takes the name of a crawler, such as progsearch.")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      let bytes =
        file == "-"
        ? [UInt8](FileHandle.standardInput.readDataToEndOfFile())
        : try RecordFile.bytes(at: file, purpose: "robots.txt")
      let addresses = try urls.map(Self.address)
      let rules = RobotsRules(bytes)
      for address in addresses {
        let verdict = rules.verdict(for: address.target, agent: agent)
        let word = verdict.isAllowed ? "allowed" : "disallowed"
        let line = verdict.line?.description ?? "no line speaks of it"
        try Terminal.write(SafeText.line("\(word)  \(line)") + "\n")
      }
      return .success
    }
  }

  private static func address(_ text: String) throws -> WebAddress {
    let isPath = text.hasPrefix("/") && !text.hasPrefix("//")
    guard let address = WebAddress(isPath ? "http://localhost" + text : text) else {
      throw Failure(
        "“\(text)” is no address; write https://host/path, or a path that begins with a slash",
        Failure.usage)
    }
    return address
  }
}
