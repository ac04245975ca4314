import ArgumentParser
import CommandSupport
import Foundation
import RecruitmentModel
import WebServer
import Workflows

/// Serves the pages and the API.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serves the search as a web page and a JSON API.",
    discussion: """
      Only this machine is answered, unless --host says otherwise; behind a reverse proxy that is what you \
      want. A new index is taken over without a pause. SIGTERM and Ctrl-C end it once the requests under \
      way are answered. Documentation/Web.md tells how to put it beside pages of your own.
      """)

  @Option(help: "The port; 0 takes a free one.")
  var port = 8080
  @Option(help: "The address to listen on; 0.0.0.0 answers other machines too.")
  var host = "127.0.0.1"
  @Option(
    help: ArgumentHelp(
      "Who may show the pages in a frame: self, none, or an origin such as https://guide.example.",
      valueName: "origin"))
  var framedBy = "self"
  @OptionGroup var index: IndexOptions
  @Option(
    help: "The day that counts as today, as 2026-11-21 (default: today in Japan, day after day).",
    transform: OptionValue.day)
  var today: CalendarDay?

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("--port takes a number from 0 to 65535.")
    }
    guard frameAncestors != nil else {
      throw ValidationError(
        "--framed-by takes self, none, or an origin such as https://guide.example.")
    }
  }

  func run() async throws {
    try await Failure.reporting {
      let today = today
      let current = try CurrentSite(
        directory: index.directory, sources: Installation().sources
      ) { today ?? Self.todayInJapan }
      let address = host.contains(":") ? "[\(host)]" : host
      let server = SiteServer(
        current,
        .init(
          host: host, port: port, frameAncestors: frameAncestors ?? "'none'",
          onRunning: { port in
            Terminal.say("serving http://\(address):\(port)/ (Ctrl-C ends)")
          },
          onProblem: { error in
            Terminal.say(
              "the index as it is now cannot be used, the old one goes on: \(Failure(error).message)"
            )
          }))
      do {
        try await server.run()
      } catch {
        throw Self.failure(error, host: host, port: port)
      }
      return .success
    }
  }

  private static var todayInJapan: CalendarDay {
    Timestamp(secondsSinceEpoch: Int(Date().timeIntervalSince1970)).day()
  }

  /// Who may show pages in a frame, in the words of a Content-Security-Policy; nil where it is no origin.
  private var frameAncestors: String? {
    switch framedBy {
    case "self": return "'self'"
    case "none": return "'none'"
    default:
      guard let url = URL(string: framedBy), url.scheme == "https" || url.scheme == "http",
        url.host?.isEmpty == false, url.path.isEmpty, url.query == nil, url.fragment == nil,
        framedBy.utf8.allSatisfy({ $0 > 32 && $0 < 127 && !"\"';,".utf8.contains($0) })
      else { return nil }
      return "'self' \(framedBy)"
    }
  }

  /// What keeps a server from starting, in words.
  private static func failure(_ error: any Error, host: String, port: Int) -> Failure {
    let reason = "\(error)"
    if reason.contains("errno: \(EADDRINUSE)") {
      return Failure(
        "the port \(port) is taken by another program; choose one with --port, or 0 for any that is free",
        Failure.unavailable)
    }
    if reason.contains("errno: \(EACCES)") {
      return Failure("the port \(port) may not be used; choose one above 1023", Failure.unavailable)
    }
    if reason.contains("errno: \(EADDRNOTAVAIL)") || reason.contains("SocketAddressError")
      || reason.lowercased().contains("resolve")
    {
      return Failure("\(host) is no address of this machine; check --host", Failure.unavailable)
    }
    return Failure("the server ended: \(reason)", Failure.fault)
  }
}
