import ArgumentParser
import CommandSupport
import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The commands that the binaries beside this one carry out.
enum OtherBinaries {
  /// Which binary carries out which commands.
  private static let commands: [(binary: String, names: [String])] = [
    ("progsearch-pages", ["extract", "crawl", "sources", "verify", "robots", "demo"]),
    (
      "progsearch-daily",
      [
        "changes", "export", "calendar", "match", "plan", "eligible", "profile", "watch", "doctor",
        "topics",
      ]
    ),
    ("progsearch-web", ["serve"]),
  ]

  /// Becomes the other binary, if the arguments ask for one of its commands; else does nothing.
  static func takeOver(_ arguments: [String]) {
    var arguments = arguments
    if arguments.first == "help", arguments.count > 1 {
      let asked = Array(arguments.dropFirst())
      arguments = asked[0] == CommandNames.topics ? asked : asked + ["--help"]
    }
    guard let command = arguments.first,
      let binary = commands.first(where: { $0.names.contains(command) })?.binary
    else { return }
    let own =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? Bundle.main.executablePath ?? CommandLine.arguments[0]
    let other = URL(fileURLWithPath: own).deletingLastPathComponent().path + "/" + binary
    var pointers: [UnsafeMutablePointer<CChar>?] = ([other] + arguments).map { strdup($0) }
    pointers.append(nil)
    execv(other, &pointers)
    Terminal.say(
      "progsearch: \(other) cannot be started: \(String(cString: strerror(errno))); it belongs beside progsearch"
    )
    exit(Failure.fault.rawValue)
  }
}
