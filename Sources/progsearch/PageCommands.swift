import ArgumentParser
import CommandSupport
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The commands that the binary `progsearch-pages` beside this one carries out.
enum PageCommands {
  private static let names = ["extract", "crawl", "sources", "verify"]

  /// Becomes the other binary, if the arguments ask for one of its commands; else does nothing.
  static func takeOver(_ arguments: [String]) {
    var arguments = arguments
    if arguments.first == "help", arguments.count > 1 { arguments = [arguments[1], "--help"] }
    guard let command = arguments.first, names.contains(command) else { return }
    let own =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? Bundle.main.executablePath ?? CommandLine.arguments[0]
    let other = URL(fileURLWithPath: own).deletingLastPathComponent().path + "/progsearch-pages"
    var pointers: [UnsafeMutablePointer<CChar>?] = ([other] + arguments).map { strdup($0) }
    pointers.append(nil)
    execv(other, &pointers)
    Terminal.say(
      "progsearch: \(other) cannot be started: \(String(cString: strerror(errno))); it belongs beside progsearch"
    )
    exit(Failure.fault.rawValue)
  }
}

/// `extract` in the list of commands.
struct ExtractEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Reads the programs that one page or PDF states.")
}

/// `crawl` in the list of commands.
struct CrawlEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crawl",
    abstract: "Fetches what has changed, reads it, and replaces the index in one step.")
}

/// `verify` in the list of commands.
struct VerifyEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Reads every fact of the index again from the archived pages.")
}

/// `sources` in the list of commands.
struct SourcesEntry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Lists the sources with when each was last fetched and how that went.")
}
