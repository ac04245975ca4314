import ArgumentParser
import CommandSupport
import Crawling
import Foundation

/// How pages are fetched.
struct FetchOptions: ParsableArguments {
  @Flag(help: "Fetch from private and loopback addresses too; else they are refused.")
  var allowPrivateNetwork = false
  @Option(
    help: ArgumentHelp(
      "Where a webmaster can ask about the crawl: an address of mail or of a page (default: PROGSEARCH_CONTACT).",
      valueName: "address"))
  var contact: String?

  /// The settings of the crawl; hosts on the public network are asked only by somebody who can be reached.
  func settings() throws -> CrawlSettings {
    let named = contact ?? ProcessInfo.processInfo.environment["PROGSEARCH_CONTACT"]
    guard let address = named ?? (allowPrivateNetwork ? "private network" : nil), !address.isEmpty,
      address.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value < 127 })
    else {
      throw Failure(
        "the hosts' webmasters must be able to reach you: give --contact with an address of mail or of a page, "
          + "or set PROGSEARCH_CONTACT", Failure.usage)
    }
    var settings = CrawlSettings(
      agent: CrawlAgent(version: ProgramVersion.current, contact: address))
    settings.allowPrivateNetwork = allowPrivateNetwork
    settings.allowsPublicNetwork = named != nil
    return settings
  }
}
